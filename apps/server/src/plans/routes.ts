import { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import { ModelKey } from '@stegvis/core/models/schema.ts'
import { ActionFilter } from '@stegvis/core/plans/filter.ts'
import { MyActions, NewPlanCheck, PlanCheck, PlanView, Target, TargetInput } from '@stegvis/core/plans/schema.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { sendSpreadsheet } from '../http/spreadsheet.ts'
import { actionRoutes } from './actions/routes.ts'
import { changeTarget, check, contextOf, readMyActions, readPlan } from './service.ts'
import { planSheet } from './spreadsheet.ts'

const OfProgramme = z.object({ programme: z.string() })
const OfCompany = OfProgramme.extend({ company: CompanyId })
const OfDimension = OfCompany.extend({ focusArea: FocusAreaId, dimension: ModelKey })
const TargetReply = z.strictObject({ target: Target.nullable() }).meta({ id: 'TargetReply' })
const READ = { access: { action: 'plan.read' } } as const
const EDIT = { access: { action: 'plan.edit' } } as const
const tags = ['plans']

export function plansRoutes(app: App, deps: Deps): void {
  const { database } = deps
  app.get(
    '/api/programmes/:programme/companies/:company/plan',
    {
      config: READ,
      schema: { tags, summary: 'The plan of a company', params: OfCompany, response: { 200: PlanView } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => readPlan(tx, actor, params.company, contextOf(deps, actor)), { readOnly: true }),
  )
  app.get(
    '/api/programmes/:programme/companies/:company/plan.xlsx',
    {
      config: READ,
      schema: {
        tags,
        summary: 'The plan of a company as a spreadsheet',
        params: OfCompany,
        querystring: ActionFilter,
      },
    },
    async ({ actor, params, query }, reply) => {
      const context = contextOf(deps, actor)
      const plan = await database.inTenant(actor, (tx) => readPlan(tx, actor, params.company, context), {
        readOnly: true,
      })
      return sendSpreadsheet(reply, planSheet(plan, query, actor.language, context.now))
    },
  )
  app.put(
    '/api/programmes/:programme/companies/:company/targets/:focusArea/:dimension',
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Set, move or take away the target of a dimension',
        params: OfDimension,
        body: TargetInput,
        response: { 200: TargetReply },
      },
    },
    ({ actor, params, body }) => {
      const key = { companyId: params.company, focusAreaId: params.focusArea, dimensionId: params.dimension }
      return database.inTenant(actor, async (tx) => ({
        target: await changeTarget(tx, actor, key, body, contextOf(deps, actor)),
      }))
    },
  )
  app.post(
    '/api/programmes/:programme/companies/:company/plan-checks',
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Make the quarterly check',
        params: OfCompany,
        body: NewPlanCheck,
        response: { 200: PlanCheck },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => check(tx, actor, params.company, body, contextOf(deps, actor).today)),
  )
  app.get(
    '/api/programmes/:programme/my-actions',
    {
      config: READ,
      schema: { tags, summary: 'What I have to do', params: OfProgramme, response: { 200: MyActions } },
    },
    ({ actor }) =>
      database.inTenant(actor, (tx) => readMyActions(tx, actor, contextOf(deps, actor)), { readOnly: true }),
  )
  actionRoutes(app, deps)
}
