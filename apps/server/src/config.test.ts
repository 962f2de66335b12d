import path from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const PROVIDER = {
  SIGNING_OIDC_ISSUER: 'https://id.example.org',
  SIGNING_OIDC_CLIENT_ID: 'stegvis',
  SIGNING_OIDC_CLIENT_SECRET: 'secret',
}

test('an empty environment gives a server for this machine alone, with its data in the clone', () => {
  const config = readConfig({})
  expect(config).toEqual({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    dataDir: path.resolve(import.meta.dirname, '../../../data'),
    logLevel: 'info',
    database: {},
    mail: null,
    signing: { methods: ['session'], oidc: null },
  })
})

test('every variable is taken as it is given', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://stegvis.example.org/',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
    DATA_DIR: '/var/lib/stegvis',
    DATABASE_URL: 'postgres://stegvis_app:secret@db/stegvis',
    DATABASE_DIRECT_URL: 'postgres://stegvis_app:secret@db:5433/stegvis',
    DATABASE_OWNER_URL: 'postgresql://stegvis_owner:secret@/stegvis?host=/run/postgresql',
    SMTP_URL: 'smtps://name:secret@mail.example.org',
    MAIL_FROM: 'Omställning Väst <hej@example.org>',
    LOG_LEVEL: 'warn',
    SIGNING_METHODS: 'oidc, session',
    SIGNING_OIDC_ISSUER: 'https://id.example.org',
    SIGNING_OIDC_CLIENT_ID: 'stegvis',
    SIGNING_OIDC_CLIENT_SECRET: 'secret',
    SIGNING_OIDC_SCOPE: 'openid profile ssn',
    SIGNING_OIDC_ACR_VALUES: 'loa3 loa4',
    SIGNING_OIDC_NAME_CLAIM: 'full_name',
    SIGNING_OIDC_IDENTIFIER_CLAIM: 'ssn',
  })
  expect(config).toEqual({
    host: '0.0.0.0',
    port: 8080,
    publicUrl: 'https://stegvis.example.org',
    trustProxy: ['127.0.0.1', '10.0.0.0/8'],
    dataDir: '/var/lib/stegvis',
    logLevel: 'warn',
    database: {
      url: 'postgres://stegvis_app:secret@db/stegvis',
      directUrl: 'postgres://stegvis_app:secret@db:5433/stegvis',
      ownerUrl: 'postgresql://stegvis_owner:secret@/stegvis?host=/run/postgresql',
    },
    mail: { smtpUrl: 'smtps://name:secret@mail.example.org', from: 'Omställning Väst <hej@example.org>' },
    signing: {
      methods: ['oidc', 'session'],
      oidc: {
        issuer: 'https://id.example.org',
        clientId: 'stegvis',
        clientSecret: 'secret',
        scope: 'openid profile ssn',
        acrValues: ['loa3', 'loa4'],
        nameClaim: 'full_name',
        identifierClaim: 'ssn',
      },
    },
  })
})

test('with a provider of identities, that is what is signed with', () => {
  expect(readConfig(PROVIDER).signing.methods).toEqual(['oidc'])
  expect(readConfig({ ...PROVIDER, SIGNING_METHODS: 'session,oidc' }).signing.methods).toEqual(['session', 'oidc'])
})

test('a variable that is set but empty counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}))
})

test('each wrong value is named in a line of its own, without its value', () => {
  const wrong = {
    PORT: '99999',
    PUBLIC_URL: 'stegvis.example.org',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    SMTP_URL: 'mail:hunter2',
    LOG_LEVEL: 'loud',
    TRUST_PROXY: 'perhaps',
    SIGNING_METHODS: 'fax',
    SIGNING_OIDC_SCOPE: 'profile',
    SIGNING_OIDC_NAME_CLAIM: 'full name',
  }
  const message = messageOf(wrong)
  const named = message.split('\n').map((line) => line.split(' ')[0])
  expect(named.sort()).toEqual(Object.keys(wrong).sort())
  expect(message).not.toContain('hunter2')
})

test.each([
  [{ SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM is needed when SMTP_URL is set'],
  [{ DATABASE_OWNER_URL: 'postgres://o:p@db/x' }, 'DATABASE_URL is needed when DATABASE_OWNER_URL is set'],
  [{ SIGNING_METHODS: 'oidc' }, 'SIGNING_OIDC_ISSUER is needed when SIGNING_METHODS has oidc'],
  [{ ...PROVIDER, SIGNING_OIDC_ISSUER: 'http://id.example.org' }, 'SIGNING_OIDC_ISSUER must start with https'],
  [{ ...PROVIDER, SIGNING_OIDC_CLIENT_ID: '' }, 'SIGNING_OIDC_CLIENT_ID is needed when SIGNING_OIDC_ISSUER is set'],
  [
    { ...PROVIDER, SIGNING_OIDC_CLIENT_SECRET: '' },
    'SIGNING_OIDC_CLIENT_SECRET is needed when SIGNING_OIDC_ISSUER is set',
  ],
  [{ ...PROVIDER, SIGNING_METHODS: 'session' }, 'SIGNING_METHODS must have oidc when SIGNING_OIDC_ISSUER is set'],
  [{ DATABASE_DIRECT_URL: 'postgres://o:p@db/x' }, 'DATABASE_URL is needed when DATABASE_DIRECT_URL is set'],
])('a variable that needs another says so: %o', (env, line) => {
  expect(messageOf(env)).toBe(line)
})

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
  }
  throw new Error('was accepted')
}
