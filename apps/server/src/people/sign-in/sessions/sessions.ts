import { PersonId } from '@stegvis/core/kernel/ids.ts'
import { Language } from '@stegvis/core/kernel/text.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FindSession } from '../../../http/access.ts'
import type { Auth } from '../auth.ts'

/** The headers the sign-in library needs: the cookie, and the browser's name for the list of sessions. */
export function authHeaders(headers: FastifyRequest['headers']): Headers {
  const kept = new Headers()
  if (headers.cookie) kept.set('cookie', headers.cookie)
  if (headers['user-agent']) kept.set('user-agent', headers['user-agent'].slice(0, 300))
  return kept
}

/** Who sends this request. Never extends the session: `GET /api/me` does, where the cookie can follow. */
export function createFindSession(auth: Auth): FindSession {
  return async (headers) => {
    if (!headers.cookie) return undefined
    const found = await auth.api.getSession({ headers: authHeaders(headers), query: { disableRefresh: true } })
    if (!found) return undefined
    const { user, session } = found
    return {
      personId: PersonId.parse(user.id),
      sessionId: session.id,
      name: user.name,
      email: user.email,
      language: Language.parse(user.language),
      administrator: user.administrator === true,
    }
  }
}

/** Signs the person in on the device that sent the request. */
export async function startSession(
  auth: Auth,
  personId: PersonId,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { headers } = await auth.api.startSession({
    body: { personId },
    headers: authHeaders(request.headers),
    returnHeaders: true,
  })
  passCookies(headers, reply)
}

/** Moves the end of the session on when it was last used a while ago. */
export async function extendSession(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { headers } = await auth.api.getSession({ headers: authHeaders(request.headers), returnHeaders: true })
  passCookies(headers, reply)
}

/** Ends the session of this device. */
export async function endSession(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { headers } = await auth.api.signOut({ headers: authHeaders(request.headers), returnHeaders: true })
  passCookies(headers, reply)
}

export function passCookies(from: Headers, reply: FastifyReply): void {
  for (const cookie of from.getSetCookie()) reply.header('set-cookie', cookie)
}
