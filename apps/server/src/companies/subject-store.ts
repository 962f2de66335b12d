import type { CompanyId, PartnerId, PersonId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { Actor, CompanySubject } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../db/tenancy.ts'

/** What the permission rules need to know of a company, or undefined when it is not in the programme. */
export async function findSubject(tx: Tx, actor: Actor, companyId: CompanyId): Promise<CompanySubject | undefined> {
  const row = await tx
    .selectFrom('company as c')
    .select(['c.partner_id', 'c.sub_project_id', 'c.coach_id'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('opened_record as o')
            .select('o.id')
            .whereRef('o.programme_id', '=', 'c.programme_id')
            .whereRef('o.company_id', '=', 'c.id')
            .where('o.person_id', '=', actor.personId)
            .where('o.until_at', '>', select.fn<string>('now')),
        )
        .as('opened'),
    )
    .where('c.programme_id', '=', actor.programmeId)
    .where('c.id', '=', companyId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    companyId,
    partnerId: row.partner_id as PartnerId | null,
    subProjectId: row.sub_project_id as SubProjectId | null,
    coachId: row.coach_id as PersonId | null,
    openedWithReason: Boolean(row.opened),
  }
}

/** The same for several companies at once, for conditions that do not ask whether answers are open. */
export async function listSubjects(tx: Tx, actor: Actor, companyIds: readonly CompanyId[]): Promise<CompanySubject[]> {
  if (companyIds.length === 0) return []
  const rows = await tx
    .selectFrom('company')
    .select(['id', 'partner_id', 'sub_project_id', 'coach_id'])
    .where('programme_id', '=', actor.programmeId)
    .where('id', 'in', [...companyIds])
    .execute()
  return rows.map((row) => ({
    companyId: row.id,
    partnerId: row.partner_id,
    subProjectId: row.sub_project_id,
    coachId: row.coach_id,
  }))
}
