import type { CompanyId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { DraftText, inLanguage } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import { sql } from 'kysely'
import { heldNow } from '../../db/held-grant.ts'
import type { Tx } from '../../db/tenancy.ts'

/** The same person in another programme. */
export type Elsewhere = { actor: Actor; programme: string }

/** The other programmes in which this person holds a role now. */
export async function listElsewhere(tx: Tx, actor: Actor): Promise<Elsewhere[]> {
  const rows = await tx
    .selectFrom('role_grant as g')
    .innerJoin('programme as p', 'p.id', 'g.programme_id')
    .select(['g.programme_id', 'p.name', 'p.time_zone', 'g.role', 'g.partner_id', 'g.sub_project_id', 'g.company_id'])
    .where('g.person_id', '=', actor.personId)
    .where('g.programme_id', '!=', actor.programmeId)
    .where(heldNow())
    .orderBy('g.programme_id')
    .execute()
  return [...Map.groupBy(rows, ({ programme_id }) => programme_id)].map(([programmeId, held]) => ({
    programme: inLanguage(DraftText.parse(held[0]!.name), actor.language),
    actor: {
      ...actor,
      programmeId,
      timeZone: held[0]!.time_zone,
      grants: held.map((row) => ({
        role: Role.parse(row.role),
        partnerId: row.partner_id,
        subProjectId: row.sub_project_id,
        companyId: row.company_id,
      })),
    },
  }))
}

export type NumberedParty = { id: RecordId; companyId: CompanyId | null; country: string; number: string }

/** The parties of a programme with one of these numbers. */
export async function listByNumbers(
  tx: Tx,
  programmeId: ProgrammeId,
  numbers: readonly { country: string; number: string }[],
): Promise<NumberedParty[]> {
  const countries = numbers.map(({ country }) => country)
  const written = numbers.map(({ number }) => number)
  const rows = await tx
    .selectFrom('party')
    .select(['id', 'company_id as companyId', 'country', 'number'])
    .where('programme_id', '=', programmeId)
    .where(sql<boolean>`(country, number) in (select * from unnest(${countries}::text[], ${written}::text[]))`)
    .where('removed_at', 'is', null)
    .execute()
  return rows.flatMap(({ country, number, ...row }) => (country && number ? [{ ...row, country, number }] : []))
}
