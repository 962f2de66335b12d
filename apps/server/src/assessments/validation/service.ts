import type { Respondent } from '@stegvis/core/assessments/respondents.ts'
import { AssessmentResult, resultOf, stepsOf } from '@stegvis/core/assessments/result.ts'
import {
  answersFrom,
  answersSeen,
  correctAssessment,
  mayValidate,
  openItems,
  revise,
  submitAssessment,
} from '@stegvis/core/assessments/rules.ts'
import type { AssessmentView, FindingInput, FindingView } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { getModel, type ModelLibrary } from '../../models/library.ts'
import { fitAnswer } from '../answering/answer-fit.ts'
import { findFinding, listAnswers, listFindings, listRespondents, saveFinding } from '../answering/store.ts'
import {
  type AssessmentRecord,
  copyAsCorrection,
  findAssessment,
  findEarlier,
  findEmployees,
  findResult,
  getHead,
  type Hold,
  listRevisions,
  saveSubmitted,
  setStatus,
} from '../assessment-store.ts'
import { listEvidence } from './evidence-store.ts'
import { getTree, submitTree } from './tree-service.ts'

/** The assessment, if the actor validates it. Nobody else learns that it exists. */
export async function requireValidating(tx: Tx, actor: Actor, id: AssessmentId, hold: Hold): Promise<AssessmentRecord> {
  const assessment = await findAssessment(tx, id, hold)
  if (!assessment) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'assessment.validate', assessment.companyId)
  return assessment
}

export function requireOpen(assessment: AssessmentRecord): void {
  const decision = mayValidate(assessment.status)
  if (!decision.ok) throw new Problem(decision.problem)
}

export type ViewContext = { models: ModelLibrary; today: PlainDate }

/** Everything the coach's page shows, as far as the reader may see it. */
export async function getAssessment(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  { models, today }: ViewContext,
): Promise<AssessmentView> {
  const assessment = await findAssessment(tx, id)
  if (!assessment) throw new Problem('not-found')
  const subject = await requireInCompany(tx, actor, 'assessment.read', assessment.companyId)
  const seen = answersSeen(actor, subject, assessment.status)
  if (seen === 'own') throw new Problem('not-found')
  const isLadder = assessment.modelKind === 'ladder'
  return {
    assessment: await getHead(tx, id, today),
    respondents: await listRespondents(tx, id),
    answers: seen === 'all' ? await listAnswers(tx, id) : [],
    findings: await listFindings(tx, id),
    evidence: await listEvidence(tx, id),
    revisions: await listRevisions(tx, assessment),
    earlier: isLadder ? await earlierLadder(tx, assessment) : null,
    result: isLadder ? await findResult(tx, id) : null,
    tree: isLadder ? null : await getTree(tx, models, assessment),
    mayValidate: can(actor, 'assessment.validate', subject),
  }
}

async function earlierLadder(tx: Tx, assessment: AssessmentRecord): Promise<AssessmentView['earlier']> {
  const earlier = await findEarlier(tx, assessment)
  if (!earlier) return null
  const { version: _, ...rest } = earlier
  return { ...rest, result: AssessmentResult.parse(earlier.result) }
}

/**
 * Sets or takes back the coach's answer to one question. Two coaches in the same form are told apart by the
 * revision: the later one gets what stands now and who wrote it.
 */
