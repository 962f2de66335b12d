import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText, inLanguage, type Language } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Letterhead } from './mail-layout.ts'

/** The programme's name and the sentences its funders ask for, as a mail shows them, and where its pages are. */
export async function getLetterhead(
  tx: Tx,
  programmeId: ProgrammeId,
  language: Language,
): Promise<Letterhead & { slug: string }> {
  const programme = await tx
    .selectFrom('programme')
    .select(['slug', 'name'])
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  const funders = await tx
    .selectFrom('funder')
    .select('acknowledgement')
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .where('acknowledgement', 'is not', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    slug: programme.slug,
    name: inLanguage(DraftText.parse(programme.name), language),
    acknowledgements: funders
      .map(({ acknowledgement }) => inLanguage(DraftText.parse(acknowledgement), language))
      .filter((text) => text !== ''),
  }
}
