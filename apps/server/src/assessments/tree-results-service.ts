import type { CompanyTreeResults, TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import { answersSeen } from '@stegvis/core/assessments/rules.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { requireCompany } from '../companies/access.ts'
import type { Tx } from '../db/tenancy.ts'
import type { ModelLibrary } from '../models/library.ts'
import { listFindings } from './answer-store.ts'
import { listEvidence } from './evidence-store.ts'
import { getCompanyName, listLadders } from './planning-store.ts'
import { listOpen, listTreeMeasurements } from './result-store.ts'

/** Where the company stands in every focus area it measures with a tree, and what changed over time. */
export async function getTreeResults(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { today }: { models: ModelLibrary; today: PlainDate },
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
      measurements,
      open: underWay ? withoutKind(underWay) : null,
      comparisons: [],
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

function withoutKind<T extends { modelKind: string }>({ modelKind: _, ...row }: T): Omit<T, 'modelKind'> {
  return row
}
