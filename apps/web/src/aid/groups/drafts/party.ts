import { Party, type PartyKind } from '@stegvis/core/aid/groups/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { shownNumber } from '../shown-number.ts'

/** A party as it is typed: everything any kind asks for, so that another kind keeps what was written. */
export type PartyDraft = {
  kind: PartyKind
  name: string
  country: string
  number: string
  quoted: boolean
  spreadOn: string | null
  budgetEur: number | null
  inhabitants: number | null
  publicly: 'yes' | 'no' | 'unknown'
}

/** A party that is known, or one that is told of here for the first time. */
export type PartyPick = { known: string | null; freshId: string; fresh: PartyDraft }

export type PartyFault = 'name' | 'budgetEur' | 'inhabitants'

export const emptyParty = (kind: PartyKind): PartyDraft => ({
  kind,
  name: '',
  country: 'SE',
  number: '',
  quoted: false,
  spreadOn: null,
  budgetEur: null,
  inhabitants: null,
  publicly: 'unknown',
})

/** Persons have neither country nor number here: a person's number is not needed, and so is not asked for. */
export const isPerson = (kind: PartyKind): boolean => kind === 'person' || kind === 'business-angel'

export function partyDraft(party: Party): PartyDraft {
  const draft = emptyParty(party.kind)
  const publicly = 'public' in party && party.public !== undefined ? (party.public ? 'yes' : 'no') : 'unknown'
  return {
    ...draft,
    name: party.name,
    ...('country' in party && {
      country: party.country,
      number: party.number ? shownNumber(party.country, party.number) : '',
    }),
    ...(party.kind === 'enterprise' && {
      quoted: party.quoted ?? false,
      spreadOn: party.spreadOwnershipDeclaredOn ?? null,
    }),
    ...(party.kind === 'local-authority' && {
      budgetEur: party.annualBudgetEurCents / 100,
      inhabitants: party.inhabitants,
    }),
    publicly,
  }
}

export type PartyReading = { ok: true; party: Party } | { ok: false; faults: PartyFault[] }

/** What is missing is named by its field; what is wrong with a number is the server's to say. */
export function readParty(id: string, draft: PartyDraft): PartyReading {
  const faults: PartyFault[] = [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(draft.kind === 'local-authority' && draft.budgetEur === null ? (['budgetEur'] as const) : []),
    ...(draft.kind === 'local-authority' && draft.inhabitants === null ? (['inhabitants'] as const) : []),
  ]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, party: Party.parse(asParty(id, draft)) }
}

function asParty(id: string, draft: PartyDraft): object {
  const { kind, country } = draft
  const [name, number] = [draft.name.trim(), draft.number.trim()]
  if (isPerson(kind)) return { id, kind, name }
  const body = { id, kind, name, country, ...(number !== '' && { number }) }
  switch (kind) {
    case 'enterprise':
      return {
        ...body,
        ...(draft.quoted && { quoted: true }),
        ...(draft.spreadOn && { spreadOwnershipDeclaredOn: PlainDate.parse(draft.spreadOn) }),
      }
    case 'local-authority':
      return {
        ...body,
        annualBudgetEurCents: Math.round((draft.budgetEur ?? 0) * 100),
        inhabitants: Math.round(draft.inhabitants ?? 0),
      }
    case 'university':
    case 'institutional-investor':
      return { ...body, ...(draft.publicly !== 'unknown' && { public: draft.publicly === 'yes' }) }
    default:
      return body
  }
}

export const pickKnown = (known: string | null, freshId: string, kind: PartyKind = 'enterprise'): PartyPick => ({
  known,
  freshId,
  fresh: emptyParty(kind),
})

export type PickReading = { ok: true; id: string; parties: Party[] } | { ok: false; faults: PartyFault[] }

/** The party's id, and the party itself where it is new. */
export function readPick({ known, freshId, fresh }: PartyPick): PickReading {
  if (known !== null) return { ok: true, id: known, parties: [] }
  const read = readParty(freshId, fresh)
  return read.ok ? { ok: true, id: freshId, parties: [read.party] } : read
}

/** The kind of whoever is picked, for questions that only some kinds are asked. */
export function kindOfPick({ known, fresh }: PartyPick, parties: readonly Party[]): PartyKind {
  return known === null ? fresh.kind : (parties.find(({ id }) => id === known)?.kind ?? 'enterprise')
}
