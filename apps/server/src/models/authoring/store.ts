import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { headOf } from '@stegvis/core/models/authoring/document.ts'
import {
  type AuthoredModelRow,
  type AuthoredStatus,
  ModelDocument,
  type ModelReviewView,
  type ReviewVerdict,
} from '@stegvis/core/models/authoring/schema.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import type { DB } from '../../db/tables.generated.ts'
import type { Tx } from '../../db/tenancy.ts'

/** A programme's own model as the table has it: everything of the row but where it is used. */
export type AuthoredHead = Omit<AuthoredModelRow, 'use'> & {
  changedById: PersonId
  sha256: string | null
  withdrawalReason: string | null
}
export type AuthoredModel = AuthoredHead & { document: ModelDocument; source: string | null }

const part = (key: 'name' | 'purpose' | 'languages') => sql<unknown>`m.document -> ${sql.lit(key)}`.as(`${key}_written`)

function heads(tx: Tx) {
  return tx
    .selectFrom('authored_model as m')
    .leftJoin('auth.user as c', 'c.id', 'm.created_by')
    .leftJoin('auth.user as u', 'u.id', 'm.changed_by')
    .select(['m.id', 'm.model_id', 'm.version', 'm.status', 'm.revision', 'm.based_on', 'm.created_at'])
    .select(['m.changed_at', 'm.changed_by', 'm.published_on', 'm.withdrawn_on', 'm.withdrawal_reason', 'm.sha256'])
    .select(['c.name as creator', 'u.name as changer'])
    .select([part('name'), part('purpose'), part('languages')])
    .select((select) => newestVerdict(select).as('verdict'))
}

