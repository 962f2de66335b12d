import { NewCompany } from '@stegvis/core/companies/intake/schema.ts'
import {
  CoachForMany,
  CoachForManyReply,
  CompanyChoices,
  CompanyCounts,
  CompanyFilter,
  CompanyListQuery,
  CompanyPage,
} from '@stegvis/core/companies/list/schema.ts'
import { Company } from '@stegvis/core/companies/schema.ts'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { sendSpreadsheet } from '../http/spreadsheet.ts'
import { identityRoutes } from './identity/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { addCompany } from './intake/service.ts'
import { readChoices } from './list/choices-service.ts'
import { companySheet } from './list/export-sheet.ts'
import { readAll, readCounts, readPage } from './list/service.ts'
import { InProgramme } from './params.ts'
import { partsRoutes } from './parts/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { coachTeller, setCoachForMany } from './standing/service.ts'

const LIST = { access: { action: 'company.list' } } as const
const tags = ['companies']
const BASE = '/api/programmes/:programme/companies'

export function companiesRoutes(app: App, deps: Deps): void {
  listRoutes(app, deps)
  recordRoutes(app, deps)
  partsRoutes(app, deps)
  identityRoutes(app, deps)
  intakeRoutes(app, deps)
}

/** The list and what is done to many at once. */
function listRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  const readOnly = { readOnly: true }
  app.get(
    BASE,
    {
      config: LIST,
      schema: {
        tags,
        summary: 'Companies of the programme',
        params: InProgramme,
        querystring: CompanyListQuery,
        response: { 200: CompanyPage },
      },
    },
    ({ actor, query }) =>
      database.inTenant(actor, (tx) => readPage(tx, actor, query, clock.today(actor.timeZone)), readOnly),
  )
  app.get(
    `${BASE}/counts`,
    {
      config: LIST,
      schema: {
        tags,
        summary: 'Companies by status',
        params: InProgramme,
        querystring: CompanyFilter,
        response: { 200: CompanyCounts },
      },
    },
    ({ actor, query }) =>
      database.inTenant(actor, (tx) => readCounts(tx, actor, query, clock.today(actor.timeZone)), readOnly),
  )
  app.get(
    `${BASE}/export.xlsx`,
    {
      config: LIST,
      schema: { tags, summary: 'The list as a spreadsheet', params: InProgramme, querystring: CompanyListQuery },
    },
    async ({ actor, query }, reply) => {
      const today = clock.today(actor.timeZone)
      const rows = await database.inTenant(actor, (tx) => readAll(tx, actor, query, today), readOnly)
      return sendSpreadsheet(reply, companySheet(rows, actor.language, clock.now()))
    },
  )
  app.get(
    `${BASE}/choices`,
    {
      config: { access: { action: 'programme.read' } },
      schema: {
        tags,
        summary: 'What filters and forms offer',
        params: InProgramme,
        response: { 200: CompanyChoices },
      },
    },
    ({ actor }) => database.inTenant(actor, (tx) => readChoices(tx, actor), readOnly),
  )
  app.post(
    BASE,
    {
      config: { access: { action: 'company.create' } },
      schema: {
        tags,
        summary: 'Add a company by hand',
        params: InProgramme,
        body: NewCompany,
        response: { 201: Company },
      },
    },
    async ({ actor, body }, reply) => {
      const today = clock.today(actor.timeZone)
      return reply.code(201).send(await database.inTenant(actor, (tx) => addCompany(tx, actor, body, today)))
    },
  )
  app.post(
    `${BASE}/coach`,
    {
      config: { access: { action: 'company.assign' } },
      schema: {
        tags,
        summary: 'Assign a coach to several companies',
        params: InProgramme,
        body: CoachForMany,
        response: { 200: CoachForManyReply },
      },
    },
    ({ actor, body }) =>
      database.inTenant(actor, (tx) =>
        setCoachForMany(tx, actor, body, clock.today(actor.timeZone), coachTeller(deps, actor)),
      ),
  )
}
