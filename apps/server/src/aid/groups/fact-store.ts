import { type GroupFact, partiesOf } from '@stegvis/core/aid/groups/records.ts'
import type { PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Said } from './component-store.ts'

export type WrittenFact = {
  id: RecordId
  stated: GroupFact
  note: string
  source: Said['source']
  by: PersonId
  at: string
}

export async function insertFact(tx: Tx, programmeId: ProgrammeId, fact: WrittenFact): Promise<void> {
  await tx
    .insertInto('group_fact')
    .values({ programme_id: programmeId, id: fact.id, ...columnsOf(fact) })
    .execute()
  await nameParties(tx, programmeId, fact)
}

export async function updateFact(tx: Tx, programmeId: ProgrammeId, fact: WrittenFact): Promise<void> {
  await tx
    .updateTable('group_fact')
    .set((set) => ({ ...columnsOf(fact), revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', fact.id)
    .execute()
  await tx
    .deleteFrom('group_fact_party')
    .where('programme_id', '=', programmeId)
    .where('fact_id', '=', fact.id)
    .execute()
  await nameParties(tx, programmeId, fact)
}

/** Takes a fact away at an instant, or puts it back with null. */
export async function setFactRemoved(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  removed: string | null,
): Promise<void> {
  await tx
    .updateTable('group_fact')
    .set((set) => ({ removed_at: removed, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

function columnsOf({ stated, note, source, by, at }: WrittenFact) {
  return { kind: stated.kind, fact: JSON.stringify(stated.fact), note, source, stated_by: by, stated_at: at }
}

async function nameParties(tx: Tx, programmeId: ProgrammeId, { id, stated }: WrittenFact): Promise<void> {
  const values = partiesOf(stated).map((party) => ({ programme_id: programmeId, fact_id: id, party_id: party }))
  await tx.insertInto('group_fact_party').values(values).execute()
}
