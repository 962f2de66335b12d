import { costOf, isOpenForChange, ownValue, supportStep } from '@stegvis/core/aid/support/rules.ts'
import type { NewSupport, SupportChange, SupportInput, SupportStep } from '@stegvis/core/aid/support/schema.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { partyOf } from '../groups/service.ts'
import { requireCosts } from '../rules/service.ts'
import { findSupport, insertSupport, type StoredSupport, updateSupport } from './store.ts'

/** Plans support at the programme's costs of the day. The same id again changes nothing. */
export async function planSupport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, ...input }: NewSupport,
  now: string,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.plan', companyId)
  const planned = await valued(tx, actor, companyId, input, now)
  const added = await insertSupport(tx, keyOf(actor, companyId), { id, ...planned, by: actor.personId, at: now })
  if (!added) return
  const detail = { amountMinor: planned.amountMinor, currency: planned.currency }
  await recordEvent(tx, actor, { kind: 'aid.support-planned', companyId, subjectId: id, detail, audience: 'all' })
}

/** Writes the plan over, at the costs of today. Refuses what was sent: it is taken back first. */
export async function changeSupport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  { revision, ...input }: SupportChange,
  now: string,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.plan', companyId)
  const before = await getSupport(tx, actor, companyId, id)
  if (!isOpenForChange(before.state)) throw new Problem('support-closed', before.state)
  const planned = await valued(tx, actor, companyId, input, now)
  await written(updateSupport(tx, actor.programmeId, id, revision, planned))
  const detail = {
    from: { amountMinor: before.amountMinor, cost: before.cost },
    to: { amountMinor: planned.amountMinor, cost: planned.cost },
    currency: planned.currency,
  }
  await recordEvent(tx, actor, { kind: 'aid.support-changed', companyId, subjectId: id, detail, audience: 'all' })
}

/** Sends it to the authority, takes it back or gives it up. */
export async function moveSupport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  { revision, to }: SupportStep,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.plan', companyId)
  const before = await getSupport(tx, actor, companyId, id)
  if (before.state === to) return
  const decision = supportStep(before.state, to)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  await written(updateSupport(tx, actor.programmeId, id, revision, { state: to }))
  const detail = { from: before.state, to }
  await recordEvent(tx, actor, { kind: 'aid.support-moved', companyId, subjectId: id, detail, audience: 'all' })
}

export async function getSupport(tx: Tx, actor: Actor, companyId: CompanyId, id: RecordId): Promise<StoredSupport> {
  const support = await findSupport(tx, keyOf(actor, companyId), id)
  if (!support) throw new Problem('not-found')
  return support
}

/** Throws `changed-meanwhile` where somebody else was first; the page reads again. */
export async function written(update: Promise<boolean>): Promise<void> {
  if (!(await update)) throw new Problem('changed-meanwhile')
}

async function valued(tx: Tx, actor: Actor, companyId: CompanyId, { note, ...input }: SupportInput, now: string) {
  const { rules, costs } = await requireCosts(tx, actor)
  const cost = costOf(input, costs, await partyOf(tx, actor, companyId, now))
  return { cost, amountMinor: ownValue(cost).aidMinor, currency: rules.currency, note }
}
