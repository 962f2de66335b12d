import type { FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import type { Party } from '@stegvis/core/aid/groups/schema.ts'
import { useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useLanguage } from '../../../locales/texts.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type HoldingDraft, holdingDraft, readHolding } from '../drafts/facts.ts'
import { kindOfPick, pickKnown } from '../drafts/party.ts'
import { useParties } from '../use-group.ts'
import { DaysFields } from './days-fields.tsx'
import { FactDialog, type FieldsProps, type Where } from './fact-dialog.tsx'
import { PartyPicker } from './party-picker.tsx'

/** Which side is asked for: an owner of `of`, or something that `of` owns. */
export type HoldingSide = { asks: 'owner' | 'owned'; of: string }

type HoldingDialogProps = Where & { side: HoldingSide; record?: FactRecord; onClose: () => void }

export function HoldingDialog({ side, record, ...props }: HoldingDialogProps) {
  const { form } = useTexts().groups
  const { language } = useLanguage()
  const { parties, nameOf } = useParties(props.group)
  const fact = record?.stated.kind === 'holding' ? record.stated.fact : undefined
  const [freshId] = useState(newId)
  const kind = side.asks === 'owner' ? 'person' : 'enterprise'
  const asked = pickKnown(fact ? fact[side.asks] : null, freshId, kind)
  const given = pickKnown(side.of, freshId)
  const [owner, owned] = side.asks === 'owner' ? [asked, given] : [given, asked]
  const isAngel = (draft: HoldingDraft) => kindOfPick(draft.owner, parties) === 'business-angel'
  const name = nameOf(side.of)
  return (
    <FactDialog
      {...props}
      title={record ? form.editHolding : side.asks === 'owner' ? form.addOwner({ name }) : form.addOwned({ name })}
      record={record}
      place={`holding:${side.asks}:${side.of}`}
      first={holdingDraft(owner, owned, fact, language === 'sv' ? ',' : '.')}
      read={(draft) => readHolding(draft, isAngel(draft))}
      fields={(fields) => (
        <HoldingFields {...fields} side={side} parties={parties} isNew={!record} asksInvested={isAngel(fields.draft)} />
      )}
    />
  )
}

type HoldingFieldsProps = FieldsProps<HoldingDraft> & {
  side: HoldingSide
  parties: readonly Party[]
  isNew: boolean
  asksInvested: boolean
}

function HoldingFields({ draft, change, faults, side, parties, isNew, asksInvested }: HoldingFieldsProps) {
  const { form } = useTexts().groups
  const isMore = !draft.sameVotes || draft.from !== null || draft.to !== null
  return (
    <>
      <PartyPicker
        label={side.asks === 'owner' ? form.whoOwns : form.whatIsOwned}
        field={side.asks}
        pick={draft[side.asks]}
        change={(pick) => change(side.asks === 'owner' ? { owner: pick } : { owned: pick })}
        parties={parties}
        without={[side.of]}
        onlyEnterprises={side.asks === 'owned'}
        faults={faults}
      />
      <TextField
        label={draft.sameVotes ? form.share : form.capital}
        hint={form.shareHint}
        short
        inputMode="decimal"
        value={draft.capital}
        onChange={(capital) => change({ capital })}
        error={faults.capital && form.shareWrong}
      />
      {asksInvested && (
        <NumberField
          label={form.invested}
          hint={form.investedHint}
          unit="euro"
          minValue={0}
          value={draft.investedEur}
          onChange={(value) => change({ investedEur: Number.isNaN(value) ? null : value })}
          error={faults.investedEur && form.investedMissing}
        />
      )}
      <Disclosure plain summary={form.votesAndDays} open={!isNew || isMore}>
        <Checkbox isSelected={!draft.sameVotes} onChange={(differs) => change({ sameVotes: !differs })}>
          {form.otherVotes}
        </Checkbox>
        {!draft.sameVotes && (
          <TextField
            label={form.votes}
            short
            inputMode="decimal"
            value={draft.votes}
            onChange={(votes) => change({ votes })}
            error={faults.votes && form.shareWrong}
          />
        )}
        <DaysFields draft={draft} change={change} error={faults.to} />
      </Disclosure>
    </>
  )
}
