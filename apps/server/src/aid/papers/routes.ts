import { PaperPage } from '@stegvis/core/aid/papers/schema.ts'
import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { sendFile } from '../../reports/send-file.ts'
import { listPapersOf, openPaper } from './service.ts'

const tags = ['papers']
const base = '/api/programmes/:programme/companies/:company/papers'
const OfCompany = z.object({ programme: z.string(), company: CompanyId })
const READ = { access: { action: 'aid.read' } } as const

export function papersRoutes(app: App, deps: Deps): void {
  app.get(
    base,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Declarations, notices, certificates and signatures of a company',
        params: OfCompany,
        querystring: z.object({ after: z.string().max(500).optional() }),
        response: { 200: PaperPage },
      },
    },
    ({ actor, params, query }) =>
      deps.database.inTenant(actor, (tx) => listPapersOf(tx, actor, params.company, query.after), { readOnly: true }),
  )
  app.get(
    `${base}/:paper/file`,
    {
      config: READ,
      schema: { tags, summary: 'A paper as PDF', params: OfCompany.extend({ paper: RecordId }) },
    },
    async ({ actor, params }, reply) => sendFile(reply, await openPaper(deps, actor, params.company, params.paper)),
  )
}
