import { RecordId } from '@stegvis/core/kernel/ids.ts'
import { InvitationOffer, InvitationPage, StaffInvitation } from '@stegvis/core/people/schema.ts'
import { TokenInput } from '@stegvis/core/people/sign-in/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { NoContent } from '../replies.ts'
import {
  acceptOffer,
  getInvitationPage,
  invite,
  limitInvitations,
  lookAtInvitation,
  requireInvitation,
  resend,
  withdraw,
} from './service.ts'

const tags = ['people']
const reads = { access: { action: 'people.read' } } as const
const invites = { access: { action: 'people.invite' } } as const
const InProgramme = z.object({ programme: z.string() })
const OneInvitation = InProgramme.extend({ invitation: RecordId })

/** Invitations to work in the programme. */
export function invitationRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps
  app.get(
    '/api/programmes/:programme/invitations',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Invitations nobody has answered yet',
        params: InProgramme,
        querystring: z.object({ after: z.string().max(500).optional() }),
        response: { 200: InvitationPage },
      },
    },
    ({ actor, query }) =>
      database.inTenant(actor, (tx) => getInvitationPage(tx, actor, query.after, clock.now()), { readOnly: true }),
  )
  app.post(
    '/api/programmes/:programme/invitations',
    {
      config: invites,
      schema: {
        tags,
        summary: 'Invite somebody to work in the programme',
        params: InProgramme,
        body: StaffInvitation,
        response: { 204: NoContent },
      },
    },
    async ({ actor, body }, reply) => {
      await limitInvitations(deps, actor.personId)
      await database.inTenant(actor, (tx) => invite(tx, actor, deps, { ...body, companyId: null }))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/programmes/:programme/invitations/:invitation/resend',
    {
      config: invites,
      schema: { tags, summary: 'Send an invitation again', params: OneInvitation, response: { 204: NoContent } },
    },
    async ({ actor, params }, reply) => {
      await limitInvitations(deps, actor.personId)
      await database.inTenant(actor, async (tx) =>
        resend(tx, actor, deps, await requireInvitation(tx, actor, params.invitation, null)),
      )
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/programmes/:programme/invitations/:invitation/withdraw',
    {
      config: invites,
      schema: { tags, summary: 'Withdraw an invitation', params: OneInvitation, response: { 204: NoContent } },
    },
    async ({ actor, params }, reply) => {
      await database.inTenant(actor, async (tx) =>
        withdraw(tx, actor, await requireInvitation(tx, actor, params.invitation, null), clock.now()),
      )
      return reply.code(204).send(null)
    },
  )
  offerRoutes(app, deps)
}

/** For the person invited, who has the mail and may have no sign-in yet. */
function offerRoutes(app: App, deps: Deps): void {
  const config = { access: { public: true } } as const
  app.post(
    '/api/public/invitation/look',
    {
      config,
      schema: { tags, summary: 'What an invitation offers', body: TokenInput, response: { 200: InvitationOffer } },
    },
    ({ body, ip }) => lookAtInvitation(deps, body.token, ip),
  )
  app.post(
    '/api/public/invitation/accept',
    {
      config,
      schema: { tags, summary: 'Accept an invitation and sign in', body: TokenInput, response: { 204: NoContent } },
    },
    async (request, reply) => {
      await deps.signIn.startSession(await acceptOffer(deps, request.body.token, request.ip), request, reply)
      return reply.code(204).send(null)
    },
  )
}
