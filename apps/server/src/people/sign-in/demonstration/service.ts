import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { DemonstrationPerson, DemonstrationSignIn } from '@stegvis/core/people/sign-in/schema.ts'
import type { Deps } from '../../../deps.ts'
import { Problem } from '../../../http/problem.ts'
import { getInstallation } from '../../set-up/installation-store.ts'
import { belongsToDemonstrations, findDemonstrationAdministrator, findOpenDemonstration, listByRole } from './store.ts'

type Parts = Pick<Deps, 'database' | 'demonstration'>

/** Whom the sign-in page offers with one press; undefined on an installation that is no demonstration. */
export async function listDemonstrationPeople(deps: Parts): Promise<DemonstrationSignIn | null> {
  if (!(await isOffered(deps))) return null
  const { database } = deps
  const programme = await database.asInstallation(findOpenDemonstration, { readOnly: true })
  if (!programme) return null
  const people = await database.inTenant({ programmeId: programme.id, personId: null }, listByRole, { readOnly: true })
  const administrator = await findAdministrator(deps)
  return { programme: programme.name, people: administrator ? [...people, administrator] : people }
}

/** Throws `not-found` for anybody who does not belong to a demonstration alone. */
export async function requireDemonstrationPerson(deps: Parts, personId: PersonId): Promise<void> {
  if (await isOffered(deps)) {
    if ((await findAdministrator(deps))?.personId === personId) return
    if (await deps.database.asPerson(personId, (tx) => belongsToDemonstrations(tx, personId), { readOnly: true }))
      return
  }
  throw new Problem('not-found')
}

async function isOffered({ database, demonstration }: Parts): Promise<boolean> {
  return demonstration || (await database.asInstallation(getInstallation)).demonstrationSignIn
}

/** The unnamed administrator, as long as there is nothing but demonstrations to administer. */
async function findAdministrator({ database }: Parts): Promise<DemonstrationPerson | undefined> {
  const { demonstrationAdministratorId: id } = await database.asInstallation(getInstallation)
  if (id === null) return undefined
  return database.asPerson(id, (tx) => findDemonstrationAdministrator(tx, id), { readOnly: true })
}
