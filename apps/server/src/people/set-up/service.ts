import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { SetUp } from '@stegvis/core/people/sign-in/schema.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { seedDemonstration } from '../../programmes/demonstration/service.ts'
import { limitAttempts } from '../attempts.ts'
import { ensurePerson } from '../person-store.ts'
import { requireStrongPassword } from '../sign-in/passwords.ts'
import { closeSetUp, ensureDemonstrationAdministrator, getInstallation } from './installation-store.ts'
import { isSetUpSecret } from './secret.ts'

const PER_CALLER = { attempts: 20, minutes: 15 }

/** Throws unless the caller holds the secret of a set-up that is still open. */
export async function requireSetUpSecret({ database }: Deps, secret: string, caller: string): Promise<void> {
  await limitAttempts(database, 'set-up', caller, PER_CALLER)
  const { setUp, authSecret } = await database.asInstallation(getInstallation)
  if (!isSetUpSecret(authSecret, secret)) throw new Problem('setup-secret-wrong')
  if (setUp) throw new Problem('setup-closed')
}

/**
 * Makes the first administrator and closes the set-up, or throws `setup-closed` when somebody else did meanwhile.
 * Answers whom to sign in; undefined in a demonstration, where the next page asks who to be.
 */
export async function setUp(deps: Deps, input: SetUp, caller: string): Promise<PersonId | undefined> {
  await requireSetUpSecret(deps, input.secret, caller)
  const { database, signIn, models, clock, log } = deps
  const { administrator, choice, language } = input
  const demonstration = choice === 'demonstration'
  if (administrator?.password) {
    const { name, email, password } = administrator
    await requireStrongPassword(password, [name, email], '#/administrator/password')
  }
  if (demonstration) await seedDemonstration(database, models, clock, log)

  const named = administrator && { name: administrator.name, email: administrator.email, language }
  const personId = await database.asInstallation(async (tx) => {
    const id = await ensurePerson(tx, named ?? UNNAMED[language])
    const closed = await closeSetUp(tx, { now: clock.now(), administrator: id, demonstration, unnamed: !named })
    if (!closed) throw new Problem('setup-closed')
    return id
  })
  if (administrator?.password) await signIn.setPassword(personId, administrator.password)
  return demonstration ? undefined : personId
}

/** For a start with --demo: the demonstration programme, and an administrator to read its mails. */
export async function prepareDemonstration({ database, models, clock, log }: Deps): Promise<void> {
  await seedDemonstration(database, models, clock, log)
  await database.asInstallation(async (tx) => ensureDemonstrationAdministrator(tx, await ensurePerson(tx, UNNAMED.sv)))
}

/** The administrator of a demonstration that nobody gave a name. The address leads nowhere (RFC 2606). */
const UNNAMED = {
  sv: { name: 'Administratör', email: 'administrator@demonstration.example', language: 'sv' },
  en: { name: 'Administrator', email: 'administrator@demonstration.example', language: 'en' },
} as const
