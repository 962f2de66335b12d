import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { Role } from './roles.ts'

export const INVITATION_DAYS = 14

/** How far an invitation has come. Instants are ISO 8601 in UTC, which compare correctly as text. */
export type InvitationState = {
  acceptedAt: string | null
  withdrawnAt: string | null
  expiresAt: string
}

/** Refuses one that was used, withdrawn or has run out: to its bearer these are the same. */
export function acceptInvitation<T extends InvitationState>(invitation: T, now: string): Decision<T> {
  const open = invitation.acceptedAt === null && invitation.withdrawnAt === null && invitation.expiresAt > now
  return open ? accept(invitation) : refuse('invitation-expired')
}

/** Sending again gives a new secret and a new fortnight, also after the first has run out. */
export function resendInvitation<T extends InvitationState>(invitation: T): Decision<T> {
  const open = invitation.acceptedAt === null && invitation.withdrawnAt === null
  return open ? accept(invitation) : refuse('invitation-expired')
}

/** A programme is never left without somebody who can invite: that role is handed over before it is taken away. */
const MUST_BE_HELD: ReadonlySet<Role> = new Set<Role>(['programme-manager'])

/** Takes a role away. `holders`: how many people hold this role in the programme now, this person included. */
export function revokeRole(role: Role, holders: number, reason: string): Decision<{ reason: string }> {
  if (reason.trim() === '') return refuse('reason-required')
  if (MUST_BE_HELD.has(role) && holders <= 1) return refuse('last-of-role')
  return accept({ reason: reason.trim() })
}
