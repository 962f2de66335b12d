import { z } from 'zod'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import type { Text } from '../../kernel/text.ts'

/** Where a company stands in the programme. */
export const CompanyStatus = z.enum([
  'interest',
  'in-dialogue',
  'eligible',
  'agreed',
  'active',
  'paused',
  'completed',
  'left',
])
export type CompanyStatus = z.infer<typeof CompanyStatus>

export const STATUS_NAMES: Record<CompanyStatus, Text> = {
  interest: { sv: 'Intresseanmäld', en: 'Interested' },
  'in-dialogue': { sv: 'I dialog', en: 'In dialogue' },
  eligible: { sv: 'Kan delta', en: 'Eligible' },
  agreed: { sv: 'Överens', en: 'Agreed' },
  active: { sv: 'Aktiv', en: 'Active' },
  paused: { sv: 'Pausad', en: 'Paused' },
  completed: { sv: 'Avslutad', en: 'Completed' },
  left: { sv: 'Inte längre med', en: 'Left' },
}

/** `back`: a step against the normal direction, or out of the programme; it always needs a reason. */
type Path = { to: CompanyStatus; back?: true }

/**
 * The allowed paths. A company that has left can come back into dialogue; a completed one can be taken up
 * again; nothing is ever deleted.
 */
export const STATUS_PATHS: Record<CompanyStatus, readonly Path[]> = {
  interest: [{ to: 'in-dialogue' }, { to: 'left', back: true }],
  'in-dialogue': [{ to: 'eligible' }, { to: 'interest', back: true }, { to: 'left', back: true }],
  eligible: [{ to: 'agreed' }, { to: 'in-dialogue', back: true }, { to: 'left', back: true }],
  agreed: [{ to: 'active' }, { to: 'eligible', back: true }, { to: 'left', back: true }],
  active: [{ to: 'completed' }, { to: 'paused', back: true }, { to: 'left', back: true }],
  paused: [{ to: 'active' }, { to: 'left', back: true }],
  completed: [{ to: 'active', back: true }],
  left: [{ to: 'in-dialogue', back: true }],
}

/** Every change carries a reason: for a step forward it may be a short note, a step back must say why. */
export function changeStatus(from: CompanyStatus, to: CompanyStatus, reason: string): Decision<CompanyStatus> {
  const path = STATUS_PATHS[from].find((candidate) => candidate.to === to)
  if (!path) return refuse('status-path-not-allowed', `${from} to ${to}`)
  if (reason.trim().length < (path.back ? 5 : 1)) return refuse('reason-required')
  return accept(to)
}

/** Statuses in which the company takes part: coached, or about to be. */
export const TAKING_PART: readonly CompanyStatus[] = ['agreed', 'active', 'paused', 'completed']
