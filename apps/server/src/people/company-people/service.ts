import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { CompanyInvitation, CompanyPeople } from '@stegvis/core/people/schema.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import type { Mailer } from '../invitations/mail.ts'
import { invite, requireInvitation, resend, withdraw } from '../invitations/service.ts'
import { listInvitations } from '../invitations/store.ts'
import { lockGrant, markRevoked } from '../roles/store.ts'
import { listCompanyMembers } from './store.ts'

/** A company has few people: a page of them is all of them, but for a bound on what is sent. */
const MOST_INVITATIONS = 200

export async function getCompanyPeople(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  now: string,
): Promise<CompanyPeople> {
  await requireCompany(tx, actor, 'company.read', companyId)
  return {
    people: await listCompanyMembers(tx, actor.programmeId, companyId),
    invitations: await listInvitations(tx, actor.programmeId, companyId, now, { after: null, limit: MOST_INVITATIONS }),
  }
}

export async function inviteToCompany(
  tx: Tx,
  actor: Actor,
  mailer: Mailer,
  companyId: CompanyId,
  invitation: CompanyInvitation,
): Promise<void> {
  await requireCompany(tx, actor, 'company-people.invite', companyId)
  await invite(tx, actor, mailer, { ...invitation, companyId, partnerId: null, subProjectId: null })
}

export async function resendToCompany(
  tx: Tx,
  actor: Actor,
  mailer: Mailer,
  companyId: CompanyId,
  id: string,
): Promise<void> {
  await requireCompany(tx, actor, 'company-people.invite', companyId)
  await resend(tx, actor, mailer, await requireInvitation(tx, actor, id, companyId))
}

export async function withdrawFromCompany(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  id: string,
  now: string,
): Promise<void> {
  await requireCompany(tx, actor, 'company-people.invite', companyId)
  await withdraw(tx, actor, await requireInvitation(tx, actor, id, companyId), now)
}

/** Takes somebody's access to the company away at once. What they answered stays. */
export async function removeFromCompany(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  grantId: string,
  reason: string,
  now: string,
): Promise<void> {
  await requireCompany(tx, actor, 'company-people.invite', companyId)
  const grant = await lockGrant(tx, actor.programmeId, grantId, actor.timeZone)
  if (!grant || grant.companyId !== companyId) throw new Problem('not-found')
  await markRevoked(tx, actor.programmeId, grantId, now)
  await recordEvent(tx, actor, {
    kind: 'role.revoked',
    companyId,
    subjectId: grantId,
    detail: { role: grant.role, name: grant.personName, personId: grant.personId, team: { reason } },
    audience: 'all',
  })
}
