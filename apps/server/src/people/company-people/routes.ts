import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { CompanyInvitation, CompanyPeople, Reason } from '@stegvis/core/people/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { limitInvitations } from '../invitations/service.ts'
import { NoContent } from '../replies.ts'
import {
  getCompanyPeople,
  inviteToCompany,
  removeFromCompany,
  resendToCompany,
  withdrawFromCompany,
} from './service.ts'

const tags = ['people']
const reads = { access: { action: 'company.read' } } as const
const invites = { access: { action: 'company-people.invite' } } as const
const OneCompany = z.object({ programme: z.string(), company: CompanyId })
const OneInvitation = OneCompany.extend({ invitation: RecordId })

/** The people of a company: who has access, who is invited. */
export function companyPeopleRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  app.get(
    '/api/programmes/:programme/companies/:company/people',
    {
      config: reads,
      schema: { tags, summary: 'People of a company', params: OneCompany, response: { 200: CompanyPeople } },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => getCompanyPeople(tx, actor, params.company, clock.now()), { readOnly: true }),
  )
  app.post(
    '/api/programmes/:programme/companies/:company/invitations',
    {
      config: invites,
      schema: {
        tags,
        summary: 'Invite somebody to a company',
        params: OneCompany,
        body: CompanyInvitation,
        response: { 204: NoContent },
      },
    },
    async ({ actor, params, body }, reply) => {
      await limitInvitations(deps, actor.personId)
      await database.inTenant(actor, (tx) => inviteToCompany(tx, actor, deps, params.company, body))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/programmes/:programme/companies/:company/people/:grant/remove',
    {
      config: invites,
      schema: {
        tags,
        summary: "Take somebody's access to a company away",
        params: OneCompany.extend({ grant: RecordId }),
        body: Reason,
        response: { 204: NoContent },
      },
    },
    async ({ actor, params, body }, reply) => {
      await database.inTenant(actor, (tx) =>
        removeFromCompany(tx, actor, params.company, params.grant, body.reason, clock.now()),
      )
      return reply.code(204).send(null)
    },
  )
  companyInvitationRoutes(app, deps)
}

function companyInvitationRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  app.post(
    '/api/programmes/:programme/companies/:company/invitations/:invitation/resend',
    {
      config: invites,
      schema: { tags, summary: 'Send an invitation again', params: OneInvitation, response: { 204: NoContent } },
    },
    async ({ actor, params }, reply) => {
      await limitInvitations(deps, actor.personId)
      await database.inTenant(actor, (tx) => resendToCompany(tx, actor, deps, params.company, params.invitation))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/programmes/:programme/companies/:company/invitations/:invitation/withdraw',
    {
      config: invites,
      schema: { tags, summary: 'Withdraw an invitation', params: OneInvitation, response: { 204: NoContent } },
    },
    async ({ actor, params }, reply) => {
      await database.inTenant(actor, (tx) =>
        withdrawFromCompany(tx, actor, params.company, params.invitation, clock.now()),
      )
      return reply.code(204).send(null)
    },
  )
}
