import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
export const PORT = Number(process.env.E2E_PORT ?? 4321)
export const ADDRESS = `http://localhost:${PORT}`

export type RunningServer = {
  address: string
  /** what it has said in the terminal so far */
  output(): string
  /** SIGKILL, to the whole process group: what a power cut does to it */
  kill(): Promise<void>
  stop(): Promise<void>
}

type Options = { port: number; dataDir: string; demo?: boolean; env?: Record<string, string> }

const START_LIMIT_MS = 180_000

/** Starts the product as its users do, and waits until it answers. */
export async function startServer({ port, dataDir, demo = true, env = {} }: Options): Promise<RunningServer> {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs'), ...(demo ? ['--demo'] : [])], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  const address = `http://localhost:${port}`
  await answers(child, `${address}/readyz`, () => output)
  return { address, output: () => output, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
}

async function answers(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`)
    const ready = await fetch(url).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server did not answer in time:\n${output()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid!, signal)
  await gone
}
