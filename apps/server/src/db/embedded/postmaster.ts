import fs from 'node:fs'
import type { Layout } from './layout.ts'
import { processMark, readText } from './process-lock.ts'

/**
 * Who uses the cluster. `stale`: the file is there, the process is not. `orphans`: the server is gone and
 * processes it had started are still on their way out.
 */
export type Holder =
  | { state: 'free' | 'stale' | 'orphans' }
  | { state: 'starting' | 'ready' | 'stopping'; pid: number; socketFolder: string }

/** Reads `postmaster.pid` as PostgreSQL's own `pg_ctl` does: line 1 is the process, 5 the socket folder, 8 the state. */
export function findHolder(files: Layout): Holder {
  const text = readText(files.postmaster)
  if (text === undefined) return { state: 'free' }
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (pid > 0 && isServerOf(files, pid)) {
    const status = lines[7]
    const state = status === 'ready' || status === 'stopping' ? status : 'starting'
    return { state, pid, socketFolder: lines[4] ?? '' }
  }
  return { state: hasOrphans(files) ? 'orphans' : 'stale' }
}

/**
 * Numbers of processes are used again, so being alive is not enough: it must have been started on this folder.
 * Where the working directory of another account's process is closed to us, its command line tells.
 */
function isServerOf(files: Layout, pid: number): boolean {
  if (processMark(pid) === undefined) return false
  if (process.platform !== 'linux') return true
  if (workingFolder(pid) === fs.realpathSync(files.cluster)) return true
  const words = readText(`/proc/${pid}/cmdline`)?.split('\0') ?? []
  return words.includes(clusterSetting(files))
}

/** A setting that means nothing to PostgreSQL and tells us whose server a process is. */
export function clusterSetting({ cluster }: Layout): string {
  return `stegvis.cluster=${cluster}`
}

function hasOrphans(files: Layout): boolean {
  if (process.platform !== 'linux') return false
  const cluster = fs.realpathSync(files.cluster)
  const pids = fs.readdirSync('/proc').map(Number).filter(Boolean)
  return pids.some((pid) => workingFolder(pid) === cluster && processMark(pid) !== undefined)
}

function workingFolder(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // gone, or not ours to see: the caller has other means
  }
}
