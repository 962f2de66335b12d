/** Bad input to a command: told to the person who typed it, without a stack. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Gets the words after its name. Writes its answer as JSON to standard output; throws when it cannot. */
export type Command = (words: readonly string[]) => Promise<void>

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
