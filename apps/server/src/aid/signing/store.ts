import { Assurance, type SignedKind, StatedAuthority } from '@stegvis/core/aid/signing/schema.ts'
import type { CompanyId, DocumentId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Language, Text } from '@stegvis/core/kernel/text.ts'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'

export type StoredSignature = {
  id: RecordId
  companyId: CompanyId
  subject: { kind: SignedKind; id: RecordId }
  paperId: RecordId | null
  documentId: DocumentId
  documentSha256: string
  consent: Text
  language: Language
  signedBy: PersonId
  signerName: string
  statedAuthority: StatedAuthority
  method: string
  assurance: Assurance
  signedAt: string
}

function signatures(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('signature as s')
    .leftJoin('paper as p', (join) =>
      join.onRef('p.programme_id', '=', 's.programme_id').onRef('p.document_id', '=', 's.document_id'),
    )
    .selectAll('s')
    .select('p.id as paper_id')
    .where('s.programme_id', '=', programmeId)
}

type Row = Awaited<ReturnType<ReturnType<typeof signatures>['executeTakeFirstOrThrow']>>

const signatureOf = (row: Row): StoredSignature => ({
  id: row.id,
  companyId: row.company_id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  paperId: row.paper_id,
  documentId: row.document_id,
  documentSha256: row.document_sha256,
  consent: Text.parse(row.consent_text),
  language: row.language,
  signedBy: row.signed_by,
  signerName: row.signer_name,
  statedAuthority: row.stated_authority,
  method: row.method,
  assurance: Assurance.parse(row.assurance),
  signedAt: row.signed_at,
})

export async function findSignature(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
): Promise<StoredSignature | undefined> {
  const row = await signatures(tx, programmeId).where('s.id', '=', id).executeTakeFirst()
  return row && signatureOf(row)
}

/** Under one document, in the order they were made. */
export async function listSignatures(
  tx: Tx,
  programmeId: ProgrammeId,
  documentId: DocumentId,
): Promise<StoredSignature[]> {
  const rows = await signatures(tx, programmeId)
    .where('s.document_id', '=', documentId)
    .orderBy('s.signed_at')
    .orderBy('s.id')
    .execute()
  return rows.map(signatureOf)
}

export async function insertSignature(
  tx: Tx,
  key: CompanyKey,
  signature: Omit<StoredSignature, 'companyId' | 'paperId'>,
): Promise<void> {
  await tx
    .insertInto('signature')
    .values({
      programme_id: key.programmeId,
      id: signature.id,
      company_id: key.companyId,
      subject_kind: signature.subject.kind,
      subject_id: signature.subject.id,
      document_id: signature.documentId,
      document_sha256: signature.documentSha256,
      consent_text: JSON.stringify(signature.consent),
      language: signature.language,
      signed_by: signature.signedBy,
      signer_name: signature.signerName,
      stated_authority: signature.statedAuthority,
      method: signature.method,
      assurance: JSON.stringify(signature.assurance),
      signed_at: signature.signedAt,
    })
    .execute()
}

/** Two who sign at the same moment wait for each other, so that the second one sees the first. */
export async function lockPaper(tx: Tx, programmeId: ProgrammeId, paperId: RecordId): Promise<void> {
  await tx
    .selectFrom('paper')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('id', '=', paperId)
    .forUpdate()
    .execute()
}

/** A round trip that was begun. Its id is the one of the signature it leads to. */
export type SigningSession = {
  id: RecordId
  companyId: CompanyId
  paperId: RecordId
  signedBy: PersonId
  statedAuthority: StatedAuthority
  stateSha256: string
  startedAt: string
  expiresAt: string
}

/** Begun again under the same id, the earlier round trip no longer counts. Clears away what has expired. */
export async function saveSession(
  tx: Tx,
  key: CompanyKey,
  { consent, language, ...session }: SigningSession & { consent: Text; language: Language },
): Promise<void> {
  await tx
    .deleteFrom('signing_session')
    .where('programme_id', '=', key.programmeId)
    .where('expires_at', '<', session.startedAt)
    .execute()
  const changing = {
    state_sha256: session.stateSha256,
    stated_authority: session.statedAuthority,
    consent_text: JSON.stringify(consent),
    started_at: session.startedAt,
    expires_at: session.expiresAt,
    used_at: null,
  }
  await tx
    .insertInto('signing_session')
    .values({
      programme_id: key.programmeId,
      id: session.id,
      company_id: key.companyId,
      paper_id: session.paperId,
      signed_by: session.signedBy,
      language,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['programme_id', 'id'])
        .doUpdateSet(changing)
        .where('signing_session.signed_by', '=', session.signedBy)
        .where('signing_session.paper_id', '=', session.paperId),
    )
    .execute()
}

/** Finds the round trip of a state and uses it up; undefined when there is none that is open. */
export async function useSession(
  tx: Tx,
  programmeId: ProgrammeId,
  stateSha256: string,
  now: string,
): Promise<SigningSession | undefined> {
  const row = await tx
    .updateTable('signing_session')
    .set({ used_at: now })
    .where('programme_id', '=', programmeId)
    .where('state_sha256', '=', stateSha256)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      companyId: row.company_id,
      paperId: row.paper_id,
      signedBy: row.signed_by,
      statedAuthority: StatedAuthority.parse(row.stated_authority),
      stateSha256,
      startedAt: row.started_at,
      expiresAt: row.expires_at,
    }
  )
}

/** The programme as addresses name it. */
export async function findSlug(tx: Tx, programmeId: ProgrammeId): Promise<string> {
  const { slug } = await tx
    .selectFrom('programme')
    .select('slug')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return slug
}
