import path from 'node:path'
import pg from 'pg'
import type { Config, DatabaseConfig } from '../config.ts'
import { OWNER } from './embedded/cluster.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/supervisor.ts'
import { APP_ROLE, derivedAppPassword, provideAppRole, requireHarmless, rightsOf, withClient } from './roles.ts'

/** How to reach the database, as whom. */
export type Addresses = {
  kind: 'embedded' | 'server'
  /** as the application; may lead through a pooler that gives each transaction another connection */
  app: pg.ClientConfig
  /** as the application, always to the server itself: for LISTEN and session locks */
  direct: pg.ClientConfig
  /** as the owner of the tables, for migrations; `null` where the operator migrates apart from serving */
  owner: pg.ClientConfig | null
  /** Brings the server back where that is ours to do. */
  revive(): Promise<void>
  /** Leaves the server. */
  release(): Promise<void>
}

const DATABASE = 'stegvis'
const OLDEST_SERVER = 150_000

export async function findAddresses({ dataDir, database }: Pick<Config, 'dataDir' | 'database'>): Promise<Addresses> {
  const addresses = database.url
    ? await serverAddresses(database, database.url)
    : await embeddedAddresses(path.join(dataDir, 'postgres'))
  try {
    await withClient(addresses.app, requireHarmless)
  } catch (error) {
    await addresses.release()
    throw error
  }
  return addresses
}

async function embeddedAddresses(folder: string): Promise<Addresses> {
  let server = await startEmbedded(folder)
  const app = { user: APP_ROLE, password: server.secret.app, database: DATABASE, host: server.host, port: server.port }
  const owner = { ...app, user: OWNER, password: server.secret.owner }
  try {
    await provideEmbeddedDatabase(server, owner, app)
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    kind: 'embedded',
    app,
    direct: app,
    owner,
    revive: async () => {
      const before = server
      server = await startEmbedded(folder)
      await before.stop() // strikes it from the list of users; the new entry keeps the server running
    },
    release: () => server.stop(),
  }
}

/** After the first start there is nothing to do, so that is tried first. */
async function provideEmbeddedDatabase(
  server: EmbeddedServer,
  owner: pg.ClientConfig,
  app: pg.ClientConfig,
): Promise<void> {
  if (await canConnect(app)) return
  await withClient({ ...owner, database: 'postgres' }, async (client) => {
    await provideAppRole(client, server.secret.app)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  })
}

/**
 * Two arrangements, described in docs/operators.md: both roles are given; or DATABASE_URL alone, as an owner who
 * may make roles, and the application's role is made from it.
 */
async function serverAddresses(config: DatabaseConfig, url: string): Promise<Addresses> {
  const given = fromUrl(url)
  const makesRoles = await withClient(given, async (client) => {
    await requireVersion(client)
    const rights = await rightsOf(client)
    return rights.superuser || rights.makesRoles
  })
  const base = { kind: 'server' as const, revive: async () => {}, release: async () => {} }
  if (config.ownerUrl || !makesRoles) {
    const direct = config.directUrl ? fromUrl(config.directUrl) : given
    return { ...base, app: given, direct, owner: config.ownerUrl ? fromUrl(config.ownerUrl) : null }
  }
  const owner = config.directUrl ? fromUrl(config.directUrl) : given
  const password = derivedAppPassword(passwordOf(given))
  const app = { ...given, user: APP_ROLE, password }
  if (!(await canConnect(app))) await withClient(owner, (client) => provideAppRole(client, password))
  return { ...base, app, direct: { ...owner, user: APP_ROLE, password }, owner }
}

/** The parts of an address, so that another role can take the place of its user. */
function fromUrl(url: string): pg.ClientConfig {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
  return { host, port, ssl, ...(user && { user }), ...(password && { password }), ...(database && { database }) }
}

function passwordOf(config: pg.ClientConfig): string {
  if (typeof config.password === 'string' && config.password !== '') return config.password
  throw new Error('DATABASE_URL has no password: set DATABASE_URL and DATABASE_OWNER_URL, see docs/operators.md.')
}

async function requireVersion(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  const number = await client.query<{ number: number }>(`select current_setting('server_version_num')::int as number`)
  if (number.rows[0]!.number >= OLDEST_SERVER) return
  throw new Error(`DATABASE_URL leads to PostgreSQL ${rows[0]!.server_version}: version 15 or newer is needed.`)
}

const NOT_LET_IN = new Set(['28P01', '28000', '3D000'])

/** `false` when the role or the database is not there or the password is another; other failures are thrown. */
async function canConnect(config: pg.ClientConfig): Promise<boolean> {
  try {
    await withClient(config, async () => {})
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_LET_IN.has(String(error.code))) return false
    throw error
  }
}
