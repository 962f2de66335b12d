import { defineConfig } from 'vitest/config'

/** The run on a PostgreSQL server need not try the embedded one again. */
const onServer = process.env.TEST_DATABASE === 'server'

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
          include: ['apps/server/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...(onServer ? ['apps/server/src/db/embedded/**'] : [])],
          globalSetup: ['apps/server/test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'web', include: ['apps/web/**/*.test.ts', 'apps/web/**/*.test.tsx'] } },
    ],
  },
})
