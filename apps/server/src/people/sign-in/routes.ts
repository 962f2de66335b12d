import { PersonId } from '@stegvis/core/kernel/ids.ts'
import {
  LinkOwner,
  LinkRequest,
  NewPassword,
  NewPasswordRequest,
  PasswordSignIn,
  SignInOptions,
  TokenInput,
} from '@stegvis/core/people/sign-in/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { NoContent } from '../replies.ts'
import { requireDemonstrationPerson } from './demonstration/service.ts'
import {
  getSignInOptions,
  lookAtLink,
  requestLink,
  requestNewPassword,
  setNewPassword,
  signInByPassword,
  takeSignInLink,
} from './service.ts'

const PUBLIC = { access: { public: true } } as const
const tags = ['sign-in']

/** Ways to sign in. None says whether an address is known here. */
export function signInRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/public/sign-in',
    { config: PUBLIC, schema: { tags, summary: 'What the sign-in page offers', response: { 200: SignInOptions } } },
    () => getSignInOptions(deps),
  )
  app.post(
    '/api/public/sign-in/link',
    {
      config: PUBLIC,
      schema: { tags, summary: 'Mail a sign-in link', body: LinkRequest, response: { 202: NoContent } },
    },
    async ({ body, ip }, reply) => {
      await requestLink(deps, body, ip)
      return reply.code(202).send(null)
    },
  )
  app.post(
    '/api/public/sign-in/link/look',
    { config: PUBLIC, schema: { tags, summary: 'Whose link it is', body: TokenInput, response: { 200: LinkOwner } } },
    ({ body, ip }) => lookAtLink(deps, 'sign-in', body.token, ip),
  )
  app.post(
    '/api/public/sign-in/link/use',
    { config: PUBLIC, schema: { tags, summary: 'Sign in by link', body: TokenInput, response: { 204: NoContent } } },
    async (request, reply) => {
      await deps.signIn.startSession(await takeSignInLink(deps, request.body.token, request.ip), request, reply)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/public/sign-in/password',
    { config: PUBLIC, schema: { tags, summary: 'Sign in', body: PasswordSignIn, response: { 204: NoContent } } },
    async (request, reply) => {
      await signInByPassword(deps, request.body, request, reply)
      return reply.code(204).send(null)
    },
  )
  newPasswordRoutes(app, deps)
  app.post(
    '/api/public/sign-in/demonstration',
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Sign in as a person of the demonstration',
        body: z.strictObject({ personId: PersonId }),
        response: { 204: NoContent },
      },
    },
    async (request, reply) => {
      await requireDemonstrationPerson(deps, request.body.personId)
      await deps.signIn.startSession(request.body.personId, request, reply)
      return reply.code(204).send(null)
    },
  )
}

function newPasswordRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/public/sign-in/new-password-link',
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Mail a link to a new password',
        body: NewPasswordRequest,
        response: { 202: NoContent },
      },
    },
    async ({ body, ip }, reply) => {
      await requestNewPassword(deps, body, ip)
      return reply.code(202).send(null)
    },
  )
  app.post(
    '/api/public/sign-in/new-password-link/look',
    { config: PUBLIC, schema: { tags, summary: 'Whose link it is', body: TokenInput, response: { 200: LinkOwner } } },
    ({ body, ip }) => lookAtLink(deps, 'new-password', body.token, ip),
  )
  app.post(
    '/api/public/sign-in/new-password',
    {
      config: PUBLIC,
      schema: { tags, summary: 'Set a new password and sign in', body: NewPassword, response: { 204: NoContent } },
    },
    async (request, reply) => {
      await deps.signIn.startSession(await setNewPassword(deps, request.body, request.ip), request, reply)
      return reply.code(204).send(null)
    },
  )
}
