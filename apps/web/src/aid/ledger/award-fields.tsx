import type { Amount } from '@stegvis/core/aid/de-minimis/amount.ts'
import type { UndertakingMember } from '@stegvis/core/aid/de-minimis/ledger/answer.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Columns } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** An award as somebody types it who has the decision at hand. */
export type AwardDraft = {
  /** who received it; null: the company itself */
  party: string | null
  memberState: string
  authority: string
  regulation: string
  awardedOn: PlainDate
  minor: number | null
  currency: string
  rate?: Amount['rate']
}

/** The currencies a decision is likely to be in; any other is typed by staff in a list that is imported. */
const CURRENCIES = ['SEK', 'EUR', 'NOK', 'DKK'] as const
const REGULATIONS = ['2023/2831', '1407/2013', '2023/2832', '360/2012', '1408/2013', '717/2014'] as const

type Props = {
  value: AwardDraft
  change: (part: Partial<AwardDraft>) => void
  /** the other companies of the undertaking, where one of them may have received it */
  members: readonly Pick<UndertakingMember, 'party' | 'name'>[]
  today: PlainDate
}

export function AwardFields({ value, change, members, today }: Props) {
  const { grant: texts } = useTexts().stateAid.ledger
  const currencies = [...new Set([...CURRENCIES, value.currency])]
  const regulations = [...new Set([...REGULATIONS, value.regulation])]
  return (
    <>
      <TextField
        name="authority"
        label={texts.authority}
        isRequired
        maxLength={200}
        value={value.authority}
        onChange={(authority) => change({ authority })}
      />
      {members.length > 0 && (
        <Select
          name="party"
          label={texts.party}
          none={texts.itself}
          options={members.map(({ party, name }) => ({ id: party, label: name }))}
          value={value.party}
          onChange={(party) => change({ party })}
        />
      )}
      <DateField
        name="awardedOn"
        label={texts.awardedOn}
        hint={texts.awardedHint}
        max={today}
        value={value.awardedOn}
        onChange={(day) => day && change({ awardedOn: day, rate: undefined })}
      />
      <Columns of="fields" least="s">
        <NumberField
          name="amount.minor"
          label={texts.amount}
          isRequired
          minValue={0}
          formatOptions={{ maximumFractionDigits: 2 }}
          value={value.minor === null ? null : value.minor / 100}
          onChange={(amount) => change({ minor: Number.isFinite(amount) ? Math.round(amount * 100) : null })}
        />
        <Select
          short
          name="amount.currency"
          label={texts.currency}
          options={currencies.map((id) => ({ id, label: id }))}
          value={value.currency}
          onChange={(currency) => currency && change({ currency, rate: undefined })}
        />
      </Columns>
      <Select
        short
        name="regulation"
        label={texts.regulation}
        hint={texts.regulationHint}
        options={regulations.map((id) => ({ id, label: id }))}
        value={value.regulation}
        onChange={(regulation) => regulation && change({ regulation })}
      />
    </>
  )
}
