import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

/** Where the operating system keeps the programs of PostgreSQL 15 or the oldest newer one; undefined without. */
export function findPrograms(root = process.env.POSTGRES_PROGRAMS ?? '/usr/lib/postgresql'): string | undefined {
  const versions = existsSync(root) ? readdirSync(root).map(Number) : []
  const fitting = versions.filter((version) => version >= 15)
  return fitting.length === 0 ? undefined : path.join(root, String(Math.min(...fitting)), 'bin')
}

/**
 * A PostgreSQL as an operator would bring it, with the durable settings it comes with and an owner who is no
 * superuser. It lives in `folder`, in a process group of its own.
 */
export async function startPostgres(programs: string, folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const account = unprivilegedAccount()
  const data = path.join(folder, 'postgresql')
  mkdirSync(data, { mode: 0o700 })
  chmodSync(folder, 0o755)
  if (account) chownSync(data, account.uid, account.gid)
  const run = { ...account, cwd: '/', stdio: 'ignore' } as const
  execFileSync(path.join(programs, 'initdb'), ['-D', data, '-U', 'superuser', '-A', 'trust', '-E', 'UTF8', '-N'], run)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`]
  const options = settings.flatMap((setting) => ['-c', setting])
  const child = spawn(path.join(programs, 'postgres'), ['-D', data, ...options], { ...run, detached: true })
  const psql = (statement: string) => {
    const where = ['-h', '127.0.0.1', '-p', String(port), '-U', 'superuser', '-d', 'postgres']
    execFileSync(path.join(programs, 'psql'), [...where, '-c', statement], run)
  }
  await untilItDoes(() => psql('select 1'))
  psql("create role stegvis_owner login createrole password 'for-tests-only'")
  psql('create database stegvis owner stegvis_owner')
  return {
    url: `postgres://stegvis_owner:for-tests-only@127.0.0.1:${port}/stegvis`,
    stop: async () => {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** PostgreSQL refuses to run as root; then it runs as the account that came with its package. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function untilItDoes(work: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return work()
    } catch (error) {
      if (tries > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
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
