import { toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import type { LedgerQuestion } from '@stegvis/core/aid/de-minimis/ledger/ledger.ts'
import { BASE_READING, singleUndertaking } from '@stegvis/core/aid/de-minimis/undertaking.ts'
import { checkGroup } from '@stegvis/core/aid/groups/check.ts'
import type { GroupFacts, Party } from '@stegvis/core/aid/groups/schema.ts'
import { amountOf, asAidGrant, minorOn, withoutKnown } from '@stegvis/core/aid/ledger/rules.ts'
import type { LedgerGrant } from '@stegvis/core/aid/ledger/schema.ts'
import type { AidRules } from '@stegvis/core/aid/rules/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { companiesFor } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { readInProgramme } from '../../db/transaction.ts'
import { readPicture } from '../groups/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { readRules } from '../rules/service.ts'
import { listGrantsOf, type StoredGrant } from './grant-store.ts'
import { lockEnterprises, lockKey } from './lock-store.ts'
import { type Elsewhere, listByNumbers, listElsewhere } from './other-programmes-store.ts'

/** A line with the other programme it is kept in; null: this one. */
export type Line = StoredGrant & { programme: string | null }

/** All that a company's headroom is computed from. */
export type CompanyLedger = {
  rules: AidRules
  hasRules: boolean
  facts: GroupFacts
  partyId: string
  /** whether the owners cannot be true together; nothing is computed then */
  isFaulty: boolean
  lines: Line[]
}

/** The group of a company and every award to it that this person may know of, in all programmes. */
export async function readLedger(tx: Tx, actor: Actor, companyId: CompanyId): Promise<CompanyLedger> {
  const { rules, isSet } = await readRules(tx, actor)
  const { facts, partyId } = await readPicture(tx, actor, companyId)
  const parties = facts.parties.map(({ id }) => id)
  const own = (await listGrantsOf(tx, actor.programmeId, parties)).map((grant) => ({ ...grant, programme: null }))
  const others = await listOthers(tx, actor, facts.parties)
  const lines = [...own, ...withoutKnown(own, others)]
  const isFaulty = checkGroup(facts).length > 0
  return { rules, hasRules: isSet, facts, partyId, isFaulty, lines: lines.sort(newestFirst) }
}

const newestFirst = (a: Line, b: Line) => (a.awardedOn < b.awardedOn ? 1 : a.awardedOn > b.awardedOn ? -1 : 0)

type Numbered = { id: string; country: string; number: string }

const numbered = (parties: readonly Party[]): Numbered[] =>
  parties.flatMap((party) =>
    'number' in party && party.number !== undefined
      ? [{ id: party.id, country: party.country, number: party.number }]
      : [],
  )

/** Awards to the same enterprises in other programmes, with the parties called as they are here. */
async function listOthers(tx: Tx, actor: Actor, parties: readonly Party[]): Promise<Line[]> {
  const ours = numbered(parties)
  const found: Line[] = []
  if (ours.length === 0) return found
  for (const elsewhere of await listElsewhere(tx, actor)) {
    found.push(
      ...(await readInProgramme(tx, elsewhere.actor.programmeId, actor.programmeId, (there) =>
        listThere(there, elsewhere, ours),
      )),
    )
  }
  return found
}

async function listThere(tx: Tx, { actor, programme }: Elsewhere, ours: readonly Numbered[]): Promise<Line[]> {
  const parties = await listByNumbers(tx, actor.programmeId, ours)
  const here = new Map(
    parties.map(({ id, country, number }) => [
      id,
      ours.find((own) => own.country === country && own.number === number)!.id,
    ]),
  )
  const grants = await listGrantsOf(tx, actor.programmeId, [...here.keys()])
  const companyOf = new Map(parties.map(({ id, companyId }) => [id, companyId]))
  const aboutOf = (grant: StoredGrant) => companyOf.get(grant.party) ?? grant.companyId
  const companies = [...new Set(grants.flatMap((grant) => aboutOf(grant) ?? []))]
  const { 'aid.read': known } = await companiesFor(tx, actor, companies, ['aid.read'])
  return grants
    .filter((grant) => known.has(aboutOf(grant)!))
    .map((grant) => ({ ...grant, party: here.get(grant.party)!, programme }))
}

/** What the rules are asked about a ledger on a day. */
export function questionOf({ rules, facts, partyId, lines }: CompanyLedger, on: PlainDate): LedgerQuestion {
  const act = DE_MINIMIS_LAW.acts.find(({ regulation }) => regulation === rules.regulation)
  return {
    group: facts,
    enterprise: partyId,
    memberState: rules.memberState,
    grants: lines.map(asAidGrant),
    on,
    regime: act?.regime ?? 'general',
    boundaryCounts: rules.boundaryCounts ?? undefined,
  }
}

/**
 * Holds every enterprise that may belong to the undertaking, under any reading of the law, until the transaction
 * ends, and answers the ledger as it is then.
 */
export async function lockLedger(tx: Tx, actor: Actor, companyId: CompanyId, on: PlainDate): Promise<CompanyLedger> {
  const { facts, partyId, rules } = await readLedger(tx, actor, companyId)
  const readings = [BASE_READING, { ...BASE_READING, persons: true }]
  const members = readings.flatMap((reading) => singleUndertaking(facts, partyId, on, rules.memberState, reading))
  const numbers = new Map(numbered(facts.parties).map((party) => [party.id, lockKey(party.country, party.number)]))
  // Without a number an enterprise is known in this programme only.
  const keys = members.map(({ party }) => numbers.get(party) ?? lockKey(actor.programmeId, party))
  await lockEnterprises(tx, keys)
  return readLedger(tx, actor, companyId)
}

/** A line as it is shown. */
export function shownLine(line: Line, facts: GroupFacts, today: PlainDate, mayChange: boolean): LedgerGrant {
  const { removedAt: _, ...shown } = line
  const presentMinor = minorOn(line, today)
  return {
    ...shown,
    partyName: facts.parties.find(({ id }) => id === line.party)?.name ?? '',
    presentMinor,
    presentEurCents: toEurCents(DE_MINIMIS_LAW, { ...amountOf(line), minor: presentMinor }),
    mayChange: mayChange && line.programme === null,
  }
}
