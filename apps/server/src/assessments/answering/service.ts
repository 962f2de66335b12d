import { treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import { openQuestions } from '@stegvis/core/assessments/questions.ts'
import { answersFrom, mayAnswer, revise } from '@stegvis/core/assessments/rules.ts'
import type {
  AnswerInput,
  AnsweringView,
  AnswerReply,
  AnyAnswer,
  EarlierAnswer,
  RespondentView,
} from '@stegvis/core/assessments/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { type AnyModel, getModel, type ModelLibrary } from '../../models/library.ts'
import { type AssessmentRecord, findAssessment, findEmployees, getHead } from '../assessment-store.ts'
import { listOpenForSelf } from '../validation/tree-service.ts'
import { fitAnswer } from './answer-fit.ts'
import { listFacts } from './fact-service.ts'
import {
  findAnswer,
  findCoachName,
  findEarlierAnswers,
  findRespondent,
  listOwnAnswers,
  listStillToAnswer,
  markCompleted,
  markFirstAnswer,
  markSelfCompleted,
  saveAnswer,
} from './store.ts'

type Part = { assessment: AssessmentRecord; respondent: RespondentView }

/** The signed-in person's own part. Who was not asked finds nothing here. */
async function requirePart(tx: Tx, actor: Actor, id: AssessmentId, hold?: 'hold'): Promise<Part> {
  const assessment = await findAssessment(tx, id, hold && 'keep')
  if (!assessment || assessment.status === 'withdrawn') throw new Problem('not-found')
  await requireInCompany(tx, actor, 'assessment.answer', assessment.companyId)
  const respondent = await findRespondent(tx, id, actor.personId, hold)
  if (!respondent) throw new Problem('not-found')
  return { assessment, respondent }
}

function requireOpen({ assessment, respondent }: Part): void {
  const decision = mayAnswer(assessment.status, respondent.completedAt !== null)
  if (!decision.ok) throw new Problem(decision.problem)
}

export type AnsweringContext = { models: ModelLibrary; today: PlainDate }

export async function getAnswering(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  { models, today }: AnsweringContext,
): Promise<AnsweringView> {
  const { assessment, respondent } = await requirePart(tx, actor, id)
  const model = await getModel(tx, models, assessment)
  const answers = await listOwnAnswers(tx, id, respondent.id)
  const given = answers.flatMap(({ question, value }) => (value === null ? [] : [question]))
  const last = await findEarlierAnswers(tx, assessment, actor.personId)
  return {
    assessment: await getHead(tx, id, today),
    respondent,
    answers,
    facts: model.kind === 'tree' ? await listFacts(tx, model.model, assessment) : [],
    earlier: last && {
      on: last.on,
      // What was said last time must not colour what is said now.
      answers: [...given].flatMap((question) => earlierTo(question, last.answers) ?? []),
    },
    next: await listStillToAnswer(tx, assessment, actor.personId),
    coachName: await findCoachName(tx, assessment.companyId),
  }
}

function earlierTo(question: string, answers: ReadonlyMap<string, AnyAnswer>): EarlierAnswer | null {
  const value = answers.get(question)
  return value ? { question, value } : null
}

/** Saves one answer. The reply leaves after the commit, so what the screen calls saved is in the database. */
export async function answerQuestion(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  question: string,
  input: AnswerInput,
  context: { models: ModelLibrary; now: string },
): Promise<AnswerReply> {
  const part = await requirePart(tx, actor, id, 'hold')
  const { assessment, respondent } = part
  requireOpen(part)
  if (input.value !== null) {
    requireFit(await getModel(tx, context.models, assessment), question, input.value)
  }
  const stored = await findAnswer(tx, id, respondent.id, question)
  const revised = revise(stored, input)
  if (!revised.ok) {
    throw new Problem(revised.problem, undefined, { present: { value: stored?.value, revision: stored?.revision } })
  }
  const { revision, changed } = revised.value
  if (changed) {
    const key = { programmeId: actor.programmeId, assessmentId: id, respondentId: respondent.id, question }
    await saveAnswer(tx, key, { value: input.value, revision, seconds: input.seconds })
    if (respondent.firstAnswerAt === null) await begin(tx, actor, part, context.now)
  }
  const last = input.value === null ? null : await findEarlierAnswers(tx, assessment, actor.personId)
  return { revision, earlier: last && earlierTo(question, last.answers) }
}

/** Refuses what the model does not ask; the coach's class of evidence has no place in a company's answer. */
function requireFit(model: AnyModel, question: string, value: AnyAnswer): void {
  const fits = fitAnswer(model, question, value)
  if (!fits.ok) {
    throw new Problem(fits.problem, fits.detail, {
      errors: [{ pointer: '#/value', detail: 'does not fit the question' }],
    })
  }
  if (value.evidence !== undefined) {
    throw new Problem('answer-not-valid', 'only a coach names a class of evidence', {
      errors: [{ pointer: '#/value/evidence', detail: 'only a coach names a class of evidence' }],
    })
  }
}

async function begin(tx: Tx, actor: Actor, { assessment, respondent }: Part, now: string): Promise<void> {
  await markFirstAnswer(tx, respondent.id, now)
  await recordEvent(tx, actor, {
    kind: 'assessment.self-started',
    companyId: assessment.companyId,
    subjectId: assessment.id,
    audience: 'team',
  })
}

/** "I am done": refused while a question the person was asked is open. Saying it twice changes nothing. */
export async function completeSelf(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  context: { models: ModelLibrary; now: string; today: PlainDate },
): Promise<AnsweringView> {
  const part = await requirePart(tx, actor, id, 'hold')
  const { assessment, respondent } = part
  if (respondent.completedAt === null) {
    requireOpen(part)
    const open = await listOpenOwn(tx, await getModel(tx, context.models, assessment), part)
    if (open.length > 0) throw new Problem('assessment-incomplete', `${open.length} open`, { open })
    await markCompleted(tx, respondent.id, context.now)
    await markSelfCompleted(tx, id, context.today)
    await recordEvent(tx, actor, {
      kind: 'assessment.self-completed',
      companyId: assessment.companyId,
      subjectId: id,
      audience: 'all',
    })
  }
  return getAnswering(tx, actor, id, context)
}

/** The questions the person was asked and has not answered, in the order of the model. */
async function listOpenOwn(tx: Tx, model: AnyModel, { assessment, respondent }: Part): Promise<string[]> {
  const saved = await listOwnAnswers(tx, assessment.id, respondent.id)
  if (model.kind === 'tree') return listOpenForSelf(tx, model, assessment, treeAnswersFrom(saved))
  const employees = (await findEmployees(tx, assessment.companyId)) ?? undefined
  return openQuestions(model.compiled, answersFrom(saved), 'self', { employees }).map(({ id }) => id)
}

/** Second thoughts, for as long as the coach has not begun. */
export async function reopenSelf(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  context: AnsweringContext,
): Promise<AnsweringView> {
  const part = await requirePart(tx, actor, id, 'hold')
  if (part.respondent.completedAt !== null) {
    requireOpen(part)
    await markCompleted(tx, part.respondent.id, null)
    await recordEvent(tx, actor, {
      kind: 'assessment.self-reopened',
      companyId: part.assessment.companyId,
      subjectId: id,
    })
  }
  return getAnswering(tx, actor, id, context)
}
