import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { DecisionInput, Support } from '@stegvis/core/aid/support/schema.ts'
import { useState } from 'react'
import { ProblemError } from '../../app/send.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import { decideSupport } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'
import { Judgement } from './judgement.tsx'

type Props = { programme: string; company: string; aid: CompanyAid; support: Support; onClose: () => void }
type Draft = Omit<DecisionInput, 'revision'>

/** What the granting authority decided. The server checks the ceiling once more, under lock. */
export function DecisionDialog({ programme, company, aid, support, onClose }: Props) {
  const { support: texts } = useTexts().stateAid
  const { common } = useTexts()
  const [draft, setDraft] = useState<Draft>({
    outcome: 'granted',
    decidedOn: aid.today,
    authority: aid.rules.authority,
    reference: '',
    minor: support.amountMinor,
    reason: '',
  })
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useAidChange(
    programme,
    () => decideSupport(programme, company, support.id, { ...draft, revision: support.revision }),
    { text: texts.decision.saved, after: onClose },
  )
  const judged = aid.judged?.supportId === support.id ? aid.judged.answer : null
  return (
    <Dialog wide title={texts.decision.title} isOpen onClose={onClose}>
      <Stack>
        <p>{texts.decision.text}</p>
        {judged && judged.verdict !== 'pass' && draft.outcome === 'granted' && <Judgement answer={judged} />}
        <Form
          problem={isOver(save.error) ? null : save.error}
          onSubmit={() => save.mutate(undefined)}
          actions={
            <>
              <Button type="submit" kind="primary" isPending={save.isPending}>
                {texts.decision.save}
              </Button>
              <Button kind="quiet" onPress={onClose}>
                {common.cancel}
              </Button>
            </>
          }
        >
          <OverCeiling error={save.error} />
          <DecisionFields {...{ aid, support, draft, change }} needsReason={judged?.verdict === 'review'} />
        </Form>
      </Stack>
    </Dialog>
  )
}

type FieldProps = {
  aid: CompanyAid
  support: Support
  draft: Draft
  change: (part: Partial<Draft>) => void
  needsReason: boolean
}

function DecisionFields({ aid, support, draft, change, needsReason }: FieldProps) {
  const { decision } = useTexts().stateAid.support
  const isGranted = draft.outcome === 'granted'
  return (
    <>
      <RadioGroup
        row
        label={decision.outcome}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome: outcome === 'refused' ? 'refused' : 'granted' })}
        options={(['granted', 'refused'] as const).map((id) => ({ id, label: decision.outcomes[id] }))}
      />
      <DateField
        name="decidedOn"
        label={decision.decidedOn}
        hint={decision.decidedHint}
        max={aid.today}
        value={draft.decidedOn}
        onChange={(day) => day && change({ decidedOn: day })}
      />
      <TextField
        name="authority"
        label={decision.authority}
        isRequired
        maxLength={200}
        value={draft.authority}
        onChange={(authority) => change({ authority })}
      />
      <TextField
        name="reference"
        label={decision.reference}
        optional
        maxLength={120}
        value={draft.reference}
        onChange={(reference) => change({ reference })}
      />
      {isGranted && (
        <NumberField
          name="minor"
          label={decision.amount}
          hint={decision.amountHint}
          unit={support.currency === 'SEK' ? 'kr' : support.currency}
          minValue={0}
          maxValue={support.amountMinor / 100}
          value={(draft.minor ?? support.amountMinor) / 100}
          onChange={(amount) => change({ minor: Number.isFinite(amount) ? Math.round(amount * 100) : null })}
        />
      )}
      <TextArea
        name="reason"
        label={needsReason && isGranted ? decision.reason : decision.reasonOptional}
        hint={needsReason && isGranted ? decision.reasonHint : undefined}
        optional={!(needsReason && isGranted)}
        isRequired={needsReason && isGranted}
        rows={2}
        maxLength={1000}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
    </>
  )
}

const isOver = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.slug === 'aid-over-ceiling'

/** Somebody else may have been awarded what was left, a moment ago. */
function OverCeiling({ error }: { error: unknown }) {
  const { decision } = useTexts().stateAid.support
  const { euro } = useAmounts()
  if (!isOver(error)) return null
  const [left, requested] = [Number(error.extra.headroomEurCents ?? 0), Number(error.extra.requestedEurCents ?? 0)]
  return <Callout tone="danger">{decision.over({ left: euro(left), requested: euro(requested) })}</Callout>
}
