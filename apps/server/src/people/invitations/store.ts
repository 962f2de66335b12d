import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { DraftText, type Language } from '@stegvis/core/kernel/text.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import type { InvitationState } from '@stegvis/core/people/rules.ts'
import type { InvitationOffer, InvitationView } from '@stegvis/core/people/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

export type InvitationContent = {
  id: string
  name: string
  email: string
  language: Language
  role: Role
  partnerId: PartnerId | null
  subProjectId: SubProjectId | null
  companyId: CompanyId | null
  title: string | null
  message: string | null
}

export type StoredInvitation = InvitationContent & InvitationState & { invitedBy: PersonId | null }

type NewInvitation = InvitationContent & {
  tokenHash: string
  invitedBy: PersonId | null
  invitedAt: string
  expiresAt: string
}

/** False when there is one with this id. */
export async function insertInvitation(tx: Tx, programmeId: ProgrammeId, invitation: NewInvitation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('invitation')
    .values({
      ...{ programme_id: programmeId, id: invitation.id, email: invitation.email, name: invitation.name },
      ...{ language: invitation.language, role: invitation.role, title: invitation.title },
      ...{ partner_id: invitation.partnerId, sub_project_id: invitation.subProjectId },
      ...{ company_id: invitation.companyId, message: invitation.message, token_sha256: invitation.tokenHash },
      ...{ invited_by: invitation.invitedBy, invited_at: invitation.invitedAt, expires_at: invitation.expiresAt },
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const COLUMNS = [
  ...(['id', 'name', 'email', 'language', 'role', 'title', 'message'] as const),
  ...(['partner_id as partnerId', 'sub_project_id as subProjectId', 'company_id as companyId'] as const),
  ...(['invited_by as invitedBy', 'expires_at as expiresAt'] as const),
  ...(['accepted_at as acceptedAt', 'withdrawn_at as withdrawnAt'] as const),
] as const

/** By its id or by the hash of its secret; held until the transaction ends. */
export async function lockInvitation(
  tx: Tx,
  programmeId: ProgrammeId,
  by: 'id' | 'token_sha256',
  value: string,
): Promise<StoredInvitation | undefined> {
  const row = await tx
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('programme_id', '=', programmeId)
    .where(by, '=', value)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, role: Role.parse(row.role) }
}

/** Whether this address holds the same role already, or an open invitation to it. */
export async function isInvitedOrHolds(
  tx: Tx,
  programmeId: ProgrammeId,
  { email, role, partnerId, subProjectId, companyId }: InvitationContent,
  now: string,
): Promise<boolean> {
  const same = sql<boolean>`role = ${role} and partner_id is not distinct from ${partnerId}
    and sub_project_id is not distinct from ${subProjectId} and company_id is not distinct from ${companyId}`
  const { rows } = await sql`
    select from invitation
     where programme_id = ${programmeId} and email = ${email} and ${same}
       and accepted_at is null and withdrawn_at is null and expires_at > ${now}
    union all
    select from role_grant g join auth."user" u on u.id = g.person_id
     where programme_id = ${programmeId} and u.email = ${email} and ${same}
       and revoked_at is null and (g.expires_at is null or g.expires_at > ${now})
    limit 1`.execute(tx)
  return rows.length > 0
}

export async function renewInvitation(
  tx: Tx,
  programmeId: ProgrammeId,
  id: string,
  renewal: { tokenHash: string; expiresAt: string },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ token_sha256: renewal.tokenHash, expires_at: renewal.expiresAt })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export async function closeInvitation(
  tx: Tx,
  programmeId: ProgrammeId,
  id: string,
  closing: { accepted_at: string; accepted_by: PersonId } | { withdrawn_at: string },
): Promise<void> {
  await tx.updateTable('invitation').set(closing).where('programme_id', '=', programmeId).where('id', '=', id).execute()
}

export type InvitationPlace = { at: string; id: string }

/** Invitations nobody has answered yet, newest first: to the programme itself, or to one company. */
export async function listInvitations(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId | null,
  now: string,
  page: { after: InvitationPlace | null; limit: number },
): Promise<InvitationView[]> {
  const { rows } = await sql<InvitationView>`
    select i.id, i.name, i.email, i.role, i.title, i.invited_at as "invitedAt", i.expires_at as "expiresAt",
           i.expires_at <= ${now}::timestamptz as expired, u.name as "invitedBy",
           coalesce(c.name, s.name, p.name, '') as within
      from invitation i ${WITHIN}
      left join auth."user" u on u.id = i.invited_by
     where i.programme_id = ${programmeId} and i.accepted_at is null and i.withdrawn_at is null
       and i.company_id is not distinct from ${companyId}
       and (${page.after?.id ?? null}::uuid is null
            or (i.invited_at, i.id) < (${page.after?.at ?? null}::timestamptz, ${page.after?.id ?? null}::uuid))
     order by i.invited_at desc, i.id desc
     limit ${page.limit}`.execute(tx)
  return rows.map((row) => ({ ...row, role: Role.parse(row.role) }))
}

/** Where the role is to be held, joined to an invitation `i`. */
const WITHIN = sql`
      left join company c on c.programme_id = i.programme_id and c.id = i.company_id
      left join sub_project s on s.programme_id = i.programme_id and s.id = i.sub_project_id
      left join partner p on p.programme_id = i.programme_id and p.id = i.partner_id`

/** What the mail and the page tell of an invitation. */
export async function getOffer(tx: Tx, programmeId: ProgrammeId, id: string): Promise<InvitationOffer> {
  const { rows } = await sql<InvitationOffer>`
    select pr.name as programme, i.role, i.name, i.email, i.message, i.expires_at as "expiresAt",
           u.name as "invitedBy", coalesce(c.name, s.name, p.name, '') as within
      from invitation i ${WITHIN}
      join programme pr on pr.id = i.programme_id
      left join auth."user" u on u.id = i.invited_by
     where i.programme_id = ${programmeId} and i.id = ${id}`.execute(tx)
  const offer = rows[0]!
  return { ...offer, programme: DraftText.parse(offer.programme), role: Role.parse(offer.role) }
}
