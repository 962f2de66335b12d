import type { DocumentId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import {
  type FocusArea,
  type Funder,
  type Programme,
  type ProgrammePartner,
  ProgrammeSettings,
  ProgrammeTexts,
  type SubProject,
  TargetCompanies,
} from '@stegvis/core/programmes/schema.ts'
import { sql } from 'kysely'
import { heldNow } from '../db/held-grant.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'

const NO_TEXT: DraftText = { sv: '', en: '' }

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
    subProjects: await listSubProjects(tx, programmeId),
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

async function listFunders(tx: Tx, programmeId: ProgrammeId): Promise<Funder[]> {
  const rows = await tx
    .selectFrom('funder')
    .select(['id', 'name', 'kind', 'amount_cents as amountCents', 'acknowledgement', 'logo_document_id as logoId'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    acknowledgement: DraftText.parse(row.acknowledgement ?? NO_TEXT),
    logoId: row.logoId as DocumentId | null,
  }))
}

async function listPartners(tx: Tx, programmeId: ProgrammeId): Promise<ProgrammePartner[]> {
  const rows = await tx
    .selectFrom('partner')
    .select([
      'id',
      'name',
      'organisation_number as organisationNumber',
      'kind',
      'budget_cents as budgetCents',
      'target_companies as targetCompanies',
    ])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, targetCompanies: TargetCompanies.parse(row.targetCompanies) }))
}

async function listSubProjects(tx: Tx, programmeId: ProgrammeId): Promise<SubProject[]> {
  const rows = await tx
    .selectFrom('sub_project')
    .select(['id', 'name', 'partner_id as partnerId'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const territory = await tx
    .selectFrom('sub_project_municipality')
    .select(['sub_project_id as of', 'municipality_code as code'])
    .where('programme_id', '=', programmeId)
    .orderBy('municipality_code')
    .execute()
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
  return rows.map((row) => ({
    ...row,
    municipalities: territory.filter(({ of }) => of === row.id).map(({ code }) => code),
    leads: leads.filter(({ of }) => of === row.id).map(({ personId, name }) => ({ personId, name })),
    invited: invited.filter(({ of }) => of === row.id).map(({ name }) => name),
  }))
}

async function listFocusAreas(tx: Tx, programmeId: ProgrammeId): Promise<FocusArea[]> {
  const rows = await tx
    .selectFrom('focus_area as f')
    .select(['f.id', 'f.slug', 'f.name', 'f.summary', 'f.model_id', 'f.model_version', 'f.accent'])
    .select((from) =>
      from
        .exists(
          from
            .selectFrom('assessment as a')
            .select('a.id')
            .whereRef('a.programme_id', '=', 'f.programme_id')
            .whereRef('a.focus_area_id', '=', 'f.id'),
        )
        .as('inUse'),
    )
    .where('f.programme_id', '=', programmeId)
    .where('f.removed_at', 'is', null)
    .orderBy('f.position')
    .orderBy('f.id')
    .execute()
  return rows.map(({ model_id, model_version, ...row }) => ({
    ...row,
    name: DraftText.parse(row.name),
    summary: DraftText.parse(row.summary),
    model: `${model_id}@${model_version}`,
    inUse: Boolean(row.inUse),
  }))
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

/** Replaces the territory. What removed sub-projects still hold of it goes along. */
export async function saveTerritory(
  tx: Tx,
  programmeId: ProgrammeId,
  subProjectId: SubProjectId,
  codes: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('sub_project_municipality')
    .where('programme_id', '=', programmeId)
    .where((or) =>
      or.or([
        or('sub_project_id', '=', subProjectId),
        ...(codes.length > 0 ? [or('municipality_code', 'in', [...codes])] : []),
      ]),
    )
    .execute()
  if (codes.length === 0) return
  await tx
    .insertInto('sub_project_municipality')
    .values(
      codes.map((code) => ({
        programme_id: programmeId,
        municipality_code: code,
        sub_project_id: subProjectId,
      })),
    )
    .execute()
}

export type NewLogo = {
  id: DocumentId
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  content: Buffer
}

export async function insertLogo(tx: Tx, programmeId: ProgrammeId, by: PersonId | null, logo: NewLogo): Promise<void> {
  await tx
    .insertInto('document')
    .values({
      programme_id: programmeId,
      id: logo.id,
      kind: 'logo',
      name: logo.name,
      media_type: logo.mediaType,
      size_bytes: logo.sizeBytes,
      sha256: logo.sha256,
      content: logo.content,
      uploaded_by: by,
    })
    .execute()
}

/** A mark of the programme or of one of its funders; documents of other kinds are not found here. */
export async function findLogo(
  tx: Tx,
  programmeId: ProgrammeId,
  id: DocumentId,
): Promise<{ mediaType: string; content: Buffer } | undefined> {
  return tx
    .selectFrom('document')
    .select(['media_type as mediaType', 'content'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('kind', '=', 'logo')
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}
