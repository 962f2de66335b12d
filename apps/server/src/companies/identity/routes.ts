import { CompanyIdentity, IdentifierChange, IndustryInput, NumberScheme } from '@stegvis/core/identity/records.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { OfCompany, OfPart } from '../params.ts'
import { changeIdentifier, putIndustry, readIdentity, removeIndustry } from './service.ts'

const BASE = '/api/programmes/:programme/companies/:company/identity'
const EDIT = { access: { action: 'company.edit' } } as const
const tags = ['companies']
const response = { 200: CompanyIdentity }
const OfBase = z.object({ base: z.coerce.number().int().min(0) })

/** Identifiers, industry codes and the place of a company. Each write answers all of it. */
export function identityRoutes(app: App, { database, clock }: Deps): void {
  const answer = (actor: Actor, companyId: CompanyId, work: (tx: Tx) => Promise<void>) =>
    database.inTenant(actor, async (tx) => {
      await work(tx)
      return readIdentity(tx, actor, companyId)
    })
  app.get(
    BASE,
    {
      config: { access: { action: 'company.read' } },
      schema: { tags, summary: 'Numbers, industry codes and place of a company', params: OfCompany, response },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => readIdentity(tx, actor, params.company), { readOnly: true }),
  )
  app.put(
    `${BASE}/identifiers/:scheme`,
    {
      config: EDIT,
      schema: {
        tags,
        summary: 'Change one of its numbers',
        params: OfCompany.extend({ scheme: NumberScheme }),
        body: IdentifierChange,
        response,
      },
    },
    ({ actor, body, params: { company: companyId, scheme } }) =>
      answer(actor, companyId, (tx) => changeIdentifier(tx, actor, { companyId, scheme }, body, clock.now())),
  )
  app.put(
    `${BASE}/industries/:id`,
    {
      config: EDIT,
      schema: { tags, summary: 'Add or change an industry code', params: OfPart, body: IndustryInput, response },
    },
    ({ actor, body, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => putIndustry(tx, actor, { companyId, id }, body, clock.now())),
  )
  app.delete(
    `${BASE}/industries/:id`,
    {
      config: EDIT,
      schema: { tags, summary: 'Remove an industry code', params: OfPart, querystring: OfBase, response },
    },
    ({ actor, query: { base }, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => removeIndustry(tx, actor, { companyId, id }, { base, now: clock.now() })),
  )
  app.post(
    `${BASE}/industries/:id/restore`,
    { config: EDIT, schema: { tags, summary: 'Bring a removed industry code back', params: OfPart, response } },
    ({ actor, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => removeIndustry(tx, actor, { companyId, id }, null)),
  )
}
