import { treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import { submitAssessment } from '@stegvis/core/assessments/rules.ts'
import { factValues } from '@stegvis/core/assessments/tree-facts.ts'
import { openTreeItems, type TreeParts } from '@stegvis/core/assessments/tree-open.ts'
import { type TreeAssessment, TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { getModel, type ModelLibrary, type TreeEntry } from '../models/library.ts'
import { listAnswers, listFindings } from './answer-store.ts'
import { type AssessmentRecord, findEarlier, findTreeResult } from './assessment-store.ts'
import { listFacts } from './fact-service.ts'

/** What the page of a measurement with a tree shows beside answers and findings. */
export async function getTree(tx: Tx, models: ModelLibrary, assessment: AssessmentRecord): Promise<TreeAssessment> {
  const model = await getModel(tx, models, assessment)
  if (model.kind !== 'tree') throw new Problem('model-not-found')
  const earlier = await findEarlier(tx, assessment)
  const isOpen = assessment.status === 'self' || assessment.status === 'coach'
  return {
    result: await findTreeResult(tx, assessment.id),
    facts: await listFacts(tx, model.model, assessment),
    open: isOpen ? openTreeItems(model.model, await partsOf(tx, model, assessment)) : [],
    earlier: earlier
      ? {
          ...{ id: earlier.id, version: earlier.version, submittedOn: earlier.submittedOn },
          result: TreeResult.parse(earlier.result),
        }
      : null,
  }
}

async function partsOf(tx: Tx, { model }: TreeEntry, assessment: AssessmentRecord): Promise<TreeParts> {
  const answers = await listAnswers(tx, assessment.id)
  return {
    facts: factValues(await listFacts(tx, model, assessment)),
    respondents: [...Map.groupBy(answers, ({ respondentId }) => respondentId)].map(([id, own]) => ({
      id,
      answers: treeAnswersFrom(own),
    })),
    findings: treeAnswersFrom(await listFindings(tx, assessment.id)),
  }
}

/** Closes a measurement with a tree. Answers the step of the whole, where the model gives one. */
export async function submitTree(
  tx: Tx,
  _actor: Actor,
  assessment: AssessmentRecord,
  model: TreeEntry,
  _today: PlainDate,
): Promise<number | null> {
  const open = openTreeItems(model.model, await partsOf(tx, model, assessment))
  const decision = submitAssessment(assessment.status, open)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail, { open })
  throw new Problem('unavailable')
}
