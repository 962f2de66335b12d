import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { revokeRole } from '@stegvis/core/people/rules.ts'
import type { GrantPeriod, NewGrant, StaffMember, StaffPage } from '@stegvis/core/people/schema.ts'
import { z } from 'zod'
import { type EventSource, recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { Problem } from '../../http/problem.ts'
import {
  countHolders,
  type GrantToMake,
  holdsGrant,
  insertGrant,
  listGrants,
  listStaff,
  lockGrant,
  markRevoked,
  type StaffFilter,
  type StoredGrant,
  setLastDay,
} from './store.ts'

const PAGE = 50
const Place = z.strictObject({ name: z.string(), id: z.uuid() })

/**
 * Gives a person a role and writes it down. For other features too: whoever sets a programme up becomes its
 * manager, whoever sends an interest in becomes the manager of the company. Repeating it changes nothing.
 */
export async function grantRole(tx: Tx, by: EventSource, grant: GrantToMake): Promise<void> {
  await insertGrant(tx, by.programmeId, by.personId, grant)
  await recordEvent(tx, by, {
    kind: 'role.granted',
    subjectId: grant.id,
    ...(grant.companyId && { companyId: grant.companyId }),
    detail: { role: grant.role, personId: grant.personId },
    audience: grant.companyId ? 'all' : 'office',
  })
}

export async function getStaffPage(
  tx: Tx,
  actor: Actor,
  { after, ...filter }: StaffFilter & { after?: string | undefined },
): Promise<StaffPage> {
  const place = after === undefined ? null : decodeCursor(after, Place)
  const found = await listStaff(tx, actor.programmeId, filter, place, PAGE + 1)
  const people = await withGrants(tx, actor, found.slice(0, PAGE))
  const last = people.at(-1)
  return {
    people,
    next: last && found.length > PAGE ? encodeCursor({ name: last.name, id: last.personId }) : null,
  }
}

async function withGrants(
  tx: Tx,
  actor: Actor,
  people: readonly Omit<StaffMember, 'grants'>[],
): Promise<StaffMember[]> {
  const ids = people.map(({ personId }) => personId)
  const grants = Map.groupBy(await listGrants(tx, actor.programmeId, ids, actor.timeZone), ({ personId }) => personId)
  return people.map((person) => ({
    ...person,
    grants: (grants.get(person.personId) ?? []).map(({ personId: _, ...grant }) => grant),
  }))
}

/** One more role for somebody of the programme's staff. The same id again changes nothing. */
export async function addRole(tx: Tx, actor: Actor, personId: PersonId, grant: NewGrant): Promise<StaffMember> {
  await getMember(tx, actor, personId)
  if (!(await holdsGrant(tx, actor.programmeId, grant.id))) {
    const { expiresOn, ...held } = grant
    await grantRole(tx, actor, { ...held, personId, companyId: null, until: lastDay(actor, expiresOn) })
  }
  return getMember(tx, actor, personId)
}

/** Takes a role away at once. Throws when nobody else holds a role the programme cannot be without. */
export async function revoke(tx: Tx, actor: Actor, id: string, reason: string, now: string): Promise<void> {
  const grant = await requireStaffGrant(tx, actor, id)
  const holders = await countHolders(tx, actor.programmeId, grant.role)
  const decision = revokeRole(grant.role, holders, reason)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  await markRevoked(tx, actor.programmeId, id, now)
  await recordEvent(tx, actor, {
    kind: 'role.revoked',
    subjectId: id,
    detail: { role: grant.role, personId: grant.personId, reason: decision.value.reason },
    audience: 'office',
  })
}

/** Sets or removes the last day of a role. Throws `changed-meanwhile` when it is no longer `from`. */
export async function setPeriod(
  tx: Tx,
  actor: Actor,
  id: string,
  { from, to }: GrantPeriod,
  today: PlainDate,
): Promise<StaffMember> {
  const grant = await requireStaffGrant(tx, actor, id)
  if (to !== null && to < today) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '#/to', detail: 'before today' }] })
  }
  if (grant.expiresOn !== from && grant.expiresOn !== to) {
    throw new Problem('changed-meanwhile', undefined, { present: grant.expiresOn })
  }
  await setLastDay(tx, actor.programmeId, id, lastDay(actor, to))
  await recordEvent(tx, actor, {
    kind: 'role.period-changed',
    subjectId: id,
    detail: { role: grant.role, personId: grant.personId, from, to },
    audience: 'office',
  })
  return getMember(tx, actor, grant.personId)
}

const lastDay = ({ timeZone }: Actor, day: PlainDate | null) => day && { day, timeZone }

/** Company roles are the company's: they are reached through it, with its own permission. */
async function requireStaffGrant(tx: Tx, actor: Actor, id: string): Promise<StoredGrant> {
  const grant = await lockGrant(tx, actor.programmeId, id, actor.timeZone)
  if (!grant || grant.companyId !== null) throw new Problem('not-found')
  return grant
}

/** Somebody of the staff. Throws `not-found` for anybody without a role in the programme itself. */
export async function getMember(tx: Tx, actor: Actor, personId: PersonId): Promise<StaffMember> {
  const found = await listStaff(tx, actor.programmeId, { personId }, null, 1)
  const [member] = await withGrants(tx, actor, found)
  if (!member) throw new Problem('not-found')
  return member
}
