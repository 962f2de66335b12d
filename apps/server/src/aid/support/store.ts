import { Rate } from '@stegvis/core/aid/de-minimis/amount.ts'
import { CoachingCost } from '@stegvis/core/aid/de-minimis/value/coaching-value.ts'
import { SupportDecision, SupportState } from '@stegvis/core/aid/support/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { z } from 'zod'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'

export type StoredSupport = {
  id: RecordId
  companyId: CompanyId
  state: SupportState
  cost: CoachingCost
  amountMinor: number
  currency: string
  rate: Rate | null
  amountEurCents: number | null
  note: string
  decision: SupportDecision | null
  decidedOn: PlainDate | null
  revision: number
  by: string | null
  at: string
}

const Decision = SupportDecision.omit({ by: true, at: true, decidedOn: true })
export type StoredDecision = z.infer<typeof Decision>

function supports(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('support as s')
    .leftJoin('auth.user as u', 'u.id', 's.made_by')
    .leftJoin('auth.user as d', 'd.id', 's.decided_by')
    .selectAll('s')
    .select(['u.name as made_by_name', 'd.name as decided_by_name'])
    .where('s.programme_id', '=', programmeId)
}

type Row = Awaited<ReturnType<ReturnType<typeof supports>['execute']>>[number]

function toSupport(row: Row): StoredSupport {
  const { decision, decided_on: decidedOn, decided_at: at } = row
  return {
    id: row.id,
    companyId: row.company_id,
    state: SupportState.parse(row.state),
    cost: CoachingCost.parse(row.planned),
    amountMinor: row.amount_minor,
    currency: row.currency,
    rate: row.rate === null ? null : Rate.parse(row.rate),
    amountEurCents: row.amount_eur_cents,
    note: row.note,
    decision:
      decidedOn === null || at === null
        ? null
        : { ...Decision.parse(decision), decidedOn, by: row.decided_by_name, at },
    decidedOn,
    revision: row.revision,
    by: row.made_by_name,
    at: row.made_at,
  }
}

/** Newest first. */
export async function listSupports(tx: Tx, { programmeId, companyId }: CompanyKey): Promise<StoredSupport[]> {
  const rows = await supports(tx, programmeId)
    .where('s.company_id', '=', companyId)
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map(toSupport)
}

export async function findSupport(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  id: RecordId,
): Promise<StoredSupport | undefined> {
  const row = await supports(tx, programmeId)
    .where('s.company_id', '=', companyId)
    .where('s.id', '=', id)
    .executeTakeFirst()
  return row && toSupport(row)
}

type Planned = Pick<StoredSupport, 'cost' | 'amountMinor' | 'currency' | 'note'>

const columns = ({ cost, amountMinor, currency, note }: Planned) => ({
  planned: JSON.stringify(cost),
  amount_minor: amountMinor,
  currency,
  note,
})

/** False when the id is there already, as after a repeated call. */
export async function insertSupport(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  support: Planned & { id: RecordId; by: PersonId; at: string },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('support')
    .values({
      programme_id: programmeId,
      id: support.id,
      company_id: companyId,
      state: 'planned',
      made_by: support.by,
      made_at: support.at,
      ...columns(support),
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirst()
  return Boolean(inserted.numInsertedOrUpdatedRows)
}

type Decided = {
  state: 'granted' | 'refused'
  decision: StoredDecision
  decidedOn: PlainDate
  by: PersonId
  at: string
  amountMinor: number
  rate: Rate | null
  amountEurCents: number | null
}

/** False when somebody else has written since that revision. */
export async function updateSupport(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  revision: number,
  change: Planned | Decided | { state: 'planned' | 'submitted' | 'withdrawn' },
): Promise<boolean> {
  const updated = await tx
    .updateTable('support')
    .set((set) => ({ ...changed(change), revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Boolean(updated.numUpdatedRows)
}

function changed(change: Parameters<typeof updateSupport>[4]) {
  if ('cost' in change) return columns(change)
  if (!('decision' in change)) return { state: change.state }
  return {
    state: change.state,
    decision: JSON.stringify(change.decision),
    decided_on: change.decidedOn,
    decided_by: change.by,
    decided_at: change.at,
    amount_minor: change.amountMinor,
    rate: change.rate === null ? null : JSON.stringify(change.rate),
    amount_eur_cents: change.amountEurCents,
  }
}
