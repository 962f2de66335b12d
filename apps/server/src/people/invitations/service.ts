import type { CompanyId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { acceptInvitation, INVITATION_DAYS, resendInvitation } from '@stegvis/core/people/rules.ts'
import type { InvitationOffer, InvitationPage } from '@stegvis/core/people/schema.ts'
import { z } from 'zod'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { limitAttempts } from '../attempts.ts'
import { ensurePerson } from '../person-store.ts'
import { grantRole } from '../roles/service.ts'
import { hashToken, newProgrammeToken, programmeOfToken } from '../sign-in/tokens.ts'
import { type Inviter, type Mailer, mailInvitation } from './mail.ts'
import {
  closeInvitation,
  getOffer,
  type InvitationContent,
  insertInvitation,
  isInvitedOrHolds,
  listInvitations,
  lockInvitation,
  renewInvitation,
  type StoredInvitation,
} from './store.ts'

const PAGE = 50
const Place = z.strictObject({ at: z.string(), id: z.uuid() })
const PER_INVITER = { attempts: 200, minutes: 60 }
const PER_CALLER = { attempts: 120, minutes: 15 }

/** Counts outside the transaction, so that a stolen session cannot mail the world. */
export async function limitInvitations({ database }: Pick<Deps, 'database'>, personId: PersonId): Promise<void> {
  await limitAttempts(database, 'invite', personId, PER_INVITER)
}

/**
 * Invites by mail and answers the link in it. The same id again sends nothing more and answers undefined; somebody
 * who is in or invited already is refused.
 */
export async function invite(
  tx: Tx,
  inviter: Inviter,
  mailer: Mailer,
  invitation: InvitationContent,
): Promise<string | undefined> {
  const now = mailer.clock.now()
  if (await lockInvitation(tx, inviter.programmeId, 'id', invitation.id)) return undefined
  if (await isInvitedOrHolds(tx, inviter.programmeId, invitation, now)) throw emailTaken()
  const token = newProgrammeToken(inviter.programmeId)
  await insertInvitation(tx, inviter.programmeId, {
    ...invitation,
    ...{ tokenHash: hashToken(token), invitedBy: inviter.personId, invitedAt: now, expiresAt: expiryFrom(now) },
  })
  await recordInvitation(tx, inviter, 'invitation.sent', invitation)
  return mailInvitation(tx, inviter, mailer, invitation, token)
}

function emailTaken(): Problem {
  const detail = 'holds the role already, or is invited to it'
  return new Problem('already-exists', undefined, { errors: [{ pointer: '#/email', detail }] })
}

/** Sends it again, with a new secret; the link sent before stops working. */
export async function resend(tx: Tx, actor: Actor, mailer: Mailer, invitation: StoredInvitation): Promise<void> {
  const decision = resendInvitation(invitation)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const token = newProgrammeToken(actor.programmeId)
  const renewal = { tokenHash: hashToken(token), expiresAt: expiryFrom(mailer.clock.now()) }
  await renewInvitation(tx, actor.programmeId, invitation.id, renewal)
  await mailInvitation(tx, actor, mailer, invitation, token)
  await recordInvitation(tx, actor, 'invitation.resent', invitation)
}

export async function withdraw(tx: Tx, actor: Actor, invitation: StoredInvitation, now: string): Promise<void> {
  const decision = resendInvitation(invitation)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  await closeInvitation(tx, actor.programmeId, invitation.id, { withdrawn_at: now })
  await recordInvitation(tx, actor, 'invitation.withdrawn', invitation)
}

/** An invitation to the programme itself (`companyId` null) or to this company, held for a change. */
export async function requireInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
  companyId: CompanyId | null,
): Promise<StoredInvitation> {
  const invitation = await lockInvitation(tx, actor.programmeId, 'id', id)
  if (!invitation || invitation.companyId !== companyId) throw new Problem('not-found')
  return invitation
}

export async function getInvitationPage(
  tx: Tx,
  actor: Actor,
  after: string | undefined,
  now: string,
): Promise<InvitationPage> {
  const place = after === undefined ? null : decodeCursor(after, Place)
  const found = await listInvitations(tx, actor.programmeId, null, now, { after: place, limit: PAGE + 1 })
  const invitations = found.slice(0, PAGE)
  const last = invitations.at(-1)
  return { invitations, next: last && found.length > PAGE ? encodeCursor({ at: last.invitedAt, id: last.id }) : null }
}

/** What the bearer of a secret is invited to. */
export async function lookAtInvitation(deps: Deps, token: string, caller: string): Promise<InvitationOffer> {
  await limitAttempts(deps.database, 'invitation', caller, PER_CALLER)
  const programmeId = requireProgramme(token)
  return deps.database.inTenant({ programmeId, personId: null }, async (tx) => {
    const { id } = await requireOpen(tx, programmeId, token, deps.clock.now())
    return getOffer(tx, programmeId, id)
  })
}

/** Gives the bearer the role and answers whom to sign in. Having the mail proves that the address is theirs. */
export async function acceptOffer(deps: Deps, token: string, caller: string): Promise<PersonId> {
  await limitAttempts(deps.database, 'invitation', caller, PER_CALLER)
  const programmeId = requireProgramme(token)
  const [now, grantId] = [deps.clock.now(), newId<string>()]
  return deps.database.inTenant({ programmeId, personId: null }, async (tx) => {
    const invitation = await requireOpen(tx, programmeId, token, now)
    const personId = await ensurePerson(tx, invitation)
    await tx.updateTable('auth.user').set({ emailVerified: true }).where('id', '=', personId).execute()
    await closeInvitation(tx, programmeId, invitation.id, { accepted_at: now, accepted_by: personId })
    await grantRole(
      tx,
      { programmeId, personId: invitation.invitedBy },
      {
        ...{ id: grantId, personId, role: invitation.role, title: invitation.title, until: null },
        partnerId: invitation.partnerId,
        subProjectId: invitation.subProjectId,
        companyId: invitation.companyId,
      },
    )
    await recordInvitation(tx, { programmeId, personId }, 'invitation.accepted', invitation)
    return personId
  })
}

function requireProgramme(token: string): ProgrammeId {
  const programmeId = programmeOfToken(token)
  if (!programmeId) throw new Problem('invitation-expired')
  return programmeId
}

async function requireOpen(tx: Tx, programmeId: ProgrammeId, token: string, now: string): Promise<StoredInvitation> {
  const invitation = await lockInvitation(tx, programmeId, 'token_sha256', hashToken(token))
  if (!invitation) throw new Problem('invitation-expired')
  const decision = acceptInvitation(invitation, now)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  return decision.value
}

type InvitationEvent = 'invitation.sent' | 'invitation.resent' | 'invitation.withdrawn' | 'invitation.accepted'

async function recordInvitation(
  tx: Tx,
  by: { programmeId: ProgrammeId; personId: PersonId | null },
  kind: InvitationEvent,
  { id, name, role, companyId }: InvitationContent,
): Promise<void> {
  await recordEvent(tx, by, {
    kind,
    subjectId: id,
    ...(companyId && { companyId }),
    detail: { name, role },
    audience: companyId ? 'all' : 'office',
  })
}

function expiryFrom(now: string): string {
  return new Date(Date.parse(now) + INVITATION_DAYS * 86_400_000).toISOString()
}
