import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { ENVIRONMENT } from '../../../test/child-process.ts'
import { withClient } from '../roles.ts'
import { OWNER } from './cluster.ts'
import { layout } from './layout.ts'
import { findHolder } from './postmaster.ts'
import { type EmbeddedServer, startEmbedded } from './supervisor.ts'

const FAST = { fsync: 'off' }
const SCRIPT = path.resolve(import.meta.dirname, '../../../test/embedded-process.ts')

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    const holder = findHolder(layout(folder))
    if ('pid' in holder) process.kill(holder.pid, 'SIGQUIT')
    await gone(folder)
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

function freshFolder(name = 'stegvis-embedded-'): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), name)))
  fs.chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

async function gone(folder: string): Promise<void> {
  while ('pid' in findHolder(layout(folder))) await sleep(20)
}

function ask(server: Pick<EmbeddedServer, 'host' | 'secret'>, statement: string): Promise<unknown[]> {
  const address = { host: server.host, port: 5432, database: 'postgres', user: OWNER, password: server.secret.owner }
  return withClient(address, async (client) => (await client.query(statement)).rows)
}

/** Another process that uses the folder's server until its input ends. */
async function startProcess(folder: string): Promise<{ child: ChildProcess; server: Omit<EmbeddedServer, 'stop'> }> {
  const child = spawn(process.execPath, [SCRIPT, folder], {
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(createInterface(child.stdout!), 'line')
  return { child, server: JSON.parse(String(line)) }
}

test('keeps what was written from one start to the next', async () => {
  const folder = freshFolder()
  const first = await startEmbedded(folder, FAST)
  await ask(first, 'create table kept as select 42 as answer')
  await first.stop()
  expect(findHolder(layout(folder)).state).toBe('free')

  const second = await startEmbedded(folder, FAST)
  expect(second.adopted).toBe(false)
  expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.stop()
})

test('has checksums, an ICU collation for Swedish, and no network port', async () => {
  const server = await startEmbedded(freshFolder(), FAST)
  expect(
    await ask(server, `select current_setting('data_checksums') as sums, current_setting('listen_addresses') as net`),
  ).toEqual([{ sums: 'on', net: '' }])
  const sorted = await ask(
    server,
    `select name from unnest(array['Örn', 'Zebra', 'Ål', 'Äng']) name order by name collate "sv-SE-x-icu"`,
  )
  expect(sorted).toEqual([{ name: 'Zebra' }, { name: 'Ål' }, { name: 'Äng' }, { name: 'Örn' }])
  await server.stop()
})

test('keeps its passwords from other accounts', async () => {
  const folder = freshFolder()
  const server = await startEmbedded(folder, FAST)
  expect(fs.statSync(layout(folder).secret).mode & 0o777).toBe(0o600)
  await expect(ask({ ...server, secret: { ...server.secret, owner: 'guess' } }, 'select 1')).rejects.toMatchObject({
    code: '28P01',
  })
  await server.stop()
})

test('joins the server that a killed process left behind, and stops it in the end', async () => {
  const folder = freshFolder()
  const { child, server } = await startProcess(folder)
  await ask(server, 'create table kept as select 1 as answer')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const next = await startEmbedded(folder, FAST)
  expect(next.adopted).toBe(true)
  expect(await ask(next, 'select answer from kept')).toEqual([{ answer: 1 }])
  await next.stop()
  expect(findHolder(layout(folder)).state).toBe('free')
})

test('starts again after the server itself was killed', async () => {
  const folder = freshFolder()
  const first = await startEmbedded(folder, FAST)
  await ask(first, 'create table kept as select 7 as answer')
  const holder = findHolder(layout(folder))
  if (!('pid' in holder)) throw new Error('the server does not run')
  process.kill(holder.pid, 'SIGKILL')
  await gone(folder)

  const next = await startEmbedded(folder, FAST)
  await first.stop()
  expect(await ask(next, 'select answer from kept')).toEqual([{ answer: 7 }])
  await next.stop()
})

test('is not held up by the file of a server that is gone, even when another process has its number', async () => {
  const folder = freshFolder()
  await (await startEmbedded(folder, FAST)).stop()
  const stale = [process.pid, path.join(folder, 'cluster'), 0, 5432, path.join(folder, 's'), '', '', 'ready', '']
  fs.writeFileSync(layout(folder).postmaster, stale.join('\n'))
  expect(findHolder(layout(folder)).state).toBe('stale')

  const server = await startEmbedded(folder, FAST)
  expect(server.adopted).toBe(false)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('does not take a half-made cluster for a whole one', async () => {
  const folder = freshFolder()
  const files = layout(folder)
  fs.mkdirSync(files.draft)
  fs.writeFileSync(path.join(files.draft, 'PG_VERSION'), '18\n')
  fs.writeFileSync(files.secret, '{"owner":"of a start that was ki')
  const server = await startEmbedded(folder, FAST)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(fs.existsSync(files.draft)).toBe(false)
  await server.stop()
})

test('is not held up by the lock of a start that was killed', async () => {
  const folder = freshFolder()
  fs.writeFileSync(layout(folder).lock, `${process.pid} 1`)
  const server = await startEmbedded(folder, FAST)
  await server.stop()
  expect(fs.existsSync(layout(folder).lock)).toBe(false)
})

test('two starts at once share one server, and it stays until the last has left', async () => {
  const folder = freshFolder()
  const [one, other] = await Promise.all([startProcess(folder), startProcess(folder)])
  expect([one.server.adopted, other.server.adopted].sort()).toEqual([false, true])
  expect(one.server.host).toBe(other.server.host)

  one.child.stdin!.end()
  await once(one.child, 'exit')
  expect(await ask(other.server, 'select 1 as one')).toEqual([{ one: 1 }])

  other.child.stdin!.end()
  await once(other.child, 'exit')
  expect(findHolder(layout(folder)).state).toBe('free')
})

test('refuses data of another major version in one sentence', async () => {
  const folder = freshFolder()
  const files = layout(folder)
  fs.mkdirSync(files.cluster)
  fs.writeFileSync(path.join(files.cluster, 'PG_VERSION'), '17\n')
  await expect(startEmbedded(folder, FAST)).rejects.toThrow(
    /was written by PostgreSQL 17, and this Stegvis brings PostgreSQL 18/,
  )
})

test('finds a shorter place for its socket when the path of the data is too long for one', async () => {
  const folder = path.join(freshFolder(), 'a-folder-name-of-some-length/'.repeat(4))
  const server = await startEmbedded(folder, FAST)
  expect(Buffer.byteLength(server.host)).toBeLessThan(88)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(fs.existsSync(server.host)).toBe(false)
})

test.runIf(process.getuid?.() === 0)(
  'started by root, keeps its data below a home that no other account may enter',
  async () => {
    const folder = freshFolder('stegvis-closed-')
    fs.chmodSync(folder, 0o700)
    const first = await startEmbedded(folder, FAST)
    await ask(first, 'create table kept as select 42 as answer')
    await first.stop()
    expect(findHolder(layout(folder)).state).toBe('free')

    const second = await startEmbedded(folder, FAST)
    expect(second.host).toBe(first.host)
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
    fs.rmSync(first.host, { recursive: true, force: true })
  },
)
