import { DeclarationContent, DeclarationState } from '@stegvis/core/aid/declaration/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, DocumentId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'

export type StoredDeclaration = {
  id: RecordId
  companyId: CompanyId
  state: DeclarationState
  content: DeclarationContent
  revision: number
  by: string | null
  at: string
  signedOn: PlainDate | null
  signatureId: RecordId | null
  documentId: DocumentId | null
}

function declarations(tx: Tx, { programmeId, companyId }: CompanyKey) {
  return tx
    .selectFrom('aid_declaration as d')
    .leftJoin('auth.user as u', 'u.id', 'd.made_by')
    .selectAll('d')
    .select('u.name as made_by_name')
    .where('d.programme_id', '=', programmeId)
    .where('d.company_id', '=', companyId)
}

type Row = Awaited<ReturnType<ReturnType<typeof declarations>['execute']>>[number]

const toDeclaration = (row: Row): StoredDeclaration => ({
  id: row.id,
  companyId: row.company_id,
  state: DeclarationState.parse(row.state),
  content: DeclarationContent.parse(row.content),
  revision: row.revision,
  by: row.made_by_name,
  at: row.made_at,
  signedOn: row.signed_on,
  signatureId: row.signature_id,
  documentId: row.document_id,
})

/** Newest first. */
export async function listDeclarations(tx: Tx, key: CompanyKey): Promise<StoredDeclaration[]> {
  const rows = await declarations(tx, key).orderBy('d.made_at', 'desc').orderBy('d.id', 'desc').execute()
  return rows.map(toDeclaration)
}

export async function findDeclaration(tx: Tx, key: CompanyKey, id: RecordId): Promise<StoredDeclaration | undefined> {
  const row = await declarations(tx, key).where('d.id', '=', id).executeTakeFirst()
  return row && toDeclaration(row)
}

/** False when there is a draft already, or the id is taken. */
export async function insertDraft(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  draft: { id: RecordId; content: DeclarationContent; by: PersonId; at: string },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('aid_declaration')
    .values({
      programme_id: programmeId,
      id: draft.id,
      company_id: companyId,
      state: 'draft',
      content: JSON.stringify(draft.content),
      made_by: draft.by,
      made_at: draft.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Boolean(inserted.numInsertedOrUpdatedRows)
}

/** False when somebody else has written since that revision, or it is no draft any more. */
export async function updateDraft(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  revision: number,
  content: DeclarationContent,
): Promise<boolean> {
  const updated = await tx
    .updateTable('aid_declaration')
    .set((set) => ({ content: JSON.stringify(content), revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Boolean(updated.numUpdatedRows)
}

export type Signed = { signedOn: PlainDate; at: string; signatureId: RecordId | null; documentId: DocumentId | null }

/** Makes a draft the declaration in force; the one before it is superseded. False when it is no draft any more. */
export async function setSigned(tx: Tx, key: CompanyKey, id: RecordId, signed: Signed): Promise<boolean> {
  const { programmeId, companyId } = key
  const updated = await tx
    .updateTable('aid_declaration')
    .set((set) => ({
      state: 'signed',
      signed_on: signed.signedOn,
      signed_at: signed.at,
      signature_id: signed.signatureId,
      document_id: signed.documentId,
      revision: set('revision', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (!updated.numUpdatedRows) return false
  await tx
    .updateTable('aid_declaration')
    .set({ state: 'superseded' })
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', companyId)
    .where('state', '=', 'signed')
    .where('id', '!=', id)
    .execute()
  return true
}
