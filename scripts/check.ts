import { lint, runSuites, types, unit } from './suites.ts'

/** What runs before every commit. */
export async function main(): Promise<void> {
  await runSuites([types, lint, unit('core', 'core')])
}
