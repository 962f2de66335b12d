import { mayValidate, revise } from '@stegvis/core/assessments/rules.ts'
import { factsOf, sayFact } from '@stegvis/core/assessments/tree-facts.ts'
import type { AssessmentFact, FactInput } from '@stegvis/core/assessments/tree-schema.ts'
import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { getModel, type ModelLibrary } from '../../models/library.ts'
import { type AssessmentRecord, findAssessment } from '../assessment-store.ts'
import { getCompanyRecordFacts, listSaidFacts, saveFact } from './fact-store.ts'

/** What the model reads about the company, as the record and the people of the measurement have it. */
export async function listFacts(
  tx: Tx,
  { facts = [] }: TreeModel,
  assessment: AssessmentRecord,
): Promise<AssessmentFact[]> {
  if (facts.length === 0) return []
  const record = await getCompanyRecordFacts(tx, assessment.companyId)
  return factsOf(facts, record, await listSaidFacts(tx, assessment.id))
}

/** Says a fact that the company record does not hold, for this measurement alone. null takes it back. */
export async function setFact(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  factId: string,
  input: FactInput,
  context: { models: ModelLibrary; now: string },
): Promise<AssessmentFact> {
  const assessment = await findAssessment(tx, id, 'write')
  if (!assessment) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'assessment.facts', assessment.companyId)
  const open = mayValidate(assessment.status)
  if (!open.ok) throw new Problem(open.problem)
  const found = await getModel(tx, context.models, assessment)
  const fact = found.kind === 'tree' ? found.model.facts?.find((one) => one.id === factId) : undefined
  if (!fact) throw new Problem('not-found')
  const record = await getCompanyRecordFacts(tx, assessment.companyId)
  const decision = sayFact(fact, record, input)
  if (!decision.ok) {
    throw new Problem(decision.problem, decision.detail, {
      errors: [{ pointer: '#/value', detail: decision.detail }],
    })
  }
  const said = await listSaidFacts(tx, id)
  const revised = revise(said.get(factId), { value: decision.value, base: input.base })
  if (!revised.ok) throw new Problem(revised.problem, undefined, { present: said.get(factId) })
  const { revision, changed } = revised.value
  if (changed) {
    const key = { programmeId: actor.programmeId, assessmentId: id, fact: factId }
    await saveFact(tx, key, { value: decision.value, revision, by: actor.personId, at: context.now })
    await recordEvent(tx, actor, {
      kind: 'assessment.fact-set',
      companyId: assessment.companyId,
      subjectId: id,
      detail: { fact: factId, revision },
      audience: 'office',
    })
  }
  return factsOf([fact], record, await listSaidFacts(tx, id))[0]!
}
