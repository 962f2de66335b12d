import type { SmeCategory, SmeStatus } from '@stegvis/core/aid/size/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'

/** Whether a company may take part, as it was last decided. */
export type Eligibility = {
  snapshotId: RecordId
  anchor: 'grant' | 'application'
  /** the day the status is of */
  on: PlainDate
  verdict: SmeStatus['verdict']
  category: SmeCategory | null
  /** what a person decided where the rules did not; null where they did, or nobody has yet */
  review: { verdict: 'pass' | 'block'; reason: string; by: string | null; at: string } | null
}

/** The latest snapshot that decides; undefined where there is none. */
export async function findDeciding(tx: Tx, companyId: CompanyId): Promise<Eligibility | undefined> {
  const row = await tx
    .selectFrom('size_snapshot as s')
    .leftJoin('auth.user as u', 'u.id', 's.reviewed_by')
    .select(['s.id', 's.anchor', 's.on_day', 's.verdict', 's.category', 'u.name as by'])
    .select(['s.review_verdict', 's.review_reason', 's.reviewed_at'])
    .where('s.company_id', '=', companyId)
    .where('s.anchor', 'in', ['grant', 'application'])
    .orderBy('s.taken_at', 'desc')
    .orderBy('s.id', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const { review_verdict: verdict, review_reason: reason, reviewed_at: at } = row
  return {
    snapshotId: row.id,
    anchor: row.anchor as Eligibility['anchor'],
    on: row.on_day,
    verdict: verdict ?? row.verdict,
    category: row.category,
    review: verdict && reason !== null && at ? { verdict, reason, by: row.by, at } : null,
  }
}
