import { type Amount, toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import { grantFaults } from '@stegvis/core/aid/de-minimis/ledger/grant.ts'
import { asAidGrant, checkChange, minorOn } from '@stegvis/core/aid/ledger/rules.ts'
import type { GrantChangeInput, GrantCorrection, NewGrant } from '@stegvis/core/aid/ledger/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor, CompanySubject } from '@stegvis/core/people/permissions.ts'
import { can } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { partyOf, readPicture } from '../groups/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { readRules } from '../rules/service.ts'
import { written } from '../support/service.ts'
import {
  findGrant,
  type GrantColumns,
  insertGrant,
  insertGrantChange,
  type StoredGrant,
  updateGrant,
} from './grant-store.ts'
import { withRate } from './rates.ts'
import { receivers } from './receivers.ts'

/** Ids are made outside the transaction, which may run again. */
type Moment = { changeId: RecordId; today: PlainDate; now: string }
type Facts = Omit<NewGrant, 'id' | 'party'>

/** Enters earlier aid that somebody else awarded. The same id again changes nothing. */
export async function enterGrant(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, party, ...facts }: NewGrant,
  { today, now }: Omit<Moment, 'changeId'>,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.edit', companyId)
  const own = await partyOf(tx, actor, companyId, now)
  const columns = await columnsOf(tx, actor, companyId, { facts, party: party ?? own, changes: [] }, today)
  const of = { id, party: party ?? own, companyId, origin: 'declared' as const, supportId: null, declarationId: null }
  if (!(await insertGrant(tx, actor.programmeId, { ...of, ...columns, by: actor.personId, at: now }))) return
  const detail = { ...facts }
  await recordEvent(tx, actor, { kind: 'aid.earlier-entered', companyId, subjectId: id, detail, audience: 'all' })
}

/** Writes a line as it should have been. What it was stays in its history. */
export async function correctGrant(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  { revision, reason, ...facts }: GrantCorrection,
  { changeId, today, now }: Moment,
): Promise<void> {
  const grant = await requireGrant(tx, actor, companyId, id)
  const { party, changes } = grant
  const columns = await columnsOf(tx, actor, companyId, { facts, party, changes }, today)
  if (grant.revision !== revision) throw new Problem('changed-meanwhile')
  await rewriteGrant(tx, actor, { grant, companyId, columns, reason }, { changeId, today, now })
}

type Rewriting = { grant: StoredGrant; companyId: CompanyId | null; columns: GrantColumns; reason: string }

/** Writes a line over and keeps what it was, with the reason. */
export async function rewriteGrant(
  tx: Tx,
  actor: Actor,
  { grant, companyId, columns, reason }: Rewriting,
  { changeId, today, now }: Moment,
): Promise<void> {
  const { id, revision } = grant
  await written(updateGrant(tx, actor.programmeId, id, revision, { facts: columns }))
  const before = factsOf(grant)
  const change = { id: changeId, kind: 'corrected' as const, decidedOn: today, minor: null, reason, before }
  await insertGrantChange(tx, actor.programmeId, id, { ...change, by: actor.personId, at: now })
  const detail = { from: before, to: columns, reason }
  const about = { ...(companyId && { companyId }), subjectId: id, detail, audience: 'all' as const }
  await recordEvent(tx, actor, { kind: 'aid.grant-corrected', ...about })
}

/** A decision that lowers a grant or takes it back; or that it should never have stood here. */
export async function changeGrant(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  input: GrantChangeInput,
  { today, now }: Omit<Moment, 'changeId'>,
): Promise<void> {
  const grant = await requireGrant(tx, actor, companyId, id)
  if (grant.changes.some((change) => change.id === input.id)) return
  const { kind, reason } = input
  const decidedOn = 'decidedOn' in input ? input.decidedOn : today
  const decision = checkChange(grant, { kind, decidedOn, minor: 'minor' in input ? input.minor : null }, today)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const removal = kind === 'removed' ? { removedAt: now } : {}
  const withdrawal = decision.value === 0 ? { withdrawnOn: decidedOn } : {}
  await written(updateGrant(tx, actor.programmeId, id, input.revision, { ...removal, ...withdrawal }))
  const before = { ...factsOf(grant), minor: minorOn(grant, decidedOn) }
  const change = { id: input.id, kind, decidedOn, minor: decision.value, reason, before }
  await insertGrantChange(tx, actor.programmeId, id, { ...change, by: actor.personId, at: now })
  const detail = { kind, decidedOn, from: before.minor, to: decision.value, currency: grant.currency, reason }
  await recordEvent(tx, actor, { kind: `aid.grant-${kind}`, companyId, subjectId: id, detail, audience: 'all' })
}

/** What the programme decided is changed by those who record decisions; what others awarded, by those who know it. */
export function mayChangeGrant(
  actor: Actor,
  subject: CompanySubject,
  { origin }: Pick<StoredGrant, 'origin'>,
): boolean {
  return can(actor, origin === 'programme' ? 'aid.grant' : 'aid.edit', subject)
}

/** Every decision and correction of a line of this programme, in order. Throws `not-found` where there is none. */
export async function readChanges(tx: Tx, actor: Actor, id: RecordId): Promise<StoredGrant['changes']> {
  const grant = await findGrant(tx, actor.programmeId, id)
  if (!grant) throw new Problem('not-found')
  return grant.changes
}

async function requireGrant(tx: Tx, actor: Actor, companyId: CompanyId, id: RecordId): Promise<StoredGrant> {
  const subject = await requireInCompany(tx, actor, 'aid.read', companyId)
  const grant = await findGrant(tx, actor.programmeId, id)
  if (!grant || grant.removedAt !== null) throw new Problem('not-found')
  const { facts, partyId } = await readPicture(tx, actor, companyId)
  const isInGroup = grant.party === partyId || facts.parties.some((party) => party.id === grant.party)
  if (!isInGroup) throw new Problem('not-found')
  if (!mayChangeGrant(actor, subject, grant)) throw new Problem('not-allowed')
  return grant
}

type Line = { facts: Facts; party: string; changes: StoredGrant['changes'] }

/** The line as it is kept, with the rate of its day. Throws `invalid-input` with what cannot be true. */
async function columnsOf(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { facts, party, changes }: Line,
  today: PlainDate,
): Promise<GrantColumns> {
  const { rules } = await readRules(tx, actor)
  const picture = await readPicture(tx, actor, companyId)
  const { amount: given, ...words } = facts
  const valued = given.rate ? undefined : await withRate(tx, given, facts.awardedOn, rules.ratePolicy)
  const amount: Amount = valued?.ok ? valued.amount : given
  const rate = amount.rate ?? null
  const grant = asAidGrant({ id: party, party, ...words, ...amount, rate, changes })
  if (facts.awardedOn > today) throw new Problem('decision-ahead')
  const faults = grantFaults(DE_MINIMIS_LAW, [grant], receivers(picture.facts), [])
  refuseFaults(
    faults.map(({ pointer, message }) => ({
      pointer: pointer.replace('#/0/', '#/').replace('beneficiary', 'party'),
      message,
    })),
  )
  const { currency, minor } = amount
  return { ...words, currency, minor, rate, eurCents: toEurCents(DE_MINIMIS_LAW, amount) }
}

function factsOf(grant: StoredGrant) {
  const { memberState, regulation, awardedOn, currency, minor, rate, eurCents } = grant
  const { authority, scheme, instrument, industryCode, reference } = grant
  return {
    ...{ memberState, regulation, awardedOn, currency, minor, rate, eurCents },
    ...{ authority, scheme, instrument, industryCode, reference },
  }
}
