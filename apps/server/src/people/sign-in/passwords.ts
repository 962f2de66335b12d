import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import { type PasswordFault, passwordFault } from '@stegvis/core/people/sign-in/password.ts'
import { isAPIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../http/problem.ts'
import type { Auth } from './auth.ts'
import { authHeaders, passCookies } from './sessions/sessions.ts'

/** Words a Swedish password starts with, which the international lists lack. */
const SWEDISH_WORDS = ['lösenord', 'hejsan', 'sommar', 'vinter', 'höst', 'vår', 'sverige', 'välkommen', 'fotboll']
const STRONG_ENOUGH = 3

/**
 * Throws `weak-password` with the fault for the form to explain. `known`: the person's name and address;
 * `pointer`: where in the body the password is.
 */
export async function requireStrongPassword(
  password: string,
  known: readonly string[],
  pointer = '#/password',
): Promise<void> {
  const words = ['stegvis', ...known]
  const fault = passwordFault(password, words) ?? ((await isCommon(password, words)) ? 'common' : undefined)
  if (fault) throw weakPassword(fault, pointer)
}

function weakPassword(fault: PasswordFault, pointer: string): Problem {
  return new Problem('weak-password', undefined, { fault, errors: [{ pointer, detail: fault }] })
}

/** Loads its word lists at the first use: most processes never need them in their first second. */
async function isCommon(password: string, words: readonly string[]): Promise<boolean> {
  const [{ ZxcvbnFactory }, lists] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const judge = new ZxcvbnFactory({ dictionary: lists.dictionary, graphs: lists.adjacencyGraphs })
  return judge.check(password, [...SWEDISH_WORDS, ...words]).score < STRONG_ENOUGH
}

/** Signs in on this device. False for a wrong password, an unknown address and a person without one, equally slowly. */
export async function signInWithPassword(
  auth: Auth,
  input: { email: string; password: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  try {
    const { headers } = await auth.api.signInEmail({
      body: input,
      headers: authHeaders(request.headers),
      returnHeaders: true,
    })
    passCookies(headers, reply)
    return true
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return false
    throw error
  }
}

/** Sets the password whatever it was. The caller has checked the right to and the strength. */
export async function setPassword(auth: Auth, personId: PersonId, password: string): Promise<void> {
  const { internalAdapter, password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  if (await internalAdapter.findCredentialAccount(personId)) {
    await internalAdapter.updatePassword(personId, hash)
    return
  }
  await internalAdapter.createAccount({
    userId: personId,
    providerId: 'credential',
    accountId: personId,
    password: hash,
  })
}

/** Whether it is this person's password; a person without one has none to be wrong about. */
export async function isPresentPassword(auth: Auth, personId: PersonId, given: string | undefined): Promise<boolean> {
  const { internalAdapter, password } = await auth.$context
  const hash = (await internalAdapter.findCredentialAccount(personId))?.password
  if (!hash) return true
  return given !== undefined && (await password.verify({ hash, password: given }))
}
