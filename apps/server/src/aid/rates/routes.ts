import { RatesImport, RatesImported, RatesPage, RatesQuery } from '@stegvis/core/aid/rates/records.ts'
import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { App } from '../../app.ts'
import { InProgramme } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { importRates, readPage, withdrawImport } from './service.ts'

const BASE = '/api/programmes/:programme/rates'
const WRITE = { access: { action: 'rates.write' } } as const
const tags = ['aid']

/** Currency rates of the programme, from files as they are published. */
export function ratesRoutes(app: App, { database, clock }: Deps): void {
  const page = (actor: Parameters<typeof readPage>[1], query: RatesQuery) =>
    database.inTenant(actor, (tx) => readPage(tx, actor, query), { readOnly: true })
  app.get(
    BASE,
    {
      config: { access: { action: 'aid.read' } },
      schema: {
        tags,
        summary: 'Currency rates, newest first',
        params: InProgramme,
        querystring: RatesQuery,
        response: { 200: RatesPage },
      },
    },
    ({ actor, query }) => page(actor, query),
  )
  app.post(
    `${BASE}/import`,
    {
      config: WRITE,
      // The bank's list of all days since 1999.
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Read currency rates from a file',
        params: InProgramme,
        body: RatesImport,
        response: { 200: RatesImported },
      },
    },
    ({ actor, body }) => database.inTenant(actor, (tx) => importRates(tx, actor, body, clock.now())),
  )
  app.delete(
    `${BASE}/imports/:id`,
    {
      config: WRITE,
      schema: {
        tags,
        summary: 'Take back what came with a file',
        params: InProgramme.extend({ id: RecordId }),
        response: { 200: RatesPage },
      },
    },
    async ({ actor, params }) => {
      await database.inTenant(actor, (tx) => withdrawImport(tx, actor, params.id))
      return page(actor, { limit: 50 })
    },
  )
}
