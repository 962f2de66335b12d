import type { PartnerId, ProgrammeId, RecordId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { FocusArea, Funder, Part, ProgrammePartner, SubProject } from '@stegvis/core/programmes/schema.ts'
import type { Tx } from '../../db/tenancy.ts'

/** A part to store; its `position` is written when it is new and when the parts are put in order. */
export type StoredPart =
  | { part: 'partner'; value: ProgrammePartner }
  | { part: 'funder'; value: Funder }
  | { part: 'sub-project'; value: Pick<SubProject, 'id' | 'name' | 'partnerId'> }
  | { part: 'focus-area'; value: Omit<FocusArea, 'inUse'> }

function columnsOf(stored: StoredPart) {
  switch (stored.part) {
    case 'partner': {
      const { name, organisationNumber, kind, budgetCents, targetCompanies } = stored.value
      return {
        ...{ name, kind, organisation_number: organisationNumber, budget_cents: budgetCents },
        target_companies: JSON.stringify(targetCompanies),
      }
    }
    case 'funder': {
      const { name, kind, amountCents, acknowledgement, logoId } = stored.value
      return {
        ...{ name, kind, amount_cents: amountCents, logo_document_id: logoId },
        acknowledgement: JSON.stringify(acknowledgement),
      }
    }
    case 'sub-project': {
      const { name, partnerId } = stored.value
      return { name, partner_id: partnerId }
    }
    case 'focus-area': {
      const { slug, name, summary, model, modelKind, accent } = stored.value
      const [modelId, modelVersion] = model.split('@') as [string, string]
      return {
        ...{ slug, accent, model_id: modelId, model_version: modelVersion, model_kind: modelKind },
        ...{ name: JSON.stringify(name), summary: JSON.stringify(summary) },
      }
    }
  }
}

const TABLES = {
  partner: 'partner',
  funder: 'funder',
  'sub-project': 'sub_project',
  'focus-area': 'focus_area',
} as const satisfies Record<Part, string>

/** False when a part of this id is there already: the request is a repeated one. */
export async function insertPart(
  tx: Tx,
  programmeId: ProgrammeId,
  stored: StoredPart,
  position: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    // The columns of each kind are those of its own table.
    .insertInto(TABLES[stored.part] as 'partner')
    .values({
      ...(columnsOf(stored) as unknown as { name: string; kind: 'owner' }),
      programme_id: programmeId,
      id: stored.value.id as PartnerId,
      position,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function updatePart(tx: Tx, programmeId: ProgrammeId, stored: StoredPart): Promise<void> {
  await tx
    .updateTable(TABLES[stored.part] as 'partner')
    .set(columnsOf(stored) as unknown as { name: string })
    .where('programme_id', '=', programmeId)
    .where('id', '=', stored.value.id as PartnerId)
    .execute()
}

/** Takes a part away or, with null, brings it back. False when it is so already or is not there. */
export async function setPartRemoved(
  tx: Tx,
  programmeId: ProgrammeId,
  part: Part,
  id: RecordId,
  at: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(TABLES[part] as 'partner')
    .set({ removed_at: at })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id as PartnerId)
    .where('removed_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Gives each part the place it has in the list. */
export async function savePositions(
  tx: Tx,
  programmeId: ProgrammeId,
  part: Part,
  ids: readonly RecordId[],
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx
      .updateTable(TABLES[part] as 'partner')
      .set({ position })
      .where('programme_id', '=', programmeId)
      .where('id', '=', id as PartnerId)
      .execute()
  }
}

/** Slugs of all focus areas there ever were: an address is given once. */
export async function listAreaSlugs(tx: Tx, programmeId: ProgrammeId): Promise<string[]> {
  const rows = await tx.selectFrom('focus_area').select('slug').where('programme_id', '=', programmeId).execute()
  return rows.map(({ slug }) => slug)
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