export async function setFinding(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  question: string,
  input: FindingInput,
  context: { models: ModelLibrary; now: string },
): Promise<FindingView> {
  const assessment = await requireValidating(tx, actor, id, 'write')
  requireOpen(assessment)
  if (input.value !== null) {
    const fits = fitAnswer(await getModel(tx, context.models, assessment), question, input.value)
    if (!fits.ok)
      throw new Problem(fits.problem, fits.detail, { errors: [{ pointer: '#/value', detail: fits.detail }] })
  }
  const stored = await findFinding(tx, id, question)
  const revised = revise(stored, input)
  if (!revised.ok) throw new Problem(revised.problem, undefined, { present: stored })
  const { revision, changed } = revised.value
  if (changed) {
    const key = { programmeId: actor.programmeId, assessmentId: id, question }
    await saveFinding(tx, key, { value: input.value, revision, foundBy: actor.personId })
    if (assessment.status === 'self') await setStatus(tx, id, 'coach')
    // The answer itself stays out of the trail: office roles read that, and may not read answers.
    await recordEvent(tx, actor, {
      kind: 'assessment.finding-set',
      companyId: assessment.companyId,
      subjectId: id,
      detail: { question, revision },
      audience: 'office',
    })
  }
  return { question, value: input.value, revision, foundBy: actor.name, foundAt: context.now }
}

async function listVoices(tx: Tx, id: AssessmentId): Promise<Respondent[]> {
  const answers = await listAnswers(tx, id)
  return [...Map.groupBy(answers, ({ respondentId }) => respondentId)].map(([respondent, own]) => ({
    id: respondent,
    answers: answersFrom(own),
  }))
}

/** Closes the assessment with its result. Nothing about it changes afterwards. */
export async function submit(tx: Tx, actor: Actor, id: AssessmentId, context: ViewContext): Promise<AssessmentView> {
  const assessment = await requireValidating(tx, actor, id, 'close')
  const model = await getModel(tx, context.models, assessment)
  const step =
    model.kind === 'tree'
      ? await submitTree(tx, actor, assessment, model, context.today)
      : await submitLadder(tx, actor, assessment, model.compiled, context.today)
  await recordEvent(tx, actor, {
    kind: 'assessment.submitted',
    companyId: assessment.companyId,
    subjectId: id,
    detail: { revision: assessment.revision, step },
    audience: 'all',
  })
  return getAssessment(tx, actor, id, context)
}

/** Answers the step the coach has found. */
async function submitLadder(
  tx: Tx,
  actor: Actor,
  { id, companyId, status }: AssessmentRecord,
  model: CompiledModel,
  today: PlainDate,
): Promise<number | null> {
  const respondents = await listVoices(tx, id)
  const findings = answersFrom(await listFindings(tx, id))
  const employees = await findEmployees(tx, companyId)
  const open = openItems(model, findings, respondents, { employees: employees ?? undefined })
  const decision = submitAssessment(status, open)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail, { open })
  const evidence = (await listEvidence(tx, id)).map(({ question, class: evidenceClass, datedOn, bestBeforeOn }) => ({
    criterion: question,
    class: evidenceClass,
    datedOn,
    bestBefore: bestBeforeOn,
  }))
  const result = resultOf(model, { respondents, findings, evidence, employees }, today)
  await saveSubmitted(tx, id, { by: actor.personId, on: today, result, steps: stepsOf(result) })
  return result.coach.step
}

/** Opens a new revision of a submitted assessment. The old one stays as it was, and counts until the new is submitted. */
export async function correct(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  input: { id: AssessmentId; reason: string },
  context: ViewContext,
): Promise<AssessmentView> {
  const assessment = await requireValidating(tx, actor, id, 'close')
  const revisions = await listRevisions(tx, assessment)
  if (!revisions.some((revision) => revision.id === input.id)) {
    const corrected = revisions.some((one) => one.revision > assessment.revision && one.status !== 'withdrawn')
    const decision = correctAssessment({ ...assessment, corrected }, input.reason)
    if (!decision.ok) throw new Problem(decision.problem, decision.detail)
    await copyAsCorrection(tx, actor.programmeId, assessment, { ...input, ...decision.value })
    await recordEvent(tx, actor, {
      kind: 'assessment.correction-opened',
      companyId: assessment.companyId,
      subjectId: input.id,
      detail: { corrects: id, reason: input.reason, revision: decision.value.revision },
      audience: 'all',
    })
  }
  return getAssessment(tx, actor, input.id, context)
}
