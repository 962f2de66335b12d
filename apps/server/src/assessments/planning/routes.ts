import {
  Invitee,
  NewOccasion,
  OccasionList,
  PlanningOptions,
  RespondentView,
  WithdrawalInput,
} from '@stegvis/core/assessments/schema.ts'
import { AssessmentId, CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import {
  getOccasions,
  getPlanningOptions,
  inviteRespondents,
  remindRespondent,
  startOccasion,
  uninviteRespondent,
  withdrawAssessment,
} from './service.ts'

const ByCompany = z.object({ programme: z.string(), company: CompanyId })
const ByAssessment = z.object({ programme: z.string(), assessment: AssessmentId })
const ByRespondent = ByAssessment.extend({ respondent: RecordId })

const Respondents = z.strictObject({ respondents: z.array(RespondentView) }).meta({ id: 'Respondents' })

const tags = ['assessments']
const PLAN = { access: { action: 'assessment.plan' } } as const

export function planningRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  const base = '/api/programmes/:programme'

  app.get(
    `${base}/companies/:company/occasions`,
    {
      config: { access: { action: 'result.read' } },
      schema: { tags, summary: 'When the company was measured', params: ByCompany, response: { 200: OccasionList } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => getOccasions(tx, actor, params.company), { readOnly: true }),
  )

  app.get(
    `${base}/companies/:company/occasions/options`,
    {
      config: PLAN,
      schema: {
        tags,
        summary: 'What can be measured, and who can answer',
        params: ByCompany,
        response: { 200: PlanningOptions },
      },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => getPlanningOptions(tx, actor, params.company, clock.today(actor.timeZone)), {
        readOnly: true,
      }),
  )

  app.post(
    `${base}/companies/:company/occasions`,
    {
      config: PLAN,
      schema: {
        tags,
        summary: 'Start measuring',
        params: ByCompany,
        body: NewOccasion,
        response: { 200: OccasionList },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        startOccasion(tx, actor, params.company, body, deps, clock.today(actor.timeZone)),
      ),
  )

  app.post(
    `${base}/assessments/:assessment/respondents`,
    {
      config: PLAN,
      schema: {
        tags,
        summary: 'Ask more people to answer',
        params: ByAssessment,
        body: z.strictObject({ invitees: z.array(Invitee).min(1).max(40) }),
        response: { 200: Respondents },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        inviteRespondents(tx, actor, params.assessment, body.invitees, deps, clock.today(actor.timeZone)),
      ),
  )

  app.delete(
    `${base}/assessments/:assessment/respondents/:respondent`,
    {
      config: PLAN,
      schema: { tags, summary: 'Take back an invitation', params: ByRespondent, response: { 200: Respondents } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => uninviteRespondent(tx, actor, params.assessment, params.respondent)),
  )

  app.post(
    `${base}/assessments/:assessment/respondents/:respondent/remind`,
    { config: PLAN, schema: { tags, summary: 'Send a new link', params: ByRespondent, response: { 204: z.null() } } },
    async ({ actor, params }, reply) => {
      const today = clock.today(actor.timeZone)
      await database.inTenant(actor, (tx) =>
        remindRespondent(tx, actor, params.assessment, params.respondent, deps, today),
      )
      return reply.code(204).send(null)
    },
  )

  app.post(
    `${base}/assessments/:assessment/withdraw`,
    {
      config: PLAN,
      schema: {
        tags,
        summary: 'Give up a measurement that was not submitted',
        params: ByAssessment,
        body: WithdrawalInput,
        response: { 204: z.null() },
      },
    },
    async ({ actor, params, body }, reply) => {
      await database.inTenant(actor, (tx) => withdrawAssessment(tx, actor, params.assessment, body.reason))
      return reply.code(204).send(null)
    },
  )
}
