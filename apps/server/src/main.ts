import type { FastifyBaseLogger } from 'fastify'
import { createSigning } from './aid/signing/methods.ts'
import { type App, buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { migrate, requireMigrated } from './db/migrate.ts'
import { type Database, openDatabase } from './db/tenancy.ts'
import type { Clock, Deps } from './deps.ts'
import { startJobs } from './jobs/start.ts'
import { createLog } from './log.ts'
import { loadModels, type ModelLibrary } from './models/library.ts'
import { MODELS } from './paths.ts'
import { createSendMail } from './people/mail.ts'
import { ensureInstallation } from './people/set-up/installation-store.ts'
import { setUpSecret } from './people/set-up/secret.ts'
import { prepareDemonstration } from './people/set-up/service.ts'
import { createAuth } from './people/sign-in/auth.ts'
import { createFindSession } from './people/sign-in/sessions/sessions.ts'
import { createSignIn } from './people/sign-in.ts'
import { createPrinter } from './reports/typst/printer.ts'

export type Parts = {
  config: Config
  database: Database
  log: FastifyBaseLogger
  clock: Clock
  models: ModelLibrary
  /** started with --demo */
  demonstration: boolean
}

/** Everything the application is made of. The database is migrated. */
export async function composeDeps(parts: Parts): Promise<Deps> {
  const { config, database, log, clock } = parts
  const { authSecret } = await database.asInstallation(ensureInstallation)
  const auth = createAuth({ database, config, secret: authSecret, log })
  return {
    ...parts,
    findSession: createFindSession(auth),
    signIn: createSignIn(auth, config, clock),
    sendMail: createSendMail(config, clock),
    printer: createPrinter(),
    signing: createSigning(config, authSecret),
  }
}

/** Opens the database and brings it up to date, or makes sure that somebody did. */
export async function openMigrated(config: Config): Promise<Database> {
  const database = await openDatabase(config)
  try {
    if (database.owner) await migrate(database.owner)
    else await requireMigrated(database.pool)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

export type Running = {
  address: string
  /** where to set the installation up; undefined when that is done */
  setUpAddress: string | undefined
  stop(): Promise<void>
}

/** Starts everything and serves. Throws a sentence for the operator when something is missing. */
export async function serve(config: Config, { demonstration }: { demonstration: boolean }): Promise<Running> {
  const log = createLog(config.logLevel)
  const models = loadModels(MODELS)
  const database = await openMigrated(config)
  let app: App | undefined
  try {
    const deps = await composeDeps({ config, database, log, clock: systemClock, models, demonstration })
    if (demonstration) await prepareDemonstration(deps)
    app = await buildApp(deps)
    await app.listen({ host: config.host, port: config.port })
    const jobs = startJobs(deps)
    const installation = await database.asInstallation(ensureInstallation)
    const address = addressOf(app, config)
    return {
      address,
      setUpAddress: installation.setUp ? undefined : `${address}/set-up?secret=${setUpSecret(installation.authSecret)}`,
      stop: () => stopAll(app!, jobs, database),
    }
  } catch (error) {
    await app?.close()
    await database.close()
    throw error
  }
}

async function stopAll(app: App, jobs: { stop(): Promise<void> }, database: Database): Promise<void> {
  await app.close()
  await jobs.stop()
  await database.close()
}

/** With port 0 the system picks the port, and only the listening server knows it. */
function addressOf(app: App, config: Config): string {
  const listening = app.server.address()
  if (config.port !== 0 || listening === null || typeof listening === 'string') return config.publicUrl
  return `http://localhost:${listening.port}`
}
