import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Names a running process so that a later one with the same number is not taken for it: number and, on Linux,
 * the time it started. `undefined` when it is gone or only waits to be reaped.
 */
export function processMark(pid: number): string | undefined {
  if (process.platform !== 'linux') return isSignalable(pid) ? String(pid) : undefined
  const stat = readText(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The second field is the command in brackets and may hold anything, so fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTime] = [fields[0], fields[19]]
  return state === 'Z' || state === 'X' ? undefined : `${pid} ${startTime}`
}

/** Whether the process that a mark was taken of still runs. */
export function isRunning(mark: string): boolean {
  const pid = Number.parseInt(mark, 10)
  return pid > 0 && processMark(pid) === mark
}

export function ownMark(): string {
  return processMark(process.pid) ?? String(process.pid)
}

/** The file's text, or `undefined` when there is none. */
export function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Runs `work` while no other process of this machine does so with the same lock file. */
export async function withProcessLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) await sleep(30)
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  // A link appears with its content, so nobody ever reads an empty lock.
  const draft = `${file}.${randomUUID()}`
  fs.writeFileSync(draft, ownMark(), { mode: 0o600 })
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    removeIfAbandoned(file)
    return false
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function removeIfAbandoned(file: string): void {
  const mark = readText(file)
  if (mark === undefined || isRunning(mark)) return
  // Moved away before it is removed: if another process took the lock since we read it, it is put back.
  const aside = `${file}.${randomUUID()}`
  try {
    fs.renameSync(file, aside)
    if (readText(aside) !== mark) fs.linkSync(aside, file)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    fs.rmSync(aside, { force: true })
  }
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
