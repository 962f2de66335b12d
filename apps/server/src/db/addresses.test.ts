import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Cluster, startServerCluster } from '../../test/clusters.ts'
import { testAddresses } from '../../test/database.ts'
import { findAddresses } from './addresses.ts'
import { derivedAppPassword, provideAppRole, withClient } from './roles.ts'
import { openDatabase } from './tenancy.ts'

const place = await testAddresses()
const { owner } = inject('cluster')
afterAll(() => place.release())

function url({ user, password, host, port, database }: pg.ClientConfig): string {
  const [name, secret] = [encodeURIComponent(user!), encodeURIComponent(String(password))]
  // The socket folder of the embedded server is no host name of an address.
  return host!.startsWith('/')
    ? `postgres://${name}:${secret}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`
    : `postgres://${name}:${secret}@${host}:${port}/${database}`
}

const find = (database: { url: string; ownerUrl?: string; directUrl?: string }) =>
  findAddresses({ dataDir: '/nowhere', database })

const whoIs = (config: pg.ClientConfig) =>
  withClient(config, async (client) => (await client.query('select current_user::text as name')).rows[0].name)

test('both roles given: the one serves, the other migrates', async () => {
  const addresses = await find({ url: url(place.app), ownerUrl: url(place.owner!) })
  expect(await whoIs(addresses.app)).toBe('stegvis_app')
  expect(await whoIs(addresses.direct)).toBe('stegvis_app')
  expect(await whoIs(addresses.owner!)).toBe('stegvis_owner')
})

test('the application role alone serves without the right to migrate', async () => {
  const database = await openDatabase({ dataDir: '/nowhere', database: { url: url(place.app) } })
  expect(database.owner).toBeNull()
  expect(await database.isReachable()).toBe(true)
  await database.close()
})

test('refuses to serve as the owner, even when another owner is given for migrations', async () => {
  await expect(find({ url: url(place.owner!), ownerUrl: url(place.owner!) })).rejects.toThrow(
    /role stegvis_owner (is a superuser|owns tables)/,
  )
})

test('refuses a role that belongs to the owner, or that is not the application', async () => {
  const [member, stranger] = ['member', 'stranger'].map((name) => `${name}_${randomBytes(4).toString('hex')}`)
  await withClient(owner, async (client) => {
    for (const role of [member, stranger]) await client.query(`create role ${role} login password 'secret'`)
    await client.query(`grant stegvis_owner to ${member}`)
  })
  const as = (user: string) => find({ url: url({ ...place.app, user, password: 'secret' }) })
  await expect(as(member!)).rejects.toThrow('belongs to the role that does')
  await expect(as(stranger!)).rejects.toThrow('is neither stegvis_app nor a member of it')
  await withClient(owner, (client) => client.query(`drop role ${member}, ${stranger}`))
})

test('says that the address is not reachable without telling the password', async () => {
  const failing = find({ url: 'postgres://stegvis_app:hunter2@127.0.0.1:1/stegvis' })
  await expect(failing).rejects.toThrow('ECONNREFUSED')
  await expect(failing).rejects.not.toThrow('hunter2')
})

// In a cluster of its own: other test files sign in with the role whose password changes here.
describe.runIf(inject('cluster').kind === 'server')('an owner alone', () => {
  let cluster: Cluster
  let ownerUrl: string
  beforeAll(async () => {
    cluster = await startServerCluster()
    ownerUrl = url(cluster.owner)
  })
  afterAll(() => cluster.stop())

  test('makes the application role, and every node works out the same password', async () => {
    await withClient(cluster.owner, (client) => client.query('drop role stegvis_app'))
    const [first, second] = await Promise.all([find({ url: ownerUrl }), find({ url: ownerUrl })])
    for (const { app, owner: migrating } of [first, second]) {
      expect(await whoIs(app)).toBe('stegvis_app')
      expect(await whoIs(migrating!)).toBe('stegvis_owner')
    }
    expect(first.app.password).toBe(second.app.password)
    expect(first.app.password).not.toContain(cluster.owner.password as string)
  })

  test('puts back the password of an application role that has another', async () => {
    await withClient(cluster.owner, (client) => provideAppRole(client, 'changed-by-hand'))
    const addresses = await find({ url: ownerUrl })
    expect(addresses.app.password).toBe(derivedAppPassword(String(cluster.owner.password)))
    expect(await whoIs(addresses.app)).toBe('stegvis_app')
  })
})
