import type { PlainDate } from '../../../kernel/day.ts'
import type { Language, Text } from '../../../kernel/text.ts'
import { fillText } from '../../../models/fill-text.ts'
import type { Party } from '../../groups/schema.ts'
import { euroText } from '../amount.ts'
import { keepUntil } from '../deadlines/deadlines.ts'
import { actOn, type DeMinimisLaw } from '../law.ts'
import type { Member } from '../undertaking.ts'
import type { CeilingUse, Headroom, HeadroomLine, LineState, UndertakingMember } from './answer.ts'
import type { AidGrant } from './grant.ts'
import {
  baseReading,
  type Carried,
  carriedGrants,
  headroomOn,
  type Ledger,
  type LedgerQuestion,
  type Pot,
  type PotUse,
  readLedger,
  useOf,
} from './ledger.ts'
import { headroomSteps } from './steps.ts'
import { rememberDays } from './window.ts'

/**
 * What an undertaking can still be awarded, every line it comes from, and how it changes day by day.
 *
 * Source: Regulation (EU) 2023/2831, Art. 2(2), 3(2) to 3(9) and 5(1).
 */
export function headroom(law: DeMinimisLaw, question: LedgerQuestion): Headroom {
  const { group, memberState, regime, on } = question
  const carried = carriedGrants(law, question)
  const ledger = readLedger(law, question, carried, baseReading(law, question))
  const pots = ledger.potsOn(on)
  const uses = pots.map((pot) => useOf(pot, on))
  const parties = new Map(group.parties.map((party) => [party.id, party]))
  return {
    on,
    memberState,
    regime,
    regulation: actOn(law, regime, on)?.regulation ?? null,
    headroomEurCents: headroomOn(ledger, on) ?? null,
    ceilings: uses.map(ceilingUse),
    undertaking: ledger.members.map((member) => describeMember(member, parties)),
    lines: describeLines(law, question, carried, ledger, pots, uses),
    steps: headroomSteps(law, ledger, regime, on),
  }
}

function ceilingUse({ ceiling, used, leftCents }: PotUse): CeilingUse {
  const { regime, article, verified, eurCents } = ceiling
  const window = { from: used.from, to: used.to }
  return { regime, article, verified, eurCents, usedEurCents: used.eurCents, leftEurCents: leftCents, window }
}

const SENTENCES = {
  counts: { sv: 'Räknas.', en: 'Counts.' },
  'too-old': {
    sv: 'Räknas inte: beviljat före {from}, då treårsperioden börjar.',
    en: 'Does not count: awarded before {from}, when the period of three years begins.',
  },
  later: {
    sv: 'Räknas inte: beviljat senare, och en annan treårsperiod är fullare.',
    en: 'Does not count: awarded later, and another period of three years is fuller.',
  },
  'other-state': { sv: 'Räknas inte: beviljat av {state}.', en: 'Does not count: awarded by {state}.' },
  'other-undertaking': {
    sv: 'Räknas inte: företaget hör inte till samma företagsgrupp.',
    en: 'Does not count: the enterprise is not part of the single undertaking.',
  },
  'other-ceiling': {
    sv: 'Räknas inte: förordning {regulation} har ett eget tak.',
    en: 'Does not count: Regulation {regulation} has a ceiling of its own.',
  },
  'nothing-left': { sv: 'Räknas inte: sänkt till noll.', en: 'Does not count: lowered to nothing.' },
  alone: { sv: '{name} är företaget frågan gäller.', en: '{name} is the enterprise asked about.' },
  votes: {
    sv: '{holders} har {percent} % av rösterna i {of}.',
    en: '{holders} have {percent} % of the votes in {of}.',
  },
  'board-majority': {
    sv: '{holders} får tillsätta de flesta i styrelsen för {of}.',
    en: '{holders} may appoint most of the board of {of}.',
  },
  contract: {
    sv: '{holders} har bestämmande inflytande över {of} genom avtal eller stadgar.',
    en: '{holders} have a dominant influence over {of} by contract or articles.',
  },
  'shareholder-agreement': {
    sv: '{holders} har röstmajoritet i {of} genom avtal med andra ägare.',
    en: '{holders} have the majority of votes in {of} by an agreement with other holders.',
  },
  window: {
    sv: '{article}: {used} av {ceiling} euro är använt {from}–{to}; {left} euro återstår.',
    en: '{article}: EUR {used} of {ceiling} is used in {from} to {to}; EUR {left} is left.',
  },
  none: { sv: 'Inget tak gäller den {on}.', en: 'No ceiling is in force on {on}.' },
  line: { sv: '{on}, {party}, {amount} euro. {why}', en: '{on}, {party}, EUR {amount}. {why}' },
  grows: { sv: 'Från {on} återstår {amount} euro.', en: 'From {on}, EUR {amount} is left.' },
} as const satisfies Record<string, Text>

