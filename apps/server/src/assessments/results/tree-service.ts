import type { CompanyTreeResults, TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import { answersSeen } from '@stegvis/core/assessments/rules.ts'
import type { ModelRef } from '@stegvis/core/assessments/schema.ts'
import { compareMeasured, type Measured, restateMeasured } from '@stegvis/core/assessments/tree-comparison.ts'
import { resultAnswers } from '@stegvis/core/assessments/tree-open.ts'
import { previousLevels } from '@stegvis/core/assessments/tree-result.ts'
import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { requireCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { findModel, getModel, type ModelLibrary } from '../../models/library.ts'
import { listTrees } from '../../models/versions.ts'
import { listFindings } from '../answering/store.ts'
import { getCompanyName, listLadders } from '../planning/store.ts'
import { listEvidence } from '../validation/evidence-store.ts'
import { listVoices } from '../validation/tree-service.ts'
import { listOpen, listTreeMeasurements, type SubmittedTree } from './store.ts'

/** Where the company stands in every focus area it measures with a tree, and what changed over time. */
export async function getTreeResults(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { models, today }: { models: ModelLibrary; today: PlainDate },
): Promise<CompanyTreeResults> {
  const subject = await requireCompany(tx, actor, 'result.read', companyId)
  const seesFindings = can(actor, 'assessment.read', subject) && answersSeen(actor, subject, 'submitted') !== 'own'
  const measured = await listTreeMeasurements(tx, companyId)
  const open = (await listOpen(tx, companyId, actor.personId)).filter(({ modelKind }) => modelKind === 'tree')
  const areas: TreeAreaResults[] = []
  for (const { focusArea, model, modelKind, wanted } of await listLadders(tx, companyId)) {
    const here = <T extends { focusAreaId: FocusAreaId }>(rows: readonly T[]) =>
      rows.flatMap(({ focusAreaId, ...row }) => (focusAreaId === focusArea.id ? [row] : []))
    const measurements = here(measured)
    const [underWay] = here(open)
    if (measurements.length === 0 && !underWay && !(wanted && modelKind === 'tree')) continue
    const newest = measurements.at(-1)
    areas.push({
      focusArea,
      model: newest?.model ?? model,
      ...(await overTime(tx, models, measurements, modelKind === 'tree' ? model : null)),
      open: underWay ? withoutKind(underWay) : null,
      findings: seesFindings && newest ? await listFindings(tx, newest.assessmentId) : null,
      evidence: seesFindings && newest ? await listEvidence(tx, newest.assessmentId) : null,
    })
  }
  return {
    company: { id: companyId, name: await getCompanyName(tx, companyId) },
    today,
    areas,
    mayPlan: can(actor, 'assessment.plan', subject),
    mayValidate: can(actor, 'assessment.validate', subject),
  }
}

type OfArea = Omit<SubmittedTree, 'focusAreaId'>

/** Each measurement as it was, restated on the version measured with now, and set against the newest. */
async function overTime(
  tx: Tx,
  models: ModelLibrary,
  submitted: readonly OfArea[],
  present: ModelRef | null,
): Promise<Pick<TreeAreaResults, 'measurements' | 'comparisons'>> {
  const measured: Measured[] = []
  for (const [at, measurement] of submitted.entries()) {
    measured.push(await madeFrom(tx, models, measurement, submitted[at - 1]?.result ?? null))
  }
  const versions: TreeModel[] = []
  for (const id of new Set(submitted.map(({ model }) => model.id))) versions.push(...(await listTrees(tx, models, id)))
  const now = present && (await findModel(tx, models, present.id, present.version))
  return {
    measurements: submitted.map((measurement, at) => ({
      ...measurement,
      restated: now?.kind === 'tree' ? restateMeasured(measured[at]!, versions, now.compiled) : null,
    })),
    comparisons: compareMeasured(measured, versions),
  }
}

async function madeFrom(
  tx: Tx,
  models: ModelLibrary,
  { assessmentId, model, result }: OfArea,
  before: TreeResult | null,
): Promise<Measured> {
  const found = await getModel(tx, models, { modelId: model.id, modelVersion: model.version })
  if (found.kind !== 'tree') throw new Problem('model-not-found')
  const answers = resultAnswers(found.compiled, await listVoices(tx, assessmentId))
  return { assessmentId, compiled: found.compiled, result, answers, previous: previousLevels(before) }
}

function withoutKind<T extends { modelKind: string }>({ modelKind: _, ...row }: T): Omit<T, 'modelKind'> {
  return row
}
