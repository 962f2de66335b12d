import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, canEnter, giveTo, unprivilegedAccount } from './account.ts'
import { openCluster, type Secret } from './cluster.ts'
import { type Engine, findEngine, program } from './engine.ts'
import { HERE, type Layout, layout } from './layout.ts'
import { clusterSetting, findHolder, type Holder } from './postmaster.ts'
import { isRunning, ownMark, readText, withProcessLock } from './process-lock.ts'

/**
 * A running embedded server. `host` is the folder of its socket. `adopted`: it ran already, left by a process
 * that was killed or started by one that still runs.
 */
export type EmbeddedServer = {
  host: string
  port: number
  secret: Secret
  adopted: boolean
  /** Leaves the server, and stops it when nobody else uses it. */
  stop(): Promise<void>
}

const PORT = 5432
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 20_000
const LOG_LIMIT_BYTES = 10_000_000
// The path of a socket ends at 107 bytes; the name of the file in it takes up 17.
const SOCKET_FOLDER_LIMIT_BYTES = 88

/** No network port, nothing that loosens durability, and no statements or values of people in the log. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(PORT),
  ssl: 'off',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  jit: 'off',
}

/**
 * Starts the PostgreSQL that came with the dependencies on `folder`, or joins the one that runs there already.
 * Several processes may call it for the same folder at once: the first starts the server, the last to leave
 * stops it. A killed process leaves the server running for the next one.
 *
 * Throws a sentence for the operator when it cannot.
 */
export async function startEmbedded(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedServer> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const files = layout(fs.realpathSync(folder))
  fs.mkdirSync(files.users, { recursive: true })
  const account = unprivilegedAccount()
  // Whatever is secret in the folder is closed by itself.
  if (account.uid !== undefined) fs.chmodSync(files.root, 0o755)
  return withProcessLock(files.lock, async () => {
    const engine = findEngine(account, files)
    const secret = openCluster(files, engine, account, settings.fsync !== 'off')
    const running = await settle(files)
    const adopted = running !== undefined
    const host = running?.socketFolder ?? (await launch(files, engine, account, settings))
    const user = signOn(files)
    const leaveAtExit = () => leaveNow(files, user)
    process.once('exit', leaveAtExit)
    return {
      host,
      port: PORT,
      secret,
      adopted,
      stop: async () => {
        process.off('exit', leaveAtExit)
        await withProcessLock(files.lock, () => leave(files, user))
      },
    }
  })
}

/** Waits for a server that is coming up, going down or falling apart. The running one, or `undefined` for none. */
async function settle(files: Layout): Promise<{ pid: number; socketFolder: string } | undefined> {
  const limit = Date.now() + START_LIMIT_MS
  let holder = findHolder(files)
  while (holder.state === 'starting' || holder.state === 'stopping' || holder.state === 'orphans') {
    if (Date.now() > limit)
      throw new Error(`The database in ${files.root} is ${holder.state} and does not get further.`)
    await sleep(50)
    holder = findHolder(files)
  }
  if (holder.state === 'ready') return holder
  // PostgreSQL would take a process that is only waiting to be reaped, or a later one with its number, for a server.
  if (holder.state === 'stale') fs.rmSync(files.postmaster, { force: true })
  return undefined
}

/** Starts the server in a process group of its own, so that Ctrl-C reaches us alone; answers the socket folder. */
async function launch(
  files: Layout,
  engine: Engine,
  account: Account,
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const open = canEnter(account, files.root)
  const host = prepareSocketFolder(files, account, open)
  const options = Object.entries({ ...SETTINGS, unix_socket_directories: host, ...settings })
  const words = options.map(([name, value]) => `${name}=${value}`).concat(clusterSetting(files))
  // A file and not a pipe: the server may outlive us.
  const log = fs.openSync(files.log, isLarge(files.log) ? 'w' : 'a', 0o600)
  const child = spawn(
    program(engine, 'postgres'),
    ['-D', open ? files.cluster : HERE, ...words.flatMap((word) => ['-c', word])],
    { ...account, cwd: open ? '/' : files.cluster, stdio: ['ignore', log, log], detached: true },
  )
  fs.closeSync(log)
  child.unref()
  // Until we are on the list of its users, nobody else would stop it if we were interrupted.
  const stopAtExit = () => child.kill('SIGINT')
  process.once('exit', stopAtExit)
  await untilReady(files, child).finally(() => process.off('exit', stopAtExit))
  return host
}

async function untilReady(files: Layout, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  for (;;) {
    const holder = findHolder(files)
    if (holder.state === 'ready' && holder.pid === child.pid) return
    if (failure || child.exitCode !== null || child.signalCode !== null || Date.now() > limit) {
      const said = readText(files.log)?.trim().split('\n').slice(-4).join(' ')
      throw new Error(`PostgreSQL did not start in ${files.root}: ${said ?? ''}`, { cause: failure })
    }
    await sleep(10)
  }
}

/** The folder used before when there is one, so that connections open at a restart find the server again. */
function prepareSocketFolder(files: Layout, account: Account, open: boolean): string {
  const fits = open && Buffer.byteLength(files.socketFolder) <= SOCKET_FOLDER_LIMIT_BYTES
  const before = readText(files.socket)
  const host = fits
    ? files.socketFolder
    : before && isOurs(before, account)
      ? before
      : fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-'))
  fs.mkdirSync(host, { recursive: true, mode: 0o700 })
  giveTo(account, host)
  fs.rmSync(path.join(host, `.s.PGSQL.${PORT}.lock`), { force: true })
  fs.writeFileSync(files.socket, host)
  return host
}

function isOurs(folder: string, account: Account): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === (account.uid ?? process.getuid?.())
}

function isLarge(file: string): boolean {
  return (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES
}

/** Puts us on the list of those who use the server; answers our place in it. */
function signOn(files: Layout): string {
  const place = path.join(files.users, randomUUID())
  fs.writeFileSync(place, ownMark())
  return place
}

/** Takes us off the list; the server to stop when nobody else is on it. */
function signOff(files: Layout, place: string): Extract<Holder, { pid: number }> | undefined {
  fs.rmSync(place, { force: true })
  for (const entry of fs.readdirSync(files.users)) {
    const user = path.join(files.users, entry)
    if (isRunning(readText(user) ?? '')) return undefined
    fs.rmSync(user, { force: true })
  }
  const holder = findHolder(files)
  return 'pid' in holder ? holder : undefined
}

async function leave(files: Layout, place: string): Promise<void> {
  const server = signOff(files, place)
  if (!server) return
  const limit = Date.now() + STOP_LIMIT_MS
  send(server.pid, 'SIGINT') // PostgreSQL's fast shutdown: ends connections, writes everything, exits
  while ('pid' in findHolder(files)) {
    if (Date.now() > limit) {
      send(server.pid, 'SIGQUIT') // at once, without writing: the next start recovers from the log
      return
    }
    await sleep(20)
  }
  if (server.socketFolder !== files.socketFolder) removeIfEmpty(server.socketFolder)
}

/** PostgreSQL takes its socket away; a folder among the temporary files goes with it. */
function removeIfEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** For a process that ends without having called `stop`: there is no time left to wait. */
function leaveNow(files: Layout, place: string): void {
  const server = signOff(files, place)
  if (server) send(server.pid, 'SIGINT')
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
