import { Me } from '@stegvis/core/people/me.ts'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { getMe } from './me-service.ts'

const SIGNED_IN = { access: { signedIn: true } } as const

export function meRoutes(app: App, { database, signIn }: Deps): void {
  app.get(
    '/api/me',
    { config: SIGNED_IN, schema: { tags: ['me'], summary: 'Who is signed in', response: { 200: Me } } },
    async (request, reply) => {
      await signIn.extendSession(request, reply)
      return getMe(database, request.person)
    },
  )
}
