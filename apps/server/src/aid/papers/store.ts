import { PaperData } from '@stegvis/core/aid/papers/material.ts'
import type { PaperKind } from '@stegvis/core/aid/papers/schema.ts'
import type { StatedAuthority } from '@stegvis/core/aid/signing/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, DocumentId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { sql } from 'kysely'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'

/** Where a page ended: the instant of its last row, and the id that tells equal instants apart. */
type Place = { at: string; id: string }

export type PaperSignature = { id: RecordId; name: string; statedAuthority: StatedAuthority; at: string }

export type StoredPaper = {
  id: RecordId
  companyId: CompanyId
  kind: PaperKind
  language: Language
  subjectId: RecordId
  subjectRevision: number
  keepUntil: PlainDate
  madeAt: string
  madeBy: string | null
  document: { id: DocumentId; name: string; sizeBytes: number; sha256: string } | null
  data: PaperData
  signatures: PaperSignature[]
}

function papers(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('paper as p')
    .leftJoin('document as d', (join) =>
      join.onRef('d.programme_id', '=', 'p.programme_id').onRef('d.id', '=', 'p.document_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'p.made_by')
    .selectAll('p')
    .select(['d.name as file_name', 'd.size_bytes', 'd.sha256', 'u.name as made_by_name'])
    .select(
      sql<PaperSignature[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'name', s.signer_name, 'statedAuthority', s.stated_authority, 'at', s.signed_at
        ) order by s.signed_at, s.id), '[]')
        from signature s where s.programme_id = p.programme_id and s.document_id = p.document_id)`.as('signatures'),
    )
    .where('p.programme_id', '=', programmeId)
}

type Row = Awaited<ReturnType<ReturnType<typeof papers>['executeTakeFirstOrThrow']>>

const paperOf = (row: Row): StoredPaper => ({
  id: row.id,
  companyId: row.company_id,
  kind: row.kind,
  language: row.language,
  subjectId: row.subject_id,
  subjectRevision: row.subject_revision,
  keepUntil: row.keep_until,
  madeAt: row.made_at,
  madeBy: row.made_by_name,
  document:
    row.document_id !== null && row.file_name !== null
      ? { id: row.document_id, name: row.file_name, sizeBytes: row.size_bytes!, sha256: row.sha256! }
      : null,
  data: PaperData.parse(row.material),
  signatures: row.signatures.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
})

/**
 * What a company has, newest first: papers that need no signature, those that are signed, and of those that can still
 * be signed the newest state. Drafts that were overtaken are kept, and no longer shown.
 */
function shownPapers(tx: Tx, { programmeId, companyId }: CompanyKey) {
  return papers(tx, programmeId)
    .where('p.company_id', '=', companyId)
    .where(
      sql<boolean>`(
        p.kind not in ('declaration', 'sme-declaration')
        or exists (select from signature s where s.programme_id = p.programme_id and s.document_id = p.document_id)
        or not exists (
          select from paper n where n.programme_id = p.programme_id and n.kind = p.kind and n.subject_id = p.subject_id
            and (n.subject_revision > p.subject_revision or (n.subject_revision = p.subject_revision and exists (
              select from signature s where s.programme_id = n.programme_id and s.document_id = n.document_id)))
        ))`,
    )
}

/** One more than a page tells that there is a next. */
export async function listPapers(
  tx: Tx,
  key: CompanyKey,
  after: Place | undefined,
  limit: number,
): Promise<StoredPaper[]> {
  let query = shownPapers(tx, key).orderBy('p.made_at', 'desc').orderBy('p.id', 'desc').limit(limit)
  if (after) query = query.where(sql<boolean>`(p.made_at, p.id) < (${after.at}, ${after.id})`)
  return (await query.execute()).map(paperOf)
}

export async function countPapers(tx: Tx, key: CompanyKey): Promise<number> {
  const { count } = await tx
    .selectFrom(shownPapers(tx, key).as('shown'))
    .select(tx.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function findPaper(tx: Tx, programmeId: ProgrammeId, id: RecordId): Promise<StoredPaper | undefined> {
  const row = await papers(tx, programmeId).where('p.id', '=', id).executeTakeFirst()
  return row && paperOf(row)
}

/** The paper that a document is the file of. */
export async function findPaperOfDocument(
  tx: Tx,
  programmeId: ProgrammeId,
  documentId: DocumentId,
): Promise<StoredPaper | undefined> {
  const row = await papers(tx, programmeId).where('p.document_id', '=', documentId).executeTakeFirst()
  return row && paperOf(row)
}

export type PaperState = Pick<StoredPaper, 'kind' | 'subjectId' | 'subjectRevision' | 'language'>

/** The paper of one state of one thing, where there is one. */
export async function findPaperOf(tx: Tx, key: CompanyKey, state: PaperState): Promise<StoredPaper | undefined> {
  const row = await papers(tx, key.programmeId)
    .where('p.company_id', '=', key.companyId)
    .where('p.kind', '=', state.kind)
    .where('p.subject_id', '=', state.subjectId)
    .where('p.subject_revision', '=', state.subjectRevision)
    .where('p.language', '=', state.language)
    .executeTakeFirst()
  return row && paperOf(row)
}

export type NewPaperRecord = PaperState & {
  id: RecordId
  data: PaperData
  keepUntil: PlainDate
  madeBy: PersonId
  madeAt: string
}

/** Adds nothing where the paper of this state is there already. */
export async function insertPaper(tx: Tx, key: CompanyKey, paper: NewPaperRecord): Promise<void> {
  await tx
    .insertInto('paper')
    .values({
      programme_id: key.programmeId,
      id: paper.id,
      company_id: key.companyId,
      kind: paper.kind,
      language: paper.language,
      subject_id: paper.subjectId,
      subject_revision: paper.subjectRevision,
      material: JSON.stringify(paper.data),
      keep_until: paper.keepUntil,
      made_by: paper.madeBy,
      made_at: paper.madeAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'kind', 'subject_id', 'subject_revision', 'language']).doNothing(),
    )
    .execute()
}

export type PaperFile = { id: DocumentId; name: string; sha256: string; content: Buffer; at: string }

/** Keeps the file of a paper that has none yet. */
export async function keepFile(tx: Tx, programmeId: ProgrammeId, paperId: RecordId, file: PaperFile): Promise<void> {
  const paper = await tx
    .selectFrom('paper')
    .select(['company_id', 'kind', 'document_id', 'made_by'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', paperId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (paper.document_id !== null) return
  await tx
    .insertInto('document')
    .values({
      programme_id: programmeId,
      id: file.id,
      company_id: paper.company_id,
      kind: paper.kind,
      name: file.name,
      media_type: 'application/pdf',
      size_bytes: file.content.length,
      sha256: file.sha256,
      content: file.content,
      uploaded_by: paper.made_by,
      uploaded_at: file.at,
    })
    .execute()
  await tx
    .updateTable('paper')
    .set({ document_id: file.id })
    .where('programme_id', '=', programmeId)
    .where('id', '=', paperId)
    .execute()
}

export async function readFile(tx: Tx, programmeId: ProgrammeId, id: DocumentId): Promise<Buffer> {
  const { content } = await tx
    .selectFrom('document')
    .select('content')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return content
}

/** The day of the programme’s last award under a scheme; undefined where there is none. */
export async function findLastAward(tx: Tx, programmeId: ProgrammeId): Promise<PlainDate | undefined> {
  const row = await tx
    .selectFrom('aid_grant')
    .select('awarded_on')
    .where('programme_id', '=', programmeId)
    .where('origin', '=', 'programme')
    .where('scheme', '<>', '')
    .where('removed_at', 'is', null)
    .orderBy('awarded_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.awarded_on
}
