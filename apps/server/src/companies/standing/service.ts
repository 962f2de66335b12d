import type { CoachForManyReply } from '@stegvis/core/companies/list/schema.ts'
import type { Company } from '@stegvis/core/companies/schema.ts'
import { handOver } from '@stegvis/core/companies/standing/hand-over.ts'
import { type CompanyStatus, changeStatus } from '@stegvis/core/companies/standing/status.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Decision } from '@stegvis/core/kernel/decision.ts'
import type { CompanyId, PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { requireCompany } from '../access.ts'
import { keyOf } from '../key.ts'
import { tellCoach } from '../mails.ts'
import { readCompany } from '../record/service.ts'
import { updateCompany } from '../record/store.ts'
import { type CoachToBe, findCoach } from './coach-store.ts'
import { insertCoachPeriod, insertStatusChange, lockStanding } from './store.ts'

export type StatusStep = { id: RecordId; to: CompanyStatus; reason: string }

/** Takes the company one step along its path. The reason is kept for the team. */
export async function setStatus(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  step: StatusStep,
  on: PlainDate,
): Promise<Company> {
  await requireCompany(tx, actor, 'company.status', companyId)
  const key = keyOf(actor, companyId)
  const { status: from } = await lockStanding(tx, key)
  const decision = changeStatus(from, step.to, step.reason)
  const change = { id: step.id, from, to: step.to, reason: step.reason.trim(), by: actor.personId, on }
  // A repeated request finds the status where it put it, which is no path any more.
  if (!decision.ok && from !== step.to) throw new Problem(decision.problem, decision.detail)
  if (decision.ok && (await insertStatusChange(tx, key, change))) {
    await updateCompany(tx, key, { status: step.to, status_since: on })
    const detail = { from, to: step.to, team: { reason: change.reason } }
    await recordEvent(tx, actor, { kind: 'company.status-changed', companyId, detail, audience: 'all' })
  }
  return readCompany(tx, actor, companyId)
}

export type Assignment = { coachId: PersonId; note?: string | null | undefined }

/** Told of each company that got a new coach, in the same transaction. */
export type TellCoach = (tx: Tx, coach: CoachToBe, companies: readonly string[], note: string | null) => Promise<void>

/** Makes somebody the company's coach, with a note for the one who takes over. */
export async function setCoach(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  assignment: Assignment & { id: RecordId },
  on: PlainDate,
  tell: TellCoach,
): Promise<Company> {
  await requireCompany(tx, actor, 'company.assign', companyId)
  const coach = await findCoach(tx, actor.programmeId, assignment.coachId)
  const decision = await assign(tx, actor, companyId, coach, assignment, on)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  if (coach && decision.value) await tellOther(tx, actor, tell, coach, [decision.value], assignment)
  // Handing a company over can end one's own access to it: then the register is what is left to see.
  return readCompany(tx, actor, companyId)
}

/** The same for many at once: each company is judged by itself, and the refused ones are named. */
export async function setCoachForMany(
  tx: Tx,
  actor: Actor,
  { companyIds, ...assignment }: Assignment & { companyIds: readonly CompanyId[] },
  on: PlainDate,
  tell: TellCoach,
): Promise<CoachForManyReply> {
  const coach = await findCoach(tx, actor.programmeId, assignment.coachId)
  const reply: CoachForManyReply = { assigned: [], refused: [] }
  const names: string[] = []
  // In one order for everybody, so that two who assign the same companies wait for each other and do not lock up.
  for (const companyId of [...new Set(companyIds)].sort()) {
    await requireCompany(tx, actor, 'company.assign', companyId)
    const decision = await assign(tx, actor, companyId, coach, { ...assignment, id: newId() }, on)
    if (decision.ok) reply.assigned.push(companyId)
    else reply.refused.push({ companyId, problem: decision.problem })
    if (decision.ok && decision.value) names.push(decision.value)
  }
  if (coach && names.length > 0) await tellOther(tx, actor, tell, coach, names, assignment)
  return reply
}

/** The company's name when it got a new coach, null when it had this one already. */
async function assign(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  coach: CoachToBe | undefined,
  { id, note }: Assignment & { id: RecordId },
  on: PlainDate,
): Promise<Decision<string | null>> {
  const key = keyOf(actor, companyId)
  const { coachId: from, partnerId, name } = await lockStanding(tx, key)
  const decision = handOver({ partnerId, coachId: from }, coach)
  if (!decision.ok) return decision
  const { coachId, changed } = decision.value
  if (!changed) return { ok: true, value: null }
  await insertCoachPeriod(tx, key, { id, coachId, from: on, note: note || null, by: actor.personId })
  await updateCompany(tx, key, { coach_id: coachId })
  const detail = { from, to: coachId, coach: coach?.name ?? '', team: { note: note || null } }
  await recordEvent(tx, actor, { kind: 'company.coach-assigned', companyId, detail, audience: 'all' })
  return { ok: true, value: name }
}

/** Who takes a company over themselves needs no mail about it. */
async function tellOther(
  tx: Tx,
  actor: Actor,
  tell: TellCoach,
  coach: CoachToBe,
  names: readonly string[],
  { note }: Assignment,
): Promise<void> {
  if (coach.personId !== actor.personId) await tell(tx, coach, names, note || null)
}

/** Mails the coach; the link opens the company, or the list when there are several. */
export function coachTeller(deps: Deps, actor: Actor, companyId: CompanyId | null = null): TellCoach {
  return (tx, coach, companies, note) =>
    tellCoach(tx, deps, actor.programmeId, coach, { by: actor.name, companies, companyId, note })
}
