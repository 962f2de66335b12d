import type { FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import { CONTROL_MEANS } from '@stegvis/core/aid/groups/terms.ts'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useLanguage } from '../../../locales/texts.tsx'
import { Checkbox, CheckboxGroup } from '../../../ui/checkbox.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import {
  type ConsolidationDraft,
  type ControlDraft,
  consolidationDraft,
  controlDraft,
  type JointDraft,
  jointDraft,
  readConsolidation,
  readControl,
  readJoint,
} from '../drafts/facts.ts'
import { isPerson, kindOfPick, pickKnown } from '../drafts/party.ts'
import { useParties } from '../use-group.ts'
import { DaysFields } from './days-fields.tsx'
import { FactDialog, type FieldsProps, type Where } from './fact-dialog.tsx'
import { PartyPicker } from './party-picker.tsx'

export type MoreDialogProps = Where & { record?: FactRecord; onClose: () => void }

const MEANS = ['board-majority', 'contract', 'shareholder-agreement'] as const

/** Deciding over a company without most of its votes. */
export function ControlDialog({ record, ...props }: MoreDialogProps) {
  const { more } = useTexts().groups
  const { parties } = useParties(props.group)
  const fact = record?.stated.kind === 'control' ? record.stated.fact : undefined
  const [freshId] = useState(newId)
  const [otherId] = useState(newId)
  const first = controlDraft(
    pickKnown(fact?.controller ?? null, freshId),
    pickKnown(fact?.controlled ?? props.group.partyId, otherId),
    fact,
  )
  return (
    <FactDialog
      {...props}
      title={more.control.title}
      record={record}
      place="control"
      first={first}
      read={readControl}
      fields={(fields) => <ControlFields {...fields} parties={parties} />}
    />
  )
}

type Parties = { parties: ReturnType<typeof useParties>['parties'] }

function ControlFields({ draft, change, faults, parties }: FieldsProps<ControlDraft> & Parties) {
  const { more } = useTexts().groups
  const { language } = useLanguage()
  const mayBePassive = kindOfPick(draft.controller, parties) !== 'enterprise'
  return (
    <>
      <PartyPicker
        label={more.control.who}
        field="controller"
        pick={draft.controller}
        change={(controller) => change({ controller })}
        parties={parties}
        without={draft.controlled.known === null ? [] : [draft.controlled.known]}
        faults={faults}
      />
      <PartyPicker
        label={more.control.over}
        field="controlled"
        pick={draft.controlled}
        change={(controlled) => change({ controlled })}
        parties={parties}
        without={draft.controller.known === null ? [] : [draft.controller.known]}
        onlyEnterprises
        faults={faults}
      />
      <RadioGroup
        label={more.control.how}
        value={draft.means}
        onChange={(id) => change({ means: MEANS.find((means) => means === id) ?? 'contract' })}
        options={MEANS.map((id) => ({ id, label: CONTROL_MEANS[id][language] }))}
      />
      {mayBePassive && (
        <Checkbox
          isSelected={draft.takesPart}
          onChange={(takesPart) => change({ takesPart })}
          description={more.control.takesPartHint}
        >
          {more.control.takesPart}
        </Checkbox>
      )}
      <DaysFields draft={draft} change={change} error={faults.to} />
    </>
  )
}

/** Persons who vote and decide as one owner. */
export function JointDialog({ record, ...props }: MoreDialogProps) {
  const { more } = useTexts().groups
  const { parties } = useParties(props.group)
  const fact = record?.stated.kind === 'acting-jointly' ? record.stated.fact : undefined
  return (
    <FactDialog
      {...props}
      title={more.joint.title}
      record={record}
      place="joint"
      first={jointDraft(fact)}
      read={readJoint}
      fields={(fields) => <JointFields {...fields} parties={parties} />}
    />
  )
}

function JointFields({ draft, change, faults, parties }: FieldsProps<JointDraft> & Parties) {
  const { more } = useTexts().groups
  return (
    <>
      <CheckboxGroup
        label={more.joint.who}
        hint={more.joint.hint}
        value={draft.persons}
        onChange={(persons) => change({ persons })}
        options={parties.filter(({ kind }) => kind === 'person').map(({ id, name }) => ({ id, label: name }))}
        error={faults.persons && more.joint.tooFew}
      />
      <DaysFields draft={draft} change={change} error={faults.to} />
    </>
  )
}

/** Whose figures consolidated accounts hold already. */
export function ConsolidationDialog({ record, ...props }: MoreDialogProps) {
  const { more } = useTexts().groups
  const { language } = useLanguage()
  const { parties } = useParties(props.group)
  const fact = record?.stated.kind === 'consolidation' ? record.stated.fact : undefined
  const [freshId] = useState(newId)
  return (
    <FactDialog
      {...props}
      title={more.consolidation.title}
      record={record}
      place="consolidation"
      first={consolidationDraft(pickKnown(fact?.parent ?? null, freshId), fact, language === 'sv' ? ',' : '.')}
      read={readConsolidation}
      fields={(fields) => <ConsolidationFields {...fields} parties={parties} />}
    />
  )
}

function ConsolidationFields({ draft, change, faults, parties }: FieldsProps<ConsolidationDraft> & Parties) {
  const { more, form } = useTexts().groups
  const members = Object.keys(draft.members)
  const companies = parties.filter(({ id, kind }) => !isPerson(kind) && id !== draft.parent.known)
  return (
    <>
      <PartyPicker
        label={more.consolidation.parent}
        field="parent"
        pick={draft.parent}
        change={(parent) => change({ parent })}
        parties={parties}
        onlyEnterprises
        faults={faults}
      />
      <CheckboxGroup
        label={more.consolidation.members}
        value={members}
        onChange={(ids) => change({ members: Object.fromEntries(ids.map((id) => [id, draft.members[id] ?? '100'])) })}
        options={companies.map(({ id, name }) => ({ id, label: name }))}
        error={faults.members && more.consolidation.none}
      />
      {companies
        .filter(({ id }) => members.includes(id))
        .map(({ id, name }) => (
          <TextField
            key={id}
            label={more.consolidation.share({ name })}
            short
            inputMode="decimal"
            value={draft.members[id] ?? ''}
            onChange={(typed) => change({ members: { ...draft.members, [id]: typed } })}
            error={faults[`members.${id}`] && form.shareWrong}
          />
        ))}
      <Checkbox
        isSelected={draft.headcountIncluded}
        onChange={(headcountIncluded) => change({ headcountIncluded })}
        description={more.consolidation.headcountHint}
      >
        {more.consolidation.headcount}
      </Checkbox>
      <DaysFields draft={draft} change={change} error={faults.to} />
    </>
  )
}
