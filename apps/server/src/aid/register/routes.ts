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
import type { App } from '../../app.ts'
import { InProgramme } from '../../companies/params.ts'
import type { Deps } from '../../deps.ts'
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
