import { foldText } from '../../../companies/list/search.ts'
import { daysBetween } from '../../../kernel/day.ts'
import type { GrantOrigin } from '../../ledger/schema.ts'
import { naceOf } from '../export.ts'
import type { EntryDifference, RegisterEntry } from '../schema.ts'
import type { ImportChoice, ImportFacts, ImportKind, ImportOutcome, ReadLine } from './schema.ts'

/** A line of the ledger, as far as it is compared. */
export type Candidate = {
  id: string
  party: string
  origin: GrantOrigin
  /** as it was awarded; the entry has what is left */
  awardedMinor: number
  awardedEurCents: number
  entry: RegisterEntry
  registerReference: string | null
  /** what the register has of it, as far as is known here */
  noted: RegisterEntry | null
}

export type Reconciled = {
  line: ReadLine
  outcome: ImportOutcome
  grantId: string | null
  differences: EntryDifference[]
  offers: ImportChoice[]
}

/** Days of award that may be the same decision written differently. */
const NEAR_DAYS = 31

type Named = { facts: ImportFacts; party: string }
type Likeness = (there: ImportFacts, here: Candidate) => boolean

const sameWords = (there: string | null, here: string | null) =>
  there !== null && there !== '' && here !== null && foldText(there) === foldText(here)

const sameDay: Likeness = ({ awardedOn }, { entry }) => awardedOn === entry.awardedOn
const nearDay: Likeness = ({ awardedOn }, { entry }) => Math.abs(daysBetween(awardedOn, entry.awardedOn)) <= NEAR_DAYS

/** In the currency of the award where the file has it, else in euro; as it was awarded, or what is left of it. */
const sameAmount: Likeness = ({ currency, minor, eurCents }, { entry, awardedMinor, awardedEurCents }) =>
  currency === entry.currency && minor !== null
    ? minor === entry.minor || minor === awardedMinor
    : eurCents !== null && (eurCents === entry.eurCents || eurCents === awardedEurCents)

/** From what is surely the same to what only may be: a row takes a line of its company that no row before has. */
const LIKENESSES: readonly Likeness[] = [
  ({ registerReference }, { entry, registerReference: here }) =>
    sameWords(registerReference, here) || sameWords(registerReference, entry.reference),
  (there, here) => sameWords(there.reference, here.entry.reference) && sameDay(there, here),
  (there, here) => sameDay(there, here) && sameAmount(there, here),
  sameDay,
  (there, here) => nearDay(there, here) && sameAmount(there, here),
]

/**
 * Each row of a file beside the line of the ledger that it is. `partyOf` answers who a number is here, undefined for
 * nobody. Every line of the ledger is at most one row's.
 */
export function reconcile(
  kind: ImportKind,
  lines: readonly ReadLine[],
  candidates: readonly Candidate[],
  partyOf: (facts: ImportFacts) => string | undefined,
): Reconciled[] {
  const matches = match(lines, candidates, partyOf)
  return lines.map((line): Reconciled => {
    const { facts } = line
    const nothing = { line, grantId: null, differences: [], offers: [] }
    if (!facts) return { ...nothing, outcome: 'faulty' }
    if (partyOf(facts) === undefined) return { ...nothing, outcome: 'unknown-company' }
    const grant = matches.get(line)
    if (!grant) return { ...nothing, outcome: 'only-there', offers: ['add'] }
    const differences = differencesOf(facts, grant.entry, grant.origin)
    const outcome = differences.length === 0 ? 'same' : 'differs'
    return { line, outcome, grantId: grant.id, differences, offers: offersFor(kind, facts, grant, outcome) }
  })
}

function match(
  lines: readonly ReadLine[],
  candidates: readonly Candidate[],
  partyOf: (facts: ImportFacts) => string | undefined,
): Map<ReadLine, Candidate> {
  const free = Map.groupBy(candidates, ({ party }) => party)
  const found = new Map<ReadLine, Candidate>()
  const named = lines.flatMap((line): [ReadLine, Named][] => {
    const party = line.facts ? partyOf(line.facts) : undefined
    return line.facts && party !== undefined ? [[line, { facts: line.facts, party }]] : []
  })
  for (const isLike of LIKENESSES) {
    for (const [line, { facts, party }] of named) {
      if (found.has(line)) continue
      const left = free.get(party) ?? []
      const at = left.findIndex((candidate) => isLike(facts, candidate))
      if (at >= 0) found.set(line, left.splice(at, 1)[0]!)
    }
  }
  return found
}

/** What the file has that an award has otherwise. What the file does not say is no difference. */
function differencesOf(there: ImportFacts, entry: RegisterEntry, origin: GrantOrigin): EntryDifference[] {
  const fields: Field[] = [
    ['awardedOn', there.awardedOn, there.awardedOn === entry.awardedOn],
    ...amountFields(there, entry, origin),
    ['memberState', there.memberState, there.memberState === entry.memberState],
    ['regulation', there.regulation, there.regulation === entry.regulation],
    ['authority', there.authority, sameWords(there.authority, entry.authority)],
    ['scheme', there.scheme, sameWords(there.scheme, entry.scheme)],
    ['instrument', there.instrument, sameWords(there.instrument, entry.instrument)],
    ['industryCode', there.industryCode, sameIndustry(there.industryCode, entry.industryCode)],
    ['reference', there.reference, sameWords(there.reference, entry.reference)],
  ]
  return fields.flatMap(([field, value, isSame]) =>
    value === null || isSame ? [] : [{ field, there: value, here: entry[field] }],
  )
}

/** What the file says, and whether the ledger says the same. */
type Field = [keyof RegisterEntry, string | number | null, boolean]

/**
 * The amount in the currency it was awarded in decides: aid of others keeps the rate it was entered with for ever. Of
 * the programme's own, the register has to have the same euro too.
 */
function amountFields({ currency, minor, eurCents }: ImportFacts, entry: RegisterEntry, origin: GrantOrigin): Field[] {
  const euro: Field = ['eurCents', eurCents, eurCents === entry.eurCents]
  if (minor === null) return [euro]
  const national: Field = ['minor', minor, minor === entry.minor]
  if (currency !== entry.currency) return eurCents === null ? [['currency', currency, false], national] : [euro]
  return origin === 'programme' ? [national, euro] : [national]
}

/** The shorter of two codes says as much as it says. */
function sameIndustry(there: string | null, here: string): boolean {
  if (there === null) return true
  const [a, b] = [naceOf(there).replace('.', ''), naceOf(here).replace('.', '')]
  return b !== '' && (a.startsWith(b) || b.startsWith(a))
}

/** What others awarded is entered by their word; what the programme awarded is known here, and may stand there. */
function offersFor(kind: ImportKind, there: ImportFacts, here: Candidate, outcome: ImportOutcome): ImportChoice[] {
  if (here.origin !== 'programme') return outcome === 'differs' ? ['correct'] : []
  const reference = there.registerReference ?? there.reference
  if (kind !== 'register' || reference === null) return []
  const isNoted = here.noted !== null && differencesOf(there, here.noted, here.origin).length === 0
  return isNoted && here.registerReference === reference ? [] : ['confirm']
}
