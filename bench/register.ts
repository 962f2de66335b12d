import { randomUUID } from 'node:crypto'
import { DE_MINIMIS_LAW } from '../apps/server/src/aid/law.ts'
import { questionOf, readLedger } from '../apps/server/src/aid/ledger/service.ts'
import { readRegister } from '../apps/server/src/aid/register/service.ts'
import { migrate } from '../apps/server/src/db/migrate.ts'
import { withClient } from '../apps/server/src/db/roles.ts'
import { connectTo, type Database } from '../apps/server/src/db/tenancy.ts'
import { type Cluster, startEmbeddedCluster, startServerCluster } from '../apps/server/test/clusters.ts'
import { headroom } from '../packages/core/src/aid/de-minimis/ledger/headroom.ts'
import { RegisterQuery } from '../packages/core/src/aid/register/schema.ts'
import { PlainDate } from '../packages/core/src/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId } from '../packages/core/src/kernel/ids.ts'
import type { Actor } from '../packages/core/src/people/permissions.ts'
import { measure, ms, percentile, printTable, ratio } from './table.ts'

const ON = PlainDate.parse('2026-11-23')
const SIZES = [1000, 100_000]
const [GROUP, GROUP_GRANTS] = [50, 2000]
const ROUNDS = 60

/** The list of awards to register as it grows, and an undertaking's headroom from the database to the answer. */
export async function benchRegister(): Promise<void> {
  const [pages, headrooms]: [string[][], string[][]] = [[], []]
  for (const start of [startEmbeddedCluster, startServerCluster]) {
    const cluster = await start()
    try {
      const engine = await openEngine(cluster)
      pages.push(...(await benchPages(cluster, engine)))
      headrooms.push(await benchHeadroom(cluster, engine))
      await engine.database.close()
    } finally {
      await cluster.stop()
    }
  }
  printTable(
    'A page of 50 of the register, ms; ratio of the medians to 1 000 awards on the same engine',
    ['engine', 'awards', 'page', 'median', '95th', 'ratio'],
    pages,
  )
  printTable(
    `Headroom with every line, ${GROUP} companies and ${GROUP_GRANTS} grants, ms`,
    ['engine', 'read from the database', 'the rules on it', 'both', '95th'],
    headrooms,
  )
}

type Engine = { database: Database; owner: Cluster['owner'] }

async function openEngine(cluster: Cluster): Promise<Engine> {
  await withClient(cluster.owner, (client) => client.query('create database bench_register'))
  const [owner, app] = [cluster.owner, cluster.app].map((address) => ({ ...address, database: 'bench_register' }))
  const database = connectTo({
    ...{ kind: cluster.kind, app: app!, direct: app!, owner: owner! },
    revive: async () => {},
    release: async () => {},
  })
  await migrate(database.owner!)
  return { database, owner: owner! }
}

/** One programme for each size, with ten awards for a company: most are registered, some are open, a few are late. */
async function benchPages(cluster: Cluster, engine: Engine): Promise<string[][]> {
  const rows: string[][] = []
  const smallest = new Map<string, number>()
  for (const size of SIZES) {
    const actor = await addProgramme(engine, `bench-${size}`)
    await addAwards(engine, actor.programmeId, size)
    await withClient(engine.owner, (client) => client.query('vacuum analyze'))
    const read = (query: object) =>
      engine.database.inTenant(actor, (tx) => readRegister(tx, actor, RegisterQuery.parse(query), ON), {
        readOnly: true,
      })
    const deep = await placeAt(read, 6)
    const pages = {
      first: {},
      'seventh of those registered': { show: 'registered', after: deep },
      'to register': { show: 'to-register' },
      late: { show: 'late' },
      'largest first': { sort: 'amount' },
      'largest to register': { show: 'to-register', sort: 'amount' },
      'to change': { show: 'to-change' },
      withdrawn: { show: 'withdrawn', sort: 'newest' },
    }
    for (const [name, query] of Object.entries(pages)) {
      const taken = await measure(ROUNDS, () => read(query))
      const median = percentile(taken, 0.5)
      if (!smallest.has(name)) smallest.set(name, median)
      const figures = [ms(median), ms(percentile(taken, 0.95)), ratio(median / smallest.get(name)!)]
      rows.push([cluster.kind, String(size), name, ...figures])
    }
  }
  return rows
}

async function placeAt(read: (query: object) => Promise<{ next: string | null }>, pages: number): Promise<string> {
  let after: string | undefined
  for (let n = 0; n < pages; n++) after = (await read({ show: 'registered', ...(after && { after }) })).next ?? after
  return after!
}

