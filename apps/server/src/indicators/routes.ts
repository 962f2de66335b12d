import { History } from '@stegvis/core/audit/schema.ts'
import { CompanyKeyFigures, KeyFigureValue, NewValue, ValueChange } from '@stegvis/core/indicators/schema.ts'
import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { sendSpreadsheet } from '../http/spreadsheet.ts'
import { correct, enter, readHistory, readKeyFigures, remove, restore } from './service.ts'
import { keyFigureSheet } from './spreadsheet.ts'

const OfCompany = z.object({ programme: z.string(), company: CompanyId })
const OfValue = z.object({ programme: z.string(), value: RecordId })
const READ = { access: { action: 'key-figure.read' } } as const
const WRITE = { access: { action: 'key-figure.write' } } as const
const HISTORY = { access: { action: 'history.read' } } as const
const tags = ['indicators']
const of = <Reply extends z.ZodType>(summary: string, reply: Reply) => ({ tags, summary, response: { 200: reply } })

export function indicatorsRoutes(app: App, { database, clock, models }: Deps): void {
  const at = (actor: Actor) => ({ models, today: clock.today(actor.timeZone) })
  app.get(
    '/api/programmes/:programme/companies/:company/key-figures',
    { config: READ, schema: { ...of('Key figures of a company', CompanyKeyFigures), params: OfCompany } },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => readKeyFigures(tx, actor, params.company, at(actor)), { readOnly: true }),
  )
  app.get(
    '/api/programmes/:programme/companies/:company/key-figures.xlsx',
    { config: READ, schema: { tags, summary: 'Key figures of a company as a spreadsheet', params: OfCompany } },
    async ({ actor, params }, reply) => {
      const read = await database.inTenant(actor, (tx) => readKeyFigures(tx, actor, params.company, at(actor)), {
        readOnly: true,
      })
      return sendSpreadsheet(reply, keyFigureSheet(read, actor.language, clock.now()))
    },
  )
  app.post(
    '/api/programmes/:programme/companies/:company/key-figures',
    { config: WRITE, schema: { ...of('Enter a value', KeyFigureValue), params: OfCompany, body: NewValue } },
    ({ actor, params, body }) => database.inTenant(actor, (tx) => enter(tx, actor, params.company, body, at(actor))),
  )
  app.put(
    '/api/programmes/:programme/key-figure-values/:value',
    { config: WRITE, schema: { ...of('Correct a value', KeyFigureValue), params: OfValue, body: ValueChange } },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => correct(tx, actor, params.value, body, at(actor).today)),
  )
  app.delete(
    '/api/programmes/:programme/key-figure-values/:value',
    { config: WRITE, schema: { ...of('Remove a value', KeyFigureValue), params: OfValue } },
    ({ actor, params }) => database.inTenant(actor, (tx) => remove(tx, actor, params.value, clock.now())),
  )
  app.post(
    '/api/programmes/:programme/key-figure-values/:value/restore',
    { config: WRITE, schema: { ...of('Put a removed value back', KeyFigureValue), params: OfValue } },
    ({ actor, params }) => database.inTenant(actor, (tx) => restore(tx, actor, params.value)),
  )
  app.get(
    '/api/programmes/:programme/key-figure-values/:value/history',
    { config: HISTORY, schema: { ...of('History of a value', History), params: OfValue } },
    ({ actor, params }) => database.inTenant(actor, (tx) => readHistory(tx, actor, params.value), { readOnly: true }),
  )
}
