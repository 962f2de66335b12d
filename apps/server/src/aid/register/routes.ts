import { RegisterExportQuery, RegisterFile } from '@stegvis/core/aid/register/export.ts'
import {
  NewRegistrations,
  RegisterCounts,
  RegisterFilter,
  RegisterPage,
  RegisterQuery,
  RegisterRecord,
  RegisterRows,
  UndoRegistration,
} from '@stegvis/core/aid/register/schema.ts'
import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { App } from '../../app.ts'
import { InProgramme } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
import { sendSpreadsheet } from '../../http/spreadsheet.ts'
import { fileName, readRegisterFile, registerCsv, registerSheet } from './export.ts'
import { readRecord, readRegister, readRegisterCounts, register, undoRegistration } from './service.ts'

const BASE = '/api/programmes/:programme/aid-register'
const READ = { access: { action: 'aid.register' } } as const
const WRITE = { access: { action: 'aid.grant' } } as const
const OfGrant = InProgramme.extend({ grant: RecordId })
const tags = ['aid']
const readOnly = { readOnly: true } as const

/** What the programme awarded, on its way into the central register. */
export function registerRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    BASE,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Awards of the programme and where they stand in the central register, a page at a time',
        params: InProgramme,
        querystring: RegisterQuery,
        response: { 200: RegisterPage },
      },
    },
    ({ actor, query }) =>
      database.inTenant(actor, (tx) => readRegister(tx, actor, query, clock.today(actor.timeZone)), readOnly),
  )
  app.get(
    `${BASE}/counts`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'How many awards stand where',
        params: InProgramme,
        querystring: RegisterFilter.pick({ search: true }),
        response: { 200: RegisterCounts },
      },
    },
    ({ actor, query }) =>
      database.inTenant(actor, (tx) => readRegisterCounts(tx, actor, query, clock.today(actor.timeZone)), readOnly),
  )
  app.get(
    `${BASE}/grants/:grant`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'One award, its history in the register and what changed since',
        params: OfGrant,
        response: { 200: RegisterRecord },
      },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => readRecord(tx, actor, params.grant, clock.today(actor.timeZone)), readOnly),
  )
  app.post(
    `${BASE}/entries`,
    {
      config: WRITE,
      schema: {
        tags,
        summary: 'Note that awards stand in the register, or have been changed there: all of them or none',
        params: InProgramme,
        body: NewRegistrations,
        response: { 200: RegisterRows },
      },
    },
    ({ actor, body }) => {
      const moment = { today: clock.today(actor.timeZone), now: clock.now() }
      return database.inTenant(actor, async (tx) => ({ rows: await register(tx, actor, body.entries, moment) }))
    },
  )
  app.post(
    `${BASE}/grants/:grant/undo`,
    {
      config: WRITE,
      schema: {
        tags,
        summary: 'Take back what was noted last about an award in the register',
        params: OfGrant,
        body: UndoRegistration,
        response: { 200: RegisterRecord },
      },
    },
    ({ actor, params, body }) => {
      const moment = { today: clock.today(actor.timeZone), now: clock.now() }
      return database.inTenant(actor, (tx) => undoRegistration(tx, actor, params.grant, body, moment))
    },
  )
}

/** The same list as files: for who registers, and for what may be published. */
export function registerFileRoutes(app: App, { database, clock }: Deps): void {
  const read = (actor: Actor, query: RegisterExportQuery) => {
    const moment = { today: clock.today(actor.timeZone), now: clock.now() }
    return database.inTenant(actor, (tx) => readRegisterFile(tx, actor, query, moment), readOnly)
  }
  const common = { tags, params: InProgramme, querystring: RegisterExportQuery }
  app.get(
    `${BASE}/export.xlsx`,
    { config: READ, schema: { ...common, summary: 'The register as a spreadsheet' } },
    async ({ actor, query }, reply) => {
      const language = query.language ?? actor.language
      return sendSpreadsheet(reply, registerSheet(await read(actor, query), language))
    },
  )
  app.get(
    `${BASE}/export.csv`,
    { config: READ, schema: { ...common, summary: 'The register as comma-separated values' } },
    async ({ actor, query }, reply) => {
      const file = await read(actor, query)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', downloadOf(fileName(file, query.language ?? actor.language), 'csv'))
        .send(registerCsv(file))
    },
  )
  app.get(
    `${BASE}/export.json`,
    { config: READ, schema: { ...common, summary: 'The register as JSON', response: { 200: RegisterFile } } },
    async ({ actor, query }, reply) => {
      const file = await read(actor, query)
      const name = downloadOf(fileName(file, query.language ?? actor.language), 'json')
      return reply.header('content-disposition', name).send(file)
    },
  )
}

const downloadOf = (name: string, ending: string) => `attachment; filename="${name}.${ending}"`
