import { createHash } from 'node:crypto'
import { answersSeen } from '@stegvis/core/assessments/rules.ts'
import { type CompanyId, type DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { type Actor, type CompanySubject, can } from '@stegvis/core/people/permissions.ts'
import { reportContent } from '@stegvis/core/reports/content/content.ts'
import type { ReportView } from '@stegvis/core/reports/content/schema.ts'
import { type ReportMaterial, readyKinds, reportData } from '@stegvis/core/reports/rules.ts'
import type {
  CompanyFilePage,
  NewReport,
  ReportData,
  ReportKind,
  ReportPage,
  ReportRow,
} from '@stegvis/core/reports/schema.ts'
import { z } from 'zod'
import { recordEvent } from '../audit/store.ts'
import { requireCompany, requireInCompany } from '../companies/access.ts'
import type { Tx } from '../db/tenancy.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { Problem } from '../http/problem.ts'
import { newId } from '../ids.ts'
import type { ModelLibrary } from '../models/library.ts'
import type { PlanContext } from '../plans/service.ts'
import { reportFileName } from './file-name.ts'
import type { Logo } from './marks.ts'
import { readMarks, readMaterial } from './material-service.ts'
import {
  countFiles,
  countReports,
  type FilesSeen,
  findFile,
  findReport,
  insertReport,
  listFiles,
  listReports,
  readReportFile,
} from './store.ts'

const PAGE = 20
const Cursor = z.strictObject({ at: z.string(), id: z.uuid() })

/** The report as it would read today: the kind asked for, or the one that tells most. */
export async function viewReport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  asked: { kind: ReportKind | undefined; language: Language },
  context: PlanContext,
): Promise<ReportView> {
  const subject = await requireCompany(tx, actor, 'report.read', companyId)
  const material = await readMaterial(tx, actor, companyId, context)
  const ready = readyKinds(material)
  const kind = asked.kind ?? ready.at(-1)
  const content = kind && reportContent(dataFor(material, kind), modelOf(context.models), asked.language)
  return {
    company: { id: companyId, name: material.company.name },
    ready,
    content: content ?? null,
    mayMake: can(actor, 'report.make', subject),
  }
}

export const modelOf = (models: ModelLibrary) => (ref: { id: string; version: string }) =>
  models.get(ref.id, ref.version).model

/** Throws `report-not-ready` while there is not enough for this kind. */
function dataFor(material: ReportMaterial, kind: ReportKind): ReportData {
  const decision = reportData(material, kind)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  return decision.value
}

/** A report that was made before under the same id, or what it takes to make it. */
export type Preparation = { made: ReportRow } | { data: ReportData; logos: Logo[] }

export async function prepareReport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, kind }: NewReport,
  context: PlanContext,
): Promise<Preparation> {
  await requireCompany(tx, actor, 'report.make', companyId)
  const known = await findReport(tx, id)
  if (known && known.companyId !== companyId) throw new Problem('already-exists')
  if (known) return { made: known.report }
  const data = dataFor(await readMaterial(tx, actor, companyId, context), kind)
  return { data, logos: await readMarks(tx, data) }
}

/** Keeps a report that has been set. The same id again answers with what was kept the first time. */
export async function keepReport(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, language }: NewReport,
  printed: { data: ReportData; pdf: Buffer; madeAt: string },
): Promise<ReportRow> {
  await requireCompany(tx, actor, 'report.make', companyId)
  const { data, pdf, madeAt } = printed
  const added = await insertReport(tx, actor, {
    id,
    companyId,
    occasionId: RecordId.parse(newestOccasion(data)),
    language,
    data,
    madeAt,
    document: {
      id: newId<DocumentId>(),
      name: reportFileName(data),
      sha256: createHash('sha256').update(pdf).digest('hex'),
      content: pdf,
    },
  })
  if (added) {
    const detail = { report: data.kind, language }
    await recordEvent(tx, actor, { kind: 'report.made', companyId, subjectId: id, audience: 'all', detail })
  }
  const kept = await findReport(tx, id)
  if (kept?.companyId !== companyId) throw new Problem('already-exists')
  return kept.report
}

function newestOccasion({ ladders }: ReportData): string {
  const measurements = ladders.flatMap((ladder) => ladder.measurements)
  return measurements.reduce((newest, one) => (one.startedOn > newest.startedOn ? one : newest)).occasionId
}

export async function listOfCompany(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  after: string | undefined,
  context: PlanContext,
): Promise<ReportPage> {
  const subject = await requireCompany(tx, actor, 'report.read', companyId)
  const found = await listReports(tx, companyId, placeOf(after), PAGE + 1)
  return {
    ...page(found, ({ madeAt, id }) => ({ at: madeAt, id }), 'reports'),
    count: await countReports(tx, companyId),
    ready: readyKinds(await readMaterial(tx, actor, companyId, context)),
    mayMake: can(actor, 'report.make', subject),
  }
}

/** The PDF as it was made. */
export async function openReport(tx: Tx, actor: Actor, id: RecordId): Promise<{ name: string; content: Buffer }> {
  const found = await findReport(tx, id)
  if (!found) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'report.read', found.companyId)
  return readReportFile(tx, id)
}

/** The company's other files. Colleagues who see only their own answers see none. */
export async function listFilesOfCompany(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  after: string | undefined,
): Promise<CompanyFilePage> {
  const seen = filesSeen(actor, await requireCompany(tx, actor, 'report.read', companyId))
  if (seen === null) return { files: [], next: null, count: 0 }
  const found = await listFiles(tx, companyId, seen, placeOf(after), PAGE + 1)
  return {
    ...page(found, ({ addedAt, id }) => ({ at: addedAt, id }), 'files'),
    count: await countFiles(tx, companyId, seen),
  }
}

export async function openFileOfCompany(tx: Tx, actor: Actor, companyId: CompanyId, id: DocumentId) {
  const seen = filesSeen(actor, await requireInCompany(tx, actor, 'report.read', companyId))
  const file = seen && (await findFile(tx, companyId, seen, id))
  if (!file) throw new Problem('not-found')
  return file
}

/** As much as of the measurement the evidence belongs to: a manager reads it once that is submitted. */
function filesSeen(actor: Actor, subject: CompanySubject): FilesSeen | null {
  if (!can(actor, 'assessment.read', subject)) return null
  if (answersSeen(actor, subject, 'coach') !== 'own') return 'all'
  return answersSeen(actor, subject, 'submitted') === 'own' ? null : 'submitted'
}

const placeOf = (after: string | undefined) => (after === undefined ? undefined : decodeCursor(after, Cursor))

function page<Row, Name extends string>(
  found: readonly Row[],
  placeAt: (row: Row) => z.infer<typeof Cursor>,
  name: Name,
) {
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  const next = found.length > PAGE && last ? encodeCursor(placeAt(last)) : null
  return { [name]: rows, next } as Record<Name, Row[]> & { next: string | null }
}
