import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'

/** The login role of the application: owns nothing, and row-level security binds it. Migrations grant to it. */
export const APP_ROLE = 'stegvis_app'

/** What the application does in one statement or transaction takes seconds; beyond that it is a fault. */
const ROLE_SETTINGS = {
  timezone: 'UTC',
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
}

/**
 * Makes the application's login role, or gives it this password. The password never travels: the server is
 * handed what it would store anyway, so it cannot end in a statement log.
 */
export async function provideAppRole(owner: pg.ClientBase, password: string): Promise<void> {
  // Several nodes may start at once, and PostgreSQL refuses two changes of one role at the same time.
  await owner.query('begin')
  try {
    await owner.query(`select pg_advisory_xact_lock(hashtext('stegvis.${APP_ROLE}'))`)
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE])
    const verb = rowCount === 0 ? 'create' : 'alter'
    await owner.query(`${verb} role ${APP_ROLE} login nocreatedb nocreaterole password '${scramVerifier(password)}'`)
    for (const [name, value] of Object.entries(ROLE_SETTINGS)) {
      await owner.query(`alter role ${APP_ROLE} set ${name} = '${value}'`)
    }
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/**
 * The application role's password where only the owner's is given: every node works out the same one, and
 * nobody who learns it learns the owner's.
 */
export function derivedAppPassword(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(APP_ROLE).digest('base64url')
}

/** Source: RFC 5803, with PostgreSQL's form of it (pg_authid.rolpassword). */
function scramVerifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest()
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`
}

/** What the role we are connected as may do, as far as it matters here. */
export type RoleRights = { name: string; superuser: boolean; bypassesPolicies: boolean; makesRoles: boolean }

export async function rightsOf(client: pg.ClientBase): Promise<RoleRights> {
  const { rows } = await client.query<RoleRights>(
    `select rolname as name, rolsuper as superuser, rolbypassrls as "bypassesPolicies", rolcreaterole as "makesRoles"
       from pg_roles where rolname = current_user`,
  )
  return rows[0]!
}

/**
 * Refuses to go on when row-level security would not bind this role: it would see every programme.
 * Counts tables of roles it could become, too: `set role` is one injected statement away.
 */
export async function requireHarmless(client: pg.ClientBase): Promise<void> {
  const role = await rightsOf(client)
  const refuse = (why: string): never => {
    throw new Error(`The database role ${role.name} ${why}, so the application will not use it: see docs/operators.md.`)
  }
  if (role.superuser) refuse('is a superuser')
  if (role.bypassesPolicies) refuse('bypasses row-level security')
  const owned = await client.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and pg_has_role(current_user, c.relowner, 'MEMBER') limit 1`,
  )
  if (owned.rowCount) refuse('owns tables, or belongs to the role that does')
  const member = await client.query(
    `select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'USAGE')`,
    [APP_ROLE],
  )
  if (!member.rowCount) refuse(`is neither ${APP_ROLE} nor a member of it`)
}

/** Runs `work` on a connection of its own, without a pool. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionTimeoutMillis: 5000, ...config })
  client.on('error', () => {}) // a failure reaches the query that is waiting
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
