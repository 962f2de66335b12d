import { PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { GrantPeriod, NewGrant, Reason, StaffMember, StaffPage, StaffRole } from '@stegvis/core/people/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { NoContent } from '../replies.ts'
import { addRole, getMember, getStaffPage, revoke, setPeriod } from './service.ts'

const tags = ['people']
const reads = { access: { action: 'people.read' } } as const
const invites = { access: { action: 'people.invite' } } as const
const InProgramme = z.object({ programme: z.string() })

/** The programme's own people and the roles they hold. */
export function roleRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/programmes/:programme/people',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Staff of the programme by name',
        params: InProgramme,
        querystring: z.object({
          q: z.string().trim().max(100).optional(),
          role: StaffRole.optional(),
          after: z.string().max(500).optional(),
        }),
        response: { 200: StaffPage },
      },
    },
    ({ actor, query }) => database.inTenant(actor, (tx) => getStaffPage(tx, actor, query), { readOnly: true }),
  )
  app.get(
    '/api/programmes/:programme/people/:person',
    {
      config: reads,
      schema: {
        tags,
        summary: 'One of the staff',
        params: InProgramme.extend({ person: PersonId }),
        response: { 200: StaffMember },
      },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => getMember(tx, actor, params.person), { readOnly: true }),
  )
  app.post(
    '/api/programmes/:programme/people/:person/roles',
    {
      config: invites,
      schema: {
        tags,
        summary: 'Give somebody one more role',
        params: InProgramme.extend({ person: PersonId }),
        body: NewGrant,
        response: { 200: StaffMember },
      },
    },
    ({ actor, params, body }) => database.inTenant(actor, (tx) => addRole(tx, actor, params.person, body)),
  )
  app.patch(
    '/api/programmes/:programme/roles/:role',
    {
      config: invites,
      schema: {
        tags,
        summary: 'Set or remove the last day of a role',
        params: InProgramme.extend({ role: RecordId }),
        body: GrantPeriod,
        response: { 200: StaffMember },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => setPeriod(tx, actor, params.role, body, clock.today(actor.timeZone))),
  )
  app.post(
    '/api/programmes/:programme/roles/:role/revoke',
    {
      config: invites,
      schema: {
        tags,
        summary: 'Take a role away at once',
        params: InProgramme.extend({ role: RecordId }),
        body: Reason,
        response: { 204: NoContent },
      },
    },
    async ({ actor, params, body }, reply) => {
      await database.inTenant(actor, (tx) => revoke(tx, actor, params.role, body.reason, clock.now()))
      return reply.code(204).send(null)
    },
  )
}
