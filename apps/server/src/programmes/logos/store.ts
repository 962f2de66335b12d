import type { DocumentId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'

export type NewLogo = {
  id: DocumentId
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  content: Buffer
}

export async function insertLogo(tx: Tx, programmeId: ProgrammeId, by: PersonId | null, logo: NewLogo): Promise<void> {
  await tx
    .insertInto('document')
    .values({
      programme_id: programmeId,
      id: logo.id,
      kind: 'logo',
      name: logo.name,
      media_type: logo.mediaType,
      size_bytes: logo.sizeBytes,
      sha256: logo.sha256,
      content: logo.content,
      uploaded_by: by,
    })
    .execute()
}

/** A mark of the programme or of one of its funders; documents of other kinds are not found here. */
export async function findLogo(
  tx: Tx,
  programmeId: ProgrammeId,
  id: DocumentId,
): Promise<{ mediaType: string; content: Buffer } | undefined> {
  return tx
    .selectFrom('document')
    .select(['media_type as mediaType', 'content'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('kind', '=', 'logo')
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}
