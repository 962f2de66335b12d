import type { DocumentId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import {
  type FocusArea,
  type Funder,
  type ProgrammePartner,
  type SubProject,
  TargetCompanies,
} from '@stegvis/core/programmes/schema.ts'
import type { Tx } from '../../db/tenancy.ts'

const NO_TEXT: DraftText = { sv: '', en: '' }

export async function listFunders(tx: Tx, programmeId: ProgrammeId): Promise<Funder[]> {
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

export async function listPartners(tx: Tx, programmeId: ProgrammeId): Promise<ProgrammePartner[]> {
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

export async function listSubProjects(
  tx: Tx,
  programmeId: ProgrammeId,
): Promise<Omit<SubProject, 'leads' | 'invited'>[]> {
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
  return rows.map((row) => ({
    ...row,
    municipalities: territory.filter(({ of }) => of === row.id).map(({ code }) => code),
  }))
}

export async function listFocusAreas(tx: Tx, programmeId: ProgrammeId): Promise<FocusArea[]> {
  const rows = await tx
    .selectFrom('focus_area as f')
    .select(['f.id', 'f.slug', 'f.name', 'f.summary', 'f.model_id', 'f.model_version', 'f.accent'])
    .select('f.model_kind as modelKind')
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
