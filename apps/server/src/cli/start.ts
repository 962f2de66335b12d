import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type Running, serve } from '../main.ts'
import { CommandError } from './command.ts'

const STOP_LIMIT_MS = 10_000

const say = (text: string) => process.stderr.write(`${text}\n`)

/** Serves until it is told to stop. What a person reads goes to standard error; standard output is the log. */
export async function start(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { demo: { type: 'boolean', default: false } } })
  let running: Running | undefined
  stopOnSignal(() => running)
  const config = readConfig(process.env)
  running = await serve(config, { demonstration: values.demo }).catch((error: unknown) => {
    throw isTaken(error) ? new CommandError(`Port ${config.port} is in use: choose another with PORT.`) : error
  })

  say(`\n  Stegvis   ${running.address}   ready in ${process.uptime().toFixed(1)} s`)
  if (values.demo) say(`  Demonstration: choose who to be at ${running.address}/sign-in`)
  else if (running.setUpAddress) say(`  Set it up ${running.setUpAddress}`)
  say('')
}

/** Before it runs, too: ended by the signal itself, we would leave the embedded database running. */
function stopOnSignal(findRunning: () => Running | undefined): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // npm passes Ctrl-C on, so it comes twice.
      if (stopping) return
      stopping = true
      const running = findRunning()
      if (!running) process.exit(1)
      setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          say(`Stopping failed: ${error instanceof Error ? error.message : String(error)}`)
          process.exit(1)
        },
      )
    })
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
