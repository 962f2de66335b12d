import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { FastifyBaseLogger } from 'fastify'
import { PostgresDialect } from 'kysely'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/tenancy.ts'
import { newId } from '../../ids.ts'

const DAY_SECONDS = 24 * 3600
const SESSION_SECONDS = 30 * DAY_SECONDS
/** How old a session's last use may be before it is written down again. */
const LAST_USE_SECONDS = 3600

export type Auth = ReturnType<typeof createAuth>

type AuthParts = { database: Database; config: Pick<Config, 'publicUrl'>; secret: string; log: FastifyBaseLogger }

/**
 * The sign-in library: it keeps sessions, signs their cookie and hashes passwords. Its own HTTP interface is not
 * served; our routes call it, so that every refusal is a problem, every limit ours, and the description complete.
 */
export function createAuth({ database, config, secret, log }: AuthParts) {
  return betterAuth({
    appName: 'Stegvis',
    secret,
    baseURL: config.publicUrl,
    database: {
      dialect: new PostgresDialect({ pool: database.pool }),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 256 },
    user: {
      additionalFields: {
        language: { type: ['sv', 'en'], required: true, defaultValue: 'sv', input: false },
        administrator: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: LAST_USE_SECONDS },
    rateLimit: { enabled: false, storage: 'database', modelName: 'rate_limit' },
    advanced: {
      cookiePrefix: 'stegvis',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      // A test asks the library whether its tables are as it wants them, so that no start has to.
      database: { generateId: () => newId(), joins: true, validateSchema: false },
      // Where somebody was is none of our business; the limits on attempts count addresses elsewhere, hashed.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [startSessionPlugin],
    telemetry: { enabled: false },
    // Its messages may hold addresses of people.
    logger: { level: 'error', log: (level) => log.error({ level }, 'the sign-in library reported an error') },
  })
}

/** Signs a person in whose right to it is proven already: by a link, an invitation or the set-up. */
const startSessionPlugin = {
  id: 'stegvis-start-session',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ personId: z.string() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
        if (!user) throw new Error('the person to sign in does not exist')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ sessionId: session.id })
      },
    ),
  },
} satisfies BetterAuthPlugin
