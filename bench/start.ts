import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { layout } from '../apps/server/src/db/embedded/layout.ts'
import { findHolder } from '../apps/server/src/db/embedded/postmaster.ts'
import { buildWeb } from '../scripts/build-web.ts'
import { ms, percentile, printTable, ratio } from './table.ts'

const ROUNDS = 5
const PORT = 3999
const START = path.resolve(import.meta.dirname, '../scripts/start.mjs')

/** From the command to the first served page, on the embedded database: dependencies and web application are there. */
export async function benchStart(): Promise<void> {
  buildWeb()
  const taken = {
    'on an empty directory': [],
    'on existing data': [],
    'after the process was killed': [],
    'after everything was killed': [],
  } as Record<string, number[]>
  for (let round = 0; round < ROUNDS; round++) {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-bench-'))
    fs.chmodSync(dataDir, 0o755)
    for (const [name, values] of Object.entries(taken)) {
      const { child, milliseconds } = await startOnce(dataDir)
      values.push(milliseconds)
      await end(child, dataDir, name)
    }
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  const usual = percentile(taken['on existing data']!, 0.5)
  const rows = Object.entries(taken).map(([name, values]) => {
    const median = percentile(values, 0.5)
    return [name, ms(median), ms(Math.max(...values)), ratio(median / usual)]
  })
  printTable(
    `Start to the first page, ms, ${ROUNDS} rounds; ratio of the medians to a start on existing data`,
    ['start', 'median', 'worst', 'ratio'],
    rows,
  )
}

async function startOnce(dataDir: string): Promise<{ child: ChildProcess; milliseconds: number }> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(PORT), LOG_LEVEL: 'error' }
  const start = performance.now()
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr!.on('data', (text) => (said += text))
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    await sleep(5)
  }
  return { child, milliseconds: performance.now() - start }
}

async function answers(): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${PORT}/`)
    await reply.arrayBuffer()
    return reply.ok
  } catch {
    return false // not listening yet
  }
}

/** Ends it in the way that the next start is about. */
async function end(child: ChildProcess, dataDir: string, name: string): Promise<void> {
  const killed = name === 'on existing data' || name === 'after the process was killed'
  const holder = findHolder(layout(path.join(dataDir, 'postgres')))
  child.kill(killed ? 'SIGKILL' : 'SIGTERM')
  if (name === 'after the process was killed' && 'pid' in holder) process.kill(holder.pid, 'SIGKILL')
  await once(child, 'exit')
}
