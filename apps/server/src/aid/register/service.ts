import { toEurCents } from '@stegvis/core/aid/de-minimis/amount.ts'
import {
  deadlineOf,
  entryDifferences,
  registerPeriods,
  registrationFaults,
  standingEntry,
  standingOf,
} from '@stegvis/core/aid/register/rules.ts'
import type {
  NewRegistration,
  RegisterCounts,
  RegisterEntry,
  RegisterFilter,
  RegisterPage,
  RegisterQuery,
  RegisterRecord,
  RegisterRow,
  UndoRegistration,
} from '@stegvis/core/aid/register/schema.ts'
import { formatNumber, isPersonalNumber, OrganisationNumber } from '@stegvis/core/companies/organisation-number.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, canEverywhere } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { readCursor, writeCursor } from '../../companies/keyset.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { readChanges } from '../ledger/grant-service.ts'
import {
  insertRegisterEvent,
  knownEvents,
  listRegisterEvents,
  type Registered,
  updateRegistered,
} from './entry-store.ts'
import { countRegister, listOwnGrants, listRegister, type RegisteredGrant } from './store.ts'

export async function readRegister(
  tx: Tx,
  actor: Actor,
  { after, limit, ...filter }: RegisterQuery,
  today: PlainDate,
): Promise<RegisterPage> {
  const scope = { ...filter, periods: registerPeriods(DE_MINIMIS_LAW, today) }
  const { grants, end } = await listRegister(tx, actor.programmeId, scope, { after: readCursor(after), limit })
  return {
    rows: grants.map((grant) => registerRow(grant, today)),
    next: end && writeCursor(end),
    today,
    mayWrite: canEverywhere(actor, 'aid.grant'),
  }
}

/** Every award that the filter finds, for files. */
export async function readAllOfRegister(
  tx: Tx,
  actor: Actor,
  filter: RegisterFilter,
  today: PlainDate,
): Promise<{ grant: RegisteredGrant; row: RegisterRow }[]> {
  const scope = { ...filter, periods: registerPeriods(DE_MINIMIS_LAW, today) }
  const { grants } = await listRegister(tx, actor.programmeId, scope)
  return grants.map((grant) => ({ grant, row: registerRow(grant, today) }))
}

export function readRegisterCounts(
  tx: Tx,
  actor: Actor,
  { search }: Pick<RegisterFilter, 'search'>,
  today: PlainDate,
): Promise<RegisterCounts> {
  return countRegister(tx, actor.programmeId, { search, periods: registerPeriods(DE_MINIMIS_LAW, today) })
}

/** One award with its history in the register. Throws `not-found` for what the programme did not award. */
export async function readRecord(tx: Tx, actor: Actor, id: RecordId, today: PlainDate): Promise<RegisterRecord> {
  const [grant] = await listOwnGrants(tx, actor.programmeId, [id])
  if (!grant) throw new Problem('not-found')
  const history = await listRegisterEvents(tx, actor.programmeId, id)
  return { row: registerRow(grant, today), history, changes: await readChanges(tx, actor, id) }
}

/** When it is done, and by the clock of the programme. */
type Moment = { today: PlainDate; now: string }

/** Notes that awards stand in the register as they are here: all of them or none. A repeat changes nothing. */
export async function register(
  tx: Tx,
  actor: Actor,
  entries: readonly NewRegistration[],
  moment: Moment,
): Promise<RegisterRow[]> {
  const ids = [...new Set(entries.map(({ grantId }) => grantId))]
  const grants = await listOwnGrants(tx, actor.programmeId, ids, { locked: true })
  if (ids.length < entries.length || grants.length < ids.length) throw new Problem('not-found')
  const grantOf = (entry: NewRegistration) => grants.find(({ id }) => id === entry.grantId)!
  const said = await knownEvents(
    tx,
    actor.programmeId,
    entries.map(({ id }) => id),
  )
  const fresh = entries.filter(({ id }) => !said.has(id))
  refuseFaults(
    fresh.flatMap((entry) =>
      registrationFaults(entry, grantOf(entry), moment.today, ['entries', entries.indexOf(entry)]),
    ),
  )
  for (const entry of fresh) {
    const grant = grantOf(entry)
    await registerAs(tx, actor, grant, { ...entry, entry: entryOf(grant) }, moment)
  }
  return readRows(tx, actor, ids, moment.today)
}

type Said = Pick<NewRegistration, 'id' | 'revision' | 'registeredOn' | 'reference'> & { entry: RegisterEntry }

