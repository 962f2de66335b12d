import type { DocumentId, PartnerId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import { type Programme, ProgrammeSettings, ProgrammeTexts, type SubProject } from '@stegvis/core/programmes/schema.ts'
import { sql } from 'kysely'
import { heldNow } from '../db/held-grant.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { listFocusAreas, listFunders, listPartners, listSubProjects } from './parts/list-store.ts'

/** The programme with all its parts, in the order its people gave them. */
export async function getProgramme(tx: Tx, programmeId: ProgrammeId): Promise<Programme> {
  const row = await tx
    .selectFrom('programme')
    .select([
      'id',
      'slug',
      'name',
      'status',
      'demonstration',
      'country',
      'time_zone as timeZone',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'logo_document_id as logoId',
      'texts',
      'settings',
    ])
    .where('id', '=', programmeId)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return {
    ...row,
    name: DraftText.parse(row.name),
    logoId: row.logoId as DocumentId | null,
    texts: ProgrammeTexts.parse(row.texts),
    settings: ProgrammeSettings.parse(row.settings),
    funders: await listFunders(tx, programmeId),
    partners: await listPartners(tx, programmeId),
    subProjects: await withLeads(tx, programmeId, await listSubProjects(tx, programmeId)),
    focusAreas: await listFocusAreas(tx, programmeId),
  }
}

/** Makes writers of one programme take turns, so that what they read is what they change. */
export async function lockProgramme(tx: Tx, programmeId: ProgrammeId): Promise<Programme> {
  await tx.selectFrom('programme').select('id').where('id', '=', programmeId).forUpdate().execute()
  return getProgramme(tx, programmeId)
}

export async function saveProgramme(tx: Tx, programme: Programme): Promise<void> {
  await tx
    .updateTable('programme')
    .set({
      slug: programme.slug,
      name: JSON.stringify(programme.name),
      status: programme.status,
      country: programme.country,
      time_zone: programme.timeZone,
      starts_on: programme.startsOn,
      ends_on: programme.endsOn,
      logo_document_id: programme.logoId,
      texts: JSON.stringify(programme.texts),
      settings: JSON.stringify(programme.settings),
    })
    .where('id', '=', programme.id)
    .execute()
}

/** Whether a partner or a sub-project still has companies. */
export async function hasCompanies(
  tx: Tx,
  programmeId: ProgrammeId,
  of: { partnerId: PartnerId } | { subProjectId: SubProjectId },
): Promise<boolean> {
  const row = await tx
    .selectFrom('company')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('partnerId' in of ? 'partner_id' : 'sub_project_id', '=', 'partnerId' in of ? of.partnerId : of.subProjectId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who leads each sub-project now, and who is invited to. */
async function withLeads(
  tx: Tx,
  programmeId: ProgrammeId,
  subProjects: readonly Omit<SubProject, 'leads' | 'invited'>[],
): Promise<SubProject[]> {
  const leads = await tx
    .selectFrom('role_grant as g')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .select(['g.sub_project_id as of', 'u.id as personId', 'u.name'])
    .where('g.programme_id', '=', programmeId)
    .where('g.role', '=', 'sub-project-lead')
    .where(heldNow())
    .orderBy('u.name')
    .execute()
  const invited = await tx
    .selectFrom('invitation')
    .select(['sub_project_id as of', 'name'])
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'sub-project-lead')
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('name')
    .execute()
  return subProjects.map((row) => ({
    ...row,
    leads: leads.filter(({ of }) => of === row.id).map(({ personId, name }) => ({ personId, name })),
    invited: invited.filter(({ of }) => of === row.id).map(({ name }) => name),
  }))
}
