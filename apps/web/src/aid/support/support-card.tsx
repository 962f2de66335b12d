import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { Support, SupportState } from '@stegvis/core/aid/support/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { StatusBadge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Card, Row, Soft, Stack } from '../../ui/layout.tsx'
import { DefinitionList } from '../../ui/list.tsx'
import { ProgressBar } from '../../ui/progress.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import { stepSupport } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'
import { fitTo, minutesOf } from './fit.ts'
import { useHours } from './hours.ts'
import { Judgement } from './judgement.tsx'
import type { SupportDeed } from './support-section.tsx'
import { ValueLines } from './value-lines.tsx'

const TONES: Record<SupportState, Tone> = {
  planned: 'neutral',
  submitted: 'brand',
  granted: 'good',
  refused: 'danger',
  withdrawn: 'neutral',
}

type Props = {
  programme: string
  company: string
  aid: CompanyAid
  support: Support
  open: (deed: SupportDeed) => void
}

/** One plan: what it is worth and how that is counted, whether it fits, and what was decided and given. */
export function SupportCard(props: Props) {
  const { aid, support } = props
  const { support: texts } = useTexts().stateAid
  const { money } = useAmounts()
  const hours = useHours()
  const judged = aid.judged?.supportId === support.id ? aid.judged.answer : null
  const title = `${hours(minutesOf(support.planned))}, ${money(support.amountMinor, support.currency)}`
  return (
    <Card
      level={3}
      title={title}
      actions={<StatusBadge tone={TONES[support.state]}>{texts.states[support.state]}</StatusBadge>}
    >
      <Stack>
        <InEuro support={support} judged={judged?.eurCents ?? null} />
        {judged && <Judgement answer={judged} action={<Lower {...props} />} />}
        <Decision support={support} />
        <Delivered support={support} />
        <Disclosure summary={texts.value.title}>
          <ValueLines support={support} />
        </Disclosure>
        {support.note && <p data-text="written">{support.note}</p>}
        <Deeds {...props} />
      </Stack>
    </Card>
  )
}

function InEuro({ support, judged }: { support: Support; judged: number | null }) {
  const { value } = useTexts().stateAid.support
  const { euro } = useAmounts()
  const { amountEurCents, rate } = support
  if (amountEurCents !== null && rate) {
    return <Soft>{value.fixed({ euro: euro(amountEurCents), rate: rate.perEuro, day: rate.day })}</Soft>
  }
  return judged === null ? null : <Soft>{value.approx({ euro: euro(judged) })}</Soft>
}

/** The way to a plan that fits, with the hours it would leave. */
function Lower({ aid, support, open }: Props) {
  const { fit } = useTexts().stateAid.support
  const hours = useHours()
  const answer = aid.judged?.answer
  const isOver = answer !== undefined && !answer.withinCeiling && answer.largest !== null
  if (!isOver || support.state !== 'planned' || !aid.may.plan) return null
  const proposal = fitTo(support.planned, support.cost, answer.largest!.minor)
  if (!proposal) return null
  return (
    <Stack gap="s">
      <span>{fit.lowered({ hours: hours(minutesOf(proposal, 'direct')) })}</span>
      <Row>
        <Button kind="primary" onPress={() => open({ kind: 'edit', support, proposal })}>
          {fit.lower}
        </Button>
      </Row>
    </Stack>
  )
}

function Decision({ support: { decision, currency, amountMinor } }: { support: Support }) {
  const { decision: texts, states } = useTexts().stateAid.support
  const { money } = useAmounts()
  const { language } = useFormats()
  if (!decision) return null
  return (
    <Stack gap="s">
      <DefinitionList
        items={[
          {
            term: decision.outcome === 'granted' ? states.granted : states.refused,
            value: texts.by({ authority: decision.authority, day: decision.decidedOn }),
          },
          ...(decision.outcome === 'granted' ? [{ term: texts.amount, value: money(amountMinor, currency) }] : []),
          ...(decision.reference ? [{ term: texts.reference, value: decision.reference }] : []),
          ...(decision.reason ? [{ term: texts.reason, value: decision.reason }] : []),
        ]}
      />
      {decision.judged && decision.judged.reasons.length > 0 && (
        <Disclosure plain summary={texts.judged}>
          <ul>
            {decision.judged.reasons.map((reason) => (
              <li key={reason.code}>{reason.text[language]}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Stack>
  )
}

function Delivered({ support: { delivered, currency } }: { support: Support }) {
  const { delivered: texts } = useTexts().stateAid.support
  const { count } = useFormats()
  const { money } = useAmounts()
  const hours = useHours()
  if (!delivered) return null
  const { sessions, minutes, plannedMinutes, aidMinor, grantedMinor, action } = delivered
  return (
    <Stack gap="s">
      <ProgressBar
        label={texts.title}
        share={grantedMinor === 0 ? 0 : Math.min(1, aidMinor / grantedMinor)}
        text={`${money(aidMinor, currency)} / ${money(grantedMinor, currency)}`}
      />
      <Soft>
        {texts.text({
          sessions: count(sessions, texts.sessions),
          hours: hours(minutes),
          planned: hours(plannedMinutes),
        })}{' '}
        {sessions > 0 && texts[action]}
      </Soft>
      {action === 'new-grant' && <Callout tone="warning">{texts['new-grant']}</Callout>}
    </Stack>
  )
}

function Deeds({ programme, company, aid, support, open }: Props) {
  const { support: texts } = useTexts().stateAid
  const problemText = useProblemText()
  const [isStriking, setStriking] = useState(false)
  const { state, id, revision } = support
  const done = { submitted: texts.sent, planned: texts.takenBack, withdrawn: texts.struck }
  const step = useAidChange(
    programme,
    async (to: keyof typeof done) => {
      await stepSupport(programme, company, id, { revision, to })
      toast(done[to])
    },
    { text: null, after: () => setStriking(false) },
  )
  const to = (next: keyof typeof done) =>
    step.mutate(next, { onError: (error) => toast(problemText(error), { tone: 'danger' }) })
  const isOpen = state === 'planned' || state === 'submitted'
  if (!(aid.may.plan || aid.may.grant) || !(isOpen || state === 'withdrawn')) return null
  return (
    <Row gap="s">
      {isOpen && aid.may.grant && (
        <Button onPress={() => open({ kind: 'decide', support })}>{texts.decision.open}</Button>
      )}
      {aid.may.plan && (
        <>
          {state === 'planned' && <Button onPress={() => to('submitted')}>{texts.send}</Button>}
          {state === 'planned' && (
            <Button icon="edit" onPress={() => open({ kind: 'edit', support })}>
              {texts.edit}
            </Button>
          )}
          {state === 'submitted' && <Button onPress={() => to('planned')}>{texts.takeBack}</Button>}
          {isOpen && (
            <Button kind="quiet" onPress={() => setStriking(true)}>
              {texts.strike}
            </Button>
          )}
          {state === 'withdrawn' && <Button onPress={() => to('planned')}>{texts.revive}</Button>}
        </>
      )}
      <ConfirmDialog
        title={texts.strikeTitle}
        confirm={texts.strike}
        isOpen={isStriking}
        isPending={step.isPending}
        onConfirm={() => to('withdrawn')}
        onClose={() => setStriking(false)}
      >
        {texts.strikeText}
      </ConfirmDialog>
    </Row>
  )
}