/** Notes what the register has of an award, which may be otherwise than it is here. */
export async function registerAs(
  tx: Tx,
  actor: Actor,
  grant: RegisteredGrant,
  { id, revision, registeredOn, reference, entry }: Said,
  { now }: Pick<Moment, 'now'>,
): Promise<void> {
  const isUpToDate = entryDifferences(entry, entryOf(grant)).length === 0
  await write(tx, actor, grant, revision, { registeredOn, reference, entry, isUpToDate })
  const said = { id, kind: 'registered' as const, registeredOn, reference, entry, reason: '' }
  await insertRegisterEvent(tx, actor.programmeId, grant.id, { ...said, by: actor.personId, at: now })
  const detail = { registeredOn, reference, awardedOn: grant.awardedOn }
  const { companyId, id: subjectId } = grant
  await recordEvent(tx, actor, { kind: 'aid.registered', companyId, subjectId, detail, audience: 'office' })
}

/** Takes back what was said last. What stood before it stands again. */
export async function undoRegistration(
  tx: Tx,
  actor: Actor,
  grantId: RecordId,
  { id, revision, reason }: UndoRegistration,
  { today, now }: Moment,
): Promise<RegisterRecord> {
  const [grant] = await listOwnGrants(tx, actor.programmeId, [grantId], { locked: true })
  if (!grant) throw new Problem('not-found')
  const history = await listRegisterEvents(tx, actor.programmeId, grantId)
  if (history.some((event) => event.id === id)) return readRecord(tx, actor, grantId, today)
  if (!standingEntry(history)) throw new Problem('not-registered')
  const undone = { id, kind: 'undone' as const, registeredOn: null, reference: null, entry: null, reason }
  const before = standingEntry([...history, { ...undone, by: null, at: now }])
  await write(tx, actor, grant, revision, before ? registeredAs(before, grant) : null)
  await insertRegisterEvent(tx, actor.programmeId, grantId, { ...undone, by: actor.personId, at: now })
  const detail = { from: grant.registerReference, to: before?.reference ?? null, reason }
  const { companyId } = grant
  await recordEvent(tx, actor, {
    ...{ kind: 'aid.register-undone', companyId, subjectId: grantId, detail, audience: 'office' as const },
  })
  return readRecord(tx, actor, grantId, today)
}

function registeredAs(
  { registeredOn, reference, entry }: RegisterRecord['history'][number],
  grant: RegisteredGrant,
): Registered {
  if (registeredOn === null || reference === null || entry === null) return null
  return { registeredOn, reference, entry, isUpToDate: entryDifferences(entry, entryOf(grant)).length === 0 }
}

async function write(tx: Tx, actor: Actor, grant: RegisteredGrant, revision: number, registered: Registered) {
  if (!(await updateRegistered(tx, actor.programmeId, grant.id, revision, registered))) {
    throw new Problem('changed-meanwhile')
  }
}

async function readRows(tx: Tx, actor: Actor, ids: readonly RecordId[], today: PlainDate): Promise<RegisterRow[]> {
  const grants = await listOwnGrants(tx, actor.programmeId, ids)
  return grants.map((grant) => registerRow(grant, today))
}

/** An award as the register should have it today. */
export function entryOf(grant: RegisteredGrant): RegisterEntry {
  const { memberState, regulation, awardedOn, currency, presentMinor: minor, rate } = grant
  const { authority, scheme, instrument, industryCode, reference, withdrawnOn } = grant
  const eurCents = toEurCents(DE_MINIMIS_LAW, { currency, minor, ...(rate && { rate }) })
  return {
    ...{ memberState, regulation, awardedOn, currency, minor, eurCents },
    ...{ authority, scheme, instrument, industryCode, reference, withdrawnOn },
  }
}

export function registerRow(grant: RegisteredGrant, today: PlainDate): RegisterRow {
  const { id, companyId, name, country, number, state, registeredOn, registerReference, revision } = grant
  const here = entryOf(grant)
  const deadline = state === 'open' ? deadlineOf(DE_MINIMIS_LAW, grant, today) : null
  return {
    ...{ id, companyId, name, country, number: formatNumber(number), isSoleTrader: isSoleTrader(number) },
    ...here,
    awardedMinor: grant.minor,
    awardedEurCents: grant.eurCents,
    standing: standingOf(state, deadline, today),
    deadline,
    ...{ registeredOn, registerReference, revision },
    toChange: grant.entry ? entryDifferences(grant.entry, here) : [],
  }
}

export function isSoleTrader(number: string): boolean {
  const parsed = OrganisationNumber.safeParse(number)
  return parsed.success && isPersonalNumber(parsed.data)
}
