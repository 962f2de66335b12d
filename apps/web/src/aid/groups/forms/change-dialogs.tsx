import type { FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { type MergerDraft, readMerger, readSplit, type SplitDraft } from '../drafts/facts.ts'
import { pickKnown } from '../drafts/party.ts'
import { useParties } from '../use-group.ts'
import { FactDialog, type FieldsProps } from './fact-dialog.tsx'
import type { MoreDialogProps } from './more-dialogs.tsx'
import { PartyPicker } from './party-picker.tsx'

type Parties = { parties: ReturnType<typeof useParties>['parties'] }

const mergerOf = (record: FactRecord | undefined) =>
  record?.stated.kind === 'restructuring' && record.stated.fact.kind === 'merger' ? record.stated.fact : undefined
const splitOf = (record: FactRecord | undefined) =>
  record?.stated.kind === 'restructuring' && record.stated.fact.kind === 'split' ? record.stated.fact : undefined

/** A merger of two and a split in two are corrected in their form; larger ones are taken away and told anew. */
export function hasChangeForm(record: FactRecord): boolean {
  return mergerOf(record)?.merged.length === 1 || splitOf(record)?.parts.length === 2
}

export function MergerDialog({ record, ...props }: MoreDialogProps) {
  const { more } = useTexts().groups
  const { parties } = useParties(props.group)
  const fact = mergerOf(record)
  const [freshId] = useState(newId)
  const [otherId] = useState(newId)
  return (
    <FactDialog<MergerDraft>
      {...props}
      title={more.merger.title}
      record={record}
      place="merger"
      first={{
        into: pickKnown(fact?.into ?? props.group.partyId, otherId),
        merged: pickKnown(fact?.merged[0] ?? null, freshId),
        on: fact?.on ?? null,
      }}
      read={readMerger}
      fields={(fields) => <MergerFields {...fields} parties={parties} />}
    />
  )
}

function MergerFields({ draft, change, faults, parties }: FieldsProps<MergerDraft> & Parties) {
  const { more } = useTexts().groups
  return (
    <>
      <PartyPicker
        label={more.merger.merged}
        field="merged"
        pick={draft.merged}
        change={(merged) => change({ merged })}
        parties={parties}
        without={draft.into.known === null ? [] : [draft.into.known]}
        onlyEnterprises
        faults={faults}
      />
      <PartyPicker
        label={more.merger.into}
        field="into"
        pick={draft.into}
        change={(into) => change({ into })}
        parties={parties}
        without={draft.merged.known === null ? [] : [draft.merged.known]}
        onlyEnterprises
        faults={faults}
      />
      <OnField on={draft.on} change={(on) => change({ on })} error={faults.on} />
    </>
  )
}

function OnField(props: { on: string | null; change: (on: string | null) => void; error: string | undefined }) {
  const { more } = useTexts().groups
  return (
    <DateField
      label={more.on}
      value={props.on === null ? null : PlainDate.parse(props.on)}
      onChange={props.change}
      error={props.error && more.onMissing}
    />
  )
}

export function SplitDialog({ record, ...props }: MoreDialogProps) {
  const { more } = useTexts().groups
  const { parties } = useParties(props.group)
  const fact = splitOf(record)
  const [ids] = useState(() => [newId(), newId(), newId()] as const)
  const [one, two] = fact?.parts ?? []
  const kronor = (cents: number | null | undefined) => (cents === null || cents === undefined ? null : cents / 100)
  return (
    <FactDialog<SplitDraft>
      {...props}
      title={more.split.title}
      record={record}
      place="split"
      first={{
        from: pickKnown(fact?.from ?? props.group.partyId, ids[0]),
        first: pickKnown(one?.enterprise ?? null, ids[1]),
        second: pickKnown(two?.enterprise ?? null, ids[2]),
        firstEquity: kronor(one?.bookEquityCents),
        secondEquity: kronor(two?.bookEquityCents),
        activityTo: activityOf(fact),
        on: fact?.on ?? null,
      }}
      read={readSplit}
      fields={(fields) => <SplitFields {...fields} parties={parties} />}
    />
  )
}

function activityOf(fact: ReturnType<typeof splitOf>): SplitDraft['activityTo'] {
  const to = fact?.supportedActivityTo
  if (!fact || !to) return 'nobody'
  return fact.parts[0]?.enterprise === to ? 'first' : 'second'
}

const PARTS = ['first', 'second'] as const

function SplitFields({ draft, change, faults, parties }: FieldsProps<SplitDraft> & Parties) {
  const { more } = useTexts().groups
  const nameOf = (part: 'first' | 'second') => {
    const { known, fresh } = draft[part]
    const name = known === null ? fresh.name.trim() : parties.find(({ id }) => id === known)?.name
    return name || more.split[part]
  }
  return (
    <>
      <PartyPicker
        label={more.split.from}
        field="from"
        pick={draft.from}
        change={(from) => change({ from })}
        parties={parties}
        onlyEnterprises
        faults={faults}
      />
      {PARTS.map((part) => (
        <Stack key={part}>
          <PartyPicker
            label={more.split[part]}
            field={part}
            pick={draft[part]}
            change={(pick) => change(part === 'first' ? { first: pick } : { second: pick })}
            parties={parties}
            onlyEnterprises
            faults={faults}
          />
          <NumberField
            label={more.split.equity({ name: nameOf(part) })}
            optional
            unit="kr"
            minValue={0}
            value={part === 'first' ? draft.firstEquity : draft.secondEquity}
            onChange={(value) => {
              const equity = Number.isNaN(value) ? null : value
              change(part === 'first' ? { firstEquity: equity } : { secondEquity: equity })
            }}
          />
        </Stack>
      ))}
      <RadioGroup
        label={more.split.activity}
        value={draft.activityTo}
        onChange={(id) => change({ activityTo: id === 'first' || id === 'second' ? id : 'nobody' })}
        options={[...PARTS.map((id) => ({ id, label: nameOf(id) })), { id: 'nobody', label: more.split.unknown }]}
      />
      <OnField on={draft.on} change={(on) => change({ on })} error={faults.on} />
    </>
  )
}
