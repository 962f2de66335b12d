import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../tenancy.ts'
import { layout } from './layout.ts'
import { findHolder } from './postmaster.ts'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-revive-'))
fs.chmodSync(dataDir, 0o755)
const database = await openDatabase({ dataDir, database: {} })
afterAll(async () => {
  await database.close()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const KILLS = 3
const WRITERS = 4

function killServer(): void {
  const holder = findHolder(layout(path.join(dataDir, 'postgres')))
  if ('pid' in holder) process.kill(holder.pid, 'SIGKILL')
}

test('a server killed again and again under writers loses nothing it had acknowledged, and no writer gives up', async () => {
  await database.owner!.query(
    'create table written (id uuid primary key); grant select, insert on written to stegvis_app',
  )
  const acknowledged: string[] = []
  let done = false
  const write = async () => {
    while (!done) {
      // Made outside, as `work` may run twice: a commit whose answer was lost may have happened.
      const id = randomUUID()
      await database.asInstallation((tx) => sql`insert into written values (${id}) on conflict do nothing`.execute(tx))
      acknowledged.push(id)
    }
  }
  const writers = Array.from({ length: WRITERS }, write)
  for (let kill = 0; kill < KILLS; kill++) {
    const before = acknowledged.length
    await sleep(100)
    killServer()
    while (acknowledged.length < before + 50) await sleep(20)
  }
  done = true
  await Promise.all(writers)

  const { rows } = await database.asInstallation((tx) => sql<{ id: string }>`select id from written`.execute(tx))
  const kept = new Set(rows.map(({ id }) => id))
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(KILLS * 50)
})
