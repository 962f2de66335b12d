import type { Revised } from '@stegvis/core/assessments/rules.ts'
import {
  type AnsweringView,
  AnyAnswer,
  type FindingView,
  type OwnAnswer,
  type RespondentAnswer,
  type RespondentView,
  SavedAnswer,
} from '@stegvis/core/assessments/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId, CompanyId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { AssessmentRecord } from '../assessment-store.ts'

const RESPONDENT = [
  'id',
  'person_id as personId',
  'name',
  'title',
  'invited_at as invitedAt',
  'first_answer_at as firstAnswerAt',
  'completed_at as completedAt',
] as const

export async function listRespondents(tx: Tx, assessmentId: AssessmentId): Promise<RespondentView[]> {
  return tx
    .selectFrom('respondent')
    .select(RESPONDENT)
    .where('assessment_id', '=', assessmentId)
    .orderBy('invited_at')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** The person's own part in an assessment. `hold` keeps their other devices waiting until this one has saved. */
export async function findRespondent(
  tx: Tx,
  assessmentId: AssessmentId,
  personId: PersonId,
  hold?: 'hold',
): Promise<RespondentView | undefined> {
  let query = tx
    .selectFrom('respondent')
    .select(RESPONDENT)
    .where('assessment_id', '=', assessmentId)
    .where('person_id', '=', personId)
  if (hold) query = query.forUpdate()
  return query.executeTakeFirst()
}

export async function listOwnAnswers(tx: Tx, assessmentId: AssessmentId, respondentId: string): Promise<OwnAnswer[]> {
  const rows = await tx
    .selectFrom('answer')
    .select(['question_id', 'value', 'revision'])
    .where('assessment_id', '=', assessmentId)
    .where('respondent_id', '=', respondentId)
    .orderBy('question_id')
    .execute()
  return rows.map((row) => ({
    question: row.question_id,
    value: SavedAnswer.parse(row.value),
    revision: row.revision,
  }))
}

/** Everybody's answers that stand. */
export async function listAnswers(tx: Tx, assessmentId: AssessmentId): Promise<RespondentAnswer[]> {
  const rows = await tx
    .selectFrom('answer')
    .select(['respondent_id', 'question_id', 'value'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('respondent_id')
    .orderBy('question_id')
    .execute()
  return rows.flatMap((row) => {
    const value = SavedAnswer.parse(row.value)
    return value === null ? [] : [{ respondentId: row.respondent_id, question: row.question_id, value }]
  })
}

export async function findAnswer(
  tx: Tx,
  assessmentId: AssessmentId,
  respondentId: string,
  question: string,
): Promise<Revised<SavedAnswer> | undefined> {
  const row = await tx
    .selectFrom('answer')
    .select(['value', 'revision'])
    .where('assessment_id', '=', assessmentId)
    .where('respondent_id', '=', respondentId)
    .where('question_id', '=', question)
    .executeTakeFirst()
  return row && { value: SavedAnswer.parse(row.value), revision: row.revision }
}

type AnswerKey = { programmeId: ProgrammeId; assessmentId: AssessmentId; respondentId: string; question: string }

export async function saveAnswer(
  tx: Tx,
  key: AnswerKey,
  answer: Revised<SavedAnswer> & { seconds: number | null },
): Promise<void> {
  const value = JSON.stringify(answer.value)
  await tx
    .insertInto('answer')
    .values({
      programme_id: key.programmeId,
      assessment_id: key.assessmentId,
      respondent_id: key.respondentId,
      question_id: key.question,
      value,
      seconds: answer.seconds,
      revision: answer.revision,
    })
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'assessment_id', 'respondent_id', 'question_id']).doUpdateSet((set) => ({
        value,
        // The first time a question is met is the one that tells how hard it is.
        seconds: set.fn.coalesce('answer.seconds', set.val(answer.seconds)),
        revision: answer.revision,
        answered_at: set.fn('now'),
      })),
    )
    .execute()
}

export async function markFirstAnswer(tx: Tx, respondentId: string, at: string): Promise<void> {
  await tx.updateTable('respondent').set({ first_answer_at: at }).where('id', '=', respondentId).execute()
}

export async function markCompleted(tx: Tx, respondentId: string, at: string | null): Promise<void> {
  await tx.updateTable('respondent').set({ completed_at: at }).where('id', '=', respondentId).execute()
}

/** Keeps the day on which the last of those asked was done. */
export async function markSelfCompleted(tx: Tx, assessmentId: AssessmentId, on: PlainDate): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({ self_completed_on: on })
    .where('id', '=', assessmentId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('respondent')
            .select('id')
            .where('assessment_id', '=', assessmentId)
            .where('completed_at', 'is', null),
        ),
      ),
    )
    .execute()
}

