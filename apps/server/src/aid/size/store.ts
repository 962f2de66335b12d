import { SmeQuestion, SmeStatus } from '@stegvis/core/aid/size/schema.ts'
import type { ReviewInput, SizeSnapshotSummary } from '@stegvis/core/aid/size/snapshots.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'

export type StoredSnapshot = Omit<SizeSnapshotSummary, 'decides'>

function selectSnapshots(tx: Tx) {
  return tx
    .selectFrom('size_snapshot as s')
    .leftJoin('auth.user as t', 't.id', 's.taken_by')
    .leftJoin('auth.user as r', 'r.id', 's.reviewed_by')
    .select(['s.id', 's.anchor', 's.on_day as on', 's.verdict', 's.category', 's.taken_at as takenAt'])
    .select(['t.name as takenBy', 'r.name as reviewedBy'])
    .select(['s.review_verdict', 's.review_reason', 's.reviewed_at'])
    .orderBy('s.taken_at', 'desc')
    .orderBy('s.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSnapshots>['execute']>>[number]

function toSnapshot(row: Row): StoredSnapshot {
  const { review_verdict: verdict, review_reason: reason, reviewed_at: at, reviewedBy: by, ...snapshot } = row
  return { ...snapshot, review: verdict && reason !== null && at ? { verdict, reason, by, at } : null }
}

/** Newest first. */
export async function listSnapshots(tx: Tx, { programmeId, companyId }: CompanyKey): Promise<StoredSnapshot[]> {
  const rows = await selectSnapshots(tx)
    .where('s.programme_id', '=', programmeId)
    .where('s.company_id', '=', companyId)
    .execute()
  return rows.map(toSnapshot)
}

/** The latest snapshot that says whether a company may take part; undefined where there is none. */
export async function findDeciding(tx: Tx, companyId: CompanyId): Promise<StoredSnapshot | undefined> {
  const row = await selectSnapshots(tx)
    .where('s.company_id', '=', companyId)
    .where('s.anchor', 'in', ['grant', 'application'])
    .limit(1)
    .executeTakeFirst()
  return row && toSnapshot(row)
}

export type WholeSnapshot = StoredSnapshot & { input: SmeQuestion; status: SmeStatus }

/** A snapshot of this company with all it rests on. */
export async function findSnapshot(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  id: RecordId,
): Promise<WholeSnapshot | undefined> {
  const row = await selectSnapshots(tx)
    .select(['s.input', 's.status'])
    .where('s.programme_id', '=', programmeId)
    .where('s.company_id', '=', companyId)
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { input, status, ...rest } = row
  return { ...toSnapshot(rest), input: SmeQuestion.parse(input), status: SmeStatus.parse(status) }
}

/** False when the id is there already, as after a repeated call. */
export async function insertSnapshot(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  taken: { id: RecordId; input: SmeQuestion; status: SmeStatus; by: PersonId; at: string },
): Promise<boolean> {
  const { id, input, status, by, at } = taken
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('size_snapshot')
    .values({
      ...{ programme_id: programmeId, id, company_id: companyId },
      ...{ anchor: status.anchor, on_day: status.on, verdict: status.verdict, category: status.category },
      ...{ input: JSON.stringify(input), status: JSON.stringify(status), taken_by: by, taken_at: at },
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when somebody else has decided meanwhile. */
export async function saveReview(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  { verdict, reason, by, at }: ReviewInput & { by: PersonId; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('size_snapshot')
    .set({ review_verdict: verdict, review_reason: reason, reviewed_by: by, reviewed_at: at })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
