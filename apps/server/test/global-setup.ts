import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { withClient } from '../src/db/roles.ts'
import { startEmbeddedCluster, startServerCluster } from './clusters.ts'
import { TEMPLATE } from './database.ts'

/** One server for the run, and in it one migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await (process.env.TEST_DATABASE === 'server' ? startServerCluster() : startEmbeddedCluster())
  await withClient(cluster.owner, (client) => client.query(`create database ${TEMPLATE}`))
  const owner = new pg.Pool({ ...cluster.owner, database: TEMPLATE, max: 1 })
  await migrate(owner)
  await owner.end()
  const { stop, ...addresses } = cluster
  project.provide('cluster', addresses)
  return stop
}
