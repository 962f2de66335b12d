import { groupFacts } from '@stegvis/core/aid/groups/records.ts'
import type { GroupFacts, Party } from '@stegvis/core/aid/groups/schema.ts'
import type { CompanyId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { listComponent, listFacts, listParties, type StoredFact, type StoredParty } from './component-store.ts'
import { findByNumber, findCompanyParty, insertParty, linkParty } from './party-store.ts'

/** In which programme. An actor is one. */
type Within = { programmeId: ProgrammeId }

/** The largest picture that is computed with; a group beyond it is refused when it is written. */
export const MOST_PARTIES = 1000

/** All that hangs together with one company, as it was stated; its own party first. */
export type Component = { partyId: RecordId; parties: StoredParty[]; facts: StoredFact[] }

/**
 * The party that a company of the programme is, made where it is not there yet: an owner that was entered before by
 * the same number becomes the company. Throws `not-found` for a company of no such programme.
 */
export async function partyOf(tx: Tx, within: Within, companyId: CompanyId, now: string): Promise<RecordId> {
  const key = keyOf(within, companyId)
  const { id, party, isStored } = await companyParty(tx, within, companyId)
  if (isStored) {
    await linkParty(tx, key, id)
    return id
  }
  const isNew = await insertParty(tx, key.programmeId, { party, companyId, source: 'staff', by: null, at: now })
  return isNew ? id : (await companyParty(tx, within, companyId)).id
}

/** Until somebody says more of it, a company's party has the id of the company, so that reading writes nothing. */
async function companyParty(tx: Tx, within: Within, companyId: CompanyId) {
  const company = await findCompanyParty(tx, keyOf(within, companyId))
  if (!company) throw new Problem('not-found')
  const known = await findByNumber(tx, within.programmeId, company)
  const id: RecordId = known ?? companyId
  const party: Party = { id, kind: 'enterprise', ...company }
  return { id, party, isStored: known !== undefined }
}

/** Everything stated about owners that hangs together with a company. Writes nothing. */
export async function readComponent(tx: Tx, within: Within, companyId: CompanyId): Promise<Component> {
  const { id, party, isStored } = await companyParty(tx, within, companyId)
  if (!isStored) {
    const said = { source: 'staff', by: null, at: '', revision: 0 } as const
    return { partyId: id, parties: [{ party, companyId, said }], facts: [] }
  }
  const ids = await listComponent(tx, within.programmeId, id, MOST_PARTIES + 1)
  if (ids.length > MOST_PARTIES) throw new Problem('group-too-large')
  const parties = await listParties(tx, within.programmeId, ids)
  const own = parties.filter((entry) => entry.party.id === id)
  const others = parties.filter((entry) => entry.party.id !== id)
  return { partyId: id, parties: [...own, ...others], facts: await listFacts(tx, within.programmeId, ids) }
}

/** The facts of a company's group as the rules take them; ids are those of parties. Writes nothing. */
export async function readPicture(
  tx: Tx,
  within: Within,
  companyId: CompanyId,
): Promise<{ facts: GroupFacts; partyId: RecordId }> {
  const component = await readComponent(tx, within, companyId)
  return { facts: factsOf(component), partyId: component.partyId }
}

export function factsOf({ parties, facts }: Component): GroupFacts {
  return groupFacts(
    parties.map(({ party }) => party),
    facts.map(({ stated }) => stated),
  )
}
