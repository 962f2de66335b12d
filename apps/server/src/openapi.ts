import { pino } from 'pino'
import { createSigning } from './aid/signing/methods.ts'
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { connectTo } from './db/tenancy.ts'
import { loadModels } from './models/library.ts'
import { MODELS } from './paths.ts'
import { createSendMail } from './people/mail.ts'
import { createAuth } from './people/sign-in/auth.ts'
import { createFindSession } from './people/sign-in/sessions/sessions.ts'
import { createSignIn } from './people/sign-in.ts'
import { createPrinter } from './reports/typst/printer.ts'

const CONFIG: Config = {
  host: '127.0.0.1',
  port: 3000,
  publicUrl: 'http://localhost:3000',
  trustProxy: false,
  dataDir: '.',
  logLevel: 'silent',
  database: {},
  mail: null,
  signing: { methods: ['session'], oidc: null },
}

/** The description of the whole interface, as the routes declare it. Opens no database: pools connect at first use. */
export async function describeInterface(): Promise<string> {
  const nowhere = { host: '127.0.0.1', port: 1 }
  const database = connectTo({
    ...{ kind: 'embedded', app: nowhere, direct: nowhere, owner: null },
    revive: async () => {},
    release: async () => {},
  })
  const log = pino({ level: 'silent' })
  const auth = createAuth({ database, config: CONFIG, secret: 'a secret that signs nothing, for the description', log })
  const app = await buildApp({
    ...{ config: CONFIG, database, log, clock: systemClock, models: loadModels(MODELS), demonstration: false },
    findSession: createFindSession(auth),
    signIn: createSignIn(auth, CONFIG, systemClock),
    sendMail: createSendMail(CONFIG, systemClock),
    printer: createPrinter(),
    signing: createSigning(CONFIG, ''),
  })
  await app.ready()
  const description = `${JSON.stringify(inOrder(app.swagger()), null, 2)}\n`
  await app.close()
  await database.close()
  return description
}

/** The shapes by name, whichever module was loaded first, so that a difference is a difference of the interface. */
function inOrder(description: object): object {
  if (!('components' in description)) return description
  const components = { schemas: {}, ...Object(description.components) }
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...description, components: { ...components, schemas: Object.fromEntries(schemas) } }
}
