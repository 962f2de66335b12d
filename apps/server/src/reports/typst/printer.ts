import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { PrintJob, PrintReply } from './messages.ts'

type Printed = { pdf: Buffer; pages: number }

/** Sets documents in processes of their own. */
export type Printer = {
  /** Throws `PrintError` when the template does not compile without a warning, or takes too long. */
  print(job: PrintJob): Promise<Printed>
  /** Ends the processes. What is being printed fails. */
  stop(): Promise<void>
}

/** A document could not be set: our mistake, or nature's. `message` may quote the data, so it stays in the log. */
class PrintError extends Error {
  override name = 'PrintError'
}

export type PrinterOptions = {
  processes: number
  /** Setting a document leaves some memory behind, so a process is replaced after this many. */
  documentsEach: number
  /** Setting is synchronous native code, which only ending its process stops. */
  timeLimitMs: number
  /** An idle process gives its memory back after this long. */
  idleMs: number
}

const USUAL: PrinterOptions = { processes: 2, documentsEach: 300, timeLimitMs: 15_000, idleMs: 300_000 }
const PROGRAM = path.join(import.meta.dirname, 'process.ts')

type Waiting = { job: PrintJob; resolve: (printed: Printed) => void; reject: (error: Error) => void }
type Press = { child: ChildProcess; printed: number; busy: Waiting | null; timer: NodeJS.Timeout | null }

/** No process starts before the first document, so that the server itself starts fast. */
export function createPrinter(given: Partial<PrinterOptions> = {}): Printer {
  const options = { ...USUAL, ...given }
  const presses = new Set<Press>()
  const queue: Waiting[] = []
  let stopped = false

  function start(): Press {
    const child = fork(PROGRAM, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const press: Press = { child, printed: 0, busy: null, timer: null }
    presses.add(press)
    child.on('message', (reply) => finish(press, reply as PrintReply))
    child.on('error', () => retire(press))
    child.on('exit', () => lose(press, 'the printing process ended'))
    return press
  }

  function retire(press: Press): void {
    presses.delete(press)
    if (press.timer) clearTimeout(press.timer)
    press.child.kill('SIGKILL')
  }

  function lose(press: Press, why: string): void {
    const { busy } = press
    press.busy = null
    retire(press)
    busy?.reject(new PrintError(why))
    next()
  }

  function finish(press: Press, reply: PrintReply): void {
    const { busy } = press
    if (!busy) return
    press.busy = null
    press.printed++
    if (press.timer) clearTimeout(press.timer)
    if (reply.ok) busy.resolve({ pdf: Buffer.from(reply.pdf), pages: reply.pages })
    else busy.reject(new PrintError(reply.reason))
    if (press.printed >= options.documentsEach) retire(press)
    else press.timer = setTimeout(() => retire(press), options.idleMs).unref()
    next()
  }

  function next(): void {
    while (!stopped && queue.length > 0) {
      const idle = [...presses].find(({ busy }) => busy === null)
      if (!idle && presses.size >= options.processes) return
      const press = idle ?? start()
      const waiting = queue.shift()!
      if (press.timer) clearTimeout(press.timer)
      press.busy = waiting
      press.timer = setTimeout(() => lose(press, 'setting the document took too long'), options.timeLimitMs)
      press.child.send(waiting.job, (error) => error && lose(press, 'the printing process does not answer'))
    }
  }

  return {
    print: (job) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(new PrintError('the printer has stopped'))
        queue.push({ job, resolve, reject })
        next()
      }),
    stop: async () => {
      stopped = true
      for (const { reject } of queue.splice(0)) reject(new PrintError('the printer has stopped'))
      for (const press of [...presses]) lose(press, 'the printer has stopped')
    },
  }
}
