import type { PlainDate } from '../../../kernel/day.ts'
import { euroText, largestMinor, toEurCents } from '../amount.ts'
import { keepUntil, registerDuty } from '../deadlines/deadlines.ts'
import { actOn, type DeMinimisLaw, isValidOn } from '../law.ts'
import {
  baseReading,
  type Carried,
  carriedGrants,
  type Ledger,
  type LedgerQuestion,
  type LedgerReading,
  readLedger,
  useOf,
} from '../ledger/ledger.ts'
import { headroomSteps } from '../ledger/steps.ts'
import { type Reason, type ReasonCode, reason, verdictOf } from '../reasons.ts'
import { cumulationReasons } from './cumulation.ts'
import type { PlannedAnswer, PlannedGrant } from './planned.ts'
import { sectorReasons } from './sectors.ts'

const UNDERTAKING = 'Regulation (EU) 2023/2831, Art. 2(2)'

/**
 * Whether aid may be awarded as de minimis aid on its day, and why. Where the law can be read in two ways, both are
 * computed, and only where they differ somebody has to decide.
 *
 * Source: Regulation (EU) 2023/2831, Art. 1, 2(2), 3, 5 and 7(4).
 */
export function judgePlanned(law: DeMinimisLaw, asked: LedgerQuestion, planned: PlannedGrant): PlannedAnswer {
  const on = planned.awardOn
  const question = { ...asked, on }
  const carried = carriedGrants(law, question)
  const base = baseReading(law, question)
  const ledger = readLedger(law, question, carried, base)
  const eurCents = toEurCents(law, planned.amount)
  const pots = ledger.potsOn(on)
  const left = pots.length === 0 ? 0 : Math.min(...pots.map((pot) => useOf(pot, on).leftCents))
  const isWithin = pots.length > 0 && eurCents <= left
  const others = [
    ...actReasons(law, question, pots.length),
    ...sectorReasons(law, actOn(law, asked.regime, on)?.regulation ?? '', planned),
    ...declarationReasons(law, planned, carried, ledger),
    ...cumulationReasons(planned),
    ...(planned.sizeClass === 'not_sme'
      ? [reason('NOT_SME_TARGET', 'note', 'Recommendation 2003/361/EC, Annex, Art. 2')]
      : []),
  ]
  const reasons = [
    ...ceilingReasons(ledger, on, eurCents),
    ...readingReasons(law, question, carried, { base, ledger, isWithin, eurCents }),
    ...allocationReasons(carried, ledger),
    ...others,
  ]
  const isOpen = pots.length > 0 && verdictOf(others) !== 'block'
  const minor = largestMinor(law, left, planned.amount)
  return {
    awardOn: on,
    eurCents,
    verdict: verdictOf(reasons),
    withinCeiling: isWithin,
    reasons,
    headroomAfterEurCents: isWithin ? left - eurCents : null,
    largest: isOpen
      ? { currency: planned.amount.currency, minor, eurCents: toEurCents(law, { ...planned.amount, minor }) }
      : null,
    fitsFrom: isOpen ? fitsFrom(law, ledger, asked.regime, on, eurCents) : null,
    register: registerDuty(law, asked.regime, asked.memberState, on) ?? null,
    keepUntil: keepUntil(law, on),
    otherRegulations: otherRegulations(law, reasons),
    alternatives: pots.length > 0 && !isWithin ? alternativesOn(law, on) : [],
  }
}

/** Art. 3(2) and 3(7): where the ceiling would be exceeded, none of the new aid is covered. */
function ceilingReasons(ledger: Ledger, on: PlainDate, eurCents: number): Reason[] {
  return ledger.potsOn(on).flatMap((pot) => {
    const { ceiling, used, leftCents } = useOf(pot, on)
    const unverified = ceiling.verified ? [] : [reason('CEILING_UNVERIFIED', 'review', ceiling.article)]
    if (eurCents <= leftCents) return unverified
    const details = { planned: euroText(eurCents), left: euroText(leftCents), ceiling: euroText(ceiling.eurCents) }
    const later = used.to > on ? [reason('LATER_GRANT', 'note', ceiling.article)] : []
    return [reason('OVER_CEILING', 'block', ceiling.article, details), ...later, ...unverified]
  })
}

type Outcome = { base: LedgerReading; ledger: Ledger; isWithin: boolean; eurCents: number }

