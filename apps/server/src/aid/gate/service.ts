import { type GateAnswer, type GateFacts, mayLogAdvice } from '@stegvis/core/aid/de-minimis/gate/gate.ts'
import { declarationFor } from '@stegvis/core/aid/declaration/rules.ts'
import { type Decided, decisionFor, headroomVerdict } from '@stegvis/core/aid/gate/rules.ts'
import type { NewException } from '@stegvis/core/aid/gate/schema.ts'
import { withdrawnOn } from '@stegvis/core/aid/ledger/rules.ts'
import type { SessionAid } from '@stegvis/core/coaching/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, type CompanySubject, can } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { type CompanyLedger, type Line, readLedger } from '../ledger/service.ts'
import { readRules } from '../rules/service.ts'
import { listSupports, type StoredSupport } from '../support/store.ts'
import { judge, readSaid, type Said, signedOf } from './judge.ts'
import { insertException, listExceptions, removeException } from './store.ts'

/** What a session is to the gate. */
export type Activity = { heldOn: PlainDate; aid: SessionAid; override: { reason: string } | null }

/** How a session passed: as it is kept with it. `billable` is null where no gate stood before it. */
export type Passed = { billable: boolean | null; exception: { reason: string; by: PersonId } | null }

/**
 * Whether a session may be logged as done. Throws `aid-gate-closed` with the gate's answer where it may not. The
 * programme manager passes the gate with a reason, in the session or beforehand for its day.
 */
export async function passGate(
  tx: Tx,
  actor: Actor,
  subject: CompanySubject,
  activity: Activity,
  today: PlainDate,
): Promise<Passed> {
  const { rules } = await readRules(tx, actor)
  if (!rules.gate) return { billable: null, exception: null }
  const by = await exceptionFor(tx, actor, subject, activity)
  const facts = await factsFor(tx, actor, subject.companyId, activity, today)
  const override = by && { by: by.isManager ? ('programme-manager' as const) : ('coach' as const), reason: by.reason }
  const answer = mayLogAdvice(DE_MINIMIS_LAW, { ...facts, override })
  if (answer.verdict !== 'pass') throw new Problem('aid-gate-closed', undefined, { gate: answer })
  return {
    billable: answer.billable,
    exception: answer.override && by ? { reason: by.reason, by: by.personId } : null,
  }
}

type Exception = { reason: string; personId: PersonId; isManager: boolean }

/** The override of the session itself, or what the programme manager has let through for its day. */
async function exceptionFor(
  tx: Tx,
  actor: Actor,
  subject: CompanySubject,
  { heldOn, override }: Activity,
): Promise<Exception | null> {
  if (override) {
    return { reason: override.reason, personId: actor.personId, isManager: can(actor, 'aid.override', subject) }
  }
  const exceptions = await listExceptions(tx, keyOf(actor, subject.companyId))
  const found = exceptions.find(({ forDay }) => forDay === heldOn)
  return found ? { reason: found.reason, personId: found.madeBy, isManager: true } : null
}

async function factsFor(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { heldOn, aid }: Activity,
  today: PlainDate,
): Promise<GateFacts> {
  const activity = { ...aid, on: heldOn }
  const nothing = { eligibility: null, declaration: null, headroom: null, grantingDecision: null, override: null }
  if (aid.kind === 'open-event') return { ...nothing, activity, on: today }
  const key = keyOf(actor, companyId)
  const ledger = await readLedger(tx, actor, companyId)
  const said = await readSaid(tx, key)
  return gateFacts(tx, { ledger, said, supports: await listSupports(tx, key) }, { activity, on: today })
}

export type AidMaterial = { ledger: CompanyLedger; said: Said; supports: StoredSupport[] }

/** What the gate asks of a company, from all that is kept about it. */
export async function gateFacts(
  tx: Tx,
  { ledger, said, supports }: AidMaterial,
  { activity, on }: Pick<GateFacts, 'activity' | 'on'>,
): Promise<GateFacts> {
  const planned = openSupport(supports)
  const grantingDecision = decisionFor(decidedOf(supports, ledger.lines), activity.on, planned !== undefined)
  const signed = declarationFor(signedOf(said.declarations), grantingDecision?.decidedOn ?? activity.on)
  const { eligibility } = said
  return {
    eligibility: eligibility && { verdict: eligibility.verdict, on: eligibility.on },
    declaration: signed && { signedOn: signed.signedOn },
    headroom: await headroomFact(tx, { ledger, said, planned }, grantingDecision, on),
    grantingDecision,
    activity,
    on,
    override: null,
  }
}

/** Headroom was checked when the aid was awarded; before that, it is as it would be today. */
async function headroomFact(
  tx: Tx,
  { ledger, said, planned }: Pick<AidMaterial, 'ledger' | 'said'> & { planned: StoredSupport | undefined },
  decision: GateFacts['grantingDecision'],
  on: PlainDate,
): Promise<GateFacts['headroom']> {
  if (decision?.outcome === 'approved') return { verdict: 'pass', on: decision.decidedOn }
  if (!planned) return null
  const { currency, amountMinor: minor } = planned
  const judged = await judge(tx, ledger, said, { currency, minor }, on)
  return judged.ok ? { verdict: headroomVerdict(judged.answer), on } : null
}

/** The support that waits for a decision, the newest where there are several. */
export function openSupport(supports: readonly StoredSupport[]): StoredSupport | undefined {
  return supports.find(({ state }) => state === 'planned' || state === 'submitted')
}

function decidedOf(supports: readonly StoredSupport[], lines: readonly Line[]): Decided[] {
  return supports.flatMap(({ id, state, decidedOn }) => {
    if (decidedOn === null || (state !== 'granted' && state !== 'refused')) return []
    const line = lines.find(({ supportId, programme }) => supportId === id && programme === null)
    return [{ outcome: state, decidedOn, withdrawnOn: line ? withdrawnOn(line) : null }]
  })
}

/** Whether advice of today may be logged; null where the programme has no gate. */
export async function gateToday(tx: Tx, material: AidMaterial, today: PlainDate): Promise<GateAnswer | null> {
  if (!material.ledger.rules.gate) return null
  const activity = { kind: 'advice' as const, on: today }
  return mayLogAdvice(DE_MINIMIS_LAW, await gateFacts(tx, material, { activity, on: today }))
}

/** Lets advice of one day through, and says why. */
export async function addException(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, forDay, reason }: NewException,
  now: string,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.override', companyId)
  const key = keyOf(actor, companyId)
  if (!(await insertException(tx, key, { id, forDay, reason, by: actor.personId, at: now }))) return
  const detail = { forDay, reason }
  await recordEvent(tx, actor, { kind: 'aid.gate-passed', companyId, subjectId: id, detail, audience: 'all' })
}

/** Takes it back for what is not logged yet. */
export async function withdrawException(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: RecordId,
  now: string,
): Promise<void> {
  await requireInCompany(tx, actor, 'aid.override', companyId)
  if (!(await removeException(tx, keyOf(actor, companyId), id, now))) return
  await recordEvent(tx, actor, { kind: 'aid.gate-closed', companyId, subjectId: id, audience: 'all' })
}
