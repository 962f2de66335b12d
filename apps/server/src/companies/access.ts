import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import { type Action, type Actor, type CompanySubject, can, canEverywhere } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { findSubject, listSubjects } from './subject-store.ts'

/**
 * The company as the permission rules see it, if the actor may do this to it.
 * Throws `not-allowed` to those who may know of the company, `not-found` to everybody else.
 */
export async function requireCompany(
  tx: Tx,
  actor: Actor,
  action: Action,
  companyId: CompanyId,
): Promise<CompanySubject> {
  const subject = await findSubject(tx, actor, companyId)
  if (subject && can(actor, action, subject)) return subject
  if (subject && (canEverywhere(actor, 'company.list') || can(actor, 'company.read', subject))) {
    throw new Problem('not-allowed')
  }
  throw new Problem('not-found')
}

/** The same for a record inside a company, such as an assessment: what may not be read is not there. */
export async function requireInCompany(
  tx: Tx,
  actor: Actor,
  action: Action,
  companyId: CompanyId,
): Promise<CompanySubject> {
  const subject = await findInCompany(tx, actor, action, companyId)
  if (!subject) throw new Problem('not-found')
  return subject
}

/** The same, where some of many companies may be out of reach: `null` for those. */
export async function findInCompany(
  tx: Tx,
  actor: Actor,
  action: Action,
  companyId: CompanyId,
): Promise<CompanySubject | null> {
  const subject = await findSubject(tx, actor, companyId)
  return subject && can(actor, action, subject) ? subject : null
}

/**
 * Of many companies, those that the actor may do each thing to. For actions whose conditions do not ask whether the
 * answers of a company are open.
 */
export async function companiesFor<A extends Action>(
  tx: Tx,
  actor: Actor,
  companyIds: readonly CompanyId[],
  actions: readonly A[],
): Promise<Record<A, ReadonlySet<CompanyId>>> {
  const subjects = await listSubjects(tx, actor, companyIds)
  const allowed = (action: A) => subjects.flatMap((subject) => (can(actor, action, subject) ? [subject.companyId] : []))
  return Object.fromEntries(actions.map((action) => [action, new Set(allowed(action))])) as Record<A, Set<CompanyId>>
}
