import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import type { Addresses } from '../src/db/addresses.ts'
import { withClient } from '../src/db/roles.ts'
import { connectTo, type Database } from '../src/db/tenancy.ts'
import type { Cluster } from './clusters.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Omit<Cluster, 'stop'>
  }
}

export const TEMPLATE = 'stegvis_template'

/** `owner` is a superuser here: it sees every programme, to prepare and to look. */
export type TestDatabase = Database & { readonly owner: NonNullable<Database['owner']> }

/**
 * A migrated, empty database of the test file's own, gone when the file ends. Call it once, at the top:
 * `const database = await testDatabase()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const addresses = await testAddresses()
  const owner = { ...inject('cluster').superuser, database: addresses.name }
  const database = connectTo({ ...addresses, owner })
  afterAll(() => database.close())
  return { ...database, owner: database.owner! }
}

/** Only the addresses, for a test that opens the connections itself; closing drops the database. */
export async function testAddresses(template = TEMPLATE): Promise<Addresses & { name: string }> {
  const { kind, superuser, owner, app } = inject('cluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(owner, (client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  const mine = { ...app, database: name }
  return {
    name,
    kind,
    app: mine,
    direct: mine,
    owner: { ...owner, database: name },
    revive: async () => {},
    release: async () => {
      await withClient(superuser, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
