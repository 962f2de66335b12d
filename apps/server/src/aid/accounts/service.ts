import { groupFacts } from '@stegvis/core/aid/groups/records.ts'
import { type Fault, faultAt } from '@stegvis/core/aid/input.ts'
import { currencyFaults } from '@stegvis/core/aid/rates/currencies.ts'
import { checkAccounts } from '@stegvis/core/aid/size/question.ts'
import { type AccountsInput, aheadFaults, dayOf, type GroupAccounts } from '@stegvis/core/aid/size/records.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import type { StoredParty } from '../groups/component-store.ts'
import { lockParties } from '../groups/party-store.ts'
import { mayChange, reachOf } from '../groups/reach.ts'
import { openScene, type Scene, tell } from '../groups/scene.ts'
import { readComponent } from '../groups/service.ts'
import { saidOf } from '../groups/view-service.ts'
import { readBooks } from './books.ts'
import {
  insertAccounts,
  listAccounts,
  lockAccounts,
  type StoredAccounts,
  setAccountsRemoved,
  updateAccounts,
} from './store.ts'

const OUTSIDE = { sv: 'Parten hör inte till företagets grupp.', en: 'The party is not in the group of the company.' }

type Key = { companyId: CompanyId; id: RecordId }

/** The accounts of everybody in a company's picture, as far as this person may see them. */
export async function readAccounts(tx: Tx, actor: Actor, companyId: CompanyId): Promise<GroupAccounts> {
  const subject = await requireInCompany(tx, actor, 'aid.read', companyId)
  const component = await readComponent(tx, actor, companyId)
  const reach = await reachOf(tx, actor, component.parties)
  const { books, incomplete } = await readBooks(tx, actor.programmeId, component)
  const parties = new Map(component.parties.map((stored) => [stored.party.id, stored]))
  const withheld = component.parties
    .filter((stored) => stored.companyId !== null && !reach.read.has(stored.companyId))
    .map(({ party }) => party.id)
  const isSeen = ({ partyId }: { partyId: RecordId }) => !withheld.includes(partyId)
  const mayEdit = can(actor, 'aid.edit', subject)
  return {
    accounts: books
      .filter(isSeen)
      .sort((a, b) => (a.partyId === b.partyId ? (dayOf(a.accounts) < dayOf(b.accounts) ? 1 : -1) : 0))
      .map(({ id, partyId, accounts, said }) => ({
        ...{ id, partyId, accounts, said: saidOf(said) },
        mayChange: id !== null && mayEdit && mayChange(reach, [parties.get(partyId)!]),
      })),
    incomplete: incomplete.filter(isSeen),
    withheld,
  }
}

/**
 * States the figures of a party for a year, or states them anew. Throws `invalid-input` where they cannot be true,
 * and `changed-meanwhile` where somebody else wrote first.
 */
export async function putAccounts(
  tx: Tx,
  actor: Actor,
  key: Key,
  input: AccountsInput,
  { now, today }: { now: string; today: PlainDate },
): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  const { partyId, accounts } = input
  if (before && !before.removed && before.partyId === partyId && sameValue(before.accounts, accounts)) return
  requireBase(before, input.base)
  const party = await requireParty(scene, partyId)
  refuseFaults([
    ...aheadFaults(accounts, today, ['accounts']),
    ...currencyFaults(accounts.currency, ['accounts', 'currency']),
    ...(await faultsAmong(scene, key.id, input)),
  ])
  const written = { id: key.id, partyId, accounts, source: scene.source, by: actor.personId, at: now }
  if (before) await updateAccounts(tx, actor.programmeId, written)
  else await insertAccounts(tx, actor.programmeId, written)
  const kind = before ? 'accounts.changed' : 'accounts.added'
  const detail = { before: before?.accounts ?? null, after: accounts }
  await tell(scene, { kind, subjectId: key.id, detail, about: [party] })
}

/** Takes accounts away. Taken away already, they stay so. */
export async function removeAccounts(tx: Tx, actor: Actor, key: Key, base: number, now: string): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  if (!before) throw new Problem('not-found')
  if (before.removed) return
  requireBase(before, base)
  await setAccountsRemoved(tx, actor.programmeId, key.id, now)
  const about = [await requireParty(scene, before.partyId)]
  await tell(scene, { kind: 'accounts.removed', subjectId: key.id, detail: { before: before.accounts }, about })
}

/** Puts removed accounts back as they were, where nothing stands in their place. */
export async function restoreAccounts(tx: Tx, actor: Actor, key: Key, now: string): Promise<void> {
  const scene = await openScene(tx, actor, key.companyId, now)
  const before = await findOwn(scene, key.id)
  if (!before) throw new Problem('not-found')
  if (!before.removed) return
  const about = [await requireParty(scene, before.partyId)]
  refuseFaults(await faultsAmong(scene, key.id, before))
  await setAccountsRemoved(tx, actor.programmeId, key.id, null)
  await tell(scene, { kind: 'accounts.restored', subjectId: key.id, detail: { after: before.accounts }, about })
}

type KnownAccounts = StoredAccounts & { removed: boolean }

function requireBase(before: KnownAccounts | undefined, base: number): void {
  if ((before?.said.revision ?? 0) === base) return
  const isThere = before && !before.removed
  const present = isThere ? { id: before.id, accounts: before.accounts, said: before.said } : null
  throw new Problem('changed-meanwhile', undefined, { present })
}

/** Accounts of the group that are or were. Throws `not-found` for those of another group. */
async function findOwn(scene: Scene, id: RecordId): Promise<KnownAccounts | undefined> {
  const before = await lockAccounts(scene.tx, scene.actor.programmeId, id)
  if (!before) return undefined
  if (!scene.component.parties.some(({ party }) => party.id === before.partyId)) throw new Problem('not-found')
  await requireParty(scene, before.partyId)
  return before
}

/** A party of the group whose accounts the actor may change, kept from changing until the transaction ends. */
async function requireParty({ tx, actor, component }: Scene, partyId: RecordId): Promise<StoredParty> {
  const stored = component.parties.find(({ party }) => party.id === partyId)
  if (!stored) {
    refuseFaults([faultAt(['partyId'], OUTSIDE)])
    throw new Problem('not-found')
  }
  if (!mayChange(await reachOf(tx, actor, [stored]), [stored])) throw new Problem('not-allowed')
  await lockParties(tx, actor.programmeId, [partyId])
  return stored
}

/** What cannot be true together with the other accounts of the party. */
async function faultsAmong(
  { tx, actor, component }: Scene,
  id: RecordId,
  { partyId, accounts }: Pick<AccountsInput, 'partyId' | 'accounts'>,
): Promise<Fault[]> {
  const others = (await listAccounts(tx, actor.programmeId, [partyId])).filter((each) => each.id !== id)
  const all = [...others.map((each) => each.accounts), accounts].map((each) => ({ ...each, enterprise: partyId }))
  const parties = component.parties.map(({ party }) => party)
  const place = `#/accounts/${others.length}`
  return checkAccounts({ accounts: all, group: groupFacts(parties, []) }, ['accounts']).map(({ pointer, message }) => ({
    pointer: pointer.replace(place, '#/accounts'),
    message,
  }))
}
