import type { Text } from '../../kernel/text.ts'
import type { Fillings } from '../../models/fill-text.ts'
import { compare, minus, type Ratio, ratio, share, times } from '../exact.ts'
import type { PartnerTie } from '../groups/partners.ts'
import type { Party } from '../groups/schema.ts'
import { isGap, type Ledger } from './accounts.ts'
import type { Course } from './classify.ts'
import type { SmeDefinition, Totals } from './definition.ts'
import { CATEGORY_WORDS, EXCEPTIONS, reason } from './reasons.ts'
import type { SmeAnswer, SmeQuestion, SmeReason } from './schema.ts'
import { names } from './words.ts'

type Found = {
  question: SmeQuestion
  definition: SmeDefinition
  parties: ReadonlyMap<string, Party>
  books: Ledger
  /** markets read as apart first */
  courses: readonly Course[]
  answers: readonly SmeAnswer[]
}

/** Everything a status rests on beside its figures: what blocks, what a person has to judge, what is good to know. */
export function statusReasons(found: Found): SmeReason[] {
  const isTooLarge = found.answers.every(({ category }) => category === 'not_sme')
  return [
    ...publicReasons(found),
    ...(isTooLarge ? [reason('ABOVE_CEILINGS')] : []),
    ...changeReasons(found),
    ...marketReasons(found),
    ...accountReasons(found),
    ...ownerReasons(found),
    ...nearReasons(found),
  ]
}

/** Art. 3(4). */
function publicReasons({ courses, definition, parties }: Found): SmeReason[] {
  const { publicShare, excepted } = courses[0]!.present.group
  const { controlledPpm, possiblePpm, throughAllPpm, isControlled, holders, unknown } = publicShare
  const small = excepted.filter(({ exception, holders: [first] }) => {
    const party = parties.get(first!)
    return exception === 'SMALL_AUTHORITY' && party?.kind === 'local-authority' && party.country === 'SE'
  })
  const checks = small.map((tie) => reason('LOCAL_AUTHORITY_CHECK', { holders: names(tie.holders, parties) }))
  if (controlledPpm >= definition.publicPpm) {
    return [reason('PUBLIC_25', { percent: controlledPpm / 10_000, holders: names(holders, parties) }), ...checks]
  }
  if (isControlled) checks.push(reason('PUBLIC_CONTROL'))
  if (possiblePpm >= definition.publicPpm) {
    checks.push(reason('PUBLIC_OWNER_UNKNOWN', { holders: names(unknown, parties) }))
  } else if (throughAllPpm >= definition.publicPpm) {
    checks.push(reason('PUBLIC_INDIRECT', { percent: throughAllPpm / 10_000 }))
  }
  return checks
}

/** Where the two readings of Art. 4(2) part. */
function changeReasons({ answers, courses }: Found): SmeReason[] {
  const of = (reading: SmeAnswer['reading'], markets: SmeAnswer['markets']) =>
    answers.find((answer) => answer.reading === reading && answer.markets === markets)?.category
  for (const { markets } of courses) {
    const [twoPeriods, atOnce] = [of('two-periods', markets), of('change-at-once', markets)]
    if (!twoPeriods || !atOnce || twoPeriods === atOnce) continue
    return [reason('OWNERSHIP_CHANGE', { atOnce: CATEGORY_WORDS[atOnce], twoPeriods: CATEGORY_WORDS[twoPeriods] })]
  }
  return []
}

/** A question of markets stops nobody where the answer is the same either way. */
function marketReasons({ courses, answers, parties }: Found): SmeReason[] {
  const { years, present } = courses[0]!
  const open = [...years, present].flatMap(({ group }) => group.openMarkets)
  const distinct = [...new Map(open.map((pair) => [[...pair.enterprises].sort().join('\n'), pair])).values()]
  const categories = (markets: SmeAnswer['markets']) =>
    new Set(answers.filter((answer) => answer.markets === markets).map(({ category }) => category))
  const decides = [...categories('linked')].sort().join() !== [...categories('apart')].sort().join()
  return distinct.map(({ enterprises: [first, second], persons }) =>
    reason(decides ? 'MARKET_UNKNOWN' : 'MARKET_UNKNOWN_NO_MATTER', {
      first: parties.get(first)!.name,
      second: parties.get(second)!.name,
      persons: names(persons, parties),
    }),
  )
}

