import type {
  DoneAction,
  Measurement,
  OpenMeasurement,
  TargetLevel,
} from '@stegvis/core/assessments/company-results.ts'
import type { TreeMeasurement } from '@stegvis/core/assessments/company-tree-results.ts'
import { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import type { PeerStanding } from '@stegvis/core/assessments/tree-peers.ts'
import { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { CompanyId, FocusAreaId, PersonId } from '@stegvis/core/kernel/ids.ts'
import type { ModelKind } from '@stegvis/core/models/authoring/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

export type SubmittedTree = Omit<TreeMeasurement, 'restated'> & { focusAreaId: FocusAreaId }
type Submitted = Omit<Measurement, 'result'> & { focusAreaId: FocusAreaId; result: unknown }

/** The submitted measurements of a company with ladders, oldest first: the newest revision of each. */
export async function listMeasurements(
  tx: Tx,
  companyId: CompanyId,
): Promise<(Measurement & { focusAreaId: FocusAreaId })[]> {
  const rows = await listSubmitted(tx, companyId, 'ladder')
  return rows.map((row) => ({ ...row, result: AssessmentResult.parse(row.result) }))
}

/** The same with tree models, as they were submitted. */
export async function listTreeMeasurements(tx: Tx, companyId: CompanyId): Promise<SubmittedTree[]> {
  const rows = await listSubmitted(tx, companyId, 'tree')
  return rows.map((row) => ({ ...row, result: TreeResult.parse(row.result) }))
}

async function listSubmitted(tx: Tx, companyId: CompanyId, kind: ModelKind): Promise<Submitted[]> {
  const rows = await tx
    .selectFrom('assessment as a')
    .innerJoin('occasion as o', (join) =>
      join.onRef('o.programme_id', '=', 'a.programme_id').onRef('o.id', '=', 'a.occasion_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'a.submitted_by')
    .distinctOn(['a.focus_area_id', 'a.started_on', 'a.occasion_id'])
    .select(['a.id', 'a.occasion_id', 'o.kind', 'a.focus_area_id', 'a.model_id', 'a.model_version', 'a.revision'])
    .select(['a.correction_reason', 'a.started_on', 'a.submitted_on', 'u.name as submitted_by', 'a.result'])
    .where('a.company_id', '=', companyId)
    .where('a.status', '=', 'submitted')
    .where('a.model_kind', '=', kind)
    .orderBy('a.focus_area_id')
    .orderBy('a.started_on')
    .orderBy('a.occasion_id')
    .orderBy('a.revision', 'desc')
    .execute()
  return rows.flatMap((row) =>
    row.submitted_on === null
      ? []
      : [
          {
            focusAreaId: row.focus_area_id,
            assessmentId: row.id,
            occasionId: row.occasion_id,
            kind: row.kind,
            model: { id: row.model_id, version: row.model_version },
            revision: row.revision,
            correctionReason: row.correction_reason,
            startedOn: row.started_on,
            submittedOn: row.submitted_on,
            submittedBy: row.submitted_by,
            result: row.result,
          },
        ],
  )
}

export type OpenAssessment = OpenMeasurement & { focusAreaId: FocusAreaId; modelKind: ModelKind }

/** What is being measured now, and the reader's own part in it. */
export async function listOpen(tx: Tx, companyId: CompanyId, personId: PersonId): Promise<OpenAssessment[]> {
  const { rows } = await sql<OpenAssessment>`
    select a.focus_area_id as "focusAreaId", a.id as "assessmentId", o.kind, a.status,
      a.model_kind as "modelKind",
      count(r.id)::int as asked, count(r.completed_at)::int as completed,
      max(case when r.person_id <> ${personId} then null when r.completed_at is not null then 'completed'
        when r.first_answer_at is not null then 'begun' else 'asked' end) as mine
    from assessment a
    join occasion o on o.programme_id = a.programme_id and o.id = a.occasion_id
    left join respondent r on r.programme_id = a.programme_id and r.assessment_id = a.id
    where a.company_id = ${companyId} and a.status in ('self', 'coach') and a.corrects_id is null
    group by a.programme_id, a.id, o.kind`.execute(tx)
  return rows
}

export async function listTargets(
  tx: Tx,
  companyId: CompanyId,
): Promise<(TargetLevel & { focusAreaId: FocusAreaId })[]> {
  return tx
    .selectFrom('target')
    .select(['focus_area_id as focusAreaId', 'dimension_id as dimension', 'level', 'due_on as dueOn'])
    .where('company_id', '=', companyId)
    .orderBy('dimension_id')
    .execute()
}

export async function listDoneActions(
  tx: Tx,
  companyId: CompanyId,
): Promise<(DoneAction & { focusAreaId: FocusAreaId })[]> {
  const rows = await tx
    .selectFrom('action')
    .select(['focus_area_id', 'dimension_id as dimension', 'title', 'done_on', 'to_level as toLevel'])
    .where('company_id', '=', companyId)
    .where('status', '=', 'done')
    .where('removed_at', 'is', null)
    .where('done_on', 'is not', null)
    .where('focus_area_id', 'is not', null)
    .orderBy('done_on')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ focus_area_id, done_on, ...action }) =>
    focus_area_id && done_on ? [{ ...action, focusAreaId: focus_area_id, doneOn: done_on }] : [],
  )
}

export type PeerCount = { dimension: string; level: number; employees: number | null; companies: number }

/**
 * How many other companies stand where, each by its newest submitted measurement of the ladder. Reads the index
 * `assessment_newest` alone; grouped by number of employees, so that groups by size can be cut from it.
 */
export async function countPeers(tx: Tx, focusAreaId: FocusAreaId, except: CompanyId): Promise<PeerCount[]> {
  const { rows } = await sql<PeerCount>`
    with newest as (
      select distinct on (a.company_id) a.programme_id, a.company_id, a.levels
      from assessment a
      where a.focus_area_id = ${focusAreaId} and a.status = 'submitted' and a.company_id <> ${except}
      order by a.company_id, a.started_on desc, a.occasion_id desc, a.revision desc
    ), sized as (
      select n.levels, (select floor(y.employees)::int from company_year y
        where y.programme_id = n.programme_id and y.company_id = n.company_id and y.employees is not null
        order by y.year desc limit 1) as employees
      from newest n
    )
    select l.key as dimension, l.value::int as level, s.employees, count(*)::int as companies
    from sized s, jsonb_each_text(s.levels) l
    where l.value is not null
    group by 1, 2, 3`.execute(tx)
  return rows
}

type PeerNodes = { focusAreaId: FocusAreaId; except: CompanyId; modelId: string; major: string; nodes: string[] }
export type PeerNode = PeerStanding & { employees: number | null }

/**
 * Where the other companies stand in these nodes of a tree, each by its newest submitted measurement in the focus
 * area, where that was made with the model in a version of the same major number.
 */
export async function listPeerNodes(
  tx: Tx,
  { focusAreaId, except, modelId, major, nodes }: PeerNodes,
): Promise<PeerNode[]> {
  const { rows } = await sql<PeerNode>`
    with newest as (
      select distinct on (a.company_id) a.programme_id, a.company_id, a.model_id, a.model_version, a.result
      from assessment a
      where a.focus_area_id = ${focusAreaId} and a.status = 'submitted' and a.company_id <> ${except}
      order by a.company_id, a.started_on desc, a.occasion_id desc, a.revision desc
    )
    select node ->> 'node' as node, (node ->> 'level')::int as level, (node ->> 'score')::float8 as score,
      (select floor(y.employees)::int from company_year y
        where y.programme_id = n.programme_id and y.company_id = n.company_id and y.employees is not null
        order by y.year desc limit 1) as employees
    from newest n, jsonb_array_elements(n.result -> 'result' -> 'nodes') node
    where n.model_id = ${modelId} and split_part(n.model_version, '.', 1) = ${major}
      and node ->> 'node' = any(${nodes})`.execute(tx)
  return rows
}

export async function getThresholdSetting(tx: Tx): Promise<unknown> {
  const { rows } = await sql<{ setting: unknown }>`
    select settings -> 'comparisonThreshold' as setting from programme where id = current_programme()`.execute(tx)
  return rows[0]?.setting
}
