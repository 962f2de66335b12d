import { randomUUID } from 'node:crypto'
import { readPicture } from '../apps/server/src/aid/groups/service.ts'
import { answerSize, askSize } from '../apps/server/src/aid/size/question.ts'
import { migrate } from '../apps/server/src/db/migrate.ts'
import { withClient } from '../apps/server/src/db/roles.ts'
import { connectTo, type Database } from '../apps/server/src/db/tenancy.ts'
import { type Cluster, startEmbeddedCluster, startServerCluster } from '../apps/server/test/clusters.ts'
import { PlainDate } from '../packages/core/src/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId } from '../packages/core/src/kernel/ids.ts'
import { generator } from './chance.ts'
import { measure, ms, percentile, printTable, ratio } from './table.ts'

const ON = PlainDate.parse('2026-11-23')
const SIZES = [1, 50, 500]
const ROUNDS = 30
/** Groups of others that have nothing to do with the one that is read. */
const OTHERS = 20

/** The picture of a company's owners from the database, and its size with every line, as the group grows. */
export async function benchGroups(): Promise<void> {
  const rows: string[][] = []
  for (const start of [startEmbeddedCluster, startServerCluster]) {
    const cluster = await start()
    try {
      rows.push(...(await benchEngine(cluster)))
    } finally {
      await cluster.stop()
    }
  }
  printTable(
    'Picture of owners among 10 000 others, and the size from it with three financial years, ms',
    ['engine', 'parties', 'read', 'median', '95th', 'ratio'],
    rows,
  )
}

async function benchEngine(cluster: Cluster): Promise<string[][]> {
  await withClient(cluster.owner, (client) => client.query('create database bench_groups'))
  const [owner, app] = [cluster.owner, cluster.app].map((address) => ({ ...address, database: 'bench_groups' }))
  const database = connectTo({
    ...{ kind: cluster.kind, app: app!, direct: app!, owner: owner! },
    revive: async () => {},
    release: async () => {},
  })
  await migrate(database.owner!)
  const programmeId = randomUUID() as ProgrammeId
  await addProgramme(database, programmeId)
  for (let n = 0; n < OTHERS; n++) await addGroup(database, programmeId, 500)
  const rows: string[][] = []
  const smallest = new Map<string, number>()
  for (const size of SIZES) {
    const companyId = await addGroup(database, programmeId, size)
    await withClient(owner!, (client) => client.query('vacuum analyze'))
    const within = { programmeId, personId: null }
    const reads: Record<string, () => Promise<unknown>> = {
      picture: () => database.inTenant(within, (tx) => readPicture(tx, within, companyId), { readOnly: true }),
      size: () =>
        database.inTenant(
          within,
          async (tx) => answerSize(await askSize(tx, within, companyId, { on: ON, anchor: 'other' })),
          { readOnly: true },
        ),
    }
    for (const [name, read] of Object.entries(reads)) {
      const taken = await measure(ROUNDS, read, 5)
      const median = percentile(taken, 0.5)
      if (!smallest.has(name)) smallest.set(name, median)
      const figures = [ms(median), ms(percentile(taken, 0.95)), ratio(median / smallest.get(name)!)]
      rows.push([cluster.kind, String(size), name, ...figures])
    }
  }
  await database.close()
  return rows
}

async function addProgramme(database: Database, programmeId: ProgrammeId): Promise<void> {
  await database.inTenant({ programmeId, personId: null }, (tx) =>
    tx.insertInto('programme').values({ id: programmeId, slug: 'bench', name: '{}', status: 'open' }).execute(),
  )
}

let companies = 0

/** A tree of daughters with some partners, the company a leaf of it; answers the company. */
async function addGroup(database: Database, programmeId: ProgrammeId, size: number): Promise<CompanyId> {
  const random = generator(11)
  const companyId = randomUUID() as CompanyId
  const number = String(5_590_000_000 + companies++)
  const ids = Array.from({ length: size }, (_, n) => (n === size - 1 ? companyId : randomUUID()))
  const within = { programme_id: programmeId }
  const said = { source: 'staff', stated_by: randomUUID() as PersonId, stated_at: '2026-01-01T00:00:00Z' } as const
  const facts = ids.slice(1).map((owned, n) => {
    const ppm = random() < 0.1 ? 300_000 : 600_000
    const owner = ids[Math.floor(random() * (n + 1))]!
    return { id: randomUUID(), owner, owned, fact: { owner, owned, capitalPpm: ppm, votesPpm: ppm } }
  })
  const accounts = ids.flatMap((party) =>
    [2023, 2024, 2025].map((year) => ({
      ...{ ...within, id: randomUUID(), party_id: party, on_day: `${year}-12-31` as PlainDate, scope: 'own' as const },
      accounts: JSON.stringify({
        ...{ basis: 'closed', closedOn: `${year}-12-31`, months: 12, scope: 'own', awu: '1.5', currency: 'EUR' },
        ...{ turnoverCents: 1e8, balanceCents: 1e8 },
      }),
      ...said,
    })),
  )
  await database.inTenant({ programmeId, personId: null }, async (tx) => {
    await tx
      .insertInto('company')
      .values({
        ...{ ...within, id: companyId, organisation_number: number, name: 'Company', status: 'active' },
        ...{ status_since: ON, came_by: 'coach' },
      })
      .execute()
    await tx
      .insertInto('party')
      .values(
        ids.map((id) => ({
          ...{ ...within, id, kind: 'enterprise' as const, name: `Party ${id}`, country: 'SE', ...said },
          ...(id === companyId && { company_id: companyId, number }),
        })),
      )
      .execute()
    if (facts.length > 0) {
      const rows = facts.map(({ id, fact }) => ({
        ...within,
        id,
        kind: 'holding' as const,
        fact: JSON.stringify(fact),
      }))
      await tx
        .insertInto('group_fact')
        .values(rows.map((row) => ({ ...row, ...said })))
        .execute()
      await tx
        .insertInto('group_fact_party')
        .values(
          facts.flatMap(({ id, owner, owned }) =>
            [owner, owned].map((party_id) => ({ ...within, fact_id: id, party_id })),
          ),
        )
        .execute()
    }
    await tx.insertInto('party_accounts').values(accounts).execute()
  })
  return companyId
}
