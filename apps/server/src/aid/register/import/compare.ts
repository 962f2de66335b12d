import { toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import { amountOf, minorOn, withdrawnOn } from '@stegvis/core/aid/ledger/rules.ts'
import type { GrantOrigin } from '@stegvis/core/aid/ledger/schema.ts'
import { type Candidate, type Reconciled, reconcile } from '@stegvis/core/aid/register/import/reconcile.ts'
import type { ImportFacts, OurGrant } from '@stegvis/core/aid/register/import/schema.ts'
import type { RegisterEntry } from '@stegvis/core/aid/register/schema.ts'
import { formatNumber } from '@stegvis/core/companies/organisation-number.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../../db/tenancy.ts'
import { DE_MINIMIS_LAW } from '../../law.ts'
import { listGrantsOf, type StoredGrant } from '../../ledger/grant-store.ts'
import { entryOf } from '../service.ts'
import { listAwardedBetween, listOwnGrants, type RegisteredGrant } from '../store.ts'
import { type Holder, listHolders, listNames, type StoredImport } from './store.ts'

/** A list beside the ledger as it is now. */
export type Comparison = {
  rows: Reconciled[]
  /** in the ledger, of the same days, and not in the list */
  onlyHere: OurGrant[]
  holderOf(facts: ImportFacts): Holder | undefined
  shown(grantId: string): OurGrant | null
  /** awards of the programme itself, and of others, by their ids */
  own: ReadonlyMap<string, RegisteredGrant>
  stored: ReadonlyMap<string, StoredGrant>
}

/** `locked` keeps the programme's own awards from changing until the transaction ends. */
export async function compare(
  tx: Tx,
  actor: Actor,
  { kind, content }: StoredImport,
  today: PlainDate,
  { locked = false } = {},
): Promise<Comparison> {
  const { programmeId } = actor
  const facts = content.lines.flatMap((line) => line.facts ?? [])
  const holders = new Map((await listHolders(tx, programmeId, facts)).map((holder) => [keyOf(holder), holder]))
  const holderOf = (one: ImportFacts) => holders.get(keyOf(one))
  const parties = [...new Set([...holders.values()].map(({ party }) => party))]
  const stored = await listGrantsOf(tx, programmeId, parties)
  const ours = stored.filter(({ origin }) => origin === 'programme').map(({ id }) => id)
  const own = new Map(
    (await listOwnGrants(tx, programmeId, ours, { locked })).map((grant) => [grant.id as string, grant]),
  )
  const candidates = stored.map((grant) => candidateOf(grant, own.get(grant.id), today))
  const candidateById = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const rows = reconcile(kind, content.lines, candidates, (one) => holderOf(one)?.party)
  const names = await listNames(tx, programmeId, parties)
  const shownOf = (grant: StoredGrant) => {
    const { entry } = candidateById.get(grant.id)!
    const name = names.get(grant.party)
    const of = { companyId: name?.companyId ?? grant.companyId, name: name?.name ?? '', number: name?.number ?? '' }
    return ourGrant(grant, entry, of)
  }
  const found = new Set(rows.flatMap(({ grantId }) => grantId ?? []))
  const span = spanOf(facts)
  const isMissing = ({ id, awardedOn }: { id: string; awardedOn: PlainDate }) =>
    !found.has(id) && span !== null && awardedOn >= span.from && awardedOn <= span.to
  const byId = new Map(stored.map((grant) => [grant.id, grant]))
  return {
    rows,
    onlyHere:
      kind === 'register'
        ? (span ? await listAwardedBetween(tx, programmeId, span) : [])
            .filter(isMissing)
            .map((grant) => ourGrant({ ...grant, origin: 'programme' }, entryOf(grant), grant))
        : stored.filter((grant) => grant.origin !== 'programme' && isMissing(grant)).map(shownOf),
    holderOf,
    shown: (id) => (byId.has(id) ? shownOf(byId.get(id)!) : null),
    own,
    stored: byId,
  }
}

const keyOf = ({ country, number }: { country: string; number: string }) => `${country} ${number}`

function spanOf(facts: readonly ImportFacts[]): { from: PlainDate; to: PlainDate } | null {
  const days = facts.map(({ awardedOn }) => awardedOn).sort()
  return days.length === 0 ? null : { from: days[0]!, to: days.at(-1)! }
}

function candidateOf(grant: StoredGrant, own: RegisteredGrant | undefined, today: PlainDate): Candidate {
  const { id, party, origin, minor: awardedMinor, eurCents: awardedEurCents, registerReference } = grant
  const entry = own ? entryOf(own) : entryOfOthers(grant, today)
  return { id, party, origin, awardedMinor, awardedEurCents, entry, registerReference, noted: own?.entry ?? null }
}

/** Aid that others awarded, in the fields of the register. */
export function entryOfOthers(grant: StoredGrant, today: PlainDate): RegisterEntry {
  const { memberState, regulation, awardedOn, currency, authority, scheme, instrument } = grant
  const { industryCode, reference } = grant
  const minor = minorOn(grant, today)
  return {
    ...{ memberState, regulation, awardedOn, currency, minor, authority, scheme, instrument, industryCode, reference },
    eurCents: toEurCents(DE_MINIMIS_LAW, { ...amountOf(grant), minor }),
    withdrawnOn: withdrawnOn(grant),
  }
}

type Of = Pick<OurGrant, 'companyId' | 'name' | 'number'>

function ourGrant(
  grant: { id: string; origin: GrantOrigin; registerReference: string | null },
  { awardedOn, currency, minor, eurCents, authority, reference }: RegisterEntry,
  { companyId, name, number }: Of,
): OurGrant {
  return {
    ...{ id: grant.id as OurGrant['id'], companyId, name, number: formatNumber(number), origin: grant.origin },
    ...{ awardedOn, currency, minor, eurCents, authority, reference, registerReference: grant.registerReference },
  }
}
