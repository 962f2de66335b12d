import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { giveTo, unprivilegedAccount } from '../src/db/embedded/account.ts'
import { OWNER } from '../src/db/embedded/cluster.ts'
import { startEmbedded } from '../src/db/embedded/supervisor.ts'
import { APP_ROLE, derivedAppPassword, provideAppRole, withClient } from '../src/db/roles.ts'

/** A PostgreSQL of one test run: the same two roles in every database of it. */
export type Cluster = {
  kind: 'embedded' | 'server'
  superuser: pg.ClientConfig
  /** who migrates; a superuser only in the embedded server */
  owner: pg.ClientConfig
  app: pg.ClientConfig
  stop(): Promise<void>
}

// Nothing of a test run has to survive a power cut.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

export async function startEmbeddedCluster(): Promise<Cluster> {
  const folder = temporaryFolder()
  const server = await startEmbedded(folder, FAST)
  const address = { host: server.host, port: server.port, database: 'postgres' }
  const owner = { ...address, user: OWNER, password: server.secret.owner }
  await withClient(owner, (client) => provideAppRole(client, server.secret.app))
  return {
    kind: 'embedded',
    superuser: owner,
    owner,
    app: { ...address, user: APP_ROLE, password: server.secret.app },
    stop: async () => {
      await server.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The oldest supported PostgreSQL, from the operating system's packages, reached over the network as an
 * operator's would be. The owner is no superuser here, as on most rented servers.
 */
export async function startServerCluster(): Promise<Cluster> {
  const programs = findServerPrograms()
  const account = unprivilegedAccount()
  const folder = temporaryFolder()
  giveTo(account, folder)
  const run = { ...account, cwd: '/' }
  const [data, passwords] = [path.join(folder, 'data'), path.join(folder, 'password')]
  const password = 'for-tests-only'
  fs.writeFileSync(passwords, password)
  execFileSync(
    path.join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'superuser',
      '--pwfile',
      passwords,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
    ],
    { ...run, stdio: 'pipe' },
  )
  const port = await freePort()
  const settings = { ...FAST, port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(programs, 'postgres'), ['-D', data, ...options], { ...run, stdio: 'ignore' })
  process.once('exit', () => child.kill('SIGQUIT'))

  const address = { host: '127.0.0.1', port, database: 'postgres' }
  const owner = { ...address, user: OWNER, password }
  const superuser = { ...address, user: 'superuser', password }
  await untilItAnswers(child, superuser)
  await withClient(superuser, (client) =>
    client.query(`create role ${OWNER} login createdb createrole password '${password}'`),
  )
  const appPassword = derivedAppPassword(password)
  await withClient(owner, (client) => provideAppRole(client, appPassword))
  return {
    kind: 'server',
    superuser,
    owner,
    app: { ...address, user: APP_ROLE, password: appPassword },
    stop: async () => {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL 15 when it is installed, else the oldest that is newer. */
export function findServerPrograms(root = process.env.POSTGRES_PROGRAMS ?? '/usr/lib/postgresql'): string {
  const versions = fs.existsSync(root)
    ? fs
        .readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  if (versions.length === 0) throw new Error(`No PostgreSQL 15 or newer below ${root}: install postgresql-15`)
  return path.join(root, String(Math.min(...versions)), 'bin')
}

async function untilItAnswers(child: ChildProcess, config: pg.ClientConfig): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await withClient(config, async () => {})
    } catch (error) {
      if (child.exitCode !== null || tries > 300) throw error
      await sleep(50)
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-test-'))
  fs.chmodSync(folder, 0o755)
  return folder
}
