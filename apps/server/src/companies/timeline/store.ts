import type { TimelineEvent } from '@stegvis/core/companies/timeline/schema.ts'
import type { Audience } from '@stegvis/core/companies/timeline/timeline.ts'
import type { PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import type { CompanyKey } from '../key.ts'
import type { Place } from '../keyset.ts'

export type TimelineScope = {
  audiences: readonly Audience[]
  /** only kinds that begin so */
  prefixes: readonly string[]
}

/** Newest first; one event more than `limit` tells that there is a next page. */
export async function listEvents(
  tx: Tx,
  key: CompanyKey,
  { audiences, prefixes }: TimelineScope,
  page: { after: Place | undefined; limit: number },
): Promise<{ events: TimelineEvent[]; end: Place | null }> {
  let query = tx
    .selectFrom('event as e')
    .leftJoin('auth.user as u', 'u.id', 'e.person_id')
    .select(['e.id', 'e.at', 'e.kind', 'u.name as who', 'e.audience', 'e.detail'])
    .select(sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactly'))
    .where('e.programme_id', '=', key.programmeId)
    .where('e.company_id', '=', key.companyId)
    .where('e.audience', 'in', [...audiences])
    .where(sql<boolean>`e.kind like any(${prefixes.map((prefix) => `${prefix}%`)})`)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(page.limit + 1)
  if (page.after) {
    const { value: at, id } = page.after
    query = query.where(sql<boolean>`(e.at, e.id) < (${at}, ${id})`)
  }
  const rows = await query.execute()
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    events: shown.map(({ exactly: _, detail, ...event }) => ({ ...event, detail: detail as Record<string, unknown> })),
    end: rows.length > page.limit && last ? { value: last.exactly, id: last.id } : null,
  }
}

export type NewOpening = { id: RecordId; personId: PersonId; reason: string; until: string }

/** False when this opening is kept already: the request is a repeated one. */
export async function insertOpening(tx: Tx, key: CompanyKey, opening: NewOpening): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('opened_record')
    .values({
      programme_id: key.programmeId,
      id: opening.id,
      company_id: key.companyId,
      person_id: opening.personId,
      reason: opening.reason,
      until_at: opening.until,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function findOpenedUntil(tx: Tx, key: CompanyKey, personId: PersonId): Promise<string | null> {
  const row = await tx
    .selectFrom('opened_record')
    .select('until_at as until')
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('person_id', '=', personId)
    .where('until_at', '>', sql<string>`now()`)
    .orderBy('until_at', 'desc')
    .executeTakeFirst()
  return row?.until ?? null
}
