import { defineConfig } from '@playwright/test'
import { findBrowser } from './support/browser.ts'
import { ADDRESS } from './support/server.ts'

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './support/global-setup.ts',
  // One server and one database for all: journeys add to it, and none counts on being alone.
  workers: 2,
  retries: 0,
  timeout: 150_000,
  // A busy build machine is slow, not wrong.
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: ADDRESS,
    locale: 'sv-SE',
    actionTimeout: 20_000,
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
    launchOptions: await findBrowser(),
  },
})
