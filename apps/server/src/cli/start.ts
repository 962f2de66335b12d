import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { serve } from '../main.ts'

const STOP_LIMIT_MS = 10_000

/** Serves until it is told to stop. What a person reads goes to standard error; standard output is the log. */
export async function start(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { demo: { type: 'boolean', default: false } } })
  const running = await serve(readConfig(process.env), { demonstration: values.demo })
  const say = (text: string) => process.stderr.write(`${text}\n`)

  say(`\n  Stegvis   ${running.address}   ready in ${process.uptime().toFixed(1)} s`)
  if (values.demo) say(`  Demonstration: choose who to be at ${running.address}/sign-in`)
  else if (running.setUpAddress) say(`  Set it up ${running.setUpAddress}`)
  say('')

  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // npm passes Ctrl-C on, so it comes twice.
      if (stopping) return
      stopping = true
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
