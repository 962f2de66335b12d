import type { LadderResults } from '@stegvis/core/assessments/company-results.ts'
import type { LadderPeers } from '@stegvis/core/assessments/peers.ts'
import type { CompanyKeyFigure } from '@stegvis/core/indicators/schema.ts'
import type { AssessmentId, CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { PlanView } from '@stegvis/core/plans/schema.ts'
import type { ReportMaterial } from '@stegvis/core/reports/rules.ts'
import type {
  ReportData,
  ReportKeyFigure,
  ReportLadder,
  ReportMeasurement,
  ReportPlan,
} from '@stegvis/core/reports/schema.ts'
import { getPeers, getResults } from '../assessments/results/service.ts'
import { listPassed } from '../coaching/advice-service.ts'
import { keyOf } from '../companies/key.ts'
import type { Tx } from '../db/tenancy.ts'
import { readKeyFigures } from '../indicators/service.ts'
import { type PlanContext, readPlan } from '../plans/service.ts'
import type { Logo } from './marks.ts'
import {
  type Answerers,
  countEvidence,
  listAnswerers,
  readCompany,
  readLogos,
  readProgramme,
} from './material-store.ts'

/** The programme, who pays and the company, as every paper is headed. */
export async function readHead(
  tx: Tx,
  companyId: CompanyId,
): Promise<Pick<ReportData, 'programme' | 'funders'> & { company: { name: string; organisationNumber: string } }> {
  const { name, organisationNumber } = await readCompany(tx, companyId)
  return { ...(await readProgramme(tx)), company: { name, organisationNumber } }
}

/** The marks of those who pay. The emblem of the Union is ours to draw. */
export function readMarks(tx: Tx, { funders }: Pick<ReportData, 'funders'>): Promise<Logo[]> {
  return readLogos(
    tx,
    funders.flatMap(({ kind, logo }) => (kind === 'eu' || logo === null ? [] : [logo])),
  )
}

/** Everything a report of the company could tell today, as this person may know it. */
export async function readMaterial(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  context: PlanContext,
): Promise<ReportMaterial> {
  const { ladders } = await getResults(tx, actor, companyId, context.today)
  const peers = await getPeers(tx, actor, companyId)
  const plan = await readPlan(tx, actor, companyId, context)
  const { keyFigures } = await readKeyFigures(tx, actor, companyId, context)
  const answerers = await listAnswerers(tx, companyId)
  const evidence = await countEvidence(tx, companyId)
  return {
    format: 'stegvis-report/1',
    madeOn: context.today,
    ...(await readProgramme(tx)),
    company: await readCompany(tx, companyId),
    ladders: ladders
      .filter(({ measurements }) => measurements.length > 0)
      .map((ladder) => ladderOf(ladder, peers.ladders, answerers, evidence)),
    plan: planOf(plan),
    keyFigures: keyFigures.filter(({ values }) => values.length > 0).map(keyFigureOf),
    exceptions: await listPassed(tx, keyOf(actor, companyId)),
  }
}

function ladderOf(
  { focusArea, measurements, targets, doneActions }: LadderResults,
  peers: readonly LadderPeers[],
  answerers: ReadonlyMap<AssessmentId, Answerers>,
  evidence: ReadonlyMap<AssessmentId, ReportMeasurement['evidence']>,
): ReportLadder {
  const group = peers.find(({ focusAreaId }) => focusAreaId === focusArea.id)?.all
  const answered = (measurement: { assessmentId: AssessmentId }) =>
    answerers.get(measurement.assessmentId)?.answered ?? []
  const [first, newest] = [answered(measurements[0]!), answered(measurements.at(-1)!)]
  return {
    focusArea,
    measurements: measurements.map((measurement) => ({
      ...measurement,
      asked: answerers.get(measurement.assessmentId)?.asked ?? 0,
      evidence: evidence.get(measurement.assessmentId) ?? [],
    })),
    people:
      measurements.length > 1
        ? { first: first.length, newest: newest.length, both: newest.filter((id) => first.includes(id)).length }
        : null,
    targets,
    doneActions,
    peers: group?.shown ? { companies: group.companies, dimensions: group.dimensions } : null,
  }
}

function planOf({ goals, actions, checks }: PlanView): ReportPlan {
  const [check] = checks
  return {
    goals: goals.map(({ id, title, measure, dueOn }) => ({ id, title, measure, dueOn })),
    actions: actions.map(({ title, status, goalId, owner, dueOn, doneOn, effortHours, costCents, effectText }) => ({
      title,
      status,
      goalId,
      owner,
      dueOn,
      doneOn,
      effortHours,
      costCents,
      effect: effectText,
    })),
    lastCheck: check ? { on: check.checkedOn, mood: check.mood, note: check.note } : null,
  }
}

function keyFigureOf({ id, name, unit, decimals, better, focusAreas, values }: CompanyKeyFigure): ReportKeyFigure {
  return {
    id,
    name,
    unit,
    decimals,
    better,
    accent: focusAreas[0]?.accent ?? 1,
    values: values.map(({ fromOn, toOn, amount, unit: inUnit, quality, verifiedBy, source }) => ({
      fromOn,
      toOn,
      amount,
      unit: inUnit,
      quality,
      verifiedBy: verifiedBy?.name ?? null,
      source,
    })),
  }
}