/** What the same person answered on the same ladder the last time it was submitted. */
export async function findEarlierAnswers(
  tx: Tx,
  assessment: AssessmentRecord,
  personId: PersonId,
): Promise<{ on: PlainDate; answers: ReadonlyMap<string, AnyAnswer> } | null> {
  const last = await tx
    .selectFrom('assessment as a')
    .innerJoin('respondent as r', (join) =>
      join.onRef('r.programme_id', '=', 'a.programme_id').onRef('r.assessment_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.submitted_on', 'r.id as respondent_id'])
    .where('a.company_id', '=', assessment.companyId)
    .where('a.focus_area_id', '=', assessment.focusAreaId)
    .where('a.occasion_id', '<>', assessment.occasionId)
    .where('a.model_id', '=', assessment.modelId)
    .where('a.status', '=', 'submitted')
    .where('r.person_id', '=', personId)
    .orderBy('a.started_on', 'desc')
    .orderBy('a.occasion_id', 'desc')
    .orderBy('a.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last?.submitted_on) return null
  const answers = await listOwnAnswers(tx, last.id, last.respondent_id)
  return {
    on: last.submitted_on,
    answers: new Map(answers.flatMap(({ question, value }) => (value === null ? [] : [[question, value] as const]))),
  }
}

/** The ladders of the same occasion that this person has not finished, and who the company's coach is. */
export async function listStillToAnswer(
  tx: Tx,
  assessment: AssessmentRecord,
  personId: PersonId,
): Promise<AnsweringView['next']> {
  const rows = await tx
    .selectFrom('assessment as a')
    .innerJoin('respondent as r', (join) =>
      join.onRef('r.programme_id', '=', 'a.programme_id').onRef('r.assessment_id', '=', 'a.id'),
    )
    .innerJoin('focus_area as f', (join) =>
      join.onRef('f.programme_id', '=', 'a.programme_id').onRef('f.id', '=', 'a.focus_area_id'),
    )
    .select(['a.id', 'f.name'])
    .where('a.occasion_id', '=', assessment.occasionId)
    .where('a.id', '<>', assessment.id)
    .where('a.status', 'in', ['self', 'coach'])
    .where('r.person_id', '=', personId)
    .where('r.completed_at', 'is', null)
    .orderBy('f.position')
    .orderBy('f.id')
    .execute()
  return rows.map(({ id, name }) => ({ assessmentId: id, name: DraftText.parse(name) }))
}

export async function findCoachName(tx: Tx, companyId: CompanyId): Promise<string | null> {
  const row = await tx
    .selectFrom('company as c')
    .innerJoin('auth.user as u', 'u.id', 'c.coach_id')
    .select('u.name')
    .where('c.id', '=', companyId)
    .executeTakeFirst()
  return row?.name ?? null
}

// Findings: the coach's answers. The reason and the class of evidence have columns of their own.

type FindingRow = { value: unknown; reason: string | null; evidence_class: string | null }

function findingValue({ value, reason, evidence_class }: FindingRow): SavedAnswer {
  if (value === null) return null
  return AnyAnswer.parse({ ...value, ...(reason && { reason }), ...(evidence_class && { evidence: evidence_class }) })
}

export async function listFindings(tx: Tx, assessmentId: AssessmentId): Promise<FindingView[]> {
  const rows = await tx
    .selectFrom('finding as f')
    .leftJoin('auth.user as u', 'u.id', 'f.found_by')
    .select(['f.question_id', 'f.value', 'f.reason', 'f.evidence_class', 'f.revision', 'f.found_at', 'u.name'])
    .where('f.assessment_id', '=', assessmentId)
    .orderBy('f.question_id')
    .execute()
  return rows.map((row) => ({
    question: row.question_id,
    value: findingValue(row),
    revision: row.revision,
    foundBy: row.name,
    foundAt: row.found_at,
  }))
}

export async function findFinding(
  tx: Tx,
  assessmentId: AssessmentId,
  question: string,
): Promise<(Revised<SavedAnswer> & { foundBy: string | null }) | undefined> {
  const row = await tx
    .selectFrom('finding as f')
    .leftJoin('auth.user as u', 'u.id', 'f.found_by')
    .select(['f.value', 'f.reason', 'f.evidence_class', 'f.revision', 'u.name'])
    .where('f.assessment_id', '=', assessmentId)
    .where('f.question_id', '=', question)
    .executeTakeFirst()
  return row && { value: findingValue(row), revision: row.revision, foundBy: row.name }
}

export async function saveFinding(
  tx: Tx,
  key: { programmeId: ProgrammeId; assessmentId: AssessmentId; question: string },
  finding: Revised<SavedAnswer> & { foundBy: PersonId },
): Promise<void> {
  const { reason, evidence, ...value } = finding.value ?? {}
  const stored = {
    value: finding.value === null ? 'null' : JSON.stringify(value),
    reason: reason ?? null,
    evidence_class: evidence ?? null,
    found_by: finding.foundBy,
    revision: finding.revision,
  }
  await tx
    .insertInto('finding')
    .values({
      programme_id: key.programmeId,
      assessment_id: key.assessmentId,
      question_id: key.question,
      ...stored,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['programme_id', 'assessment_id', 'question_id'])
        .doUpdateSet((set) => ({ ...stored, found_at: set.fn('now') })),
    )
    .execute()
}
