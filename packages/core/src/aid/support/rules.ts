import type { PlainDate } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { type CoachingCost, type CoachingValue, valueOfCoaching } from '../de-minimis/value/coaching-value.ts'
import type { StaffCost } from '../rules/rules.ts'
import type { DecisionInput, Delivered, SupportInput, SupportState } from './schema.ts'

/** In a group activity, all the other companies together. */
const OTHERS = 'others'

/** Minutes of kinds of work at the costs of the programme, as the value of coaching is computed from. */
export function costOf(input: Omit<SupportInput, 'note'>, staff: StaffCost, party: string): CoachingCost {
  const { hourlyMinor, payrollPpm, flatPpm, publicPpm } = staff
  const { own, of } = input.share
  const others = of > own ? [{ party: OTHERS, weight: of - own, paidMinor: 0 }] : []
  return {
    staff: input.staff.map(({ work, minutes }) => ({ work, minutes, hourlyMinor })),
    payrollPpm,
    flatPpm,
    bought: input.bought,
    publicPpm,
    companies: [{ party, weight: own, paidMinor: input.paidMinor }, ...others],
  }
}

/** The way back: what was planned, and at which costs. `hourlyMinor` is 0 where no work is in it. */
export function plannedIn(cost: CoachingCost): { planned: Omit<SupportInput, 'note'>; staff: StaffCost } {
  const [own, others] = cost.companies
  const { weight, paidMinor } = own!
  return {
    planned: {
      staff: cost.staff.map(({ work, minutes }) => ({ work, minutes })),
      bought: cost.bought,
      paidMinor,
      share: { own: weight, of: weight + (others?.weight ?? 0) },
    },
    staff: {
      hourlyMinor: cost.staff[0]?.hourlyMinor ?? 0,
      payrollPpm: cost.payrollPpm,
      flatPpm: cost.flatPpm,
      publicPpm: cost.publicPpm,
    },
  }
}

/** The company's own part of the value. */
export function ownValue(
  cost: CoachingCost,
): Omit<CoachingValue, 'companies'> & Omit<CoachingValue['companies'][number], 'party'> {
  const { companies, ...value } = valueOfCoaching(cost)
  const { party: _, ...own } = companies[0]!
  return { ...value, ...own }
}

const STEPS: Readonly<Record<SupportState, readonly SupportState[]>> = {
  planned: ['submitted', 'granted', 'refused', 'withdrawn'],
  submitted: ['planned', 'granted', 'refused', 'withdrawn'],
  granted: [],
  refused: [],
  withdrawn: ['planned'],
}

/** Whether support may go on to a state. What is granted is lowered by a decision on the grant, never here. */
export function supportStep(from: SupportState, to: SupportState): Decision<SupportState> {
  return STEPS[from].includes(to) ? accept(to) : refuse('support-closed', `${from} to ${to}`)
}

/** What is planned changes until it is sent; after that it is taken back first, so that both have the same paper. */
export const isOpenForChange = (state: SupportState) => state === 'planned'

/** A decision is of a day that has come, and never of more than was asked for. */
export function checkDecision(
  { decidedOn, outcome, minor }: DecisionInput,
  plannedMinor: number,
  today: PlainDate,
): Decision<number> {
  if (decidedOn > today) return refuse('decision-ahead')
  if (outcome === 'granted' && minor !== null && minor > plannedMinor) return refuse('granted-above-planned')
  return accept(outcome === 'refused' ? plannedMinor : (minor ?? plannedMinor))
}

export type DeliveredFacts = { minutes: number; sessions: number; grantedMinor: number }

/**
 * What was delivered, at the costs it was granted by. Hours with the company stand for all hours: preparation and the
 * rest follow in the proportion they were planned in. What is bought and paid counts as planned once anything is
 * delivered.
 *
 * Source: RULES.md B.2; no act gives a formula. What was granted counts until a decision lowers it.
 */
export function delivered(cost: CoachingCost, { minutes, sessions, grantedMinor }: DeliveredFacts): Delivered {
  const direct = sum(cost.staff.filter(({ work }) => work === 'direct').map((one) => one.minutes))
  const aidMinor = sessions === 0 ? 0 : ownValue(deliveredCost(cost, minutes, direct)).aidMinor
  const action = aidMinor === grantedMinor ? 'none' : aidMinor < grantedMinor ? 'lower' : 'new-grant'
  return { minutes, plannedMinutes: direct, sessions, aidMinor, grantedMinor, action }
}

/** Other work in the same proportion to the direct one as planned, rounded to the minute, a half upwards. */
function deliveredCost(cost: CoachingCost, minutes: number, direct: number): CoachingCost {
  const [first] = cost.staff
  if (!first) return cost
  if (direct === 0) return { ...cost, staff: [...cost.staff, { ...first, work: 'direct', minutes }] }
  const scaled = (planned: number) => Math.floor((2 * planned * minutes + direct) / (2 * direct))
  return { ...cost, staff: cost.staff.map((one) => ({ ...one, minutes: scaled(one.minutes) })) }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
