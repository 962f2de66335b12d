import { checkGroup } from '@stegvis/core/aid/groups/check.ts'
import type { FactInput } from '@stegvis/core/aid/groups/picture.ts'
import { FACT_LISTS, type GroupFact, groupFacts, partiesOf, withParties } from '@stegvis/core/aid/groups/records.ts'
import { type Fault, faultAt } from '@stegvis/core/aid/input.ts'
import { type CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { listParties, lockFact, type StoredFact, type StoredParty } from './component-store.ts'
import { insertFact, setFactRemoved, updateFact } from './fact-store.ts'
import { faultsIn, newFaults, writtenLast } from './faults.ts'
import { ensureParty } from './party-service.ts'
import { lockParties } from './party-store.ts'
import { mayChange, reachOf } from './reach.ts'
import { openScene, type Scene, tell } from './scene.ts'
import { readComponent } from './service.ts'

const OUTSIDE = {
  sv: 'Uppgiften rör ingen i företagets grupp.',
  en: 'The fact is about nobody in the group of the company.',
}

/**
 * States a fact about owners, or states it anew, with the parties that it names for the first time. Throws
 * `invalid-input` where it cannot be true with the others, and `changed-meanwhile` where somebody else wrote first.
 */
export async function putFact(
  tx: Tx,
  actor: Actor,
  key: { companyId: CompanyId; id: RecordId },
  input: FactInput,
  now: string,
): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  const known = await ensureParties(scene, input)
  const stated = withParties(input.stated, (id) => known.get(id) ?? id)
  if (before && isSaid(before, stated, input.note)) return
  requireBase(before, input.base)
  const about = await requireParties(scene, stated)
  const fact = { id: key.id, stated, note: input.note, source: scene.source, by: actor.personId, at: now }
  if (before) await updateFact(tx, actor.programmeId, fact)
  else await insertFact(tx, actor.programmeId, fact)
  await requireTrue(scene, key.id, [...known.values()])
  const kind = before ? 'group.fact-changed' : 'group.fact-added'
  await tell(scene, { kind, subjectId: key.id, detail: { before: before && shown(before), after: shown(fact) }, about })
}

/** Takes a fact away. Taken away already, it stays so. */
export async function removeFact(
  tx: Tx,
  actor: Actor,
  key: { companyId: CompanyId; id: RecordId },
  base: number,
  now: string,
): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  if (!before) throw new Problem('not-found')
  if (before.removed) return
  requireBase(before, base)
  await setFactRemoved(tx, actor.programmeId, key.id, now)
  const about = await listParties(tx, actor.programmeId, partiesOf(before.stated))
  await tell(scene, { kind: 'group.fact-removed', subjectId: key.id, detail: { before: shown(before) }, about })
}

/** Puts a removed fact back as it was, where it can still be true. */
export async function restoreFact(
  tx: Tx,
  actor: Actor,
  key: { companyId: CompanyId; id: RecordId },
  now: string,
): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  if (!before) throw new Problem('not-found')
  if (!before.removed) return
  const about = await requireParties(scene, before.stated)
  await setFactRemoved(tx, actor.programmeId, key.id, null)
  await requireTrue(scene, key.id, [])
  await tell(scene, { kind: 'group.fact-restored', subjectId: key.id, detail: { after: shown(before) }, about })
}

type KnownFact = StoredFact & { removed: boolean }

const shown = ({ stated, note }: Pick<StoredFact, 'stated' | 'note'>) => ({ ...stated, note })

function isSaid(before: KnownFact, stated: GroupFact, note: string): boolean {
  return !before.removed && sameValue(before.stated, stated) && before.note === note
}

function requireBase(before: KnownFact | undefined, base: number): void {
  if ((before?.said.revision ?? 0) === base) return
  const present = before && { id: before.id, stated: before.stated, note: before.note, said: before.said }
  throw new Problem('changed-meanwhile', undefined, { present: before?.removed ? null : (present ?? null) })
}

/** A fact of the group that is or was, which the actor may change. Throws `not-found` for one of another group. */
async function findOwn(scene: Scene, id: RecordId): Promise<KnownFact | undefined> {
  const { tx, actor, component } = scene
  const before = await lockFact(tx, actor.programmeId, id)
  if (!before) return undefined
  const named = partiesOf(before.stated)
  if (!component.parties.some(({ party }) => named.includes(party.id))) throw new Problem('not-found')
  await requireMay(scene, await listParties(tx, actor.programmeId, named))
  return before
}

async function requireMay({ tx, actor }: Scene, about: readonly StoredParty[]): Promise<void> {
  if (!mayChange(await reachOf(tx, actor, about), about)) throw new Problem('not-allowed')
}

/** The new parties by the id they were sent with; one whose number is known already is that one. */
async function ensureParties(scene: Scene, { parties }: FactInput): Promise<Map<RecordId, RecordId>> {
  const known = new Map<RecordId, RecordId>()
  for (const [at, party] of parties.entries()) {
    known.set(party.id, await ensureParty(scene, party, ['parties', at]))
  }
  return known
}

/**
 * The parties of a fact, kept from changing until the transaction ends, so that two facts about the same company wait
 * for each other. Throws `invalid-input` for those that are not there.
 */
async function requireParties(scene: Scene, stated: GroupFact): Promise<StoredParty[]> {
  const { tx, actor } = scene
  const named = partiesOf(stated)
  const ids = named.filter((id) => RecordId.safeParse(id).success)
  const about = await listParties(tx, actor.programmeId, await lockParties(tx, actor.programmeId, ids))
  if (about.length < named.length) refuseFaults(unknownParties(stated, about))
  await requireMay(scene, about)
  return about
}

function unknownParties(stated: GroupFact, about: readonly StoredParty[]): Fault[] {
  const parties = about.map(({ party }) => party)
  const place = `#/${FACT_LISTS[stated.kind]}/0`
  return checkGroup(groupFacts(parties, [stated])).map(({ pointer, message }) => ({
    pointer: pointer.replace(place, '#/stated/fact'),
    message,
  }))
}

/** Throws `invalid-input` where the picture with the fact in it cannot be true. */
async function requireTrue(
  { tx, actor, companyId, component }: Scene,
  id: RecordId,
  sent: readonly RecordId[],
): Promise<void> {
  const after = writtenLast(await readComponent(tx, actor, companyId), id)
  if (!after.facts.some((fact) => fact.id === id)) refuseFaults([faultAt(['stated'], OUTSIDE)])
  const places = new Map([[id, '#/stated/fact'], ...sent.map((party, at) => [party, `#/parties/${at}`] as const)])
  refuseFaults(faultsIn(newFaults(component, after), places, '#/stated'))
}
