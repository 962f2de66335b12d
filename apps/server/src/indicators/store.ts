import type { KeyFigureValue, Quality, ValueFacts } from '@stegvis/core/indicators/schema.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../db/tenancy.ts'
import type { LadderOfArea } from './key-figures.ts'

/** The programme's focus areas with their ladders, in the programme's order. */
export async function listLadders(tx: Tx, programmeId: ProgrammeId): Promise<LadderOfArea[]> {
  const rows = await tx
    .selectFrom('focus_area')
    .select(['id', 'slug', 'name', 'accent', 'model_id as modelId', 'model_version as modelVersion'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, slug, name, accent, ...model }) => ({
    focusArea: { id, slug, name: DraftText.parse(name), accent },
    ...model,
  }))
}

export async function getCompanyName(tx: Tx, companyId: CompanyId): Promise<string> {
  const { name } = await tx.selectFrom('company').select('name').where('id', '=', companyId).executeTakeFirstOrThrow()
  return name
}

/** A value as stored, before it is decided what the reader may change. */
export type StoredValue = Omit<KeyFigureValue, 'mayChange'> & { companyId: CompanyId }

const values = (tx: Tx) =>
  tx
    .selectFrom('key_figure_value as v')
    .leftJoin('auth.user as by', 'by.id', 'v.entered_by')
    .leftJoin('auth.user as verifier', 'verifier.id', 'v.verified_by')
    .select(['v.id', 'v.company_id', 'v.key_figure_id', 'v.from_on', 'v.to_on', 'v.amount', 'v.unit', 'v.quality'])
    .select(['v.source', 'v.note', 'v.verified_by', 'verifier.name as verifier', 'by.name as entered_by'])
    .select(['v.entered_at', 'v.revision', 'v.removed_at'])

type Row = Awaited<ReturnType<ReturnType<typeof values>['execute']>>[number]

function toValue(row: Row): StoredValue {
  return {
    id: row.id,
    companyId: row.company_id,
    keyFigureId: row.key_figure_id,
    fromOn: row.from_on,
    toOn: row.to_on,
    amount: row.amount,
    unit: row.unit,
    quality: row.quality,
    source: row.source ?? '',
    note: row.note ?? '',
    verifiedBy: row.verified_by && { id: row.verified_by, name: row.verifier ?? '' },
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
    revision: row.revision,
    removedAt: row.removed_at,
  }
}

/** What stands of a company, oldest period first. */
export async function listValues(tx: Tx, companyId: CompanyId): Promise<StoredValue[]> {
  const rows = await values(tx)
    .where('v.company_id', '=', companyId)
    .where('v.removed_at', 'is', null)
    .orderBy('v.to_on')
    .orderBy('v.from_on')
    .orderBy('v.id')
    .execute()
  return rows.map(toValue)
}

/** Held, so that what a correction is judged by stays as it was read. */
export async function holdValue(tx: Tx, id: RecordId): Promise<StoredValue | undefined> {
  const row = await values(tx).where('v.id', '=', id).forUpdate('v').executeTakeFirst()
  return row && toValue(row)
}

export async function findValue(tx: Tx, id: RecordId): Promise<StoredValue | undefined> {
  const row = await values(tx).where('v.id', '=', id).executeTakeFirst()
  return row && toValue(row)
}

/** The qualities of the other values of the same key figure. Holds them, so that a second baseline cannot slip in. */
export async function listOtherQualities(
  tx: Tx,
  key: { companyId: CompanyId; keyFigureId: string; except: RecordId },
): Promise<Quality[]> {
  await tx.selectFrom('company').select('id').where('id', '=', key.companyId).forNoKeyUpdate().execute()
  const rows = await tx
    .selectFrom('key_figure_value')
    .select('quality')
    .where('company_id', '=', key.companyId)
    .where('key_figure_id', '=', key.keyFigureId)
    .where('id', '<>', key.except)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ quality }) => quality)
}

type NewRow = ValueFacts & { id: RecordId; keyFigureId: string; unit: string; verifiedBy: PersonId | null }

export async function insertValue(
  tx: Tx,
  key: { programmeId: ProgrammeId; companyId: CompanyId },
  value: NewRow & { enteredBy: PersonId },
): Promise<void> {
  await tx
    .insertInto('key_figure_value')
    .values({
      programme_id: key.programmeId,
      id: value.id,
      company_id: key.companyId,
      key_figure_id: value.keyFigureId,
      unit: value.unit,
      entered_by: value.enteredBy,
      ...columns(value),
    })
    .execute()
}

/** Writes the whole value over, as a new revision. */
export async function updateValue(
  tx: Tx,
  id: RecordId,
  value: ValueFacts & { verifiedBy: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('key_figure_value')
    .set((set) => ({ ...columns(value), revision: set('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function columns(value: ValueFacts & { verifiedBy: PersonId | null }) {
  return {
    from_on: value.fromOn,
    to_on: value.toOn,
    amount: value.amount,
    quality: value.quality,
    source: value.source || null,
    note: value.note || null,
    verified_by: value.verifiedBy,
  }
}

export async function markRemoved(tx: Tx, id: RecordId, at: string | null): Promise<void> {
  await tx
    .updateTable('key_figure_value')
    .set((set) => ({ removed_at: at, revision: set('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
