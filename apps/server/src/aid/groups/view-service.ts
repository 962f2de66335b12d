import type { CompanyGroup, FactRecord, PartyRecord, Said } from '@stegvis/core/aid/groups/picture.ts'
import { partiesOf } from '@stegvis/core/aid/groups/records.ts'
import { smeGroupView, undertakingView } from '@stegvis/core/aid/groups/view.ts'
import { definitionOn } from '@stegvis/core/aid/size/definition.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { SME_DEFINITIONS } from '../size/definitions.ts'
import type { Said as Stored, StoredFact, StoredParty } from './component-store.ts'
import { faultsOf } from './faults.ts'
import { shown } from './party-service.ts'
import { mayChange, type Reach, reachOf } from './reach.ts'
import { factsOf, readComponent } from './service.ts'

/** The owners around a company as this person may see them, and the two groups as they are on a day. */
export async function readGroup(tx: Tx, actor: Actor, companyId: CompanyId, on: PlainDate): Promise<CompanyGroup> {
  const subject = await requireInCompany(tx, actor, 'aid.read', companyId)
  const component = await readComponent(tx, actor, companyId)
  const reach = await reachOf(tx, actor, component.parties)
  const byId = new Map(component.parties.map((stored) => [stored.party.id, stored]))
  const faults = faultsOf(component).map(({ record, text }) => ({ record, text }))
  const facts = factsOf(component)
  const definition = definitionOn(SME_DEFINITIONS, on)?.definition
  const [own] = facts.parties
  const country = own && 'country' in own ? own.country : ''
  const isTrue = faults.length === 0
  const mayEdit = can(actor, 'aid.edit', subject)
  return {
    on,
    partyId: component.partyId,
    parties: component.parties.map((stored) => partyRecord(stored, reach, mayEdit)),
    facts: component.facts.map((stored) => factRecord(stored, byId, reach, mayEdit)),
    faults,
    sme: isTrue && definition ? smeGroupView(facts, component.partyId, on, definition) : null,
    undertaking: isTrue ? undertakingView(facts, component.partyId, on, country) : null,
    mayEdit,
  }
}

function partyRecord(stored: StoredParty, reach: Reach, mayEdit: boolean): PartyRecord {
  const { party, companyId, said } = stored
  return {
    party: shown(party),
    companyId: companyId && reach.known.has(companyId) ? companyId : null,
    said: saidOf(said),
    mayChange: mayEdit && mayChange(reach, [stored]),
  }
}

function factRecord(
  { id, stated, note, said }: StoredFact,
  parties: ReadonlyMap<string, StoredParty>,
  reach: Reach,
  mayEdit: boolean,
): FactRecord {
  const about = partiesOf(stated).flatMap((party) => parties.get(party) ?? [])
  return { id, stated, note, said: saidOf(said), mayChange: mayEdit && mayChange(reach, about) }
}

export function saidOf({ source, by, at, revision }: Stored): Said {
  return { source, by, at: at === '' ? null : at, revision }
}