/** A member of a single undertaking, with the sentence that says what joins it. */
export function describeMember({ party, joined }: Member, parties: ReadonlyMap<string, Party>): UndertakingMember {
  const nameOf = (id: string) => parties.get(id)?.name ?? id
  const own = parties.get(party)
  const [first] = joined
  const text = first
    ? fillText(SENTENCES[first.means], {
        holders: first.holders.map(nameOf).join(', '),
        of: nameOf(first.of),
        percent: (first.votesPpm ?? 0) / 10_000,
      })
    : fillText(SENTENCES.alone, { name: nameOf(party) })
  return { party, name: nameOf(party), country: own && 'country' in own ? own.country : null, joined, text }
}

function describeLines(
  law: DeMinimisLaw,
  { memberState, group }: LedgerQuestion,
  carried: readonly Carried[],
  ledger: Ledger,
  pots: readonly Pot[],
  uses: readonly PotUse[],
): HeadroomLine[] {
  const lastOfScheme = new Map<string, PlainDate>()
  for (const { grant } of carried) {
    const { scheme, awardedOn } = grant
    if (scheme && awardedOn > (lastOfScheme.get(scheme) ?? '')) lastOfScheme.set(scheme, awardedOn)
  }
  const names = new Map(group.parties.map(({ id, name }) => [id, name]))
  const why = lineTexts()
  const kept = rememberDays((day) => keepUntil(law, day))
  return carried.map((one): HeadroomLine => {
    const { grant, eurCents, portions, regime } = one
    const use = uses.find(({ ceiling, used }) => ceiling.counts.includes(regime) && isWithin(grant.awardedOn, used))
    const state = stateOf(one, memberState, ledger.counted(one), uses, use)
    const pot = use && pots[uses.indexOf(use)]
    const countedEurCents = state === 'counts' ? ledger.counted(one) : 0
    return {
      grant: grant.id,
      beneficiary: grant.beneficiary,
      name: names.get(grant.beneficiary) ?? grant.beneficiary,
      regulation: grant.regulation,
      awardedOn: grant.awardedOn,
      eurCents,
      state,
      countedEurCents,
      carriedBy: portions.map(({ party, eurCents: part, by }) => ({ party, eurCents: part, by })),
      freeFrom: state === 'counts' && pot ? pot.sums.freeFrom(grant.awardedOn) : null,
      keepUntil: kept((grant.scheme && lastOfScheme.get(grant.scheme)) || grant.awardedOn),
      text: why(
        state,
        grant,
        uses.find(({ ceiling }) => ceiling.counts.includes(regime)),
      ),
    }
  })
}

/** Many lines say the same; each text is made once. */
function lineTexts() {
  const made = new Map<string, Text>()
  return (state: LineState, { memberState, regulation }: AidGrant, use: PotUse | undefined): Text => {
    const from = use?.used.from ?? ''
    const key = [state, memberState, regulation, from].join()
    const text = made.get(key) ?? fillText(SENTENCES[state], { from, state: memberState, regulation })
    made.set(key, text)
    return text
  }
}

const isWithin = (day: PlainDate, { from, to }: { from: PlainDate; to: PlainDate }) => from <= day && day <= to

function stateOf(
  { grant, regime, eurCents }: Carried,
  memberState: string,
  counted: number,
  uses: readonly PotUse[],
  use: PotUse | undefined,
): LineState {
  if (grant.memberState !== memberState) return 'other-state'
  if (eurCents === 0) return 'nothing-left'
  if (counted === 0) return 'other-undertaking'
  if (!uses.some(({ ceiling }) => ceiling.counts.includes(regime))) return 'other-ceiling'
  if (use) return 'counts'
  return uses.every(({ used }) => grant.awardedOn > used.to) ? 'later' : 'too-old'
}

/** A headroom in lines of text: the members, the grants, the ceilings, and what comes later. */
export function headroomText({ on, undertaking, lines, ceilings, steps }: Headroom): Record<Language, string[]> {
  const texts = [
    ...distinct(undertaking.map(({ text }) => text)),
    ...lines.map((line) =>
      fillText(SENTENCES.line, {
        on: line.awardedOn,
        party: line.name,
        amount: euroText(line.eurCents),
        why: line.text,
      }),
    ),
    ...ceilings.map(({ article, usedEurCents, eurCents, leftEurCents, window }) =>
      fillText(SENTENCES.window, {
        article,
        used: euroText(usedEurCents),
        ceiling: euroText(eurCents),
        left: euroText(leftEurCents),
        ...window,
      }),
    ),
    ...(ceilings.length === 0 ? [fillText(SENTENCES.none, { on })] : []),
    ...steps
      .slice(1)
      .flatMap((step) =>
        step.headroomEurCents === null
          ? [fillText(SENTENCES.none, { on: step.on })]
          : [fillText(SENTENCES.grows, { on: step.on, amount: euroText(step.headroomEurCents) })],
      ),
  ]
  return { sv: texts.map(({ sv }) => sv), en: texts.map(({ en }) => en) }
}

/** The two ends of a tie say the same. */
function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.en, text])).values()]
}
