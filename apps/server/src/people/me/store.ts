import type { CompanyId, PersonId } from '@stegvis/core/kernel/ids.ts'
import { DraftText, type Language } from '@stegvis/core/kernel/text.ts'
import type { MyGrant, MyProgramme } from '@stegvis/core/people/me.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import { heldNow } from '../../db/held-grant.ts'
import type { Tx } from '../../db/tenancy.ts'

/** The programmes this person holds roles in now, by name. Company names are left to `companyNames`. */
export async function listMyProgrammes(tx: Tx, personId: PersonId): Promise<MyProgramme[]> {
  const rows = await tx
    .selectFrom('programme as p')
    .innerJoin('role_grant as g', 'g.programme_id', 'p.id')
    .select(['p.id', 'p.slug', 'p.name', 'p.demonstration', 'p.time_zone'])
    .select(['g.role', 'g.partner_id', 'g.sub_project_id', 'g.company_id'])
    .where('g.person_id', '=', personId)
    .where(heldNow())
    .orderBy('p.slug')
    .orderBy('g.granted_at')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((grants) => {
    const programme = grants[0]!
    return {
      id: programme.id,
      slug: programme.slug,
      name: DraftText.parse(programme.name),
      demonstration: programme.demonstration,
      timeZone: programme.time_zone,
      grants: grants.map(
        (grant): MyGrant => ({
          role: Role.parse(grant.role),
          partnerId: grant.partner_id,
          subProjectId: grant.sub_project_id,
          companyId: grant.company_id,
          companyName: null,
        }),
      ),
    }
  })
}

export async function companyNames(tx: Tx, ids: readonly CompanyId[]): Promise<Map<CompanyId, string>> {
  const rows = await tx.selectFrom('company').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What the person changes about themselves, held until the transaction ends. */
export async function lockProfile(tx: Tx, personId: PersonId): Promise<{ name: string; language: Language }> {
  return tx
    .selectFrom('auth.user')
    .select(['name', 'language'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function saveProfile(
  tx: Tx,
  personId: PersonId,
  profile: { name: string; language: Language },
): Promise<void> {
  await tx.updateTable('auth.user').set(profile).where('id', '=', personId).execute()
}
