import { SetUp } from '@stegvis/core/people/sign-in/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { NoContent } from '../replies.ts'
import { requireSetUpSecret, setUp } from './service.ts'

const config = { access: { public: true } } as const
const tags = ['set-up']

/** The first start: open to whoever holds the secret that was printed in the terminal, until it is done. */
export function setUpRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/public/set-up/look',
    {
      config,
      schema: {
        tags,
        summary: 'Whether the set-up link still works',
        body: z.strictObject({ secret: z.string().max(200) }),
        response: { 204: NoContent },
      },
    },
    async ({ body, ip }, reply) => {
      await requireSetUpSecret(deps, body.secret, ip)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/public/set-up',
    {
      config,
      schema: {
        tags,
        summary: 'Set the installation up',
        body: SetUp,
        response: { 200: z.object({ signedIn: z.boolean() }) },
      },
    },
    async (request, reply) => {
      const personId = await setUp(deps, request.body, request.ip)
      if (personId) await deps.signIn.startSession(personId, request, reply)
      return { signedIn: personId !== undefined }
    },
  )
}
