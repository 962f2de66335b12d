import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Columns } from '../../../ui/layout.tsx'

type Days = { from: string | null; to: string | null }

const dayOf = (text: string | null) => (text === null ? null : PlainDate.parse(text))

/** Since when, and until when: both days count, and an open end is for ever. */
export function DaysFields({
  draft,
  change,
  error,
}: {
  draft: Days
  change: (part: Partial<Days>) => void
  error: string | undefined
}) {
  const { form } = useTexts().groups
  return (
    <Columns of="fields" least="s">
      <DateField label={form.from} optional value={dayOf(draft.from)} onChange={(from) => change({ from })} />
      <DateField
        label={form.to}
        optional
        value={dayOf(draft.to)}
        onChange={(to) => change({ to })}
        error={error === undefined ? undefined : form.order}
      />
    </Columns>
  )
}
