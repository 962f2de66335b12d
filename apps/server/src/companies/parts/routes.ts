import { Company, FieldChanges, NewContact, NewWorkplace } from '@stegvis/core/companies/schema.ts'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { tellConflicts } from '../../http/outcome.ts'
import { OfCompany, OfPart, OfYear } from '../params.ts'
import { addContact, addWorkplace, changePart, changeYear, removePart } from './service.ts'
import type { Part } from './store.ts'

const BASE = '/api/programmes/:programme/companies/:company'
const tags = ['companies']
const config = { access: { action: 'company.edit' } } as const
const response = { 200: Company }

/** Contacts, workplaces and financial years of a company. Each write answers the whole record. */
export function partsRoutes(app: App, deps: Deps): void {
  const { database } = deps
  app.post(
    `${BASE}/contacts`,
    { config, schema: { tags, summary: 'Add a contact', params: OfCompany, body: NewContact, response } },
    ({ actor, body, params }) => database.inTenant(actor, (tx) => addContact(tx, actor, params.company, body)),
  )
  app.post(
    `${BASE}/workplaces`,
    { config, schema: { tags, summary: 'Add a workplace', params: OfCompany, body: NewWorkplace, response } },
    ({ actor, body, params }) => database.inTenant(actor, (tx) => addWorkplace(tx, actor, params.company, body)),
  )
  app.patch(
    `${BASE}/years/:year`,
    { config, schema: { tags, summary: 'Change figures of a year', params: OfYear, body: FieldChanges, response } },
    async ({ actor, body, params }) =>
      tellConflicts(
        await database.inTenant(actor, (tx) => changeYear(tx, actor, params.company, params.year, body.changes)),
      ),
  )
  changeAndRemove(app, deps, 'contact')
  changeAndRemove(app, deps, 'workplace')
}

function changeAndRemove(app: App, { database, clock }: Deps, part: Part): void {
  const address = `${BASE}/${part}s/:id`
  app.patch(
    address,
    { config, schema: { tags, summary: `Change a ${part}`, params: OfPart, body: FieldChanges, response } },
    async ({ actor, body, params: { company, id } }) =>
      tellConflicts(await database.inTenant(actor, (tx) => changePart(tx, actor, company, part, id, body.changes))),
  )
  app.delete(
    address,
    { config, schema: { tags, summary: `Remove a ${part}`, params: OfPart, response } },
    ({ actor, params: { company, id } }) =>
      database.inTenant(actor, (tx) => removePart(tx, actor, company, part, id, clock.now())),
  )
  app.post(
    `${address}/restore`,
    { config, schema: { tags, summary: `Bring a removed ${part} back`, params: OfPart, response } },
    ({ actor, params: { company, id } }) =>
      database.inTenant(actor, (tx) => removePart(tx, actor, company, part, id, null)),
  )
}
