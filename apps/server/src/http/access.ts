import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { type Action, type Actor, may, PERMISSIONS } from '@stegvis/core/people/permissions.ts'
import type { FastifyRequest, RouteOptions } from 'fastify'
import type { Database } from '../db/tenancy.ts'
import { findActor } from './actor-store.ts'
import { Problem } from './problem.ts'

/** Who may call a route. Every route names one, or the server refuses to start. */
export type Access =
  /** anyone, signed in or not */
  | { public: true }
  /** any signed-in person, about themselves */
  | { signedIn: true }
  /** an administrator of the installation */
  | { administrator: true }
  /** someone whose role in the programme of the path allows the action; the record is judged by the service */
  | { action: Action }

/** The person behind a session. */
export type SignedIn = {
  personId: PersonId
  sessionId: string
  name: string
  email: string
  language: Language
  administrator: boolean
}

export type FindSession = (headers: FastifyRequest['headers']) => Promise<SignedIn | undefined>

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** set on routes with `signedIn`, `administrator` or `action`; on public ones when there is a session */
    person: SignedIn
    /** set on routes with `action` */
    actor: Actor
  }
}

/** Fails the start when a route forgets to say who may call it. */
export function requireAccess(route: RouteOptions): void {
  if (route.method === 'HEAD' || (Array.isArray(route.method) && route.method.includes('HEAD'))) return
  const access = route.config?.access
  // The documentation page brings its own routes; it shows nothing but the public description.
  if (access === undefined && route.url.startsWith('/api/docs')) {
    route.config = { ...route.config, access: { public: true } }
    return
  }
  if (access === undefined) throw new Error(`The route ${route.method} ${route.url} does not say who may call it`)
  if ('action' in access && !(access.action in PERMISSIONS)) {
    throw new Error(`The route ${route.method} ${route.url} names an unknown action`)
  }
  if ('action' in access && !route.url.startsWith('/api/programmes/:programme')) {
    throw new Error(`The route ${route.url} needs a programme in its path to judge a role`)
  }
}

/** Finds the caller and refuses those who may not call. Runs before the input is parsed. */
export function checkAccess(database: Database, findSession: FindSession) {
  return async (request: FastifyRequest): Promise<void> => {
    // No route: the handler for what is not found answers, with the page of the application or a 404.
    if (request.is404) return
    const access = request.routeOptions.config.access
    if (access === undefined) throw new Problem('not-found')
    if ('public' in access) return
    const person = await findSession(request.headers)
    if (!person || isMeantForAnother(request, person)) throw new Problem('not-signed-in')
    request.person = person
    if ('administrator' in access && !person.administrator) throw new Problem('not-found')
    if ('action' in access) request.actor = await requireActor(database, request, person, access.action)
  }
}

/**
 * A page says for whom it was opened. When somebody else has signed in meanwhile in the same browser, what the
 * first one wrote must not be taken for the second one's.
 */
function isMeantForAnother({ headers }: FastifyRequest, person: SignedIn): boolean {
  const meant = headers['x-stegvis-person']
  return meant !== undefined && meant !== person.personId
}

async function requireActor(
  database: Database,
  request: FastifyRequest,
  person: SignedIn,
  action: Action,
): Promise<Actor> {
  const { programme } = request.params as { programme: string }
  const actor = await actorIn(database, person, programme)
  if (!actor) throw new Problem('not-found')
  if (!may(actor, action)) throw new Problem('not-allowed')
  return actor
}

/** The person as they act in a programme, by slug or id, where no route has found it; undefined without a role there. */
export function actorIn(database: Database, person: SignedIn, programme: string): Promise<Actor | undefined> {
  return database.asPerson(person.personId, (tx) => findActor(tx, person, programme))
}
