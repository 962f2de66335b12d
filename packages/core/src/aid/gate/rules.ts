import type { PlainDate } from '../../kernel/day.ts'
import { type Action, type Actor, type CompanySubject, can } from '../../people/permissions.ts'
import type { GateAnswer, GateFacts } from '../de-minimis/gate/gate.ts'
import type { PlannedAnswer } from '../de-minimis/planned/planned.ts'
import { type ReasonCode, verdictOf } from '../de-minimis/reasons.ts'
import type { CompanyAid, StepName } from './schema.ts'

/** One decision on support; `withdrawnOn`: the day on which nothing of the grant was left. */
export type Decided = { outcome: 'granted' | 'refused'; decidedOn: PlainDate; withdrawnOn: PlainDate | null }

/**
 * The decision that advice of a day stands on: the latest award that was there by then; where none was, the first
 * that came after; where none came, the last refusal. `isAskedAgain`: more support is planned, so that a refusal is
 * not the last word.
 */
export function decisionFor(
  decided: readonly Decided[],
  on: PlainDate,
  isAskedAgain: boolean,
): GateFacts['grantingDecision'] {
  const inOrder = [...decided].sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1))
  const awarded = inOrder.filter((one) => one.outcome === 'granted' && !(one.withdrawnOn && one.withdrawnOn <= on))
  const award = awarded.findLast(({ decidedOn }) => decidedOn <= on) ?? awarded[0]
  if (award) return { outcome: 'approved', decidedOn: award.decidedOn }
  const refusal = isAskedAgain ? undefined : inOrder.findLast(({ outcome }) => outcome === 'refused')
  return refusal ? { outcome: 'refused', decidedOn: refusal.decidedOn } : null
}

/** The declaration is a step of its own: what it lacks is told there, not as a lack of headroom. */
const OF_DECLARATION: readonly ReasonCode[] = ['NO_DECLARATION', 'DECLARATION_LATE']

/** What the rules say of headroom alone, for the step of the gate. */
export function headroomVerdict({ reasons }: PlannedAnswer): PlannedAnswer['verdict'] {
  return verdictOf(reasons.filter(({ code }) => !OF_DECLARATION.includes(code)))
}

const STEPS: Readonly<Record<StepName, Action>> = {
  eligibility: 'aid.eligibility',
  declaration: 'aid.sign',
  headroom: 'aid.plan',
  'granting-decision': 'aid.grant',
}

/** The four steps as a person sees them, with who can take each, and which comes next. */
export function gateView(answer: GateAnswer, actor: Actor, subject: CompanySubject): NonNullable<CompanyAid['gate']> {
  const steps = (Object.keys(STEPS) as StepName[]).map((step) => {
    const found = answer.missing.find((one) => one.step === step)
    const isRefused =
      found?.code === 'NOT_ELIGIBLE' || found?.code === 'GRANT_REFUSED' || found?.code === 'HEADROOM_SHORT'
    return {
      step,
      state: !found
        ? ('done' as const)
        : found.effect === 'review'
          ? ('review' as const)
          : isRefused
            ? ('blocked' as const)
            : ('open' as const),
      text: found?.text ?? null,
      fixedBy: found?.fixedBy ?? [],
      mayFix: can(actor, STEPS[step], subject),
    }
  })
  return { answer, steps, next: steps.find(({ state }) => state !== 'done')?.step ?? null }
}
