import { CoachingSession, NewSession, SessionChange, SessionPage, SessionStart } from '@stegvis/core/coaching/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { sendSpreadsheet } from '../http/spreadsheet.ts'
import {
  correct,
  getOne,
  listForExport,
  listOfCompany,
  listOwn,
  log,
  remove,
  restore,
  startSession,
} from './service.ts'
import { sessionSheet } from './spreadsheet.ts'

const OfCompany = z.object({ programme: z.string(), company: CompanyId })
const OfSession = z.object({ programme: z.string(), session: RecordId })
const Period = z.object({ from: PlainDate.optional(), to: PlainDate.optional() })
const After = z.object({ after: z.string().max(500).optional() })
const LOG = { access: { action: 'session.log' } } as const
const READ = { access: { action: 'session.read' } } as const
const tags = ['coaching']

export function coachingRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/programmes/:programme/companies/:company/sessions',
    {
      config: READ,
      schema: {
        tags,
        summary: 'Sessions of a company',
        params: OfCompany,
        querystring: After,
        response: { 200: SessionPage },
      },
    },
    ({ actor, params, query }) =>
      database.inTenant(actor, (tx) => listOfCompany(tx, actor, params.company, query.after), { readOnly: true }),
  )
  app.get(
    '/api/programmes/:programme/companies/:company/sessions/start',
    {
      config: LOG,
      schema: {
        tags,
        summary: 'What the form for a new session offers',
        params: OfCompany,
        response: { 200: SessionStart },
      },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => startSession(tx, actor, params.company, clock.today(actor.timeZone)), {
        readOnly: true,
      }),
  )
  app.get(
    '/api/programmes/:programme/sessions/:session',
    { config: LOG, schema: { tags, summary: 'One session', params: OfSession, response: { 200: CoachingSession } } },
    ({ actor, params }) => database.inTenant(actor, (tx) => getOne(tx, actor, params.session), { readOnly: true }),
  )
  app.post(
    '/api/programmes/:programme/companies/:company/sessions',
    {
      config: LOG,
      schema: {
        tags,
        summary: 'Log a session',
        params: OfCompany,
        body: NewSession,
        response: { 200: CoachingSession },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => log(tx, actor, params.company, body, clock.today(actor.timeZone))),
  )
  app.get(
    '/api/programmes/:programme/sessions',
    {
      config: LOG,
      schema: {
        tags,
        summary: 'My own sessions as a coach, in a period',
        params: z.object({ programme: z.string() }),
        querystring: Period.extend(After.shape),
        response: { 200: SessionPage },
      },
    },
    ({ actor, query }) =>
      database.inTenant(actor, (tx) => listOwn(tx, actor, period(query), query.after), { readOnly: true }),
  )
  app.get(
    '/api/programmes/:programme/sessions.xlsx',
    {
      config: LOG,
      schema: {
        tags,
        summary: 'My own sessions as a spreadsheet',
        params: z.object({ programme: z.string() }),
        querystring: Period,
      },
    },
    async ({ actor, query }, reply) => {
      const sessions = await database.inTenant(actor, (tx) => listForExport(tx, actor, period(query)), {
        readOnly: true,
      })
      return sendSpreadsheet(reply, sessionSheet(sessions, actor.language, clock.now()))
    },
  )
  app.put(
    '/api/programmes/:programme/sessions/:session',
    {
      config: LOG,
      schema: {
        tags,
        summary: 'Correct a session',
        params: OfSession,
        body: SessionChange,
        response: { 200: CoachingSession },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => correct(tx, actor, params.session, body, clock.today(actor.timeZone))),
  )
  app.delete(
    '/api/programmes/:programme/sessions/:session',
    {
      config: LOG,
      schema: { tags, summary: 'Remove a session', params: OfSession, response: { 200: CoachingSession } },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => remove(tx, actor, params.session, clock.now())),
  )
  app.post(
    '/api/programmes/:programme/sessions/:session/restore',
    {
      config: LOG,
      schema: { tags, summary: 'Put a removed session back', params: OfSession, response: { 200: CoachingSession } },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => restore(tx, actor, params.session)),
  )
}

function period(query: z.infer<typeof Period>) {
  return { from: query.from ?? null, to: query.to ?? null }
}
