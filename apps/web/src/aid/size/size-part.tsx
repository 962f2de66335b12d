import type { CompanySize } from '@stegvis/core/aid/size/snapshots.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import { Callout, Skeleton, useProblemText } from '../../ui/states.tsx'
import type { Where } from '../groups/forms/fact-dialog.tsx'
import { AccountsDialog, type AccountsTarget } from './accounts-dialog.tsx'
import { AccountsList } from './accounts-list.tsx'
import { sizeQuery } from './api.ts'
import { MissingPart } from './missing-part.tsx'
import { SnapshotsPart } from './snapshots-part.tsx'
import { StatusView } from './status-view.tsx'

/** Whether the company is small or medium-sized, what that rests on, and what was decided of it. */
export function SizePart({ may, ...where }: Where & { may: readonly string[] }) {
  const { programme, company, group } = where
  const { sizes } = useTexts()
  const problemText = useProblemText()
  const [on, setOn] = useState<PlainDate | undefined>(undefined)
  const [target, setTarget] = useState<AccountsTarget | null>(null)
  const size = useQuery({ ...sizeQuery(programme, company, on), placeholderData: keepPreviousData })
  return (
    <Section id="size" title={sizes.title} intro={sizes.intro}>
      <Stack gap="l">
        <DateField label={sizes.on} value={on ?? size.data?.on ?? null} onChange={(day) => setOn(day ?? undefined)} />
        {size.error && <Callout tone="danger">{problemText(size.error)}</Callout>}
        {size.isPending && <Skeleton lines={6} />}
        {size.data && <SizeNow size={size.data} programme={programme} mayEdit={group.mayEdit} onFill={setTarget} />}
        <Suspense fallback={<Skeleton lines={4} />}>
          <AccountsList programme={programme} company={company} group={group} />
        </Suspense>
        <Suspense fallback={<Skeleton lines={3} />}>
          <SnapshotsPart programme={programme} company={company} may={may} />
        </Suspense>
      </Stack>
      {target && <AccountsDialog {...{ programme, company, target }} onClose={() => setTarget(null)} />}
    </Section>
  )
}

type SizeNowProps = {
  size: CompanySize
  programme: string
  mayEdit: boolean
  onFill: (target: AccountsTarget) => void
}

function SizeNow({ size, programme, mayEdit, onFill }: SizeNowProps) {
  const { language } = useLanguage()
  const { sizes } = useTexts()
  return (
    <>
      {size.faults.length > 0 && (
        <Callout tone="danger" title={sizes.faults}>
          {size.faults.map(({ pointer, text }) => (
            <div key={pointer}>{text[language]}</div>
          ))}
        </Callout>
      )}
      <MissingPart missing={size.missing} programme={programme} mayEdit={mayEdit} onFill={onFill} />
      {size.status && <StatusView status={size.status} ceilings={size.ceilings} />}
    </>
  )
}
