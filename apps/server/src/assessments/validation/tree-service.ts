import { treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import { submitAssessment } from '@stegvis/core/assessments/rules.ts'
import { factValues } from '@stegvis/core/assessments/tree-facts.ts'
import { openForSelf, openTreeItems, type TreeParts } from '@stegvis/core/assessments/tree-open.ts'
import { previousLevels, treeResultOf, treeSteps } from '@stegvis/core/assessments/tree-result.ts'
import { type TreeAssessment, TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import type { TreeAnswers } from '@stegvis/core/models/tree/answers.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { getModel, type ModelLibrary, type TreeEntry } from '../../models/library.ts'
import { listFacts } from '../answering/fact-service.ts'
import { listAnswers, listFindings } from '../answering/store.ts'
import { type AssessmentRecord, findEarlier, findTreeResult, saveSubmitted } from '../assessment-store.ts'
import { listEvidence } from './evidence-store.ts'

/** What the page of a measurement with a tree shows beside answers and findings. */
export async function getTree(tx: Tx, models: ModelLibrary, assessment: AssessmentRecord): Promise<TreeAssessment> {
  const model = await getModel(tx, models, assessment)
  if (model.kind !== 'tree') throw new Problem('model-not-found')
  const earlier = await findEarlier(tx, assessment)
  const isOpen = assessment.status === 'self' || assessment.status === 'coach'
  return {
    result: await findTreeResult(tx, assessment.id),
    facts: await listFacts(tx, model.model, assessment),
    open: isOpen ? openTreeItems(model.compiled, await partsOf(tx, model, assessment)) : [],
    earlier: earlier
      ? {
          ...{ id: earlier.id, version: earlier.version, submittedOn: earlier.submittedOn },
          result: TreeResult.parse(earlier.result),
        }
      : null,
  }
}

async function partsOf(tx: Tx, model: TreeEntry, assessment: AssessmentRecord): Promise<TreeParts> {
  return { ...(await aroundOf(tx, model, assessment)), ...(await listVoices(tx, assessment.id)) }
}

/** What each of the company's people and the coach have answered. */
export async function listVoices(
  tx: Tx,
  assessmentId: AssessmentId,
): Promise<Pick<TreeParts, 'respondents' | 'findings'>> {
  const answers = await listAnswers(tx, assessmentId)
  return {
    respondents: [...Map.groupBy(answers, ({ respondentId }) => respondentId)].map(([id, own]) => ({
      id,
      answers: treeAnswersFrom(own),
    })),
    findings: treeAnswersFrom(await listFindings(tx, assessmentId)),
  }
}

/** What a tree reads besides the answers. */
async function aroundOf(
  tx: Tx,
  { model }: TreeEntry,
  assessment: AssessmentRecord,
): Promise<Pick<TreeParts, 'facts' | 'previous'>> {
  const earlier = await findEarlier(tx, assessment)
  return {
    facts: factValues(await listFacts(tx, model, assessment)),
    previous: previousLevels(earlier ? TreeResult.parse(earlier.result) : null),
  }
}

/** The questions somebody of the company was asked and has not answered. */
export async function listOpenForSelf(
  tx: Tx,
  model: TreeEntry,
  assessment: AssessmentRecord,
  answers: TreeAnswers,
): Promise<string[]> {
  return openForSelf(model.compiled, answers, await aroundOf(tx, model, assessment))
}

/** Closes a measurement with a tree. Answers the level of the whole the coach has found, where the model gives one. */
export async function submitTree(
  tx: Tx,
  actor: Actor,
  assessment: AssessmentRecord,
  model: TreeEntry,
  today: PlainDate,
): Promise<number | null> {
  const parts = await partsOf(tx, model, assessment)
  const open = openTreeItems(model.compiled, parts)
  const decision = submitAssessment(assessment.status, open)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail, { open })
  const evidence = (await listEvidence(tx, assessment.id)).map((piece) => ({
    ...{ criterion: piece.question, class: piece.class, datedOn: piece.datedOn, bestBefore: piece.bestBeforeOn },
  }))
  const result = treeResultOf(model.compiled, { ...parts, evidence }, today)
  const steps = treeSteps(model.compiled, result)
  await saveSubmitted(tx, assessment.id, { by: actor.personId, on: today, result, steps })
  return steps.coach
}
