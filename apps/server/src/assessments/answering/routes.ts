import { AnswerInput, AnsweringView, AnswerReply, QuestionId } from '@stegvis/core/assessments/schema.ts'
import { AssessmentFact, FactInput } from '@stegvis/core/assessments/tree-schema.ts'
import { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { setFact } from './fact-service.ts'
import { answerQuestion, completeSelf, getAnswering, reopenSelf } from './service.ts'

const ByAssessment = z.object({ programme: z.string(), assessment: AssessmentId })
const ByQuestion = ByAssessment.extend({ question: QuestionId })

const tags = ['assessments']
const ANSWER = { access: { action: 'assessment.answer' } } as const
const FACTS = { access: { action: 'assessment.facts' } } as const
const base = '/api/programmes/:programme/assessments/:assessment'

export function answeringRoutes(app: App, { database, clock, models }: Deps): void {
  app.get(
    `${base}/answering`,
    {
      config: ANSWER,
      schema: {
        tags,
        summary: 'The own part of a self-assessment',
        params: ByAssessment,
        response: { 200: AnsweringView },
      },
    },
    ({ actor, params }) =>
      database.inTenant(
        actor,
        (tx) => getAnswering(tx, actor, params.assessment, { models, today: clock.today(actor.timeZone) }),
        { readOnly: true },
      ),
  )

  app.put(
    `${base}/answers/:question`,
    {
      config: ANSWER,
      schema: {
        tags,
        summary: 'Answer a question, or take the answer back',
        params: ByQuestion,
        body: AnswerInput,
        response: { 200: AnswerReply },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        answerQuestion(tx, actor, params.assessment, params.question, body, { models, now: clock.now() }),
      ),
  )

  app.post(
    `${base}/answering/complete`,
    {
      config: ANSWER,
      schema: { tags, summary: 'Be done with the own part', params: ByAssessment, response: { 200: AnsweringView } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) =>
        completeSelf(tx, actor, params.assessment, { models, now: clock.now(), today: clock.today(actor.timeZone) }),
      ),
  )

  app.post(
    `${base}/answering/reopen`,
    {
      config: ANSWER,
      schema: { tags, summary: 'Think again', params: ByAssessment, response: { 200: AnsweringView } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) =>
        reopenSelf(tx, actor, params.assessment, { models, today: clock.today(actor.timeZone) }),
      ),
  )
}

export function factRoutes(app: App, { database, clock, models }: Deps): void {
  app.put(
    `${base}/facts/:fact`,
    {
      config: FACTS,
      schema: {
        tags,
        summary: 'State a fact the model reads and the company record does not hold',
        params: ByAssessment.extend({ fact: QuestionId }),
        body: FactInput,
        response: { 200: AssessmentFact },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        setFact(tx, actor, params.assessment, params.fact, body, { models, now: clock.now() }),
      ),
  )
}
