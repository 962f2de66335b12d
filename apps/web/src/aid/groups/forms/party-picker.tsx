import type { Party } from '@stegvis/core/aid/groups/schema.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Select } from '../../../ui/select.tsx'
import { isPerson, type PartyFault, type PartyPick } from '../drafts/party.ts'
import { PartyFields } from './party-fields.tsx'

type PickerProps = {
  label: string
  /** the field it stands for, as faults name it */
  field: string
  pick: PartyPick
  change: (pick: PartyPick) => void
  parties: readonly Party[]
  /** whom it cannot be: the other side */
  without?: readonly string[]
  onlyEnterprises?: boolean
  faults: Readonly<Record<string, string>>
}

/** Somebody in the picture already, or somebody new. With nobody to choose from, the new one is asked for at once. */
export function PartyPicker({
  label,
  field,
  pick,
  change,
  parties,
  without = [],
  onlyEnterprises,
  faults,
}: PickerProps) {
  const { form } = useTexts().groups
  const choices = parties.filter(({ id, kind }) => !without.includes(id) && !(onlyEnterprises && isPerson(kind)))
  const own = (['name', 'budgetEur', 'inhabitants'] as const).filter(
    (fault): fault is PartyFault => `${field}.${fault}` in faults,
  )
  return (
    <Stack>
      {choices.length > 0 && (
        <Select
          label={label}
          options={choices.map(({ id, name }) => ({ id, label: name }))}
          none={onlyEnterprises ? form.newCompany : form.newParty}
          value={pick.known}
          onChange={(known) => change({ ...pick, known })}
        />
      )}
      {pick.known === null && (
        <PartyFields
          draft={pick.fresh}
          change={(part) => change({ ...pick, fresh: { ...pick.fresh, ...part } })}
          faults={own}
          onlyEnterprises={onlyEnterprises ?? false}
        />
      )}
    </Stack>
  )
}
