import { CompanyResults } from '@stegvis/core/assessments/company-results.ts'
import { CompanyPeers } from '@stegvis/core/assessments/peers.ts'
import { CompanyId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { answeringRoutes, evidenceRoutes, validationRoutes } from './measuring-routes.ts'
import { planningRoutes } from './planning-routes.ts'
import { getPeers, getResults } from './results-service.ts'

const ByCompany = z.object({ programme: z.string(), company: CompanyId })

const tags = ['assessments']
const RESULTS = { access: { action: 'result.read' } } as const

export function assessmentsRoutes(app: App, deps: Deps): void {
  planningRoutes(app, deps)
  answeringRoutes(app, deps)
  validationRoutes(app, deps)
  evidenceRoutes(app, deps)
  resultRoutes(app, deps)
}

function resultRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/programmes/:programme/companies/:company/results',
    {
      config: RESULTS,
      schema: { tags, summary: 'Where the company stands', params: ByCompany, response: { 200: CompanyResults } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => getResults(tx, actor, params.company, clock.today(actor.timeZone)), {
        readOnly: true,
      }),
  )

  app.get(
    '/api/programmes/:programme/companies/:company/peers',
    {
      config: RESULTS,
      schema: {
        tags,
        summary: 'How others in the programme stand',
        params: ByCompany,
        response: { 200: CompanyPeers },
      },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => getPeers(tx, actor, params.company), { readOnly: true }),
  )
}
