import path from 'node:path'
import type { SigningMethodId } from '@stegvis/core/aid/signing/schema.ts'
import { z } from 'zod'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Where a PostgreSQL server is, as docs/operators.md describes the three addresses. */
export type DatabaseConfig = { url?: string; directUrl?: string; ownerUrl?: string }

export type Config = {
  host: string
  port: number
  /** The address people use, without a slash at the end. */
  publicUrl: string
  /** Whether, or from which addresses, a proxy's word on who calls is believed. */
  trustProxy: boolean | string[]
  dataDir: string
  logLevel: (typeof LOG_LEVELS)[number]
  /** Without `url`, the embedded PostgreSQL in `dataDir` is used. */
  database: DatabaseConfig
  /** `null`: mails are kept in the database, and an administrator reads them at /admin/mail. */
  mail: { smtpUrl: string; from: string } | null
  signing: SigningConfig
}

export type SigningConfig = {
  /** Ways to sign that are offered, in this order. */
  methods: readonly SigningMethodId[]
  oidc: OidcConfig | null
}

/** A provider of electronic identities that speaks OpenID Connect. */
export type OidcConfig = {
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** Levels of assurance that are enough; none: any. They are asked for, and refused when another comes back. */
  acrValues: readonly string[]
  nameClaim: string
  identifierClaim: string
}

/** What is wrong with the environment: one line for each variable. Holds no values of secret variables. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

function address(protocols: readonly string[], example: string) {
  const message = `must be an address such as ${example}`
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), { message })
}

/** Sockets make addresses that are none for the web (`postgres://user:secret@/stegvis?host=/run`). */
const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address such as postgres://name:password@host:5432/stegvis')

const claim = z.string().regex(/^\S+$/, 'must be the name of a claim')

/** Who proves identities is reached over https; on this machine alone also without, for trying things out. */
const issuerAddress = address(['http:', 'https:'], 'https://id.example.org').refine(
  (text) => !text.startsWith('http:') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname),
  'must start with https',
)

const Environment = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535')
      .default(3000),
    HOST: z.string().regex(/^\S+$/, 'must be a host name or address').default('127.0.0.1'),
    PUBLIC_URL: address(['http:', 'https:'], 'https://stegvis.example.org').optional(),
    TRUST_PROXY: z
      .string()
      .regex(
        /^(true|false|[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*)$/,
        'must be true, false or addresses with commas between',
      )
      .transform((text) => (text === 'true' || text === 'false' ? text === 'true' : text.split(/\s*,\s*/)))
      .default(false),
    DATA_DIR: z.string().default(path.join(ROOT, 'data')),
    DATABASE_URL: databaseAddress.optional(),
    DATABASE_DIRECT_URL: databaseAddress.optional(),
    DATABASE_OWNER_URL: databaseAddress.optional(),
    SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://name:password@mail.example.org').optional(),
    MAIL_FROM: z
      .string()
      .regex(
        /^([^<>@]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'must be an address such as Stegvis <stegvis@example.org>',
      )
      .optional(),
    SIGNING_METHODS: z
      .string()
      .regex(/^(session|oidc)(\s*,\s*(session|oidc))*$/, 'must be session, oidc or both with a comma between')
      .transform((text) => [...new Set(text.split(/\s*,\s*/) as SigningMethodId[])])
      .optional(),
    SIGNING_OIDC_ISSUER: issuerAddress.optional(),
    SIGNING_OIDC_CLIENT_ID: z.string().regex(/^\S+$/, 'must be one word').optional(),
    SIGNING_OIDC_CLIENT_SECRET: z.string().optional(),
    SIGNING_OIDC_SCOPE: z
      .string()
      .regex(/(^|\s)openid(\s|$)/, 'must contain openid')
      .default('openid profile'),
    SIGNING_OIDC_ACR_VALUES: z
      .string()
      .transform((text) => text.split(/\s+/))
      .default([]),
    SIGNING_OIDC_NAME_CLAIM: claim.default('name'),
    SIGNING_OIDC_IDENTIFIER_CLAIM: claim.default('sub'),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  })
  .superRefine((env, context) => {
    const missing = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    if (env.SMTP_URL && !env.MAIL_FROM) missing('MAIL_FROM', 'is needed when SMTP_URL is set')
    const { SIGNING_OIDC_ISSUER: issuer, SIGNING_METHODS: methods } = env
    if (issuer && !env.SIGNING_OIDC_CLIENT_ID)
      missing('SIGNING_OIDC_CLIENT_ID', 'is needed when SIGNING_OIDC_ISSUER is set')
    if (issuer && !env.SIGNING_OIDC_CLIENT_SECRET)
      missing('SIGNING_OIDC_CLIENT_SECRET', 'is needed when SIGNING_OIDC_ISSUER is set')
    if (!issuer && methods?.includes('oidc')) missing('SIGNING_OIDC_ISSUER', 'is needed when SIGNING_METHODS has oidc')
    if (issuer && methods && !methods.includes('oidc'))
      missing('SIGNING_METHODS', 'must have oidc when SIGNING_OIDC_ISSUER is set')
    if (env.DATABASE_OWNER_URL && !env.DATABASE_URL) missing('DATABASE_URL', 'is needed when DATABASE_OWNER_URL is set')
    if (env.DATABASE_DIRECT_URL && !env.DATABASE_URL)
      missing('DATABASE_URL', 'is needed when DATABASE_DIRECT_URL is set')
  })

/** Reads the settings. A variable that is set but empty counts as not set. Throws `ConfigError`. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'))
  }
  const { data } = parsed
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    trustProxy: data.TRUST_PROXY,
    dataDir: path.resolve(data.DATA_DIR),
    logLevel: data.LOG_LEVEL,
    database: {
      ...(data.DATABASE_URL && { url: data.DATABASE_URL }),
      ...(data.DATABASE_DIRECT_URL && { directUrl: data.DATABASE_DIRECT_URL }),
      ...(data.DATABASE_OWNER_URL && { ownerUrl: data.DATABASE_OWNER_URL }),
    },
    signing: signingOf(data),
    mail: data.SMTP_URL && data.MAIL_FROM ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM } : null,
  }
}

/** Where a provider is set, its identities are what is signed with, unless the methods say otherwise. */
function signingOf(data: z.infer<typeof Environment>): SigningConfig {
  const { SIGNING_OIDC_ISSUER: issuer, SIGNING_OIDC_CLIENT_ID: clientId } = data
  const { SIGNING_OIDC_CLIENT_SECRET: clientSecret } = data
  const oidc =
    issuer && clientId && clientSecret
      ? {
          issuer,
          clientId,
          clientSecret,
          scope: data.SIGNING_OIDC_SCOPE,
          acrValues: data.SIGNING_OIDC_ACR_VALUES,
          nameClaim: data.SIGNING_OIDC_NAME_CLAIM,
          identifierClaim: data.SIGNING_OIDC_IDENTIFIER_CLAIM,
        }
      : null
  return { methods: data.SIGNING_METHODS ?? [oidc ? 'oidc' : 'session'], oidc }
}
