import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { layout } from '../src/db/embedded/layout.ts'
import { findHolder } from '../src/db/embedded/postmaster.ts'
import { ENVIRONMENT } from './child-process.ts'

const MAIN = path.resolve(import.meta.dirname, '../src/cli/main.ts')

// Whole starts take a while on a machine that has other things to do.
describe.runIf(inject('cluster').kind === 'embedded')('stegvis start', { timeout: 90_000 }, () => {
  let dataDir: string
  let child: ChildProcess
  let said = ''

  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-start-'))
    fs.chmodSync(dataDir, 0o755)
  })
  afterEach(async () => {
    child.kill('SIGKILL')
    const holder = findHolder(files())
    if ('pid' in holder) process.kill(holder.pid, 'SIGQUIT')
    await databaseIs('free', 'stale')
    fs.rmSync(dataDir, { recursive: true, force: true })
  })

  const files = () => layout(path.join(dataDir, 'postgres'))

  async function databaseIs(...states: string[]): Promise<void> {
    for (let tries = 0; !states.includes(findHolder(files()).state); tries++) {
      if (tries > 2000) throw new Error(`the database is ${findHolder(files()).state}: ${said}`)
      await sleep(20)
    }
  }

  function run(env: NodeJS.ProcessEnv = {}): void {
    said = ''
    child = spawn(
      process.execPath,
      ['--input-type=module', '-e', `import { main } from ${JSON.stringify(MAIN)}; await main(['start'])`],
      {
        env: { ...process.env, ...ENVIRONMENT, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (said += text))
  }

  async function address(): Promise<string> {
    for (;;) {
      const found = /http:\/\/localhost:\d+(?= )/.exec(said)?.[0]
      if (found) return found
      if (child.exitCode !== null) throw new Error(said)
      await sleep(20)
    }
  }

  test('serves, and stops the database with itself', async () => {
    run()
    expect((await fetch(`${await address()}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(findHolder(files()).state).toBe('free')
  })

  test('interrupted while it starts, it leaves no database running', async () => {
    run()
    await databaseIs('ready')
    child.kill('SIGINT')
    await once(child, 'exit')
    await databaseIs('free')
  })

  test('killed, it goes on where it was', async () => {
    run()
    await address()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(findHolder(files()).state).toBe('ready')
    run()
    expect((await fetch(`${await address()}/readyz`)).status).toBe(200)
  })

  test('comes back by itself when the database is killed under it', async () => {
    run()
    const readyz = `${await address()}/readyz`
    const holder = findHolder(files())
    if (!('pid' in holder)) throw new Error('the database does not run')
    process.kill(holder.pid, 'SIGKILL')
    const statuses: number[] = []
    for (let tries = 0; statuses.at(-1) !== 200 && tries < 200; tries++) {
      statuses.push((await fetch(readyz)).status)
      await sleep(20)
    }
    expect(statuses.at(-1)).toBe(200)
  })

  test('names each setting that is wrong, in a line of its own, and ends', async () => {
    run({ PORT: 'eighty', LOG_LEVEL: 'loud' })
    expect(await once(child, 'exit')).toEqual([1, null])
    const lines = said.trim().split('\n')
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['LOG_LEVEL', 'PORT'])
  })
})
