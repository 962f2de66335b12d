import { pino } from 'pino'
import { type App, buildApp } from '../src/app.ts'
import { dayIn } from '../src/clock.ts'
import type { Config } from '../src/config.ts'
import type { Clock, Deps } from '../src/deps.ts'
import { composeDeps } from '../src/main.ts'
import { loadModels, type ModelLibrary } from '../src/models/library.ts'
import { MODELS } from '../src/paths.ts'
import type { TestDatabase } from './database.ts'

export const TEST_CONFIG: Config = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://stegvis.test',
  trustProxy: false,
  dataDir: '/nowhere',
  logLevel: 'silent',
  database: {},
  mail: null,
  signing: { methods: ['session'], oidc: null },
}

export type TestApp = { app: App; deps: Deps; clock: TestClock }

/** A clock that stands still until a test moves it. */
export type TestClock = Clock & { set(instant: string): void; advance(days: number): void }

export function testClock(start = new Date().toISOString()): TestClock {
  // The database leaves trailing zeros out, so with these milliseconds an instant comes back as it went.
  let instant = Math.floor(Date.parse(start) / 1000) * 1000 + 123
  return {
    now: () => new Date(instant).toISOString(),
    today: (timeZone) => dayIn(timeZone, new Date(instant)),
    set: (to) => {
      instant = Date.parse(to)
    },
    advance: (days) => {
      instant += days * 86_400_000
    },
  }
}

export type TestParts = { config?: Partial<Config>; models?: ModelLibrary; demonstration?: boolean }

/** The whole application on a test database, called in-process: `const { app } = await testApp(database)`. */
export async function testApp(database: TestDatabase, parts: TestParts = {}): Promise<TestApp> {
  const clock = testClock()
  const deps = await composeDeps({
    config: { ...TEST_CONFIG, ...parts.config },
    database,
    log: pino({ level: 'silent' }),
    clock,
    models: parts.models ?? loadModels(MODELS),
    demonstration: parts.demonstration ?? false,
  })
  return { app: await buildApp(deps), deps, clock }
}
