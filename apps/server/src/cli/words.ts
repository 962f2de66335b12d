import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { CommandError } from './command.ts'

/** What stands after the name of a command: words, and options such as `--model FILE`. */
export function readWords<T extends ParseArgsOptionsConfig>(words: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new CommandError(`${(error as Error).message.split('. ')[0]}.\n\n${usage}`)
  }
}
