import type { Coach } from '@stegvis/core/companies/list/schema.ts'
import type { CoachCandidate } from '@stegvis/core/companies/standing/hand-over.ts'
import type { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { Language } from '@stegvis/core/kernel/text.ts'
import { sql } from 'kysely'
import { heldNow } from '../../db/held-grant.ts'
import type { Tx } from '../../db/tenancy.ts'

/** Everybody who holds the role of coach now, with how many companies they follow. */
export async function listCoaches(tx: Tx, programmeId: ProgrammeId): Promise<Coach[]> {
  const { rows } = await sql<Coach>`
    select u.id, u.name, array_agg(distinct g.partner_id) as "partnerIds",
           (select count(*) from company c
             where c.programme_id = ${programmeId} and c.coach_id = u.id
               and c.status not in ('completed', 'left')) as companies
      from role_grant g join auth."user" u on u.id = g.person_id
     where g.programme_id = ${programmeId} and g.role = 'coach' and ${heldNow()}
     group by u.id, u.name
     order by u.name collate "sv-SE-x-icu", u.id`.execute(tx)
  return rows
}

export type CoachToBe = CoachCandidate & { name: string; email: string; language: Language }

/** Undefined when the person is no coach of the programme now. */
export async function findCoach(tx: Tx, programmeId: ProgrammeId, personId: PersonId): Promise<CoachToBe | undefined> {
  const rows = await tx
    .selectFrom('role_grant as g')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .select(['u.name', 'u.email', 'u.language', 'g.partner_id'])
    .where('g.programme_id', '=', programmeId)
    .where('g.person_id', '=', personId)
    .where('g.role', '=', 'coach')
    .where(heldNow())
    .execute()
  const first = rows[0]
  if (!first) return undefined
  return {
    personId,
    partnerIds: rows.map((row) => row.partner_id),
    name: first.name,
    email: first.email,
    language: Language.parse(first.language),
  }
}
