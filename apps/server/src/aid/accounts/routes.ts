import { AccountsInput, GroupAccounts } from '@stegvis/core/aid/size/records.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { OfCompany, OfPart } from '../../companies/params.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { putAccounts, readAccounts, removeAccounts, restoreAccounts } from './service.ts'

const BASE = '/api/programmes/:programme/companies/:company/group/accounts'
const EDIT = { access: { action: 'aid.edit' } } as const
const tags = ['aid']
const response = { 200: GroupAccounts }
const OfBase = z.object({ base: z.coerce.number().int().min(0) })

/** The accounts of everybody in a company's picture. Each write answers all of them. */
export function accountsRoutes(app: App, { database, clock }: Deps): void {
  const answer = (actor: Actor, companyId: CompanyId, work: (tx: Tx) => Promise<void>) =>
    database.inTenant(actor, async (tx) => {
      await work(tx)
      return readAccounts(tx, actor, companyId)
    })
  app.get(
    BASE,
    {
      config: { access: { action: 'aid.read' } },
      schema: { tags, summary: 'Accounts of a company’s group', params: OfCompany, response },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => readAccounts(tx, actor, params.company), { readOnly: true }),
  )
  app.put(
    `${BASE}/:id`,
    { config: EDIT, schema: { tags, summary: 'State accounts', params: OfPart, body: AccountsInput, response } },
    ({ actor, body, params: { company: companyId, id } }) => {
      const at = { now: clock.now(), today: clock.today(actor.timeZone) }
      return answer(actor, companyId, (tx) => putAccounts(tx, actor, { companyId, id }, body, at))
    },
  )
  app.delete(
    `${BASE}/:id`,
    { config: EDIT, schema: { tags, summary: 'Remove accounts', params: OfPart, querystring: OfBase, response } },
    ({ actor, query, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => removeAccounts(tx, actor, { companyId, id }, query.base, clock.now())),
  )
  app.post(
    `${BASE}/:id/restore`,
    { config: EDIT, schema: { tags, summary: 'Bring removed accounts back', params: OfPart, response } },
    ({ actor, params: { company: companyId, id } }) =>
      answer(actor, companyId, (tx) => restoreAccounts(tx, actor, { companyId, id }, clock.now())),
  )
}
