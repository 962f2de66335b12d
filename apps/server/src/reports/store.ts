import type { AssessmentStatus } from '@stegvis/core/assessments/schema.ts'
import type { CompanyId, DocumentId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { DraftText, type Language } from '@stegvis/core/kernel/text.ts'
import type { CompanyFile, ReportData, ReportRow } from '@stegvis/core/reports/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/tenancy.ts'

/** Where a page ended: the instant of its last row, and the id that tells equal instants apart. */
export type Place = { at: string; id: string }

function reportRows(tx: Tx) {
  return tx
    .selectFrom('report as r')
    .innerJoin('document as d', (join) =>
      join.onRef('d.programme_id', '=', 'r.programme_id').onRef('d.id', '=', 'r.document_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'r.made_by')
    .select([
      'r.id',
      'r.company_id',
      'r.kind',
      'r.language',
      'd.name',
      'd.size_bytes',
      'r.made_at',
      'u.name as made_by',
    ])
}

type StoredReport = Awaited<ReturnType<ReturnType<typeof reportRows>['executeTakeFirstOrThrow']>>

const rowOf = (row: StoredReport): ReportRow => ({
  id: row.id,
  kind: row.kind,
  language: row.language as Language,
  fileName: row.name,
  sizeBytes: row.size_bytes,
  madeAt: row.made_at,
  madeBy: row.made_by,
})

/** Newest first; one more than a page tells that there is a next. */
export async function listReports(
  tx: Tx,
  companyId: CompanyId,
  after: Place | undefined,
  limit: number,
): Promise<ReportRow[]> {
  let query = reportRows(tx)
    .where('r.company_id', '=', companyId)
    .orderBy('r.made_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(r.made_at, r.id) < (${after.at}, ${after.id})`)
  return (await query.execute()).map(rowOf)
}

export async function countReports(tx: Tx, companyId: CompanyId): Promise<number> {
  const { count } = await tx
    .selectFrom('report')
    .select(tx.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return count
}

export async function findReport(
  tx: Tx,
  id: RecordId,
): Promise<{ companyId: CompanyId; report: ReportRow } | undefined> {
  const row = await reportRows(tx).where('r.id', '=', id).executeTakeFirst()
  return row && { companyId: row.company_id, report: rowOf(row) }
}

export async function readReportFile(tx: Tx, id: RecordId): Promise<{ name: string; content: Buffer }> {
  return tx
    .selectFrom('report as r')
    .innerJoin('document as d', (join) =>
      join.onRef('d.programme_id', '=', 'r.programme_id').onRef('d.id', '=', 'r.document_id'),
    )
    .select(['d.name', 'd.content'])
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow()
}

export type NewReportRecord = {
  id: RecordId
  companyId: CompanyId
  /** the measurement the report tells most of */
  occasionId: RecordId
  language: Language
  data: ReportData
  madeAt: string
  document: { id: DocumentId; name: string; sha256: string; content: Buffer }
}

/** Keeps the report and its file. False when a report with this id is kept already. */
export async function insertReport(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId },
  { id, companyId, occasionId, language, data, madeAt, document }: NewReportRecord,
): Promise<boolean> {
  const known = await tx.selectFrom('report').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return false
  await tx
    .insertInto('document')
    .values({
      programme_id: by.programmeId,
      id: document.id,
      company_id: companyId,
      kind: 'report',
      name: document.name,
      media_type: 'application/pdf',
      size_bytes: document.content.length,
      sha256: document.sha256,
      content: document.content,
      uploaded_by: by.personId,
      uploaded_at: madeAt,
    })
    .execute()
  await tx
    .insertInto('report')
    .values({
      programme_id: by.programmeId,
      id,
      company_id: companyId,
      occasion_id: occasionId,
      kind: data.kind,
      language,
      document_id: document.id,
      snapshot: JSON.stringify(data),
      made_by: by.personId,
      made_at: madeAt,
    })
    .execute()
  return true
}

/** Whose evidence counts: of every measurement, or only of those that are submitted. */
export type FilesSeen = 'all' | 'submitted'

/**
 * A company's files, each once: with a correction, evidence points to the same file as before. Evidence that was
 * taken out, replaced or given up with its measurement is kept for the trail, and no longer shown.
 */
function fileRows(tx: Tx, companyId: CompanyId, seen: FilesSeen) {
  const statuses = seen === 'all' ? ['self', 'coach', 'submitted'] : ['submitted']
  return tx
    .selectFrom('document as d')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('evidence as e')
          .innerJoin('assessment as a', (join) =>
            join.onRef('a.programme_id', '=', 'e.programme_id').onRef('a.id', '=', 'e.assessment_id'),
          )
          .innerJoin('focus_area as f', (join) =>
            join.onRef('f.programme_id', '=', 'a.programme_id').onRef('f.id', '=', 'a.focus_area_id'),
          )
          .select(['e.description', 'e.question_id', 'e.class', 'e.dated_on', 'e.best_before_on'])
          .select(['f.id as area_id', 'f.slug', 'f.name as area_name', 'f.accent'])
          .whereRef('e.programme_id', '=', 'd.programme_id')
          .whereRef('e.document_id', '=', 'd.id')
          .where('e.removed_at', 'is', null)
          .where('a.status', 'in', statuses as AssessmentStatus[])
          .orderBy('a.revision', 'desc')
          .limit(1)
          .as('e'),
      (join) => join.onTrue(),
    )
    .where('d.company_id', '=', companyId)
    .where('d.removed_at', 'is', null)
    .where((where) => where.or([where('d.kind', '=', 'attachment'), where('e.area_id', 'is not', null)]))
    .where('d.kind', 'in', ['evidence', 'attachment'])
}

/** Newest first. */
export async function listFiles(
  tx: Tx,
  companyId: CompanyId,
  seen: FilesSeen,
  after: Place | undefined,
  limit: number,
): Promise<CompanyFile[]> {
  let query = fileRows(tx, companyId, seen)
    .leftJoin('auth.user as u', 'u.id', 'd.uploaded_by')
    .select(['d.id', 'd.name', 'd.media_type', 'd.size_bytes', 'd.uploaded_at', 'u.name as added_by'])
    .select(['e.description', 'e.question_id', 'e.class', 'e.dated_on', 'e.best_before_on'])
    .select(['e.area_id', 'e.slug', 'e.area_name', 'e.accent'])
    .orderBy('d.uploaded_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(d.uploaded_at, d.id) < (${after.at}, ${after.id})`)
  return (await query.execute()).map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    addedAt: row.uploaded_at,
    addedBy: row.added_by,
    evidence:
      row.description !== null && row.area_id !== null
        ? {
            description: row.description,
            focusArea: { id: row.area_id, slug: row.slug!, name: DraftText.parse(row.area_name), accent: row.accent! },
            question: row.question_id!,
            class: row.class!,
            datedOn: row.dated_on!,
            bestBeforeOn: row.best_before_on!,
          }
        : null,
  }))
}

export async function countFiles(tx: Tx, companyId: CompanyId, seen: FilesSeen): Promise<number> {
  const { count } = await fileRows(tx, companyId, seen)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function findFile(
  tx: Tx,
  companyId: CompanyId,
  seen: FilesSeen,
  id: DocumentId,
): Promise<{ name: string; mediaType: string; content: Buffer } | undefined> {
  return fileRows(tx, companyId, seen)
    .select(['d.name', 'd.media_type as mediaType', 'd.content'])
    .where('d.id', '=', id)
    .executeTakeFirst()
}
