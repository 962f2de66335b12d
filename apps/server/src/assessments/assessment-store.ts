import { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import type {
  AssessmentHead,
  AssessmentStatus,
  FocusAreaView,
  OccasionKind,
  RevisionRow,
} from '@stegvis/core/assessments/schema.ts'
import { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId, CompanyId, FocusAreaId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import type { ModelKind } from '@stegvis/core/models/authoring/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/tenancy.ts'

export type AssessmentRecord = {
  id: AssessmentId
  occasionId: string
  companyId: CompanyId
  focusAreaId: FocusAreaId
  modelId: string
  modelVersion: string
  modelKind: ModelKind
  status: AssessmentStatus
  revision: number
  startedOn: PlainDate
}

/**
 * `keep`: nobody submits while this runs. `write`: nobody else validates either. `close`: nobody answers,
 * validates or submits.
 */
export type Hold = 'keep' | 'write' | 'close'

const HOLDS = { keep: 'key share', write: 'no key update', close: 'update' } as const

export async function findAssessment(tx: Tx, id: AssessmentId, hold?: Hold): Promise<AssessmentRecord | undefined> {
  let query = tx
    .selectFrom('assessment')
    .select(['id', 'occasion_id as occasionId', 'company_id as companyId', 'focus_area_id as focusAreaId'])
    .select(['model_id as modelId', 'model_version as modelVersion', 'model_kind as modelKind', 'status', 'revision'])
    .select('started_on as startedOn')
    .where('id', '=', id)
  if (hold) query = query.modifyEnd(sql`for ${sql.raw(HOLDS[hold])}`)
  return query.executeTakeFirst()
}

/** The employees of the newest financial year that says; null when none does. */
export async function findEmployees(tx: Tx, companyId: CompanyId): Promise<number | null> {
  const row = await tx
    .selectFrom('company_year')
    .select('employees')
    .where('company_id', '=', companyId)
    .where('employees', 'is not', null)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.employees ?? null
}

export type FocusAreaRow = {
  focus_area_id: FocusAreaId
  area_slug: string
  area_name: unknown
  area_accent: number
}

export function focusAreaOf(row: FocusAreaRow): FocusAreaView {
  return { id: row.focus_area_id, slug: row.area_slug, name: DraftText.parse(row.area_name), accent: row.area_accent }
}

/** What the head of every page of an assessment shows, in one query. */
export async function getHead(tx: Tx, id: AssessmentId, today: PlainDate): Promise<AssessmentHead> {
  const row = await tx
    .selectFrom('assessment as a')
    .innerJoin('occasion as o', (join) =>
      join.onRef('o.programme_id', '=', 'a.programme_id').onRef('o.id', '=', 'a.occasion_id'),
    )
    .innerJoin('company as c', (join) =>
      join.onRef('c.programme_id', '=', 'a.programme_id').onRef('c.id', '=', 'a.company_id'),
    )
    .innerJoin('focus_area as f', (join) =>
      join.onRef('f.programme_id', '=', 'a.programme_id').onRef('f.id', '=', 'a.focus_area_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'a.submitted_by')
    .select(['a.id', 'a.company_id', 'c.name as company', 'o.kind', 'a.focus_area_id'])
    .select(['f.slug as area_slug', 'f.name as area_name', 'f.accent as area_accent'])
    .select(['a.model_id', 'a.model_version', 'a.model_kind', 'a.status', 'a.revision', 'a.correction_reason'])
    .select(['a.started_on', 'a.submitted_on', 'u.name as submitted_by'])
    .select((select) =>
      select
        .selectFrom('company_year as y')
        .select('y.employees')
        .whereRef('y.programme_id', '=', 'a.programme_id')
        .whereRef('y.company_id', '=', 'a.company_id')
        .where('y.employees', 'is not', null)
        .orderBy('y.year', 'desc')
        .limit(1)
        .as('employees'),
    )
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    company: { id: row.company_id, name: row.company },
    kind: row.kind,
    focusArea: focusAreaOf(row),
    model: { id: row.model_id, version: row.model_version },
    modelKind: row.model_kind,
    status: row.status,
    revision: row.revision,
    correctionReason: row.correction_reason,
    startedOn: row.started_on,
    submittedOn: row.submitted_on,
    submittedBy: row.submitted_by,
    profile: { employees: row.employees },
    today,
  }
}

export async function setStatus(tx: Tx, id: AssessmentId, status: 'coach' | 'withdrawn'): Promise<void> {
  await tx.updateTable('assessment').set({ status }).where('id', '=', id).execute()
}

export type Submission = {
  by: PersonId
  on: PlainDate
  result: AssessmentResult | TreeResult
  /** the step of the whole in each voice, where the model gives one */
  steps: { self: number | null; coach: number | null; verified: number | null }
}

export async function saveSubmitted(tx: Tx, id: AssessmentId, { by, on, result, steps }: Submission): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({
      status: 'submitted',
      submitted_on: on,
      submitted_by: by,
      result: JSON.stringify(result),
      self_step: steps.self,
      coach_step: steps.coach,
      verified_step: steps.verified,
    })
    .where('id', '=', id)
    .execute()
}

/** Every revision of the same measurement, first to last. */
export async function listRevisions(tx: Tx, assessment: AssessmentRecord): Promise<RevisionRow[]> {
  return tx
    .selectFrom('assessment as a')
    .leftJoin('auth.user as u', 'u.id', 'a.submitted_by')
    .select(['a.id', 'a.revision', 'a.status', 'a.submitted_on as submittedOn', 'u.name as submittedBy'])
    .select('a.correction_reason as reason')
    .where('a.occasion_id', '=', assessment.occasionId)
    .where('a.focus_area_id', '=', assessment.focusAreaId)
    .orderBy('a.revision')
    .orderBy('a.id')
    .execute()
}

/** The newest submitted measurement of an earlier occasion on the same focus area, with a model of the same kind. */
export async function findEarlier(
  tx: Tx,
  assessment: AssessmentRecord,
): Promise<
  { id: AssessmentId; kind: OccasionKind; version: string; submittedOn: PlainDate; result: unknown } | undefined
> {
  const row = await tx
    .selectFrom('assessment as a')
    .innerJoin('occasion as o', (join) =>
      join.onRef('o.programme_id', '=', 'a.programme_id').onRef('o.id', '=', 'a.occasion_id'),
    )
    .select(['a.id', 'o.kind', 'a.model_version', 'a.submitted_on', 'a.result'])
    .where('a.company_id', '=', assessment.companyId)
    .where('a.focus_area_id', '=', assessment.focusAreaId)
    .where('a.occasion_id', '<>', assessment.occasionId)
    .where('a.model_kind', '=', assessment.modelKind)
    .where('a.status', '=', 'submitted')
    .where('a.started_on', '<=', assessment.startedOn)
    .orderBy('a.started_on', 'desc')
    .orderBy('a.occasion_id', 'desc')
    .orderBy('a.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.submitted_on) return undefined
  const { id, kind, model_version: version, submitted_on: submittedOn, result } = row
  return { id, kind, version, submittedOn, result }
}

/**
 * A new draft of a submitted assessment: everything that was said, found and filed is copied, so that the old one
 * stays whole and untouched.
 */
export async function copyAsCorrection(
  tx: Tx,
  programmeId: ProgrammeId,
  from: AssessmentRecord,
  to: { id: AssessmentId; revision: number; reason: string },
): Promise<void> {
  await sql`
    insert into assessment (programme_id, id, occasion_id, company_id, focus_area_id, model_id, model_version, model_kind,
      status, revision, corrects_id, correction_reason, started_on, self_completed_on)
    select programme_id, ${to.id}, occasion_id, company_id, focus_area_id, model_id, model_version, model_kind,
      'coach', ${to.revision}, id, ${to.reason}, started_on, self_completed_on
    from assessment where programme_id = ${programmeId} and id = ${from.id}`.execute(tx)
  await sql`
    with copied as (
      select r.*, gen_random_uuid() as copy_id from respondent r
      where r.programme_id = ${programmeId} and r.assessment_id = ${from.id}
    ), kept as (
      insert into respondent (programme_id, id, assessment_id, person_id, name, title, invited_at, first_answer_at, completed_at)
      select programme_id, copy_id, ${to.id}, person_id, name, title, invited_at, first_answer_at, completed_at from copied
    )
    insert into answer (programme_id, assessment_id, respondent_id, question_id, value, seconds, revision, answered_at)
    select a.programme_id, ${to.id}, c.copy_id, a.question_id, a.value, a.seconds, a.revision, a.answered_at
    from answer a join copied c on c.programme_id = a.programme_id and c.id = a.respondent_id
    where a.programme_id = ${programmeId} and a.assessment_id = ${from.id}`.execute(tx)
  await sql`
    insert into finding (programme_id, assessment_id, question_id, value, reason, evidence_class, found_by, revision, found_at)
    select programme_id, ${to.id}, question_id, value, reason, evidence_class, found_by, revision, found_at
    from finding where programme_id = ${programmeId} and assessment_id = ${from.id}`.execute(tx)
  await sql`
    insert into evidence (programme_id, id, assessment_id, question_id, class, description, dated_on, best_before_on,
      document_id, added_by, added_at)
    select programme_id, gen_random_uuid(), ${to.id}, question_id, class, description, dated_on, best_before_on,
      document_id, added_by, added_at
    from evidence where programme_id = ${programmeId} and assessment_id = ${from.id} and removed_at is null`.execute(tx)
  await sql`
    insert into assessment_fact (programme_id, assessment_id, fact_id, value, revision, said_by, said_at)
    select programme_id, ${to.id}, fact_id, value, revision, said_by, said_at
    from assessment_fact where programme_id = ${programmeId} and assessment_id = ${from.id}`.execute(tx)
}

/** What was kept at submission; null until then. */
export async function findResult(tx: Tx, id: AssessmentId): Promise<AssessmentResult | null> {
  const result = await storedResult(tx, id)
  return result === null ? null : AssessmentResult.parse(result)
}

export async function findTreeResult(tx: Tx, id: AssessmentId): Promise<TreeResult | null> {
  const result = await storedResult(tx, id)
  return result === null ? null : TreeResult.parse(result)
}

async function storedResult(tx: Tx, id: AssessmentId): Promise<unknown> {
  const row = await tx.selectFrom('assessment').select('result').where('id', '=', id).executeTakeFirstOrThrow()
  return row.result
}
