import { pino } from 'pino'
import { buildApp } from '../apps/server/src/app.ts'
import { systemClock } from '../apps/server/src/clock.ts'
import { migrate } from '../apps/server/src/db/migrate.ts'
import { withClient } from '../apps/server/src/db/roles.ts'
import { connectTo, type Database } from '../apps/server/src/db/tenancy.ts'
import { composeDeps } from '../apps/server/src/main.ts'
import { loadModels } from '../apps/server/src/models/library.ts'
import { MODELS } from '../apps/server/src/paths.ts'
import { seedDemonstration } from '../apps/server/src/programmes/demonstration/service.ts'
import { TEST_CONFIG } from '../apps/server/test/app.ts'
import { type Cluster, startEmbeddedCluster, startServerCluster } from '../apps/server/test/clusters.ts'
import type { ProgrammeId } from '../packages/core/src/kernel/ids.ts'
import { measure, ms, percentile, printTable, ratio } from './table.ts'

const SIZES = [250, 10_000, 100_000]
const REQUESTS = 60
const CSRF = { 'x-stegvis-csrf': '1' }

/** The company list and a company's page over HTTP as the register grows, on both engines. */
export async function benchCompanies(): Promise<void> {
  const rows: string[][] = []
  for (const start of [startEmbeddedCluster, startServerCluster]) {
    // Durable settings play no part: these are reads.
    const cluster = await start()
    try {
      const smallest = new Map<string, number>()
      for (const size of SIZES) rows.push(...(await benchSize(cluster, size, smallest)))
    } finally {
      await cluster.stop()
    }
  }
  printTable(
    'Company list and page over HTTP, ms; ratio of the medians to 250 companies on the same engine',
    ['engine', 'companies', 'request', 'p50', 'p95', 'ratio'],
    rows,
  )
}

async function benchSize(cluster: Cluster, size: number, smallest: Map<string, number>): Promise<string[][]> {
  const { address, get, close } = await serveWith(cluster, size)
  try {
    const first = await get('?limit=50')
    const { companies, next } = (await first.json()) as {
      companies: { id: string; name: string }[]
      next: string | null
    }
    const some = companies[20]!
    const requests: Record<string, () => Promise<Response>> = {
      'first page': () => get('?limit=50'),
      'next page': () => get(`?limit=50&after=${next}`),
      'search by name': () => get(`?search=${encodeURIComponent(some.name.slice(0, 8))}`),
      'status and coach': () => get('?status=active&sort=last-contact'),
      counts: () => get('/counts'),
      'company page': () => get(`/${some.id}`),
    }
    const rows: string[][] = []
    for (const [name, request] of Object.entries(requests)) {
      const taken = await measure(REQUESTS, async () => {
        const reply = await request()
        if (!reply.ok) throw new Error(`${name} at ${address} answered ${reply.status}`)
        await reply.arrayBuffer()
      })
      const median = percentile(taken, 0.5)
      if (!smallest.has(name)) smallest.set(name, median)
      rows.push([
        cluster.kind,
        String(size),
        name,
        ms(median),
        ms(percentile(taken, 0.95)),
        ratio(median / smallest.get(name)!),
      ])
    }
    return rows
  } finally {
    await close()
  }
}

/** The application on a database with so many companies, and a programme manager signed in. */
async function serveWith(cluster: Cluster, size: number) {
  const name = `bench_${size}`
  await withClient(cluster.owner, (client) => client.query(`create database ${name}`))
  const [owner, app] = [
    { ...cluster.owner, database: name },
    { ...cluster.app, database: name },
  ]
  const database = connectTo({
    ...{ kind: cluster.kind, app, direct: app, owner },
    revive: async () => {},
    release: async () => {},
  })
  await migrate(database.owner!)
  const log = pino({ level: 'silent' })
  const models = loadModels(MODELS)
  const { programmeId, slug } = await seedDemonstration(database, models, systemClock, log, {
    supported: size,
    others: 0,
    history: 'none',
  })
  await withClient(owner, (client) => client.query('vacuum analyze'))
  const deps = await composeDeps({
    config: TEST_CONFIG,
    database,
    log,
    clock: systemClock,
    models,
    demonstration: true,
  })
  const server = await buildApp(deps)
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const cookie = await signIn(address, await managerOf(database, programmeId))
  return {
    address,
    get: (rest: string) => fetch(`${address}/api/programmes/${slug}/companies${rest}`, { headers: { cookie } }),
    close: async () => {
      await server.close()
      await database.close()
    },
  }
}

async function managerOf(database: Database, programmeId: ProgrammeId): Promise<string> {
  const { person_id } = await database.inTenant({ programmeId, personId: null }, (tx) =>
    tx.selectFrom('role_grant').select('person_id').where('role', '=', 'programme-manager').executeTakeFirstOrThrow(),
  )
  return person_id
}

async function signIn(address: string, personId: string): Promise<string> {
  const reply = await fetch(`${address}/api/public/sign-in/demonstration`, {
    method: 'POST',
    headers: { ...CSRF, 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  })
  if (!reply.ok) throw new Error(`signing in answered ${reply.status}`)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
