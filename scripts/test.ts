import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findServerPrograms } from '../apps/server/test/clusters.ts'
import { buildWeb } from './build-web.ts'
import { client, journeys, lint, type Outcome, runSuites, type Suite, size, types, unit, unused } from './suites.ts'

const build: Suite = {
  name: 'build',
  run: async () => {
    try {
      buildWeb()
      return { passed: 1, failed: 0, output: '' }
    } catch (error) {
      return { passed: 0, failed: 1, output: String(error) }
    }
  },
}

/** The server tests again, on the oldest PostgreSQL that operators may bring. */
const server15: Suite = { name: 'server15', run: runOnServer }

const SUITES = [
  types,
  lint,
  unused,
  client,
  unit('core', 'core'),
  unit('server', 'server'),
  server15,
  unit('web', 'web'),
  build,
  size,
  journeys,
]

/** Everything, or the suites named after `--only`, with commas between. */
export async function main(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { only: { type: 'string' } } })
  const wanted = values.only?.split(',')
  const unknown = wanted?.filter((name) => !SUITES.some((suite) => suite.name === name)) ?? []
  if (unknown.length > 0) {
    console.error(`There is no suite ${unknown.join(', ')}: choose among ${SUITES.map(({ name }) => name).join(', ')}`)
    process.exitCode = 1
    return
  }
  // The journeys and the measuring need the built application.
  const chosen = SUITES.filter(
    ({ name }) =>
      !wanted || wanted.includes(name) || (name === 'build' && (wanted.includes('e2e') || wanted.includes('size'))),
  )
  await runSuites(chosen)
}

async function runOnServer(): Promise<Outcome> {
  const lack = lackOfServer()
  if (lack === undefined) return unit('server15', 'server', { TEST_DATABASE: 'server' }).run()
  const reason = `${lack} (on Debian: apt-get install postgresql-15)`
  // On a laptop the embedded PostgreSQL has to do; what lands has been tested on both.
  if (process.env.CI) return { passed: 0, failed: 1, output: reason }
  return { passed: 0, failed: 0, skipped: reason, output: '' }
}

/** Why there is no PostgreSQL server to test on, after trying to get one where that is ours to do. */
function lackOfServer(): string | undefined {
  const lack = () => {
    try {
      findServerPrograms()
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  if (lack() !== undefined && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'postgresql-15'], { stdio: 'ignore' })
  }
  return lack()
}