/** What was said last of the present revision. */
function newestVerdict(select: ExpressionBuilder<DB & { m: DB['authored_model'] }, 'm'>) {
  return select
    .selectFrom('model_review as r')
    .select('r.verdict')
    .whereRef('r.programme_id', '=', 'm.programme_id')
    .whereRef('r.authored_model_id', '=', 'm.id')
    .whereRef('r.revision', '=', 'm.revision')
    .orderBy('r.reviewed_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>

function toHead(row: HeadRow): AuthoredHead {
  const { name, purpose, languages } = headOf({
    ...{ name: row.name_written, purpose: row.purpose_written, languages: row.languages_written },
  })
  return {
    ...{ id: row.id, modelId: row.model_id, version: row.version, status: row.status, name, purpose, languages },
    ...{ revision: row.revision, basedOn: row.based_on, sha256: row.sha256 },
    ...{ createdBy: row.creator, createdAt: row.created_at },
    ...{ changedBy: row.changer, changedById: row.changed_by, changedAt: row.changed_at },
    ...{ publishedOn: row.published_on, withdrawnOn: row.withdrawn_on, withdrawalReason: row.withdrawal_reason },
    approved: row.verdict === 'approve',
  }
}

export async function listAuthored(tx: Tx): Promise<AuthoredHead[]> {
  const rows = await heads(tx).orderBy('m.changed_at', 'desc').orderBy('m.id').execute()
  return rows.map(toHead)
}

/** `hold` keeps others from changing it until this transaction ends. */
export async function findAuthored(tx: Tx, id: RecordId, hold?: 'hold'): Promise<AuthoredModel | undefined> {
  let query = heads(tx).select(['m.document', 'm.source']).where('m.id', '=', id)
  if (hold) query = query.forUpdate('m')
  const row = await query.executeTakeFirst()
  return row && { ...toHead(row), document: ModelDocument.parse(row.document), source: row.source }
}

/** A version that was published, also when it was withdrawn since: measurements may rest on it. */
export type PublishedModel = { modelId: string; version: string; sha256: string; withdrawn: boolean }

export async function listPublished(tx: Tx): Promise<PublishedModel[]> {
  const rows = await tx
    .selectFrom('authored_model')
    .select(['model_id as modelId', 'version', 'sha256', 'status'])
    .where('status', 'in', ['published', 'withdrawn'])
    .execute()
  return rows.map(({ status, sha256, ...row }) => ({ ...row, sha256: sha256 ?? '', withdrawn: status === 'withdrawn' }))
}

export async function findPublished(tx: Tx, modelId: string, version: string): Promise<PublishedModel | undefined> {
  const row = await tx
    .selectFrom('authored_model')
    .select(['model_id as modelId', 'version', 'sha256', 'status'])
    .where('model_id', '=', modelId)
    .where('version', '=', version)
    .where('status', 'in', ['published', 'withdrawn'])
    .executeTakeFirst()
  if (!row) return undefined
  const { status, sha256, ...rest } = row
  return { ...rest, sha256: sha256 ?? '', withdrawn: status === 'withdrawn' }
}

/** The file as it was published. */
export async function getSource(tx: Tx, { modelId, version }: { modelId: string; version: string }): Promise<string> {
  const { source } = await tx
    .selectFrom('authored_model')
    .select('source')
    .where('model_id', '=', modelId)
    .where('version', '=', version)
    .where('status', 'in', ['published', 'withdrawn'])
    .executeTakeFirstOrThrow()
  return source ?? ''
}

export type NewAuthored = {
  id: RecordId
  modelId: string
  version: string
  /** the document as JSON */
  text: string
  basedOn: string | null
}

/** Answers whether there was none with this id. */
export async function insertAuthored(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId },
  model: NewAuthored,
): Promise<boolean> {
  const made = await tx
    .insertInto('authored_model')
    .values({
      ...{ programme_id: by.programmeId, id: model.id, model_id: model.modelId, version: model.version },
      ...{ status: 'draft', document: model.text, based_on: model.basedOn },
      ...{ created_by: by.personId, changed_by: by.personId },
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function saveDocument(
  tx: Tx,
  id: RecordId,
  saved: { modelId: string; version: string; text: string; revision: number; by: PersonId; at: string },
): Promise<void> {
  await tx
    .updateTable('authored_model')
    .set({
      ...{ model_id: saved.modelId, version: saved.version, document: saved.text, revision: saved.revision },
      ...{ changed_by: saved.by, changed_at: saved.at },
    })
    .where('id', '=', id)
    .execute()
}

export async function setStatus(tx: Tx, id: RecordId, status: Exclude<AuthoredStatus, 'published' | 'withdrawn'>) {
  await tx.updateTable('authored_model').set({ status }).where('id', '=', id).execute()
}

export type Publication = { text: string; source: string; sha256: string; on: PlainDate; by: PersonId }

export async function savePublished(tx: Tx, id: RecordId, publication: Publication): Promise<void> {
  await tx
    .updateTable('authored_model')
    .set({
      ...{ status: 'published', document: publication.text, source: publication.source, sha256: publication.sha256 },
      ...{ published_on: publication.on, published_by: publication.by },
    })
    .where('id', '=', id)
    .execute()
}

export async function saveWithdrawn(
  tx: Tx,
  id: RecordId,
  { on, by, reason }: { on: PlainDate; by: PersonId; reason: string },
): Promise<void> {
  await tx
    .updateTable('authored_model')
    .set({ status: 'withdrawn', withdrawn_on: on, withdrawn_by: by, withdrawal_reason: reason })
    .where('id', '=', id)
    .execute()
}

export async function deleteAuthored(tx: Tx, id: RecordId): Promise<void> {
  await tx.deleteFrom('authored_model').where('id', '=', id).execute()
}

export async function listReviews(tx: Tx, id: RecordId): Promise<ModelReviewView[]> {
  return tx
    .selectFrom('model_review as r')
    .leftJoin('auth.user as u', 'u.id', 'r.reviewed_by')
    .select(['r.id', 'r.revision', 'r.verdict', 'r.comment', 'u.name as reviewedBy', 'r.reviewed_at as reviewedAt'])
    .where('r.authored_model_id', '=', id)
    .orderBy('r.reviewed_at')
    .orderBy('r.id')
    .execute()
}

/** Answers whether it is new: a repeated request adds nothing. */
export async function insertReview(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId },
  review: { id: RecordId; modelId: RecordId; revision: number; verdict: ReviewVerdict; comment: string; at: string },
): Promise<boolean> {
  const made = await tx
    .insertInto('model_review')
    .values({
      ...{ programme_id: by.programmeId, id: review.id, authored_model_id: review.modelId },
      ...{ revision: review.revision, verdict: review.verdict, comment: review.comment },
      ...{ reviewed_by: by.personId, reviewed_at: review.at },
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
