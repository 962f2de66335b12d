import type { PlainDate } from '../../kernel/day.ts'
import { factsKey } from '../groups/active.ts'
import type { Party } from '../groups/schema.ts'
import { type SmeGroup, smeGroup } from '../groups/sme-group.ts'
import { rateTable } from '../rates/lookup.ts'
import { type Ledger, ledger } from './accounts.ts'
import { type Aggregation, aggregate, type DescribedGroup, shown } from './aggregate.ts'
import type { Ceiling, SmeDefinition } from './definition.ts'
import { categoryAfter, categoryOf, isAboveAfter, type Period, sinceLastChange } from './periods.ts'
import type { SmeAggregation, SmeAnswer, SmeCategory, SmeQuestion, SmeReason, SmeStatus } from './schema.ts'
import { statusReasons } from './status-reasons.ts'
import { becauseTexts } from './words.ts'

/** What was in force on the day asked for. */
export type InForce = { definition: SmeDefinition; smallMidCap: { ceiling: Ceiling } | undefined }

/** One year, or the present, with the owners of its day. */
export type Picture = { structureOn: PlainDate; closedOn: PlainDate | null; group: SmeGroup; figures: Aggregation }

/** The enterprise under one reading of the market questions that nobody has answered. */
export type Course = { markets: SmeAnswer['markets']; years: Picture[]; present: Picture; changed: boolean[] }

/**
 * The size of an enterprise on one day, from its own figures and its group's, with every line of the sum and every
 * reading that may be held of it. Where readings differ, or something is missing that could decide, a person does.
 *
 * The question has been checked: ids exist, rates are there or named as missing.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 2 to 6.
 */
export function classifySme(question: SmeQuestion, { definition, smallMidCap }: InForce): SmeStatus {
  const parties = new Map(question.group.parties.map((party) => [party.id, party]))
  const policy = question.ratePolicy ?? definition.ratePolicy
  const books = ledger(question.accounts, question.on, rateTable(question.rates), policy)
  const apart = course(question, definition, parties, books, 'apart')
  const isOpen = [...apart.years, apart.present].some(({ group }) => group.openMarkets.length > 0)
  const courses = isOpen ? [apart, course(question, definition, parties, books, 'linked')] : [apart]
  const answers = courses.flatMap((each) => answersOf(each, definition))
  const reasons = statusReasons({ question, definition, parties, books, courses, answers })
  const verdict = verdictOf(reasons)
  const [first] = answers
  const isAgreed = answers.every(({ category }) => category === first!.category)
  const isComplete = !reasons.some(({ code }) => code === 'ACCOUNTS_MISSING')
  const isPublic = reasons.some(({ code }) => code === 'PUBLIC_25')
  return {
    format: 'stegvis-sme-status/1',
    enterprise: question.enterprise,
    on: question.on,
    anchor: question.anchor,
    definition: { id: definition.id, act: definition.act, address: definition.address },
    verdict,
    category: verdict === 'block' ? 'not_sme' : isAgreed && isComplete ? first!.category : null,
    smallMidCap:
      isPublic || verdict === 'review' || !smallMidCap
        ? null
        : isMidCap(apart, smallMidCap.ceiling, definition, verdict),
    basis: books.at(question.enterprise, question.on)?.basis ?? null,
    autonomous: apart.present.group.own.length === 1 && apart.present.group.partners.length === 0,
    answers,
    reasons,
    years: apart.years.map((year) => shownPicture(year, definition)),
    present: shownPicture(apart.present, definition),
  }
}

/** Years are seen with the owners of their last day; the present with the latest figures and the owners of today. */
function course(
  question: SmeQuestion,
  definition: SmeDefinition,
  parties: ReadonlyMap<string, Party>,
  books: Ledger,
  markets: SmeAnswer['markets'],
): Course {
  const keyOf = factsKey(question.group)
  const groups = new Map<string, DescribedGroup>()
  const groupOn = (day: PlainDate): DescribedGroup => {
    const known = groups.get(keyOf(day))
    if (known) return known
    const group = smeGroup(question.group, question.enterprise, day, definition, markets)
    const described = { group, texts: becauseTexts(group, parties) }
    groups.set(keyOf(day), described)
    return described
  }
  const picture = (structureOn: PlainDate, closedOn: PlainDate | null): Picture => {
    const described = groupOn(structureOn)
    const figures = aggregate(described, parties, books, closedOn ?? structureOn)
    return { structureOn, closedOn, group: described.group, figures }
  }
  const days = [...new Set(books.closed(question.enterprise).map(({ closedOn }) => closedOn))]
  const years = days.map((day) => picture(day, day))
  const present = picture(question.on, days.at(-1) ?? null)
  const all = [...years, present]
  return { markets, years, present, changed: all.map((each, n) => n > 0 && owners(each) !== owners(all[n - 1]!)) }
}

/** Who is in the group, and how; at which share does not make another group. */
function owners({ group }: Picture): string {
  const ids = (members: readonly { id: string }[]) =>
    members
      .map(({ id }) => id)
      .sort()
      .join(',')
  return [ids(group.own), ...group.partners.map(({ members }) => ids(members)).sort()].join(';')
}

/** By both readings of Art. 4(2); one answer where there is but an estimate, or the owners stayed. */
function answersOf(each: Course, definition: SmeDefinition): SmeAnswer[] {
  const { markets, years, present, changed } = each
  if (years.length === 0) {
    return [{ reading: 'two-periods', markets, category: categoryOf(present.figures.totals, definition) }]
  }
  const twoPeriods = categoryAfter(
    years.map(({ figures }) => figures.totals),
    definition,
  )
  const answers: SmeAnswer[] = [{ reading: 'two-periods', markets, category: twoPeriods }]
  if (!changed.includes(true)) return answers
  const periods = years.map(({ figures }, n): Period => ({ totals: figures.totals, ownersChanged: changed[n]! }))
  if (changed.at(-1)) periods.push({ totals: present.figures.totals, ownersChanged: true })
  return [
    ...answers,
    { reading: 'change-at-once', markets, category: categoryAfter(sinceLastChange(periods), definition) },
  ]
}

function verdictOf(reasons: readonly SmeReason[]): SmeStatus['verdict'] {
  if (reasons.some(({ effect }) => effect === 'block')) return 'block'
  return reasons.some(({ effect }) => effect === 'review') ? 'review' : 'pass'
}

/** Source: Commission Recommendation (EU) 2025/1099: above the medium-sized, and below a ceiling of its own. */
function isMidCap(
  each: Course,
  ceiling: Ceiling,
  { consecutivePeriods }: SmeDefinition,
  verdict: SmeStatus['verdict'],
): boolean {
  const years = each.years.length > 0 ? each.years : [each.present]
  const totals = years.map(({ figures }) => figures.totals)
  return verdict === 'block' && !isAboveAfter(totals, ceiling, consecutivePeriods)
}

function shownPicture({ structureOn, closedOn, figures }: Picture, definition: SmeDefinition): SmeAggregation {
  const category: SmeCategory = categoryOf(figures.totals, definition)
  return { structureOn, closedOn, lines: figures.lines, total: shown(figures.totals), category }
}
