import { lint, runSuites, types, unit, unused } from './suites.ts'

/** What runs before every commit. */
export async function main(): Promise<void> {
  await runSuites([types, lint, unused, unit('core', 'core')])
}
