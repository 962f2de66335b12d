import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { ENVIRONMENT } from '../../test/child-process.ts'

const MAIN = path.resolve(import.meta.dirname, 'main.ts')
const script = `await (await import(${JSON.stringify(MAIN)})).main(['start'])`
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'stegvis-start-'))
const children: ChildProcess[] = []

afterAll(async () => {
  // Asked to stop, not killed: a failed test must not leave its database running.
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts the server as a terminal does; answers what it printed for people once it is ready. */
async function start(): Promise<{ child: ChildProcess; printed: string; address: string; log: () => string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...ENVIRONMENT, DATA_DIR: dataDir, PORT: '0' },
  })
  children.push(child)
  let [printed, logged] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    logged += chunk.toString()
  })
  for await (const chunk of child.stderr) {
    printed += String(chunk)
    if (/ready in .*\n[\s\S]*\n\n/.test(printed)) break
  }
  return { child, printed, address: /http:\/\/localhost:\d+/.exec(printed)![0], log: () => logged }
}

test('the server starts, prints the set-up link, serves, stops when told to, and starts again', async () => {
  const first = await start()
  const secret = /set-up\?secret=([\w-]{43})\n/.exec(first.printed)?.[1]
  expect(secret).toBeDefined()
  expect(await (await fetch(`${first.address}/readyz`)).json()).toEqual({ status: 'ready' })
  const look = await fetch(`${first.address}/api/public/set-up/look?secret=${secret}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-stegvis-csrf': '1' },
    body: JSON.stringify({ secret }),
  })
  expect(look.status).toBe(204)

  first.child.kill('SIGTERM')
  expect((await once(first.child, 'exit'))[0]).toBe(0)
  const lines = first.log().trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).msg)).toContain('answered')
  expect(first.log()).not.toContain(secret)

  const second = await start()
  const taken = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...ENVIRONMENT, DATA_DIR: dataDir, PORT: new URL(second.address).port },
  })
  children.push(taken)
  expect(await text(taken.stderr)).toMatch(/^Port \d+ is in use: choose another with PORT\.\n$/)
  expect(second.printed).toContain(`secret=${secret}`)
  second.child.kill('SIGINT')
  expect((await once(second.child, 'exit'))[0]).toBe(0)
}, 60_000)
