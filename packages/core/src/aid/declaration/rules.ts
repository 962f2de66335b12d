import { daysBetween, type PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { fillText } from '../../models/fill-text.ts'
import { euroText } from '../de-minimis/amount.ts'
import type { DeMinimisLaw } from '../de-minimis/law.ts'
import type { HeadroomLine, UndertakingMember } from '../de-minimis/ledger/answer.ts'
import { grantFaults } from '../de-minimis/ledger/grant.ts'
import { windowFrom } from '../de-minimis/ledger/window.ts'
import type { PlannedGrant } from '../de-minimis/planned/planned.ts'
import type { GroupFacts } from '../groups/schema.ts'
import { type Fault, faultAt } from '../input.ts'
import type { AidRules } from '../rules/schema.ts'
import type { DeclarationChange, DeclarationContent, EarlierAid } from './schema.ts'

const SENTENCES = {
  unanswered: { sv: 'Frågan är inte besvarad.', en: 'The question is not answered.' },
  groupWrong: {
    sv: 'Rätta ägarbilden först: försäkran skrivs under när gruppen stämmer.',
    en: 'Correct the owners first: the declaration is signed when the group is right.',
  },
  changesWrong: {
    sv: 'Lägg till sammanslagningen eller delningen i ägarbilden först.',
    en: 'Add the merger or the split to the owners first.',
  },
  noActivity: {
    sv: 'Ange vad företaget arbetar med.',
    en: 'Say what the company works with.',
  },
  noAssurance: {
    sv: 'Bekräfta att uppgifterna stämmer och att inget annat stöd har tagits emot.',
    en: 'Confirm that this is true and that no other aid was received.',
  },
  ahead: { sv: 'Dagen ligger framåt i tiden.', en: 'The day lies ahead.' },
  noSupport: {
    sv: 'Det finns inget planerat stöd att försäkra om. Planera stödet först.',
    en: 'There is no planned support to declare for. Plan it first.',
  },
  merger: { sv: '{merged} gick upp i {into}.', en: '{merged} merged into {into}.' },
  split: { sv: '{from} delades i {parts}.', en: '{from} was split into {parts}.' },
  newSupport: {
    sv: 'Det planerade stödet är {now} {currency}; i försäkran står {then}.',
    en: 'The planned support is {currency} {now}; the declaration says {then}.',
  },
  newMember: {
    sv: 'Företagsgruppen har ändrats sedan försäkran fylldes i.',
    en: 'The group has changed since the declaration was filled in.',
  },
  newAid: {
    sv: 'Stöd på {amount} euro från {on} står i liggaren, men inte i försäkran.',
    en: 'Aid of EUR {amount} from {on} stands in the ledger, but not in the declaration.',
  },
} as const satisfies Record<string, Text>

/** What a draft begins with: all that is known, and no answer given for the company. */
export type Known = {
  on: PlainDate
  rules: AidRules
  support: DeclarationContent['support']
  members: readonly UndertakingMember[]
  group: GroupFacts
  earlierAid: EarlierAid[]
  activities: DeclarationContent['activities']
}

export function prefilled({ on, rules, support, members, group, earlierAid, activities }: Known): DeclarationContent {
  const { regulation, memberState, authority, scheme, schemeReference } = rules
  return {
    ...{ on, regulation, memberState, authority, scheme, schemeReference, support },
    undertaking: {
      members: members.map(({ party, name, country, text }) => ({ party, name, country, because: text })),
      isComplete: null,
      missing: '',
    },
    restructurings: { known: recentChanges(group, on), isComplete: null, missing: '' },
    earlierAid,
    activities,
    accountsSeparated: null,
    conditions: {
      fixedOnPriceOrQuantity: null,
      passedOnToPrimaryProducers: null,
      exportRelated: null,
      domesticOverImported: null,
    },
    assurance: false,
  }
}

/** Mergers and splits of three years back, the time a declaration is about. */
function recentChanges({ restructurings, parties }: GroupFacts, on: PlainDate) {
  const from = windowFrom(on, { years: 3, boundaryCounts: true })
  const name = (id: string) => parties.find((party) => party.id === id)?.name ?? id
  return restructurings
    .filter((change) => change.on >= from && change.on <= on)
    .map((change) => ({
      on: change.on,
      text:
        change.kind === 'merger'
          ? fillText(SENTENCES.merger, { merged: change.merged.map(name).join(', '), into: name(change.into) })
          : fillText(SENTENCES.split, {
              from: name(change.from),
              parts: change.parts.map(({ enterprise }) => name(enterprise)).join(', '),
            }),
    }))
}

/** Aid in the ledger that a declaration of a day has to name: what may still count, of the undertaking. */
export function isRecent(awardedOn: PlainDate, on: PlainDate): boolean {
  return awardedOn >= windowFrom(on, { years: 3, boundaryCounts: true }) && awardedOn <= on
}

/** What somebody wrote in a draft that cannot be true; places are those of the change. */
export function changeFaults(
  law: DeMinimisLaw,
  { earlierAid }: DeclarationChange,
  enterprises: ReadonlySet<string>,
  own: string,
  today: PlainDate,
): Fault[] {
  const grants = earlierAid.map(({ id, party, memberState, regulation, awardedOn, amount }) => ({
    ...{ id, beneficiary: party ?? own, memberState, regulation, awardedOn, amount, lowered: [] },
  }))
  const ahead = earlierAid.flatMap(({ awardedOn }, at) =>
    awardedOn > today ? [faultAt(['earlierAid', at, 'awardedOn'], SENTENCES.ahead)] : [],
  )
  return [...grantFaults(law, grants, enterprises, ['earlierAid']), ...ahead]
}

/** What has to be answered before a draft can be signed. Questions the law asks only some about are left out. */
export function openIn(content: DeclarationContent): Fault[] {
  const { support, undertaking, restructurings, activities, assurance } = content
  return [
    ...(support ? [] : [faultAt(['support'], SENTENCES.noSupport)]),
    ...confirmed('undertaking', undertaking.isComplete, SENTENCES.groupWrong),
    ...confirmed('restructurings', restructurings.isComplete, SENTENCES.changesWrong),
    ...(activities.some(({ supported }) => supported) ? [] : [faultAt(['activities'], SENTENCES.noActivity)]),
    ...(assurance ? [] : [faultAt(['assurance'], SENTENCES.noAssurance)]),
  ]
}

function confirmed(part: string, answer: boolean | null, wrong: Text): Fault[] {
  if (answer === true) return []
  return [faultAt([part, 'isComplete'], answer === null ? SENTENCES.unanswered : wrong)]
}

type Present = {
  amountMinor: number | null
  members: readonly { party: string }[]
  lines: readonly Pick<HeadroomLine, 'grant' | 'awardedOn' | 'eurCents'>[]
  moneyText: (minor: number) => Text
}

/** What has changed since a draft was filled in. */
export function outdatedIn(content: DeclarationContent, { amountMinor, members, lines, moneyText }: Present): Text[] {
  const { support, undertaking, earlierAid, on } = content
  const named = new Set(undertaking.members.map(({ party }) => party))
  const told = new Set(earlierAid.map(({ grantId }) => grantId))
  const texts: Text[] = []
  if (support && amountMinor !== null && amountMinor !== support.amountMinor) {
    const [now, then] = [moneyText(amountMinor), moneyText(support.amountMinor)]
    texts.push(fillText(SENTENCES.newSupport, { now, then, currency: support.currency }))
  }
  if (members.length !== named.size || members.some(({ party }) => !named.has(party))) texts.push(SENTENCES.newMember)
  for (const { grant, awardedOn, eurCents } of lines) {
    if (told.has(grant) || !isRecent(awardedOn, on)) continue
    texts.push(fillText(SENTENCES.newAid, { amount: euroText(eurCents), on: awardedOn }))
  }
  return texts
}

/** What the company's answers say to the rules about a planned grant. */
export function answersOf(
  content: Pick<DeclarationContent, 'activities' | 'accountsSeparated' | 'conditions'>,
): Pick<PlannedGrant, 'activities' | 'accountsSeparated' | 'conditions'> {
  const conditions = Object.fromEntries(
    Object.entries(content.conditions).flatMap(([question, answer]) => (answer === null ? [] : [[question, answer]])),
  )
  return {
    activities: content.activities,
    conditions,
    ...(content.accountsSeparated === null ? {} : { accountsSeparated: content.accountsSeparated }),
  }
}

/**
 * Of all that were signed, the one that was there when the aid was awarded: the latest of that day or before, or
 * where none is, the latest of all, which came too late.
 */
export function declarationFor<T extends { signedOn: PlainDate }>(
  signed: readonly T[],
  awardedOn: PlainDate,
): T | null {
  const inOrder = [...signed].sort((a, b) => daysBetween(b.signedOn, a.signedOn))
  return inOrder.findLast(({ signedOn }) => signedOn <= awardedOn) ?? inOrder.at(-1) ?? null
}
