import type { CompanyChoices } from '@stegvis/core/companies/schema.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import { type Actor, may } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { listTerritories } from '../intake/store.ts'
import { MUNICIPALITIES } from '../municipalities.ts'
import { listCoaches } from '../standing/coach-store.ts'

/** What filters and forms of the list and the record offer. The coaches are for those who see the register. */
export async function readChoices(tx: Tx, actor: Actor): Promise<CompanyChoices> {
  const { programmeId } = actor
  const territories = new Map(
    (await listTerritories(tx, programmeId)).map(({ municipalityCode, subProject }) => [
      municipalityCode,
      subProject.id,
    ]),
  )
  const partners = await tx
    .selectFrom('partner')
    .select(['id', 'name'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const subProjects = await tx
    .selectFrom('sub_project')
    .select(['id', 'name', 'partner_id as partnerId'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const focusAreas = await tx
    .selectFrom('focus_area')
    .select(['id', 'slug', 'name', 'accent'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    partners,
    subProjects,
    focusAreas: focusAreas.map((area) => ({ ...area, name: DraftText.parse(area.name) })),
    coaches: may(actor, 'company.list') ? await listCoaches(tx, programmeId) : [],
    municipalities: MUNICIPALITIES.map(({ code, name }) => ({
      code,
      name,
      subProjectId: territories.get(code) ?? null,
    })),
  }
}
