import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import { ProgrammeTexts, type PublicProgrammeRow } from '@stegvis/core/programmes/schema.ts'
import type { Tx } from '../../db/tenancy.ts'

export async function findOpen(tx: Tx, slug: string): Promise<ProgrammeId | undefined> {
  const row = await tx
    .selectFrom('programme')
    .select('id')
    .where('slug', '=', slug)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return row?.id
}

/** Open programmes by name; an installation has few. */
export async function listOpen(tx: Tx): Promise<PublicProgrammeRow[]> {
  const rows = await tx
    .selectFrom('programme')
    .select(['slug', 'name', 'texts', 'demonstration'])
    .where('status', '=', 'open')
    .orderBy('slug')
    .execute()
  return rows.map(({ slug, name, texts, demonstration }) => ({
    ...{ slug, demonstration },
    name: DraftText.parse(name),
    summary: ProgrammeTexts.parse(texts).summary,
  }))
}
