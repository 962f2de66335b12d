import { PROBLEMS } from '@stegvis/core/kernel/problems.ts'
import { ConfigError } from '../config.ts'
import { Problem } from '../http/problem.ts'
import { type Command, CommandError } from './command.ts'

const HELP = `stegvis COMMAND

  start [--demo]            serve; with --demo, the demonstration programme with one-press sign-in
  migrate                   bring the database up to date and stop
  demo                      put the demonstration programme into the database and stop
  invite FILE               invite somebody to a programme, or name an administrator; --help tells how
  model check FILE          check a maturity model; errors are told by line
  model score               score the answers of one voice to a model, row by row
  model explain             say why a result is what it is
  model diff OLD NEW        say what changed between two versions, and which number that needs
  model migrate             restate old answers on a newer version
  model new STRUCTURE       print a small model to start from; model alone tells how each is written
  aid headroom FILE         say how much de minimis aid an undertaking can still receive, and judge a grant
  aid value FILE            say what coaching in kind is worth as aid, company by company
  aid gate FILE             say whether advice may be logged, and what is missing
  sme classify FILE         say how large an enterprise is with its group, and whether it is an SME
  id check FILE             check company numbers, industry codes and municipalities
  rates FILE                read currency rates as they are published, or find the one of a day
  openapi                   print the description of the interface
  help                      this text

Settings come from the environment: see docs/operators.md.
Files are JSON or model files; a dash reads standard input. Answers are JSON on standard output, or lines to read
where a model command is not given --json.
A command that fails says why on standard error and exits with 1.`

/** Loaded when asked for, so that a short command starts quickly. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  migrate: async () => (await import('./database.ts')).migrateDatabase,
  demo: async () => (await import('./database.ts')).addDemonstration,
  invite: async () => (await import('./invite.ts')).invite,
  model: async () => (await import('./model.ts')).model,
  aid: async () => (await import('./aid.ts')).aid,
  sme: async () => (await import('./sme.ts')).sme,
  id: async () => (await import('./id.ts')).id,
  rates: async () => (await import('./rates.ts')).rates,
  openapi: async () => (await import('./openapi.ts')).printOpenApi,
  help: async () => async () => console.log(HELP),
}

export async function main(words: readonly string[]): Promise<void> {
  const [name = 'help', ...rest] = words
  try {
    const load = COMMANDS[name === '--help' ? 'help' : name]
    if (!load) throw new CommandError(`There is no command ${name}.\n\n${HELP}`)
    const command = await load()
    await command(rest)
  } catch (error) {
    console.error(reasonFor(error))
    process.exitCode = 1
  }
}

/** One sentence where we know what is wrong; a stack where it is our own fault. */
function reasonFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Problem) return PROBLEMS[error.slug].title
  const known = error instanceof CommandError || error instanceof ConfigError || error.name === 'Error'
  return known ? error.message : (error.stack ?? error.message)
}
