import { CompanyGroup, FactInput, PartyInput, PartyReply } from '@stegvis/core/aid/groups/picture.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { putFact, removeFact, restoreFact } from './fact-service.ts'
import { putParty, removeParty, restoreParty } from './party-service.ts'
import { readGroup } from './view-service.ts'

const BASE = '/api/programmes/:programme/companies/:company/group'
const READ = { access: { action: 'aid.read' } } as const
const EDIT = { access: { action: 'aid.edit' } } as const
const tags = ['aid']
const response = { 200: CompanyGroup }
const OnDay = z.object({ on: PlainDate.optional() })
const OfBase = z.object({ base: z.coerce.number().int().min(0) })

/** Who owns whom around a company. Each write answers the picture as it is then. */
export function groupRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  app.get(
    BASE,
    {
      config: READ,
      schema: { tags, summary: 'Owners of a company', params: OfCompany, querystring: OnDay, response },
    },
    ({ actor, params, query }) =>
      database.inTenant(actor, (tx) => readGroup(tx, actor, params.company, query.on ?? clock.today(actor.timeZone)), {
        readOnly: true,
      }),
  )
  partyRoutes(app, deps)
  factRoutes(app, deps)
}

/** Runs the work and answers the picture after it. */
function answering({ database, clock }: Deps) {
  return (actor: Actor, companyId: CompanyId, work: (tx: Tx) => Promise<unknown>) =>
    database.inTenant(actor, async (tx) => {
      await work(tx)
      return readGroup(tx, actor, companyId, clock.today(actor.timeZone))
    })
}

function partyRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  const answer = answering(deps)
  const address = `${BASE}/parties/:id`
  app.put(
    address,
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Add or change an owner',
        params: OfPart,
        body: PartyInput,
        response: { 200: PartyReply },
      },
    },
    ({ actor, body, params: { company: companyId, id } }) =>
      database.inTenant(actor, async (tx) => {
        const partyId = await putParty(tx, actor, { companyId, id }, body, clock.now())
        return { partyId, group: await readGroup(tx, actor, companyId, clock.today(actor.timeZone)) }
      }),
  )
  app.delete(
    address,
    { config: EDIT, schema: { tags, summary: 'Remove an owner', params: OfPart, querystring: OfBase, response } },
    ({ actor, query, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => removeParty(tx, actor, { companyId, id }, query.base, clock.now())),
  )
  app.post(
    `${address}/restore`,
    { config: EDIT, schema: { tags, summary: 'Bring a removed owner back', params: OfPart, response } },
    ({ actor, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => restoreParty(tx, actor, { companyId, id }, clock.now())),
  )
}

function factRoutes(app: App, deps: Deps): void {
  const { clock } = deps
  const answer = answering(deps)
  const address = `${BASE}/facts/:id`
  app.put(
    address,
    { config: EDIT, schema: { tags, summary: 'State a fact about owners', params: OfPart, body: FactInput, response } },
    ({ actor, body, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => putFact(tx, actor, { companyId, id }, body, clock.now())),
  )
  app.delete(
    address,
    {
      config: EDIT,
      schema: { tags, summary: 'Remove a fact about owners', params: OfPart, querystring: OfBase, response },
    },
    ({ actor, query, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => removeFact(tx, actor, { companyId, id }, query.base, clock.now())),
  )
  app.post(
    `${address}/restore`,
    { config: EDIT, schema: { tags, summary: 'Bring a removed fact back', params: OfPart, response } },
    ({ actor, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => restoreFact(tx, actor, { companyId, id }, clock.now())),
  )
}
