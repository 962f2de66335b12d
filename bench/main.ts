import os from 'node:os'
import { benchAid } from './aid.ts'
import { benchBrowser } from './browser.ts'
import { benchCompanies } from './companies.ts'
import { benchGroups } from './groups.ts'
import { benchRegister } from './register.ts'
import { benchReport } from './report.ts'
import { benchScoring } from './scoring.ts'
import { benchStart } from './start.ts'
import { benchTree } from './tree.ts'

/**
 * `npm run bench` runs them all, `npm run bench -- report start` the two. A machine that does nothing else gives
 * figures worth keeping; none of them is a test.
 *
 * - scoring: a ladder scored by the engine, and by the same sum written by hand. Seconds.
 * - aid: the SME status of groups, with every line. Seconds.
 * - groups: the picture of a company's owners and its size from the database, on both engines. A minute.
 * - register: a page of the aid register at 1 000 and 100 000 awards, and headroom from the database, on both engines;
 *   needs PostgreSQL 15. A minute.
 * - companies: list, counts, search and company page over HTTP, at 250, 10 000 and 100 000 companies on both engines;
 *   needs PostgreSQL 15. Some minutes.
 * - report: the ten-page report, from its data to its bytes. Seconds.
 * - start: from the command to the first page, on a new database, on one that is there, and after kills. A minute.
 * - browser: what people wait for in Chromium with 1 500 companies, beside its targets, and the bytes of a first load.
 *   CHROMIUM_PATH names another browser than the one found. Some ten minutes.
 */
const BENCHES: Record<string, () => Promise<void>> = {
  scoring: benchScoring,
  tree: benchTree,
  aid: benchAid,
  groups: benchGroups,
  register: benchRegister,
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
