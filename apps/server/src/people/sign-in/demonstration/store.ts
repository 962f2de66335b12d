import type { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import type { DemonstrationPerson } from '@stegvis/core/people/sign-in/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../db/tenancy.ts'

/** Enough to try a role from several companies, few enough for one page. */
const PER_ROLE = 3

export async function findOpenDemonstration(tx: Tx): Promise<{ id: ProgrammeId; name: DraftText } | undefined> {
  const row = await tx
    .selectFrom('programme')
    .select(['id', 'name'])
    .where('demonstration', '=', true)
    .where('status', '=', 'open')
    .orderBy('created_at')
    .executeTakeFirst()
  return row && { id: row.id, name: DraftText.parse(row.name) }
}

/** Some people of each role in the programme, those appointed first before others. */
export async function listByRole(tx: Tx): Promise<DemonstrationPerson[]> {
  const ranked = tx
    .selectFrom('role_grant as g')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .leftJoin('company as c', (join) =>
      join.onRef('c.programme_id', '=', 'g.programme_id').onRef('c.id', '=', 'g.company_id'),
    )
    .leftJoin('sub_project as s', (join) =>
      join.onRef('s.programme_id', '=', 'g.programme_id').onRef('s.id', '=', 'g.sub_project_id'),
    )
    .leftJoin('partner as p', (join) =>
      join.onRef('p.programme_id', '=', 'g.programme_id').onRef('p.id', '=', 'g.partner_id'),
    )
    .select(['u.id as personId', 'u.name', 'g.role'])
    .select(sql<string>`coalesce(c.name, s.name, p.name, '')`.as('within'))
    .select(sql<number>`row_number() over (partition by g.role order by g.granted_at, g.id)`.as('rank'))
    .where('g.revoked_at', 'is', null)
    .where('u.administrator', '=', false)
  const rows = await tx
    .selectFrom(ranked.as('ranked'))
    .select(['personId', 'name', 'role', 'within'])
    .where('rank', '<=', PER_ROLE)
    .orderBy('rank')
    .execute()
  return rows.map(({ role, ...person }) => ({ ...person, role: Role.parse(role) }))
}

export async function findDemonstrationAdministrator(
  tx: Tx,
  personId: PersonId,
): Promise<DemonstrationPerson | undefined> {
  const row = await tx
    .selectFrom('auth.user')
    .select('name')
    .where('id', '=', personId)
    .where('administrator', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('programme').select('id').where('demonstration', '=', false))),
    )
    .executeTakeFirst()
  return row && { personId, name: row.name, role: null, within: '' }
}

/** Whether every role this person holds now is in a demonstration, and there is one. Read as the person. */
export async function belongsToDemonstrations(tx: Tx, personId: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('role_grant as g')
    .innerJoin('programme as p', 'p.id', 'g.programme_id')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .select(sql<boolean | null>`bool_and(p.demonstration and not u.administrator)`.as('every'))
    .where('g.person_id', '=', personId)
    .where('g.revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.every === true
}
