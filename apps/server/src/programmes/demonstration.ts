import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { ROLES, Role } from '@stegvis/core/people/roles.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { Database, Tx } from '../db/tenancy.ts'
import type { Clock } from '../deps.ts'
import { newId } from '../ids.ts'
import type { ModelLibrary } from '../models/library.ts'

const SLUG = 'demonstration'

/** A programme with one company and one person in each role, until the full demonstration takes its place. */
export async function seedDemonstration(
  database: Database,
  _models: ModelLibrary,
  clock: Clock,
  log: FastifyBaseLogger,
): Promise<{ programmeId: ProgrammeId; slug: string }> {
  const found = await database.asInstallation((tx) =>
    tx.selectFrom('programme').select('id').where('slug', '=', SLUG).executeTakeFirst(),
  )
  if (found) return { programmeId: found.id, slug: SLUG }
  const programmeId = newId<ProgrammeId>()
  const [partnerId, subProjectId, companyId] = [newId<PartnerId>(), newId<SubProjectId>(), newId<CompanyId>()]
  const today = clock.today('Europe/Stockholm')
  await database.inTenant({ programmeId, personId: null }, async (tx) => {
    const name = JSON.stringify({ sv: 'Demonstrationsprogrammet', en: 'The demonstration programme' })
    await tx
      .insertInto('programme')
      .values({ id: programmeId, slug: SLUG, name, status: 'open', demonstration: true })
      .execute()
    const within = { programme_id: programmeId }
    await tx
      .insertInto('partner')
      .values({ ...within, id: partnerId, name: 'Partner', kind: 'owner' })
      .execute()
    await tx
      .insertInto('sub_project')
      .values({ ...within, id: subProjectId, name: 'Delprojekt', partner_id: partnerId })
      .execute()
    const people = new Map<Role, PersonId>()
    for (const role of Role.options) people.set(role, await addPerson(tx, role))
    await tx
      .insertInto('company')
      .values({
        ...{ ...within, id: companyId, organisation_number: '5560000167', name: 'Exempelverkstaden AB' },
        ...{ partner_id: partnerId, sub_project_id: subProjectId, coach_id: people.get('coach')! },
        ...{ status: 'active', status_since: today, came_by: 'interest-form' },
      })
      .execute()
    for (const [role, personId] of people) {
      const { scope } = ROLES[role]
      await tx
        .insertInto('role_grant')
        .values({
          ...{ ...within, id: newId(), person_id: personId, role },
          partner_id: scope === 'partner' ? partnerId : null,
          sub_project_id: scope === 'sub-project' ? subProjectId : null,
          company_id: scope === 'company' ? companyId : null,
        })
        .execute()
    }
  })
  log.info('the demonstration was put in place')
  return { programmeId, slug: SLUG }
}

async function addPerson(tx: Tx, role: Role): Promise<PersonId> {
  const id = newId<PersonId>()
  await tx
    .insertInto('auth.user')
    .values({ id, name: ROLES[role].name.sv, email: `${role}@demonstration.example`, emailVerified: true })
    .execute()
  return id
}
