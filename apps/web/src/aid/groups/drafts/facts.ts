import type { GroupFact } from '@stegvis/core/aid/groups/records.ts'
import type { Control, Party } from '@stegvis/core/aid/groups/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { parseShare, percentOf } from '../percent.ts'
import { type PartyFault, type PartyPick, readPick } from './party.ts'

type Fact<K extends GroupFact['kind']> = Extract<GroupFact, { kind: K }>['fact']

/** What is wrong in a form, by its field; parties by the field that picks them: `owner.name`. */
export type FactFaults = Readonly<Record<string, string>>
export type FactReading = { ok: true; stated: GroupFact; parties: Party[] } | { ok: false; faults: FactFaults }

type Days = { from: string | null; to: string | null }

const day = (text: string | null) => (text === null ? undefined : PlainDate.parse(text))

/** Only the days that were given. */
function given({ from, to }: Days) {
  const [first, last] = [day(from), day(to)]
  return { ...(first && { from: first }), ...(last && { to: last }) }
}

const daysOf = ({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }): Days => ({
  from: from ?? null,
  to: to ?? null,
})

const orderFault = ({ from, to }: Days): FactFaults => (from && to && to < from ? { to: 'order' } : {})

/** Reads several picks, or says what is missing in each. */
function readPicks(picks: Readonly<Record<string, PartyPick>>) {
  const read = Object.entries(picks).map(([field, pick]) => ({ field, reading: readPick(pick) }))
  const faults = Object.fromEntries(
    read.flatMap(({ field, reading }) =>
      reading.ok ? [] : reading.faults.map((fault): [string, PartyFault] => [`${field}.${fault}`, fault]),
    ),
  )
  const parties = read.flatMap(({ reading }) => (reading.ok ? reading.parties : []))
  const ids = Object.fromEntries(read.map(({ field, reading }) => [field, reading.ok ? reading.id : '']))
  return { faults, parties, ids }
}

const reading = (stated: GroupFact, parties: Party[], faults: FactFaults): FactReading =>
  Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, stated, parties }

export type HoldingDraft = Days & {
  owner: PartyPick
  owned: PartyPick
  /** as typed; votes only where they are another share */
  capital: string
  votes: string
  sameVotes: boolean
  investedEur: number | null
}

export function holdingDraft(owner: PartyPick, owned: PartyPick, fact?: Fact<'holding'>, sign = ','): HoldingDraft {
  const typed = (ppm: number) => String(percentOf(ppm)).replace('.', sign)
  return {
    owner,
    owned,
    capital: fact ? typed(fact.capitalPpm) : '',
    votes: fact ? typed(fact.votesPpm) : '',
    sameVotes: !fact || fact.capitalPpm === fact.votesPpm,
    investedEur: fact?.investedEurCents === undefined ? null : fact.investedEurCents / 100,
    ...daysOf(fact ?? {}),
  }
}

/** `asksInvested`: the owner is a business angel, of whom the law asks what has been put in. */
export function readHolding(draft: HoldingDraft, asksInvested: boolean): FactReading {
  const { faults, parties, ids } = readPicks({ owner: draft.owner, owned: draft.owned })
  const capital = parseShare(draft.capital)
  const votes = draft.sameVotes ? capital : parseShare(draft.votes)
  const wrong: FactFaults = {
    ...faults,
    ...orderFault(draft),
    ...(capital === null || capital === undefined ? { capital: 'share' } : {}),
    ...(!draft.sameVotes && (votes === null || votes === undefined) ? { votes: 'share' } : {}),
    ...(asksInvested && draft.investedEur === null ? { investedEur: 'invested' } : {}),
  }
  const fact = {
    owner: ids.owner!,
    owned: ids.owned!,
    capitalPpm: capital ?? 0,
    votesPpm: votes ?? 0,
    ...(asksInvested && draft.investedEur !== null && { investedEurCents: Math.round(draft.investedEur * 100) }),
    ...given(draft),
  }
  return reading({ kind: 'holding', fact }, parties, wrong)
}

export type ControlDraft = Days & {
  controller: PartyPick
  controlled: PartyPick
  means: Control['means']
  takesPart: boolean
}

export function controlDraft(controller: PartyPick, controlled: PartyPick, fact?: Fact<'control'>): ControlDraft {
  return {
    controller,
    controlled,
    means: fact?.means ?? 'contract',
    takesPart: fact?.takesPartInManagement ?? false,
    ...daysOf(fact ?? {}),
  }
}

