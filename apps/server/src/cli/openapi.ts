import { describeInterface } from '../openapi.ts'

/** Prints what apps/server/openapi.json holds when it is current. */
export async function printOpenApi(): Promise<void> {
  process.stdout.write(await describeInterface())
}
