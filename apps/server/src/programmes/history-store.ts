import type { ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type HistoryEntry, Part } from '@stegvis/core/programmes/schema.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../db/tenancy.ts'

/** What the services of this feature write into the detail of an event. */
const Detail = z.looseObject({
  part: Part.nullable().catch(null),
  name: z.string().nullable().catch(null),
  field: z.string().nullable().catch(null),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
})

export const HistoryPlace = z.strictObject({ at: z.string(), id: z.uuid() })
export type HistoryPlace = z.infer<typeof HistoryPlace>

/** Changes of the programme, newest first, and where to go on. */
export async function listHistory(
  tx: Tx,
  programmeId: ProgrammeId,
  after: HistoryPlace | null,
  limit: number,
): Promise<{ entries: HistoryEntry[]; end: HistoryPlace | null }> {
  let query = tx
    .selectFrom('event as e')
    .leftJoin('auth.user as u', 'u.id', 'e.person_id')
    .select(['e.id', 'e.at', 'e.kind', 'u.name as by', 'e.subject_id as partId', 'e.detail'])
    .select(sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactly'))
    .where('e.programme_id', '=', programmeId)
    .where('e.kind', 'like', 'programme.%')
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where(sql<boolean>`(e.at, e.id) < (${after.at}, ${after.id})`)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    entries: shown.map(({ exactly: _, detail, partId, ...event }) => {
      const { part, name, field, from, to } = Detail.parse(detail)
      return { ...event, partId: partId as RecordId | null, part, name, field, from: from ?? null, to: to ?? null }
    }),
    end: rows.length > limit && last ? { at: last.exactly, id: last.id } : null,
  }
}
