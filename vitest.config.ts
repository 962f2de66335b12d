import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const onServer = process.env.TEST_DATABASE === 'server'
const SERVER_TESTS = 'apps/server/**/*.test.ts'

/** What the run on a PostgreSQL server tries again: every file that asks for a database of its own. */
function testsWithDatabase(): string[] {
  return globSync(SERVER_TESTS, { exclude: ['**/node_modules/**'] }).filter((file) =>
    readFileSync(file, 'utf8').includes("/database.ts'"),
  )
}

export default defineConfig({
  test: {
    // The tests wait for the database about as long as they work: one worker for each of two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'core',
          include: ['packages/core/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: onServer ? testsWithDatabase() : [SERVER_TESTS],
          // Each file has its own database and application; the modules they are made of are loaded once a worker.
          isolate: false,
          globalSetup: ['apps/server/test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'web', include: ['apps/web/**/*.test.ts', 'apps/web/**/*.test.tsx'] } },
    ],
  },
})
