import type { HistoryEntry } from '@stegvis/core/audit/schema.ts'
import { FieldValue } from '@stegvis/core/kernel/changes.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../db/tenancy.ts'

/** More than anybody reads of one record; the whole of it stays in the table. */
const MOST = 200

/** What happened to one record, newest first. A change of a field has `field`, `from` and `to` in its detail. */
export async function listHistory(tx: Tx, subjectId: RecordId): Promise<HistoryEntry[]> {
  const rows = await tx
    .selectFrom('event as e')
    .leftJoin('auth.user as u', 'u.id', 'e.person_id')
    .select(['e.id', 'e.at', 'e.kind', 'u.name as who', 'e.detail'])
    .where('e.subject_id', '=', subjectId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ detail, ...row }) => {
    const { field, from, to } = detail as Record<string, unknown>
    return { ...row, field: typeof field === 'string' ? field : null, from: fieldValue(from), to: fieldValue(to) }
  })
}

function fieldValue(value: unknown): FieldValue {
  const parsed = FieldValue.safeParse(value)
  return parsed.success ? parsed.data : null
}
