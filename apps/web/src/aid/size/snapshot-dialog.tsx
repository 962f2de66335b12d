import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { snapshotQuery } from './api.ts'
import { Verdict } from './snapshots-part.tsx'
import { StatusView } from './status-view.tsx'

type SnapshotDialogProps = {
  programme: string
  company: string
  id: string
  may: readonly string[]
  onClose: () => void
}

/** A decided size as it was frozen, with every line it rests on. */
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
    </Stack>
  )
}
