import { CompanyAid, NewException } from '@stegvis/core/aid/gate/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { answeringAid } from '../answer.ts'
import { addException, withdrawException } from './service.ts'
import { readCompanyAid } from './view-service.ts'

const BASE = '/api/programmes/:programme/companies/:company/aid'
const OVERRIDE = { access: { action: 'aid.override' } } as const
const tags = ['aid']
const response = { 200: CompanyAid }

/** A company's aid as a whole: the gate, headroom, grants, support and declarations. */
export function companyAidRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  const answer = answeringAid(deps)
  app.get(
    BASE,
    {
      config: { access: { action: 'aid.read' } },
      schema: {
        tags,
        summary: 'The state aid of a company: gate, headroom, ledger, support and declarations',
        params: OfCompany,
        querystring: z.object({ on: PlainDate.optional() }),
        response,
      },
    },
    ({ actor, params, query }) => {
      const days = { today: clock.today(actor.timeZone), on: query.on }
      return database.inTenant(actor, (tx) => readCompanyAid(tx, actor, params.company, days), { readOnly: true })
    },
  )
  app.post(
    `${BASE}/exceptions`,
    {
      config: OVERRIDE,
      schema: {
        tags,
        summary: 'Let advice of one day pass the gate, with a reason',
        params: OfCompany,
        body: NewException,
        response,
      },
    },
    ({ actor, params, body }) =>
      answer(actor, params.company, (tx, { now }) => addException(tx, actor, params.company, body, now)),
  )
  app.delete(
    `${BASE}/exceptions/:id`,
    {
      config: OVERRIDE,
      schema: { tags, summary: 'Take back that advice of a day passes the gate', params: OfPart, response },
    },
    ({ actor, params }) =>
      answer(actor, params.company, (tx, { now }) => withdrawException(tx, actor, params.company, params.id, now)),
  )
}
