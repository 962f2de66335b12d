import type { CompanyChoices } from '@stegvis/core/companies/list/schema.ts'
import { type Actor, may } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { readParts } from '../../programmes/parts/service.ts'
import { MUNICIPALITIES } from '../municipalities.ts'
import { listCoaches } from '../standing/coach-store.ts'

/** What filters and forms of the list and the record offer. The coaches are for those who see the register. */
export async function readChoices(tx: Tx, actor: Actor): Promise<CompanyChoices> {
  const { programmeId } = actor
  const { partners, subProjects, focusAreas } = await readParts(tx, programmeId)
  const territories = new Map(subProjects.flatMap(({ id, municipalities }) => municipalities.map((code) => [code, id])))
  return {
    partners: partners.map(({ id, name }) => ({ id, name })),
    subProjects: subProjects.map(({ id, name, partnerId }) => ({ id, name, partnerId })),
    focusAreas: focusAreas.map(({ id, slug, name, accent }) => ({ id, slug, name, accent })),
    coaches: may(actor, 'company.list') ? await listCoaches(tx, programmeId) : [],
    municipalities: MUNICIPALITIES.map(({ code, name }) => ({
      code,
      name,
      subProjectId: territories.get(code) ?? null,
    })),
  }
}