/** The readings the law leaves open, each told only where it would change the answer. */
function readingReasons(
  law: DeMinimisLaw,
  question: LedgerQuestion,
  carried: readonly Carried[],
  { base, ledger, isWithin, eurCents }: Outcome,
): Reason[] {
  const readings: [ReasonCode, string, Partial<LedgerReading>][] = [
    ['BOUNDARY', law.boundary.article, { boundaryCounts: !base.boundaryCounts }],
    ['NATURAL_PERSON', UNDERTAKING, { persons: true }],
    ['FOREIGN_LINK', UNDERTAKING, { foreign: false }],
    ['UNIVERSITY_OWNER', UNDERTAKING, { universities: false }],
  ]
  return readings.flatMap(([code, article, change]) => {
    const other = readLedger(law, question, carried, { ...base, ...change })
    if (change.boundaryCounts === undefined && hasSameMembers(ledger, other)) return []
    const pots = other.potsOn(question.on)
    const wouldFit = pots.length > 0 && pots.every((pot) => eurCents <= useOf(pot, question.on).leftCents)
    return wouldFit === isWithin ? [] : [reason(code, 'review', article)]
  })
}

function hasSameMembers({ members }: Ledger, other: Ledger): boolean {
  const own = new Set(members.map(({ party }) => party))
  return other.members.length === own.size && other.members.every(({ party }) => own.has(party))
}

function actReasons(law: DeMinimisLaw, { regime, on }: LedgerQuestion, ceilings: number): Reason[] {
  const act = actOn(law, regime, on)
  if (!act || ceilings === 0)
    return [reason('NO_ACT', 'block', 'Treaty on the Functioning of the European Union, Art. 108(3)')]
  return isValidOn(act, on) ? [] : [reason('ACT_IN_TRANSITION', 'review', `Regulation (EU) ${act.regulation}`)]
}

/** Art. 3(9): aid of an enterprise that was split, and that nobody can allocate yet. */
function allocationReasons(carried: readonly Carried[], ledger: Ledger): Reason[] {
  const isOpen = (one: Carried) => ledger.counted(one) > 0 && one.portions.some(({ unallocated }) => unallocated)
  return carried.some(isOpen) ? [reason('SPLIT_UNALLOCATED', 'review', 'Regulation (EU) 2023/2831, Art. 3(9)')] : []
}

/** Art. 7(4): before the award, the undertaking declares what other de minimis aid it has received. */
function declarationReasons(
  law: DeMinimisLaw,
  { declaration, awardOn }: PlannedGrant,
  carried: readonly Carried[],
  ledger: Ledger,
): Reason[] {
  const { article } = law.declaration
  if (!isValidOn(law.declaration, awardOn)) return []
  if (!declaration) return [reason('NO_DECLARATION', 'block', article)]
  const { signedOn } = declaration
  if (signedOn > awardOn) return [reason('DECLARATION_LATE', 'block', article)]
  const isAfter = (one: Carried) =>
    one.grant.awardedOn > signedOn && one.grant.awardedOn <= awardOn && ledger.counted(one) > 0
  return carried.some(isAfter) ? [reason('DECLARATION_OUTDATED', 'review', article)] : []
}

function fitsFrom(
  law: DeMinimisLaw,
  ledger: Ledger,
  regime: LedgerQuestion['regime'],
  on: PlainDate,
  eurCents: number,
): PlainDate | null {
  const steps = headroomSteps(law, ledger, regime, on)
  return steps.find(({ headroomEurCents }) => (headroomEurCents ?? -1) >= eurCents)?.on ?? null
}

function otherRegulations({ exclusions, acts }: DeMinimisLaw, reasons: readonly Reason[]) {
  const instead = exclusions.filter(({ code }) => reasons.some((one) => one.code === code)).map((one) => one.useInstead)
  return acts
    .filter(({ regulation }) => instead.includes(regulation))
    .map(({ regulation, name }) => ({ regulation, name }))
}

/** Exemptions of Regulation (EU) No 651/2014 that hold on a day (RULES.md B.4). */
function alternativesOn({ alternatives }: DeMinimisLaw, on: PlainDate): PlannedAnswer['alternatives'] {
  return alternatives
    .filter((one) => isValidOn(one, on))
    .map(({ article, name, limits }) => ({ article, name, limits }))
}
