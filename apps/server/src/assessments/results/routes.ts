import { CompanyResults } from '@stegvis/core/assessments/company-results.ts'
import { CompanyTreeResults } from '@stegvis/core/assessments/company-tree-results.ts'
import { CompanyPeers } from '@stegvis/core/assessments/peers.ts'
import { CompanyId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { getResults } from './service.ts'
import { getAllPeers } from './tree-peers-service.ts'
import { getTreeResults } from './tree-service.ts'

const ByCompany = z.object({ programme: z.string(), company: CompanyId })

const tags = ['assessments']
const RESULTS = { access: { action: 'result.read' } } as const

export function resultRoutes(app: App, { database, clock, models }: Deps): void {
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
    '/api/programmes/:programme/companies/:company/tree-results',
    {
      config: RESULTS,
      schema: {
        tags,
        summary: 'Where the company stands by tree models, and what changed',
        params: ByCompany,
        response: { 200: CompanyTreeResults },
      },
    },
    ({ actor, params }) =>
      database.inTenant(
        actor,
        (tx) => getTreeResults(tx, actor, params.company, { models, today: clock.today(actor.timeZone) }),
        { readOnly: true },
      ),
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
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => getAllPeers(tx, actor, params.company, models), { readOnly: true }),
  )
}
