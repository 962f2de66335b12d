import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Account, canEnter, giveTo } from './account.ts'
import { type Engine, program } from './engine.ts'
import { HERE, type Layout } from './layout.ts'
import { readText } from './process-lock.ts'

/** Passwords of the two login roles, made at random when the cluster is. */
const Secret = z.object({ owner: z.string().min(20), app: z.string().min(20) })
export type Secret = z.infer<typeof Secret>

export const OWNER = 'stegvis_owner'

/** Makes the cluster when there is none, and refuses one of another major version. `lasting`: written to disk at once. */
export function openCluster(files: Layout, engine: Engine, account: Account, lasting: boolean): Secret {
  const major = readText(path.join(files.cluster, 'PG_VERSION'))?.trim()
  if (major === undefined) makeCluster(files, engine, account, lasting)
  else if (Number(major) !== engine.major) {
    throw new Error(
      `The data in ${files.cluster} was written by PostgreSQL ${major}, and this Stegvis brings PostgreSQL ${engine.major}: ` +
        'make a backup with the Stegvis that wrote it, and restore it here.',
    )
  } else if (account.uid !== undefined && fs.statSync(files.cluster).uid !== account.uid) {
    giveTo(account, files.cluster)
  }
  return Secret.parse(JSON.parse(fs.readFileSync(files.secret, 'utf8')))
}

/** Built aside and then renamed: a kill on the way never leaves half a cluster that looks like a whole one. */
function makeCluster(files: Layout, engine: Engine, account: Account, lasting: boolean): void {
  const secret: Secret = { owner: randomPassword(), app: randomPassword() }
  fs.rmSync(files.draft, { recursive: true, force: true })
  writeSafely(files.secret, JSON.stringify(secret))
  writeSafely(files.password, `${secret.owner}\n`)
  giveTo(account, files.password)
  fs.mkdirSync(files.draft, { mode: 0o700 })
  giveTo(account, files.draft)
  try {
    const open = canEnter(account, files.root)
    const words = open
      ? initdbArguments(files.draft, files.password)
      : initdbArguments(HERE, `${HERE}/../${path.basename(files.password)}`)
    if (!lasting) words.push('--no-sync')
    execFileSync(program(engine, 'initdb'), words, { ...account, cwd: open ? '/' : files.draft, stdio: 'pipe' })
  } catch (cause) {
    const said = String((cause as { stderr?: Buffer }).stderr ?? cause).trim()
    throw new Error(`A new database could not be made in ${files.root}: ${said.split('\n').at(-1)}`, { cause })
  } finally {
    fs.rmSync(files.password, { force: true })
  }
  fs.renameSync(files.draft, files.cluster)
  syncFolder(files.root)
}

// The builtin locale never changes under an index; texts that people read sorted name an ICU collation.
function initdbArguments(cluster: string, password: string): string[] {
  return [
    ...['--pgdata', cluster, '--username', OWNER, '--pwfile', password, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    '--data-checksums',
  ]
}

function randomPassword(): string {
  return randomBytes(24).toString('base64url')
}

function writeSafely(file: string, text: string): void {
  const handle = fs.openSync(file, 'w', 0o600)
  try {
    fs.writeSync(handle, text)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
