import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import { type GrantView, StaffRole } from '@stegvis/core/people/schema.ts'
import { sql } from 'kysely'
import { heldNow } from '../../db/held-grant.ts'
import type { Tx } from '../../db/tenancy.ts'

export type GrantToMake = {
  id: string
  personId: PersonId
  role: Role
  partnerId: PartnerId | null
  subProjectId: SubProjectId | null
  companyId: CompanyId | null
  title: string | null
  /** the last day it holds and where that day ends; null: until it is revoked */
  until: LastDay | null
}

export type LastDay = { day: PlainDate; timeZone: string }

export type StoredGrant = {
  id: string
  personId: PersonId
  personName: string
  role: Role
  companyId: CompanyId | null
  expiresOn: PlainDate | null
}

/** The instant at which the day after begins, where the programme is. */
const endOf = (until: LastDay | null) =>
  until && sql<string>`((${until.day}::date + 1)::timestamp at time zone ${until.timeZone})`

const lastDay = (timeZone: string) =>
  sql<PlainDate | null>`((g.expires_at at time zone ${timeZone}) - interval '1 microsecond')::date`

/** A role that is held already is held until the new day; nobody holds one twice. */
export async function insertGrant(
  tx: Tx,
  programmeId: ProgrammeId,
  by: PersonId | null,
  grant: GrantToMake,
): Promise<void> {
  const expiresAt = endOf(grant.until)
  await tx
    .insertInto('role_grant')
    .values({
      ...{ programme_id: programmeId, id: grant.id, person_id: grant.personId, role: grant.role },
      ...{ partner_id: grant.partnerId, sub_project_id: grant.subProjectId, company_id: grant.companyId },
      ...{ title: grant.title, granted_by: by, expires_at: expiresAt },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['programme_id', 'person_id', 'role', 'partner_id', 'sub_project_id', 'company_id'])
        .where('revoked_at', 'is', null)
        .doUpdateSet({ title: grant.title, expires_at: expiresAt }),
    )
    .execute()
}

/** A role that has not been taken away, held until the transaction ends; it may have run out. */
export async function lockGrant(
  tx: Tx,
  programmeId: ProgrammeId,
  id: string,
  timeZone: string,
): Promise<StoredGrant | undefined> {
  const row = await tx
    .selectFrom('role_grant as g')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .select(['g.id', 'g.person_id as personId', 'u.name as personName', 'g.role', 'g.company_id as companyId'])
    .select(lastDay(timeZone).as('expiresOn'))
    .where('g.programme_id', '=', programmeId)
    .where('g.id', '=', id)
    .where('g.revoked_at', 'is', null)
    .forUpdate('g')
    .executeTakeFirst()
  return row && { ...row, role: Role.parse(row.role) }
}

export async function holdsGrant(tx: Tx, programmeId: ProgrammeId, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('role_grant')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * How many people hold this role now. Locks their grants, so that two who hold it cannot both be taken away at
 * the same moment, each being the other's successor.
 */
export async function countHolders(tx: Tx, programmeId: ProgrammeId, role: Role): Promise<number> {
  const rows = await tx
    .selectFrom('role_grant as g')
    .select('g.person_id')
    .where('g.programme_id', '=', programmeId)
    .where('g.role', '=', role)
    .where(heldNow())
    .orderBy('g.id')
    .forUpdate()
    .execute()
  return new Set(rows.map((row) => row.person_id)).size
}

export async function markRevoked(tx: Tx, programmeId: ProgrammeId, id: string, now: string): Promise<void> {
  await tx
    .updateTable('role_grant')
    .set({ revoked_at: now })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export async function setLastDay(tx: Tx, programmeId: ProgrammeId, id: string, until: LastDay | null): Promise<void> {
  await tx
    .updateTable('role_grant')
    .set({ expires_at: endOf(until) })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export type StaffFilter = { q?: string | undefined; role?: StaffRole | undefined; personId?: PersonId | undefined }
export type StaffPlace = { name: string; id: string }

type StaffRow = { personId: PersonId; name: string; email: string; companies: number }

/** People who hold a role in the programme itself now, by name. Companies' own people are not among them. */
export async function listStaff(
  tx: Tx,
  programmeId: ProgrammeId,
  filter: StaffFilter,
  after: StaffPlace | null,
  limit: number,
): Promise<StaffRow[]> {
  const roles = filter.role ? [filter.role] : StaffRole.options
  const words = filter.q ? `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  const { rows } = await sql<StaffRow>`
    select u.id as "personId", u.name, u.email,
           (select count(*) from company c
             where c.programme_id = ${programmeId} and c.coach_id = u.id
               and c.status not in ('completed', 'left')) as companies
      from auth."user" u
     where exists (select from role_grant g
                    where g.programme_id = ${programmeId} and g.person_id = u.id
                      and g.role = any(${roles}) and ${heldNow()})
       and (${filter.personId ?? null}::uuid is null or u.id = ${filter.personId ?? null}::uuid)
       and (${words}::text is null or u.name ilike ${words} or u.email ilike ${words})
       and (${after?.id ?? null}::uuid is null
            or (u.name collate "sv-SE-x-icu", u.id)
             > (${after?.name ?? null}::text collate "sv-SE-x-icu", ${after?.id ?? null}::uuid))
     order by u.name collate "sv-SE-x-icu", u.id
     limit ${limit}`.execute(tx)
  return rows
}

/** The current roles of these people, company roles left out, oldest first. */
export async function listGrants(
  tx: Tx,
  programmeId: ProgrammeId,
  people: readonly PersonId[],
  timeZone: string,
): Promise<(GrantView & { personId: PersonId })[]> {
  if (people.length === 0) return []
  const rows = await tx
    .selectFrom('role_grant as g')
    .leftJoin('sub_project as s', (join) =>
      join.onRef('s.programme_id', '=', 'g.programme_id').onRef('s.id', '=', 'g.sub_project_id'),
    )
    .leftJoin('partner as p', (join) =>
      join.onRef('p.programme_id', '=', 'g.programme_id').onRef('p.id', '=', 'g.partner_id'),
    )
    .select(['g.id', 'g.person_id as personId', 'g.role', 'g.title', 'g.granted_at as grantedAt'])
    .select(['g.partner_id as partnerId', 'g.sub_project_id as subProjectId'])
    .select(sql<string>`coalesce(s.name, p.name, '')`.as('within'))
    .select(lastDay(timeZone).as('expiresOn'))
    .where('g.programme_id', '=', programmeId)
    .where('g.person_id', 'in', people)
    .where('g.company_id', 'is', null)
    .where(heldNow())
    .orderBy('g.granted_at')
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({ ...row, role: Role.parse(row.role) }))
}
