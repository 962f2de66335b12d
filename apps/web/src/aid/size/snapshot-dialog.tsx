import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import { Callout, Skeleton, useProblemText } from '../../ui/states.tsx'
import { paperToSignQuery, type Subject } from '../signing/api.ts'
import { SignPaper } from '../signing/sign-paper.tsx'
import { snapshotQuery } from './api.ts'
import { StatusView } from './status-view.tsx'
import { Verdict } from './verdict.tsx'

type SnapshotDialogProps = { programme: string; company: string; id: string; onClose: () => void }

/** A decided size as it was frozen, with every line it rests on, and the paper that is signed on it. */
export function SnapshotDialog(props: SnapshotDialogProps) {
  const { snapshots: texts } = useTexts().sizes
  return (
    <Dialog wide title={texts.one} isOpen onClose={props.onClose}>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Frozen {...props} />
      </Suspense>
    </Dialog>
  )
}

function Frozen({ programme, company, id }: SnapshotDialogProps) {
  const { data: snapshot } = useSuspenseQuery(snapshotQuery(programme, company, id))
  return (
    <Stack>
      <Verdict snapshot={snapshot} />
      <StatusView status={snapshot.status} ceilings={snapshot.ceilings} />
      <SizePaper programme={programme} company={company} id={id} />
    </Stack>
  )
}

/** Asking for the paper makes it, so it is made when somebody wants to read it. */
function SizePaper({ programme, company, id }: Omit<SnapshotDialogProps, 'onClose'>) {
  const { snapshots: texts } = useTexts().sizes
  const { language } = useLanguage()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const subject: Subject = { kind: 'size-snapshot', id }
  const make = useMutation({
    mutationFn: () => queryClient.fetchQuery(paperToSignQuery({ programme, company }, subject, language)),
  })
  return (
    <Section level={3} title={texts.paper} intro={texts.paperText}>
      {make.error && <Callout tone="danger">{problemText(make.error)}</Callout>}
      {make.isSuccess ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <SignPaper programme={programme} company={company} subject={subject} />
        </Suspense>
      ) : (
        <Button icon="documents" isPending={make.isPending} onPress={() => make.mutate()}>
          {texts.makePaper}
        </Button>
      )}
    </Section>
  )
}
