import { checkGroup } from '@stegvis/core/aid/groups/check.ts'
import type { PartyInput } from '@stegvis/core/aid/groups/picture.ts'
import { groupFacts } from '@stegvis/core/aid/groups/records.ts'
import type { Party } from '@stegvis/core/aid/groups/schema.ts'
import { type Fault, faultAt, type Path } from '@stegvis/core/aid/input.ts'
import { maskPersonalNumbers } from '@stegvis/core/identity/masking.ts'
import { companyNumber } from '@stegvis/core/identity/number.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { pointerTo } from '@stegvis/core/kernel/pointer.ts'
import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { findParty, type StoredParty } from './component-store.ts'
import { faultsIn, newFaults } from './faults.ts'
import { findByNumber, insertParty, isUsed, lockParties, setPartyRemoved, updateParty } from './party-store.ts'
import { mayChange, reachOf } from './reach.ts'
import { openScene, type Scene, tell } from './scene.ts'
import { readComponent } from './service.ts'

const SENTENCES = {
  id: { sv: 'Id:t är inte det som står i adressen.', en: 'The id is not that of the address.' },
  company: {
    sv: 'Företaget deltar i programmet, och är ett företag.',
    en: 'The company takes part in the programme, and is an enterprise.',
  },
  taken: { sv: 'Numret är redan {name}.', en: 'The number is that of {name} already.' },
}

type Key = { companyId: CompanyId; id: RecordId }

/**
 * Adds a party, or says it anew. Answers its id: where the number is known already, that of the party who has it.
 * Throws `invalid-input` where it cannot be true, `changed-meanwhile` where somebody else wrote first.
 */
export async function putParty(tx: Tx, actor: Actor, key: Key, input: PartyInput, now: string): Promise<RecordId> {
  const scene = await openScene(tx, actor, key.companyId, now)
  if (input.party.id !== key.id) refuseFaults([faultAt(['party', 'id'], SENTENCES.id)])
  await lockParties(tx, actor.programmeId, [key.id])
  const before = await findOwn(scene, key.id)
  if (!before) {
    if (input.base !== 0) throw new Problem('not-found')
    return ensureParty(scene, input.party, ['party'])
  }
  const party = stored(input.party, before)
  if (!before.removed && sameValue(party, before.party)) return key.id
  if (before.removed || before.said.revision !== input.base) {
    throw new Problem('changed-meanwhile', undefined, { present: before.removed ? null : shown(before.party) })
  }
  await requireFreeNumber(scene, party)
  await updateParty(tx, actor.programmeId, { party, source: scene.source, by: actor.personId, at: now })
  await requireTrue(scene, party)
  const detail = { before: before.party, after: party }
  await tell(scene, { kind: 'group.party-changed', subjectId: key.id, detail, about: [before] })
  return key.id
}

/** Takes a party away that no fact names any more. */
export async function removeParty(tx: Tx, actor: Actor, key: Key, base: number, now: string): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  await lockParties(tx, actor.programmeId, [key.id])
  const before = await findOwn(scene, key.id)
  if (!before) throw new Problem('not-found')
  if (before.removed) return
  if (before.said.revision !== base) throw new Problem('changed-meanwhile', undefined, { present: shown(before.party) })
  if (before.companyId || (await isUsed(tx, actor.programmeId, key.id))) throw new Problem('in-use')
  await setPartyRemoved(tx, actor.programmeId, key.id, now)
  const detail = { before: before.party }
  await tell(scene, { kind: 'group.party-removed', subjectId: key.id, detail, about: [before] })
}

/** Puts a removed party back as it was. */
export async function restoreParty(tx: Tx, actor: Actor, key: Key, now: string): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  if (!before) throw new Problem('not-found')
  if (!before.removed) return
  await requireFreeNumber(scene, before.party)
  await setPartyRemoved(tx, actor.programmeId, key.id, null)
  const detail = { after: before.party }
  await tell(scene, { kind: 'group.party-restored', subjectId: key.id, detail, about: [before] })
}

