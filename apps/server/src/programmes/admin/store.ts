import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import type { ProgrammeRow } from '@stegvis/core/programmes/schema.ts'
import type { Tx } from '../../db/tenancy.ts'

/** Every programme of the installation, for its administrators. */
export async function listProgrammes(tx: Tx): Promise<ProgrammeRow[]> {
  const rows = await tx
    .selectFrom('programme')
    .select(['id', 'slug', 'name', 'status', 'demonstration', 'starts_on as startsOn', 'ends_on as endsOn'])
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, name: DraftText.parse(row.name) }))
}

/** False when a programme of this id is there already. An address that is taken is refused by the database. */
export async function insertProgramme(
  tx: Tx,
  row: { id: ProgrammeId; slug: string; name: DraftText; country: string; timeZone: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme')
    .values({
      ...{ id: row.id, slug: row.slug, country: row.country, time_zone: row.timeZone },
      name: JSON.stringify(row.name),
      status: 'draft',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
