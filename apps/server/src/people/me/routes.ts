import { FieldChange } from '@stegvis/core/kernel/changes.ts'
import { Me } from '@stegvis/core/people/me.ts'
import { MySignIn, PasswordChange } from '@stegvis/core/people/sign-in/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { NoContent } from '../replies.ts'
import { changeMyPassword, changeProfile, endAllMySessions, endMySession, getMe, getMySignIn } from './service.ts'

const config = { access: { signedIn: true } } as const
const tags = ['me']

/** What a signed-in person does about themselves. */
export function meRoutes(app: App, deps: Deps): void {
  const { database, signIn } = deps
  app.get(
    '/api/me',
    { config, schema: { tags, summary: 'Who is signed in', response: { 200: Me } } },
    async (request, reply) => {
      await signIn.extendSession(request, reply)
      return getMe(database, request.person)
    },
  )
  app.patch(
    '/api/me',
    {
      config,
      schema: {
        tags,
        summary: 'Change name or language',
        body: z.strictObject({ changes: z.array(FieldChange).min(1).max(10) }),
        response: { 200: Me },
      },
    },
    ({ person, body }) => changeProfile(database, person, body.changes),
  )
  sessionRoutes(app, deps)
}

function sessionRoutes(app: App, deps: Deps): void {
  const { database, signIn } = deps
  app.get(
    '/api/me/sign-in',
    { config, schema: { tags, summary: 'Password and devices', response: { 200: MySignIn } } },
    ({ person }) => getMySignIn(database, person),
  )
  app.put(
    '/api/me/password',
    {
      config,
      schema: { tags, summary: 'Set or change the password', body: PasswordChange, response: { 204: NoContent } },
    },
    async ({ person, body }, reply) => {
      await changeMyPassword(deps, person, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/me/sessions/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Sign one device out',
        params: z.object({ id: z.uuid() }),
        response: { 204: NoContent },
      },
    },
    async ({ person, params }, reply) => {
      await endMySession(database, person, params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/me/sign-out-everywhere',
    { config, schema: { tags, summary: 'Sign every device out, this one too', response: { 204: NoContent } } },
    async (request, reply) => {
      await endAllMySessions(database, request.person)
      await signIn.endSession(request, reply)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/me/sign-out',
    // Public, so that signing out works when the session has ended already.
    { config: { access: { public: true } }, schema: { tags, summary: 'Sign out', response: { 204: NoContent } } },
    async (request, reply) => {
      await signIn.endSession(request, reply)
      return reply.code(204).send(null)
    },
  )
}
