import type { EvidenceFile, EvidenceView } from '@stegvis/core/assessments/schema.ts'
import type { AssessmentId, CompanyId, DocumentId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'

export type EvidenceRecord = EvidenceView & { removed: boolean; documentId: DocumentId | null }

function evidenceRows(tx: Tx, assessmentId: AssessmentId) {
  return tx
    .selectFrom('evidence as e')
    .leftJoin('document as d', (join) =>
      join.onRef('d.programme_id', '=', 'e.programme_id').onRef('d.id', '=', 'e.document_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'e.added_by')
    .select(['e.id', 'e.question_id', 'e.class', 'e.description', 'e.dated_on', 'e.best_before_on', 'e.revision'])
    .select(['e.removed_at', 'e.document_id', 'u.name as added_by'])
    .select(['d.name', 'd.media_type', 'd.size_bytes', 'd.sha256'])
    .where('e.assessment_id', '=', assessmentId)
}

type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceRows>['executeTakeFirstOrThrow']>>

function toRecord(row: EvidenceRow): EvidenceRecord {
  const file: EvidenceFile | null =
    row.name === null || row.media_type === null || row.size_bytes === null || row.sha256 === null
      ? null
      : { name: row.name, mediaType: row.media_type, sizeBytes: row.size_bytes, sha256: row.sha256 }
  return {
    id: row.id,
    question: row.question_id,
    class: row.class,
    description: row.description,
    datedOn: row.dated_on,
    bestBeforeOn: row.best_before_on,
    file,
    addedBy: row.added_by,
    revision: row.revision,
    removed: row.removed_at !== null,
    documentId: row.document_id,
  }
}

export async function listEvidence(tx: Tx, assessmentId: AssessmentId): Promise<EvidenceView[]> {
  const rows = await evidenceRows(tx, assessmentId)
    .where('e.removed_at', 'is', null)
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => viewOf(toRecord(row)))
}

export function viewOf({ removed: _removed, documentId: _documentId, ...view }: EvidenceRecord): EvidenceView {
  return view
}

/** A piece of evidence of this assessment, also when it was removed. */
export async function findEvidence(
  tx: Tx,
  assessmentId: AssessmentId,
  id: RecordId,
): Promise<EvidenceRecord | undefined> {
  const row = await evidenceRows(tx, assessmentId).where('e.id', '=', id).executeTakeFirst()
  return row && toRecord(row)
}

export type FiledFacts = Pick<EvidenceView, 'question' | 'class' | 'description' | 'datedOn' | 'bestBeforeOn'>

/** Writes the facts of a piece of evidence; one that was removed comes back. */
export async function saveEvidence(
  tx: Tx,
  key: { programmeId: ProgrammeId; assessmentId: AssessmentId; id: RecordId },
  facts: FiledFacts,
  by: { personId: PersonId; revision: number },
): Promise<void> {
  const stored = {
    question_id: facts.question,
    class: facts.class,
    description: facts.description,
    dated_on: facts.datedOn,
    best_before_on: facts.bestBeforeOn,
    revision: by.revision,
    removed_at: null,
  }
  await tx
    .insertInto('evidence')
    .values({
      programme_id: key.programmeId,
      id: key.id,
      assessment_id: key.assessmentId,
      added_by: by.personId,
      ...stored,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doUpdateSet(stored))
    .execute()
}

export async function removeEvidence(tx: Tx, id: RecordId, revision: number, at: string): Promise<void> {
  await tx.updateTable('evidence').set({ removed_at: at, revision }).where('id', '=', id).execute()
}

export type UploadedFile = EvidenceFile & { content: Buffer }

export async function insertDocument(
  tx: Tx,
  key: { programmeId: ProgrammeId; id: DocumentId; companyId: CompanyId },
  file: UploadedFile,
  by: PersonId,
): Promise<void> {
  await tx
    .insertInto('document')
    .values({
      programme_id: key.programmeId,
      id: key.id,
      company_id: key.companyId,
      kind: 'evidence',
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      content: file.content,
      uploaded_by: by,
    })
    .execute()
}

export async function attachDocument(tx: Tx, evidenceId: RecordId, documentId: DocumentId): Promise<void> {
  await tx.updateTable('evidence').set({ document_id: documentId }).where('id', '=', evidenceId).execute()
}

export async function getDocument(tx: Tx, id: DocumentId): Promise<UploadedFile> {
  return tx
    .selectFrom('document')
    .select(['name', 'media_type as mediaType', 'size_bytes as sizeBytes', 'sha256', 'content'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
