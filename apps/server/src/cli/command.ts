import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { RefusedInput } from '@stegvis/core/models/refusal.ts'

/** Bad input to a command: told to the person who typed it, without a stack. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** What was wrong in the files a command was given, a line for each fault. */
export function refusal({ errors }: RefusedInput): CommandError {
  return new CommandError(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n'))
}

/** Gets the words after its name. Writes its answer as JSON to standard output; throws when it cannot. */
export type Command = (words: readonly string[]) => Promise<void>

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** A dash reads standard input. */
export async function readText(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

export async function readJson(file: string): Promise<unknown> {
  const content = await readText(file)
  try {
    return JSON.parse(content)
  } catch (error) {
    throw new CommandError(`${file} is not JSON: ${(error as Error).message}`)
  }
}
