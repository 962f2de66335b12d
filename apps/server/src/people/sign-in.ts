import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import { returnPath } from '@stegvis/core/people/sign-in/return-path.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Clock } from '../deps.ts'
import { ensurePerson, type Person } from './person-store.ts'
import type { Auth } from './sign-in/auth.ts'
import { insertLink } from './sign-in/link-store.ts'
import { isPresentPassword, setPassword, signInWithPassword } from './sign-in/passwords.ts'
import { endSession, extendSession, startSession } from './sign-in/sessions/sessions.ts'

/** What other features need of sign-in, and what the sign-in routes need of the library behind it. */
export type SignIn = {
  /** The person with this address, made when there is none. */
  ensurePerson(tx: Tx, person: Person): Promise<PersonId>
  /**
   * An address for a mail that signs the person in once and opens `path`, for so many days. The link page asks
   * for one press, so that a mail filter that opens every link uses nothing up.
   */
  createSignInLink(tx: Tx, person: Person, path: string, days: number): Promise<string>
  startSession(personId: PersonId, request: FastifyRequest, reply: FastifyReply): Promise<void>
  extendSession(request: FastifyRequest, reply: FastifyReply): Promise<void>
  endSession(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Signs in on this device. False for a wrong password, an unknown address and a person without one, equally slowly. */
  signInWithPassword(
    input: { email: string; password: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean>
  /** Sets the password whatever it was. The caller has checked the right to and the strength. */
  setPassword(personId: PersonId, password: string): Promise<void>
  /** Whether it is this person's password; a person without one has none to be wrong about. */
  isPresentPassword(personId: PersonId, given: string | undefined): Promise<boolean>
}

export function createSignIn(auth: Auth, config: Pick<Config, 'publicUrl'>, clock: Clock): SignIn {
  return {
    ensurePerson,
    createSignInLink: async (tx, person, path, days) => {
      const token = await insertLink(tx, 'sign-in', await ensurePerson(tx, person), inDays(clock, days))
      return linkAddress(config.publicUrl, token, path)
    },
    startSession: (personId, request, reply) => startSession(auth, personId, request, reply),
    extendSession: (request, reply) => extendSession(auth, request, reply),
    endSession: (request, reply) => endSession(auth, request, reply),
    signInWithPassword: (input, request, reply) => signInWithPassword(auth, input, request, reply),
    setPassword: (personId, password) => setPassword(auth, personId, password),
    isPresentPassword: (personId, given) => isPresentPassword(auth, personId, given),
  }
}

/** The secret stands behind the number sign: browsers keep that part to themselves, so no log ever holds it. */
export function linkAddress(publicUrl: string, token: string, path: string): string {
  const to = returnPath(path)
  return `${publicUrl}/sign-in/link${to === '/' ? '' : `?to=${encodeURIComponent(to)}`}#${token}`
}

export function newPasswordAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/sign-in/new-password#${token}`
}

function inDays(clock: Clock, days: number): string {
  return new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString()
}