function accountReasons({ question, courses, books, parties }: Found): SmeReason[] {
  const pictures = courses.flatMap(({ years, present }) => [...years, present])
  const all = (key: 'missing' | 'old') => [...new Set(pictures.flatMap(({ figures }) => figures[key]))]
  const closed = books.closed(question.enterprise)
  const last = closed.at(-1)
  const old = new Set(all('old'))
  if (last && isGap(last.closedOn, question.on)) old.add(question.enterprise)
  const gap = closed.findIndex(({ closedOn }, n) => n > 0 && isGap(closed[n - 1]!.closedOn, closedOn))
  const isEstimate = books.at(question.enterprise, question.on)?.basis === 'estimate'
  return [
    ...(all('missing').length > 0 ? [reason('ACCOUNTS_MISSING', { names: names(all('missing'), parties) })] : []),
    ...(old.size > 0 ? [reason('ACCOUNTS_OLD', { names: names([...old], parties) })] : []),
    ...(gap > 0 ? [reason('YEAR_MISSING', { first: closed[gap - 1]!.closedOn, second: closed[gap]!.closedOn })] : []),
    ...(isEstimate ? [reason('ESTIMATE')] : []),
  ]
}

/** Of an owner that holds enough to be a partner and is none. */
export function exceptionDetails(
  { holders, owned, sharePpm, exception }: PartnerTie,
  parties: ReadonlyMap<string, Party>,
): Fillings {
  return {
    holders: names(holders, parties),
    owned: parties.get(owned)!.name,
    percent: sharePpm / 10_000,
    why: EXCEPTIONS[exception!],
  }
}

/** Owners that are excepted, and owners that nobody can determine. */
function ownerReasons({ question, courses, parties }: Found): SmeReason[] {
  const { excepted, partners, own } = courses[0]!.present.group
  const notes = excepted.map((tie) => reason('EXCEPTED_INVESTOR', exceptionDetails(tie, parties)))
  const party = parties.get(question.enterprise)!
  const declaredOn = party.kind === 'enterprise' ? party.spreadOwnershipDeclaredOn : undefined
  if (!declaredOn) return notes
  const upstream = partners.flatMap(({ ties }) => ties.filter(({ owned }) => owned === question.enterprise))
  const majority = own.flatMap(({ tie }) => (tie?.by === 'votes' && tie.to === question.enterprise ? tie.holders : []))
  const holders = [...upstream.flatMap((tie) => tie.holders), ...majority]
  if (holders.length > 0) return [...notes, reason('SPREAD_CONTRADICTED', { holders: names(holders, parties) })]
  return [...notes, reason('OWNERS_SPREAD', { day: declaredOn })]
}

const WHAT: Record<'turnover' | 'balance', Text> = {
  turnover: { sv: 'Omsättningen', en: 'Turnover' },
  balance: { sv: 'Balansomslutningen', en: 'The balance sheet total' },
}

/** The Recommendation fixes no rate, so a converted amount near a ceiling deserves a look. */
function nearReasons({ courses, definition }: Found): SmeReason[] {
  const { totals, lines } = courses[0]!.present.figures
  const currencies = new Set(lines.flatMap(({ accounts }) => (accounts?.rate ? [accounts.currency] : [])))
  if (currencies.size === 0) return []
  const near = (['turnover', 'balance'] as const).filter((what) => isNear(totals, what, definition))
  return near.map((what) => reason('NEAR_CEILING', { what: WHAT[what], currencies: [...currencies].join(', ') }))
}

function isNear(totals: Totals, what: 'turnover' | 'balance', { ceilings, warnWithinPpm }: SmeDefinition): boolean {
  return Object.values(ceilings).some((ceiling) => {
    const limit = ratio(what === 'turnover' ? ceiling.turnoverEurCents : ceiling.balanceEurCents)
    const apart = minus(totals[what], limit)
    const distance: Ratio = apart.n < 0n ? { n: -apart.n, d: apart.d } : apart
    return compare(distance, times(limit, share(warnWithinPpm))) <= 0
  })
}