async function benchHeadroom(cluster: Cluster, engine: Engine): Promise<string[]> {
  const actor = await addProgramme(engine, 'bench-headroom')
  const companyId = await addGroup(engine, actor.programmeId)
  await withClient(engine.owner, (client) => client.query('vacuum analyze'))
  const read = () => engine.database.inTenant(actor, (tx) => readLedger(tx, actor, companyId), { readOnly: true })
  const ledger = await read()
  const reading = percentile(await measure(ROUNDS, read), 0.5)
  const ruling = percentile(await measure(ROUNDS, async () => headroom(DE_MINIMIS_LAW, questionOf(ledger, ON))), 0.5)
  const both = await measure(ROUNDS, async () => headroom(DE_MINIMIS_LAW, questionOf(await read(), ON)))
  return [cluster.kind, ms(reading), ms(ruling), ms(percentile(both, 0.5)), ms(percentile(both, 0.95))]
}

async function addProgramme({ database }: Engine, slug: string): Promise<Actor> {
  const programmeId = randomUUID() as ProgrammeId
  await database.inTenant({ programmeId, personId: null }, (tx) =>
    tx.insertInto('programme').values({ id: programmeId, slug, name: '{}', status: 'open' }).execute(),
  )
  const grant = { role: 'economist' as const, partnerId: null, subProjectId: null, companyId: null }
  const person = { personId: randomUUID() as PersonId, name: 'Economist', language: 'en' as const }
  return { ...person, programmeId, timeZone: 'Europe/Stockholm', grants: [grant] }
}

/** Row-level security binds the owner of the tables, too. */
const IN_PROGRAMME = "select set_config('app.programme', $1, false)"

const COMPANIES = `
  with made as (
    insert into company (programme_id, id, organisation_number, name, status, status_since, came_by)
    select $1, gen_random_uuid(), (5590000000 + n)::text, 'Company ' || n, 'active', '2026-01-01', 'coach'
    from generate_series(1, $2::int) n
    returning id, organisation_number, name
  )
  insert into party (programme_id, id, company_id, kind, name, country, number, source)
  select $1, id, id, 'enterprise', name, 'SE', organisation_number, 'staff' from made`

/** $3: grants for a company; those of own awards have been registered nine times of ten. */
const GRANTS = `
  insert into aid_grant (programme_id, id, party_id, company_id, origin, member_state, regulation, awarded_on, currency,
    minor, rate, eur_cents, authority, entered_by, registered_on, register_reference, registered_revision, withdrawn_on)
  select $1, gen_random_uuid(), c.id, c.id, $2, 'SE', '2023/2831', d.awarded_on, 'SEK', d.minor,
    '{"perEuro": "10", "source": "bench", "day": "2025-01-01"}', d.minor / 10, 'Authority', gen_random_uuid(),
    case when d.n % 10 > 0 then d.awarded_on end, case when d.n % 10 > 0 then 'SA' end,
    case when d.n % 100 = 1 then 0 when d.n % 10 > 0 then 1 end, case when d.n % 100 = 2 then d.awarded_on end
  from (select id, row_number() over (order by id) as place from company where programme_id = $1) c
  cross join lateral (
    select n, date '2026-11-20' - ((c.place * 7919 + n * 104729) % 700)::int as awarded_on,
      ((c.place * 31 + n * 17) % 90000 + 1000)::bigint as minor
    from (select (c.place - 1) * $3::int + k as n from generate_series(1, $3::int) k) numbered
  ) d`

async function addAwards({ owner }: Engine, programmeId: ProgrammeId, awards: number): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query(IN_PROGRAMME, [programmeId])
    await client.query(COMPANIES, [programmeId, awards / 10])
    await client.query(GRANTS, [programmeId, 'programme', 10])
  })
}

/** A chain of daughters, each with grants; answers the company in the middle. */
async function addGroup({ owner }: Engine, programmeId: ProgrammeId): Promise<CompanyId> {
  return withClient(owner, async (client) => {
    await client.query(IN_PROGRAMME, [programmeId])
    await client.query(COMPANIES, [programmeId, GROUP])
    await client.query(GRANTS, [programmeId, 'declared', GROUP_GRANTS / GROUP])
    const { rows } = await client.query('select id from company where programme_id = $1 order by id', [programmeId])
    const ids = rows.map(({ id }) => id as CompanyId)
    for (const [n, owned] of ids.slice(1).entries()) {
      const [fact, held] = [randomUUID(), { owner: ids[n]!, owned, capitalPpm: 600_000, votesPpm: 600_000 }]
      await client.query(
        `insert into group_fact (programme_id, id, kind, fact, source, stated_by)
         values ($1, $2, 'holding', $3, 'staff', gen_random_uuid())`,
        [programmeId, fact, JSON.stringify(held)],
      )
      await client.query('insert into group_fact_party values ($1, $2, $3), ($1, $2, $4)', [
        ...[programmeId, fact, held.owner, owned],
      ])
    }
    return ids[GROUP / 2]!
  })
}
