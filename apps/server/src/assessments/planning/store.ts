import type { LadderOption, OccasionKind, OccasionView } from '@stegvis/core/assessments/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId, CompanyId, FocusAreaId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { ModelKind } from '@stegvis/core/models/authoring/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import { newId } from '../../ids.ts'
import { type FocusAreaRow, focusAreaOf } from '../assessment-store.ts'

/** The programme's ladders, and how far the company has come with each. */
export async function listLadders(tx: Tx, companyId: CompanyId): Promise<LadderOption[]> {
  const { rows } = await sql<
    FocusAreaRow & {
      model_id: string
      model_version: string
      model_kind: ModelKind
      wanted: boolean
      baseline_on: PlainDate | null
      open_id: AssessmentId | null
    }
  >`
    select f.id as focus_area_id, f.slug as area_slug, f.name as area_name, f.accent as area_accent,
      f.model_id, f.model_version, f.model_kind,
      exists (select from company_focus_area w where w.programme_id = f.programme_id and w.focus_area_id = f.id
        and w.company_id = ${companyId}) as wanted,
      (select min(a.submitted_on) from assessment a where a.programme_id = f.programme_id and a.focus_area_id = f.id
        and a.company_id = ${companyId} and a.status = 'submitted') as baseline_on,
      (select a.id from assessment a where a.programme_id = f.programme_id and a.focus_area_id = f.id
        and a.company_id = ${companyId} and a.status in ('self', 'coach') and a.corrects_id is null) as open_id
    from focus_area f
    where f.removed_at is null
    order by f.position, f.id`.execute(tx)
  return rows.map((row) => ({
    focusArea: focusAreaOf(row),
    model: { id: row.model_id, version: row.model_version },
    modelKind: row.model_kind,
    wanted: row.wanted,
    baselineOn: row.baseline_on,
    openId: row.open_id,
  }))
}

export async function getCompanyName(tx: Tx, companyId: CompanyId): Promise<string> {
  const { name } = await tx.selectFrom('company').select('name').where('id', '=', companyId).executeTakeFirstOrThrow()
  return name
}

/** The contacts of the company that have an address, by name. */
export async function listReachableContacts(
  tx: Tx,
  companyId: CompanyId,
): Promise<{ name: string; email: string; title: string | null }[]> {
  return tx
    .selectFrom('contact')
    .select(['name', 'email', 'title'])
    .where('company_id', '=', companyId)
    .where('removed_at', 'is', null)
    .where('email', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .$narrowType<{ email: string }>()
    .execute()
}

export async function hasOccasion(tx: Tx, id: string, companyId: CompanyId): Promise<boolean> {
  const row = await tx
    .selectFrom('occasion')
    .select('id')
    .where('id', '=', id)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return row !== undefined
}

export type NewOccasionRow = {
  id: string
  companyId: CompanyId
  kind: OccasionKind
  plannedOn: PlainDate | null
  assessments: readonly {
    id: AssessmentId
    focusAreaId: FocusAreaId
    modelId: string
    modelVersion: string
    modelKind: ModelKind
  }[]
  startedOn: PlainDate
}

export async function insertOccasion(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId },
  occasion: NewOccasionRow,
): Promise<void> {
  const { programmeId, personId } = by
  await tx
    .insertInto('occasion')
    .values({
      programme_id: programmeId,
      id: occasion.id,
      company_id: occasion.companyId,
      kind: occasion.kind,
      planned_on: occasion.plannedOn,
      created_by: personId,
    })
    .execute()
  await tx
    .insertInto('assessment')
    .values(
      occasion.assessments.map(({ id, focusAreaId, modelId, modelVersion, modelKind }) => ({
        programme_id: programmeId,
        id,
        occasion_id: occasion.id,
        company_id: occasion.companyId,
        focus_area_id: focusAreaId,
        model_id: modelId,
        model_version: modelVersion,
        model_kind: modelKind,
        status: 'self' as const,
        started_on: occasion.startedOn,
      })),
    )
    .execute()
}

/** Answers whether the person was not asked before. */
export async function insertRespondent(
  tx: Tx,
  programmeId: ProgrammeId,
  assessmentId: AssessmentId,
  person: { id: PersonId; name: string; title: string | null },
): Promise<boolean> {
  const made = await tx
    .insertInto('respondent')
    .values({
      programme_id: programmeId,
      id: newId(),
      assessment_id: assessmentId,
      person_id: person.id,
      name: person.name,
      title: person.title,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'assessment_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Removes someone who has not answered anything. Answers whether there was such a person. */
export async function removeRespondent(tx: Tx, assessmentId: AssessmentId, respondentId: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('respondent')
    .where('assessment_id', '=', assessmentId)
    .where('id', '=', respondentId)
    .where('first_answer_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** All occasions of a company, newest first, each with its ladders and who answers. Two queries. */
export async function listOccasions(tx: Tx, companyId: CompanyId): Promise<OccasionView[]> {
  const { rows } = await sql<
    FocusAreaRow & {
      occasion_id: string
      kind: OccasionKind
      planned_on: PlainDate | null
      created_at: string
      id: AssessmentId
      model_id: string
      model_version: string
      model_kind: ModelKind
      status: 'self' | 'coach' | 'submitted' | 'withdrawn'
      revision: number
      correction_reason: string | null
      started_on: PlainDate
      submitted_on: PlainDate | null
      self_step: number | null
      coach_step: number | null
      verified_step: number | null
      respondents: OccasionView['assessments'][number]['respondents']
    }
  >`
    select o.id as occasion_id, o.kind, o.planned_on, o.created_at, a.id, a.focus_area_id, f.slug as area_slug,
      f.name as area_name, f.accent as area_accent, a.model_id, a.model_version, a.model_kind, a.status, a.revision,
      a.correction_reason, a.started_on, a.submitted_on, a.self_step, a.coach_step, a.verified_step,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'personId', r.person_id, 'name', r.name,
          'title', r.title, 'invitedAt', r.invited_at, 'firstAnswerAt', r.first_answer_at,
          'completedAt', r.completed_at) order by r.invited_at, r.name, r.id)
        from respondent r where r.programme_id = a.programme_id and r.assessment_id = a.id), '[]') as respondents
    from occasion o
    join assessment a on a.programme_id = o.programme_id and a.occasion_id = o.id
    join focus_area f on f.programme_id = a.programme_id and f.id = a.focus_area_id
    where o.company_id = ${companyId} and a.status <> 'withdrawn'
    order by o.created_at desc, o.id desc, f.position, f.id, a.revision`.execute(tx)
  return [...Map.groupBy(rows, (row) => row.occasion_id).values()].map((group) => {
    const first = group[0]!
    return {
      id: first.occasion_id,
      kind: first.kind,
      plannedOn: first.planned_on,
      createdAt: first.created_at,
      assessments: group.map((row) => ({
        id: row.id,
        focusArea: focusAreaOf(row),
        model: { id: row.model_id, version: row.model_version },
        modelKind: row.model_kind,
        status: row.status,
        revision: row.revision,
        correctionReason: row.correction_reason,
        startedOn: row.started_on,
        submittedOn: row.submitted_on,
        steps: { self: row.self_step, coach: row.coach_step, verified: row.verified_step },
        respondents: row.respondents,
      })),
    }
  })
}
