import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/tenancy.ts'
import { createLog } from '../log.ts'
import { openMigrated } from '../main.ts'
import { loadModels } from '../models/library.ts'
import { MODELS } from '../paths.ts'
import { CommandError, printJson } from './command.ts'

/** Prints the names of the migrations it ran. */
export async function migrateDatabase(): Promise<void> {
  const database = await openDatabase(readConfig(process.env))
  try {
    if (!database.owner) throw new CommandError('The owner of the tables is not given: set DATABASE_OWNER_URL.')
    printJson({ migrated: await migrate(database.owner) })
  } finally {
    await database.close()
  }
}

/** Puts the demonstration programme into the database, if it is not there. */
export async function addDemonstration(): Promise<void> {
  const config = readConfig(process.env)
  const { seedDemonstration } = await import('../programmes/demonstration/service.ts')
  const database = await openMigrated(config)
  try {
    printJson(await seedDemonstration(database, loadModels(MODELS), systemClock, createLog('warn')))
  } finally {
    await database.close()
  }
}
