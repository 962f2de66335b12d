import { faultAt } from '@stegvis/core/aid/input.ts'
import { ceilingsOf } from '@stegvis/core/aid/size/definition.ts'
import type { SmeQuestion } from '@stegvis/core/aid/size/schema.ts'
import {
  type CompanySize,
  type NewSnapshot,
  type ReviewInput,
  reviewSnapshot,
  type SizeSnapshot,
  type SizeSnapshotSummary,
  type SizeSnapshots,
} from '@stegvis/core/aid/size/snapshots.ts'
import { readsAsPersonalNumber } from '@stegvis/core/identity/masking.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireCompany, requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { SME_DEFINITIONS } from './definitions.ts'
import { answerSize, askSize } from './question.ts'
import { findDeciding, findSnapshot, insertSnapshot, listSnapshots, type StoredSnapshot, saveReview } from './store.ts'

/** Whether a company may take part, as it was last decided; `verdict` is a person's where one has decided. */
export type Eligibility = Pick<StoredSnapshot, 'on' | 'verdict' | 'category' | 'review'> & {
  snapshotId: RecordId
  anchor: 'grant' | 'application'
}

/**
 * Whether a company may take part, from the latest snapshot of its size for a grant or an application; null where
 * nothing has been decided. A verdict that a person gave stands in place of `review`.
 */
export async function eligibilityOf(tx: Tx, companyId: CompanyId): Promise<Eligibility | null> {
  const found = await findDeciding(tx, companyId)
  if (!found || found.anchor === 'other') return null
  const { id, anchor, on, category, review } = found
  return { snapshotId: id, anchor, on, verdict: review?.verdict ?? found.verdict, category, review }
}

/** The size of a company on a day, computed from what is known now; nothing is kept. */
export async function readSize(tx: Tx, actor: Actor, companyId: CompanyId, on: PlainDate): Promise<CompanySize> {
  await requireInCompany(tx, actor, 'aid.read', companyId)
  return answerSize(await askSize(tx, actor, companyId, { on, anchor: 'other' }))
}

export async function readSnapshots(tx: Tx, actor: Actor, companyId: CompanyId): Promise<SizeSnapshots> {
  const subject = await requireInCompany(tx, actor, 'aid.read', companyId)
  return {
    snapshots: withDeciding(await listSnapshots(tx, keyOf(actor, companyId))),
    mayDecide: can(actor, 'aid.eligibility', subject),
  }
}

/** Of snapshots newest first, which decides. */
function withDeciding(snapshots: readonly StoredSnapshot[]): SizeSnapshotSummary[] {
  const deciding = snapshots.find(({ anchor }) => anchor !== 'other')
  return snapshots.map((snapshot) => ({ ...snapshot, decides: snapshot === deciding }))
}

/** One snapshot with all it rests on. Whoever computes it again needs no personal number. */
export async function readSnapshot(
  tx: Tx,
  actor: Actor,
  { companyId, id }: { companyId: CompanyId; id: RecordId },
): Promise<SizeSnapshot> {
  await requireInCompany(tx, actor, 'aid.read', companyId)
  const found = await findSnapshot(tx, keyOf(actor, companyId), id)
  if (!found) throw new Problem('not-found')
  const deciding = await findDeciding(tx, companyId)
  const ceilings = ceilingsOf(SME_DEFINITIONS, found.status.definition.id)
  return { ...found, ceilings, input: withoutPersonalNumbers(found.input), decides: deciding?.id === id }
}

function withoutPersonalNumbers(input: SmeQuestion): SmeQuestion {
  const parties = input.group.parties.map((party) => {
    if (!('number' in party) || !party.number || !readsAsPersonalNumber(party.number)) return party
    const { number: _, ...rest } = party
    return rest
  })
  return { ...input, group: { ...input.group, parties } }
}

const AHEAD = { sv: 'Dagen har inte varit än.', en: 'The day lies ahead.' }

/**
 * Keeps the size of a company as it is known now for a day, with everything it rests on. Throws `invalid-input` where
 * it cannot be computed.
 */
export async function takeSnapshot(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, anchor, on }: NewSnapshot,
  { now, today }: { now: string; today: PlainDate },
): Promise<SizeSnapshot> {
  await requireCompany(tx, actor, 'aid.eligibility', companyId)
  const key = keyOf(actor, companyId)
  if (await findSnapshot(tx, key, id)) return readSnapshot(tx, actor, { companyId, id })
  if (on > today) refuseFaults([faultAt(['on'], AHEAD)])
  const input = await askSize(tx, actor, companyId, { on, anchor })
  const { status, missing, faults } = answerSize(input)
  if (!status) {
    const rates = missing.rates.map(({ text }) => ({ pointer: '#/on', message: text }))
    refuseFaults([...rates, ...faults.map(({ text }) => ({ pointer: '#/on', message: text }))])
    throw new Error('a size that cannot be computed has no fault')
  }
  await insertSnapshot(tx, key, { id, input, status, by: actor.personId, at: now })
  const { verdict, category } = status
  const detail = { anchor, on, verdict, category }
  await recordEvent(tx, actor, { kind: 'size.snapshot-taken', companyId, subjectId: id, detail, audience: 'all' })
  return readSnapshot(tx, actor, { companyId, id })
}

/**
 * Keeps the size of companies of a demonstration for an application, where the rules decide it by themselves: what they
 * leave open waits for a person there too.
 */
export async function keepDecidedSizes(
  tx: Tx,
  programmeId: ProgrammeId,
  companyIds: readonly CompanyId[],
  { on, by, at }: { on: PlainDate; by: PersonId; at: string },
): Promise<void> {
  for (const companyId of companyIds) {
    const input = await askSize(tx, { programmeId }, companyId, { on, anchor: 'application' })
    const { status } = answerSize(input)
    if (!status || status.verdict === 'review') continue
    await insertSnapshot(tx, { programmeId, companyId }, { id: newId(), input, status, by, at })
  }
}

/** Decides what the rules left to a person. Throws `size-decided` and `reason-required`. */
export async function review(
  tx: Tx,
  actor: Actor,
  { companyId, id }: { companyId: CompanyId; id: RecordId },
  input: ReviewInput,
  now: string,
): Promise<SizeSnapshot> {
  await requireCompany(tx, actor, 'aid.eligibility', companyId)
  const found = await findSnapshot(tx, keyOf(actor, companyId), id)
  if (!found) throw new Problem('not-found')
  const decision = reviewSnapshot(found, input)
  if (!decision.ok) throw new Problem(decision.problem)
  const { verdict, reason } = decision.value
  const saved = await saveReview(tx, actor.programmeId, id, { verdict, reason, by: actor.personId, at: now })
  if (!saved) throw new Problem('size-decided')
  const detail = { verdict, reason }
  await recordEvent(tx, actor, { kind: 'size.reviewed', companyId, subjectId: id, detail, audience: 'all' })
  return readSnapshot(tx, actor, { companyId, id })
}
