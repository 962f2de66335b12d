import {
  ImportApply,
  ImportList,
  ImportQuery,
  ImportView,
  NewImport,
} from '@stegvis/core/aid/register/import/schema.ts'
import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import type { App } from '../../../app.ts'
import { InProgramme } from '../../../companies/params.ts'
import type { Deps } from '../../../deps.ts'
import { sendSpreadsheet } from '../../../http/spreadsheet.ts'
import { newId } from '../../../ids.ts'
import { applyList } from './apply-service.ts'
import { forgetList, readComparison, readList, readLists } from './service.ts'
import { readDifferences } from './sheet.ts'
import { readTable } from './table.ts'

const BASE = '/api/programmes/:programme/aid-register/imports'
const READ = { access: { action: 'aid.register' } } as const
const WRITE = { access: { action: 'aid.grant' } } as const
const OfImport = InProgramme.extend({ id: RecordId })
const InLanguage = z.object({ language: z.enum(['sv', 'en']).optional() })
const tags = ['aid']
const readOnly = { readOnly: true } as const
const FIRST = ImportQuery.parse({})

/** Extracts of the register and lists of earlier aid, compared with the ledger. */
export function importRoutes(app: App, { database, clock }: Deps): void {
  const moment = (actor: Actor) => ({ today: clock.today(actor.timeZone), now: clock.now() })
  const view = (actor: Actor, id: RecordId, query = FIRST) =>
    database.inTenant(actor, (tx) => readComparison(tx, actor, id, query, clock.today(actor.timeZone)), readOnly)

  app.get(
    BASE,
    {
      config: READ,
      schema: {
        tags,
        summary: 'The latest lists of aid that were read',
        params: InProgramme,
        response: { 200: ImportList },
      },
    },
    ({ actor }) => database.inTenant(actor, (tx) => readLists(tx, actor), readOnly),
  )
  app.post(
    BASE,
    {
      config: WRITE,
      bodyLimit: 8 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Read a list of aid and compare it with the ledger; nothing is taken over',
        params: InProgramme,
        body: NewImport,
        response: { 200: ImportView },
      },
    },
    async ({ actor, body }) => {
      const table = await readTable(Buffer.from(body.content, 'base64'))
      await database.inTenant(actor, (tx) => readList(tx, actor, body, table, moment(actor)))
      return view(actor, body.id)
    },
  )
  app.get(
    `${BASE}/:id`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'A list beside the ledger as it is now',
        params: OfImport,
        querystring: ImportQuery,
        response: { 200: ImportView },
      },
    },
    ({ actor, params, query }) => view(actor, params.id, query),
  )
  app.get(
    `${BASE}/:id/differences.xlsx`,
    {
      config: READ,
      schema: { tags, summary: 'The comparison as a spreadsheet', params: OfImport, querystring: InLanguage },
    },
    async ({ actor, params, query }, reply) => {
      const of = { ...moment(actor), language: query.language ?? actor.language }
      const sheet = await database.inTenant(actor, (tx) => readDifferences(tx, actor, params.id, of), readOnly)
      return sendSpreadsheet(reply, sheet)
    },
  )
  app.post(
    `${BASE}/:id/apply`,
    {
      config: WRITE,
      schema: {
        tags,
        summary: 'Take over the rows somebody has chosen: all of them or none',
        params: OfImport,
        body: ImportApply,
        response: { 200: ImportView },
      },
    },
    async ({ actor, params, body }) => {
      const ids = body.choices.map(() => newId<RecordId>())
      const at = { ...moment(actor), ids }
      await database.inTenant(actor, (tx) => applyList(tx, actor, params.id, body, at))
      return view(actor, params.id)
    },
  )
  app.delete(
    `${BASE}/:id`,
    {
      config: WRITE,
      schema: {
        tags,
        summary: 'Throw a list away; what was taken over from it stays',
        params: OfImport,
        response: { 200: ImportList },
      },
    },
    ({ actor, params }) =>
      database.inTenant(actor, async (tx) => {
        await forgetList(tx, actor, params.id)
        return readLists(tx, actor)
      }),
  )
}
