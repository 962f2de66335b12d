import { PARTY_KINDS } from '@stegvis/core/aid/groups/terms.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useLanguage } from '../../../locales/texts.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Columns, Soft, Stack } from '../../../ui/layout.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { ComboBox, Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { isPerson, type PartyDraft, type PartyFault } from '../drafts/party.ts'
import { useCountries } from '../use-countries.ts'

type Fields = {
  draft: PartyDraft
  change: (part: Partial<PartyDraft>) => void
  faults: readonly PartyFault[]
  /** a company of the programme: name, country and number are those of its record */
  isOurs?: boolean
  /** only companies can be owned */
  onlyEnterprises?: boolean
}

/** Who somebody is. Each kind asks only for what the law asks of it. */
export function PartyFields({ draft, change, faults, isOurs, onlyEnterprises }: Fields) {
  const { groups } = useTexts()
  const { form } = groups
  const error = (field: PartyFault) => (faults.includes(field) ? form.missing[field] : undefined)
  return (
    <Stack>
      {!onlyEnterprises && !isOurs && <KindField draft={draft} change={change} />}
      {!isOurs && (
        <>
          <TextField
            label={isPerson(draft.kind) ? form.personName : form.name}
            hint={isPerson(draft.kind) ? form.personHint : undefined}
            value={draft.name}
            maxLength={200}
            onChange={(name) => change({ name })}
            error={error('name')}
          />
          {!isPerson(draft.kind) && <RegisterFields draft={draft} change={change} />}
        </>
      )}
      <KindFields draft={draft} change={change} error={error} />
    </Stack>
  )
}

function RegisterFields({ draft, change }: Pick<Fields, 'draft' | 'change'>) {
  const { form } = useTexts().groups
  const countries = useCountries()
  return (
    <Columns of="fields" least="s">
      <TextField
        label={draft.country === 'SE' ? form.number : form.foreignNumber}
        optional
        short
        value={draft.number}
        maxLength={40}
        onChange={(number) => change({ number })}
      />
      <ComboBox
        label={form.country}
        options={countries}
        value={draft.country}
        onChange={(country) => country && change({ country })}
      />
    </Columns>
  )
}

const COMMON = ['enterprise', 'person'] as const
const RARE = [
  'local-authority',
  'public-body',
  'venture-capital',
  'business-angel',
  'university',
  'institutional-investor',
  'public-investment-corporation',
] as const

/** Nearly everybody is a company or a person; the others are one choice further. */
function KindField({ draft, change }: Pick<Fields, 'draft' | 'change'>) {
  const { form } = useTexts().groups
  const { language } = useLanguage()
  const isCommon = draft.kind === 'enterprise' || draft.kind === 'person'
  return (
    <>
      <RadioGroup
        label={form.kind}
        row
        value={isCommon ? draft.kind : 'other'}
        onChange={(id) => change({ kind: id === 'enterprise' || id === 'person' ? id : 'local-authority' })}
        options={[
          ...COMMON.map((id) => ({ id, label: PARTY_KINDS[id][language] })),
          { id: 'other', label: form.otherKind },
        ]}
      />
      {!isCommon && (
        <Select
          label={form.whichKind}
          options={RARE.map((id) => ({ id, label: PARTY_KINDS[id][language], description: form.kindHints[id] }))}
          value={draft.kind}
          onChange={(kind) => kind && change({ kind })}
        />
      )}
    </>
  )
}

type KindProps = Pick<Fields, 'draft' | 'change'> & { error: (field: PartyFault) => string | undefined }

function KindFields({ draft, change, error }: KindProps) {
  const { form } = useTexts().groups
  switch (draft.kind) {
    case 'local-authority':
      return (
        <Stack gap="s">
          <Columns of="fields" least="s">
            <NumberField
              label={form.budget}
              unit="euro"
              minValue={0}
              value={draft.budgetEur}
              onChange={(value) => change({ budgetEur: Number.isNaN(value) ? null : value })}
              error={error('budgetEur')}
            />
            <NumberField
              label={form.inhabitants}
              minValue={0}
              value={draft.inhabitants}
              onChange={(value) => change({ inhabitants: Number.isNaN(value) ? null : value })}
              error={error('inhabitants')}
            />
          </Columns>
          <Soft>{form.budgetHint}</Soft>
        </Stack>
      )
    case 'university':
    case 'institutional-investor':
      return (
        <RadioGroup
          label={form.publicly}
          row
          value={draft.publicly}
          onChange={(id) => change({ publicly: id === 'yes' || id === 'no' ? id : 'unknown' })}
          options={(['yes', 'no', 'unknown'] as const).map((id) => ({ id, label: form.answers[id] }))}
        />
      )
    default:
      return null
  }
}

/** What few companies need to say of themselves. */
export function RareFields({ draft, change }: Pick<Fields, 'draft' | 'change'>) {
  const { form } = useTexts().groups
  return (
    <Stack>
      <Checkbox isSelected={draft.quoted} onChange={(quoted) => change({ quoted })} description={form.quotedHint}>
        {form.quoted}
      </Checkbox>
      <DateField
        label={form.spread}
        hint={form.spreadHint}
        optional
        value={draft.spreadOn === null ? null : PlainDate.parse(draft.spreadOn)}
        onChange={(spreadOn) => change({ spreadOn })}
      />
    </Stack>
  )
}
