import {
  CoachInput,
  Company,
  FieldChanges,
  FocusAreasInput,
  Opening,
  OpeningInput,
  StatusInput,
} from '@stegvis/core/companies/schema.ts'
import { TimelinePage, TimelineQuery } from '@stegvis/core/companies/timeline/schema.ts'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { tellConflicts } from '../../http/outcome.ts'
import { OfCompany } from '../params.ts'
import { coachTeller, setCoach, setStatus } from '../standing/service.ts'
import { openRecord, readTimeline } from '../timeline/service.ts'
import { changeFacts, changeFocusAreas, readCompany } from './service.ts'

const BASE = '/api/programmes/:programme/companies/:company'
const tags = ['companies']
const params = OfCompany

/** One company: its facts, where it stands, who coaches it and what happened. */
export function recordRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  app.get(
    BASE,
    {
      // Whoever works in the programme may ask; what they see is judged by the record.
      config: { access: { action: 'programme.read' } },
      schema: { tags, summary: 'One company', params, response: { 200: Company } },
    },
    (request) =>
      database.inTenant(request.actor, (tx) => readCompany(tx, request.actor, request.params.company), {
        readOnly: true,
      }),
  )
  app.patch(
    BASE,
    {
      config: { access: { action: 'company.edit' } },
      schema: { tags, summary: 'Change facts field by field', params, body: FieldChanges, response: { 200: Company } },
    },
    async ({ actor, body, params: { company } }) =>
      tellConflicts(await database.inTenant(actor, (tx) => changeFacts(tx, actor, company, body.changes))),
  )
  app.put(
    `${BASE}/focus-areas`,
    {
      config: { access: { action: 'company.edit' } },
      schema: { tags, summary: 'Choose focus areas', params, body: FocusAreasInput, response: { 200: Company } },
    },
    ({ actor, body, params: { company } }) =>
      database.inTenant(actor, (tx) => changeFocusAreas(tx, actor, company, body)),
  )
  app.post(
    `${BASE}/status`,
    {
      config: { access: { action: 'company.status' } },
      schema: { tags, summary: 'Change the status', params, body: StatusInput, response: { 200: Company } },
    },
    ({ actor, body, params: { company } }) =>
      database.inTenant(actor, (tx) => setStatus(tx, actor, company, body, clock.today(actor.timeZone))),
  )
  app.post(
    `${BASE}/coach`,
    {
      config: { access: { action: 'company.assign' } },
      schema: { tags, summary: 'Assign or hand over to a coach', params, body: CoachInput, response: { 200: Company } },
    },
    ({ actor, body, params: { company } }) =>
      database.inTenant(actor, (tx) =>
        setCoach(tx, actor, company, body, clock.today(actor.timeZone), coachTeller(deps, actor, company)),
      ),
  )
  app.get(
    `${BASE}/timeline`,
    {
      config: { access: { action: 'company.read' } },
      schema: {
        tags,
        summary: 'What happened',
        params,
        querystring: TimelineQuery,
        response: { 200: TimelinePage },
      },
    },
    ({ actor, query, params: { company } }) =>
      database.inTenant(actor, (tx) => readTimeline(tx, actor, company, query), { readOnly: true }),
  )
  app.post(
    `${BASE}/openings`,
    {
      config: { access: { action: 'company.open-answers' } },
      schema: { tags, summary: 'Open answers with a reason', params, body: OpeningInput, response: { 200: Opening } },
    },
    ({ actor, body, params: { company } }) =>
      database.inTenant(actor, (tx) => openRecord(tx, actor, company, body, clock.now())),
  )
}