export function readControl(draft: ControlDraft): FactReading {
  const { faults, parties, ids } = readPicks({ controller: draft.controller, controlled: draft.controlled })
  const fact = {
    controller: ids.controller!,
    controlled: ids.controlled!,
    means: draft.means,
    ...(draft.takesPart && { takesPartInManagement: true }),
    ...given(draft),
  }
  return reading({ kind: 'control', fact }, parties, { ...faults, ...orderFault(draft) })
}

export type JointDraft = Days & { persons: string[] }

export const jointDraft = (fact?: Fact<'acting-jointly'>): JointDraft => ({
  persons: fact ? [...fact.persons] : [],
  ...daysOf(fact ?? {}),
})

export function readJoint(draft: JointDraft): FactReading {
  const tooFew: FactFaults = draft.persons.length < 2 ? { persons: 'two' } : {}
  const fact = { persons: draft.persons, ...given(draft) }
  return reading({ kind: 'acting-jointly', fact }, [], { ...tooFew, ...orderFault(draft) })
}

export type ConsolidationDraft = Days & {
  parent: PartyPick
  members: Readonly<Record<string, string>>
  headcountIncluded: boolean
}

export const consolidationDraft = (
  parent: PartyPick,
  fact?: Fact<'consolidation'>,
  sign = ',',
): ConsolidationDraft => ({
  parent,
  members: Object.fromEntries(
    fact?.members.map(({ enterprise, sharePpm }) => [enterprise, String(percentOf(sharePpm)).replace('.', sign)]) ?? [],
  ),
  headcountIncluded: fact?.headcountIncluded ?? true,
  ...daysOf(fact ?? {}),
})

export function readConsolidation(draft: ConsolidationDraft): FactReading {
  const { faults, parties, ids } = readPicks({ parent: draft.parent })
  const shares = Object.entries(draft.members).map(([enterprise, typed]) => ({ enterprise, ppm: parseShare(typed) }))
  const wrong: FactFaults = {
    ...faults,
    ...orderFault(draft),
    ...(shares.length === 0 ? { members: 'one' } : {}),
    ...Object.fromEntries(
      shares.flatMap(({ enterprise, ppm }) => (typeof ppm === 'number' ? [] : [[`members.${enterprise}`, 'share']])),
    ),
  }
  const members = shares.map(({ enterprise, ppm }) => ({ enterprise, sharePpm: ppm ?? 0 }))
  const fact = { parent: ids.parent!, members, headcountIncluded: draft.headcountIncluded, ...given(draft) }
  return reading({ kind: 'consolidation', fact }, parties, wrong)
}

export type MergerDraft = { into: PartyPick; merged: PartyPick; on: string | null }

/** One company that lives on in another: more of them are more facts. */
export function readMerger(draft: MergerDraft): FactReading {
  const { faults, parties, ids } = readPicks({ into: draft.into, merged: draft.merged })
  const on = day(draft.on)
  const wrong = { ...faults, ...(on ? {} : { on: 'day' }) }
  if (!on) return { ok: false, faults: wrong }
  const fact = { kind: 'merger' as const, on, into: ids.into!, merged: [ids.merged!] }
  return reading({ kind: 'restructuring', fact }, parties, wrong)
}

export type SplitDraft = {
  from: PartyPick
  first: PartyPick
  second: PartyPick
  firstEquity: number | null
  secondEquity: number | null
  /** which part took over what the aid was for */
  activityTo: 'first' | 'second' | 'nobody'
  on: string | null
}

export function readSplit(draft: SplitDraft): FactReading {
  const { from, first, second } = draft
  const { faults, parties, ids } = readPicks({ from, first, second })
  const on = day(draft.on)
  const wrong = { ...faults, ...(on ? {} : { on: 'day' }) }
  if (!on) return { ok: false, faults: wrong }
  const part = (enterprise: string, equity: number | null) => ({
    enterprise,
    ...(equity !== null && { bookEquityCents: Math.round(equity * 100) }),
  })
  const fact = {
    kind: 'split' as const,
    on,
    from: ids.from!,
    parts: [part(ids.first!, draft.firstEquity), part(ids.second!, draft.secondEquity)],
    ...(draft.activityTo !== 'nobody' && { supportedActivityTo: ids[draft.activityTo]! }),
  }
  return reading({ kind: 'restructuring', fact }, parties, wrong)
}
