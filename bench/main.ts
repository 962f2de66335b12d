import os from 'node:os'
import { benchBrowser } from './browser.ts'
import { benchCompanies } from './companies.ts'
import { benchReport } from './report.ts'
import { benchScoring } from './scoring.ts'
import { benchStart } from './start.ts'

const BENCHES: Record<string, () => Promise<void>> = {
  scoring: benchScoring,
  companies: benchCompanies,
  report: benchReport,
  start: benchStart,
  browser: benchBrowser,
}

/** Runs the benches named, or all. Figures of one run compare with each other, never with another machine's. */
export async function main(names: readonly string[]): Promise<void> {
  const chosen = names.length > 0 ? names : Object.keys(BENCHES)
  const unknown = chosen.filter((name) => !BENCHES[name])
  if (unknown.length > 0)
    throw new Error(`No such bench: ${unknown.join(', ')}. There are ${Object.keys(BENCHES).join(', ')}.`)
  console.log(`Node ${process.version}, ${os.cpus().length} cores, ${os.cpus()[0]?.model ?? 'unknown processor'}`)
  for (const name of chosen) await BENCHES[name]!()
}