/** The id of a party that is to be there: its own, or that of the party whose number it has. `place` is where it stands. */
export async function ensureParty(scene: Scene, sent: Party, place: Path): Promise<RecordId> {
  const { tx, actor, source, now } = scene
  const party = withPlainNumber(sent)
  const known = await findParty(tx, actor.programmeId, party.id)
  if (known) return party.id
  const owner = await findOwner(scene, party)
  if (owner) return owner
  refuseFaults(faultsAlone(party, place))
  const isNew = await insertParty(tx, actor.programmeId, {
    ...{ party, companyId: null, source, by: actor.personId },
    at: now,
  })
  if (!isNew) return (await findOwner(scene, party)) ?? party.id
  const added = await findParty(tx, actor.programmeId, party.id)
  const detail = { after: party }
  await tell(scene, { kind: 'group.party-added', subjectId: party.id, detail, about: added ? [added] : [] })
  return party.id
}

async function findOwner({ tx, actor }: Scene, party: Party): Promise<RecordId | undefined> {
  if (!('number' in party) || party.number === undefined) return undefined
  return findByNumber(tx, actor.programmeId, { country: party.country, number: party.number })
}

/** A party as others may read it. */
export function shown(party: Party): Party {
  return 'number' in party && party.number ? { ...party, number: maskPersonalNumbers(party.number) } : party
}

function withPlainNumber(party: Party): Party {
  if (!('number' in party) || !party.number) return party
  return { ...party, number: companyNumber(party.country, party.number) }
}

/** What is to be kept of what was sent: a masked number as it is, and of a company of the programme its own record. */
function stored(sent: Party, { party: before, companyId }: StoredParty): Party {
  const masked = shown(before)
  const isMasked = 'number' in sent && 'number' in masked && sent.number === masked.number
  const party = isMasked && 'number' in before ? { ...sent, number: before.number } : withPlainNumber(sent)
  if (companyId === null || before.kind !== 'enterprise') return party
  if (party.kind !== 'enterprise') refuseFaults([faultAt(['party', 'kind'], SENTENCES.company)])
  const { name, country, number } = before
  return { ...party, name, country, number } as Party
}

type KnownParty = StoredParty & { removed: boolean }

/** A party of the group, or one that nobody has put in any. Throws `not-found` for one of another group. */
async function findOwn({ tx, actor, component }: Scene, id: RecordId): Promise<KnownParty | undefined> {
  const before = await findParty(tx, actor.programmeId, id)
  if (!before) return undefined
  const isHere = component.parties.some(({ party }) => party.id === id)
  if (!isHere && (before.companyId || (await isUsed(tx, actor.programmeId, id)))) throw new Problem('not-found')
  if (!mayChange(await reachOf(tx, actor, [before]), [before])) throw new Problem('not-allowed')
  return before
}

async function requireFreeNumber(scene: Scene, party: Party): Promise<void> {
  const owner = await findOwner(scene, party)
  if (!owner || owner === party.id) return
  const other = await findParty(scene.tx, scene.actor.programmeId, owner)
  refuseFaults([faultAt(['party', 'number'], SENTENCES.taken, { name: other?.party.name ?? '' })])
}

function faultsAlone(party: Party, place: Path): Fault[] {
  return checkGroup(groupFacts([party], [])).map(({ pointer, message }) => ({
    pointer: pointer.replace('#/parties/0', pointerTo(place)),
    message,
  }))
}

/** Throws `invalid-input` where the picture cannot be true with the party as it is now. */
async function requireTrue({ tx, actor, companyId, component }: Scene, party: Party): Promise<void> {
  refuseFaults(faultsAlone(party, ['party']))
  const faults = newFaults(component, await readComponent(tx, actor, companyId))
  refuseFaults(faultsIn(faults, new Map([[party.id, '#/party']]), '#/party/kind'))
}
