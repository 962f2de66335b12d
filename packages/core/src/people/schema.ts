import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { PartnerId, PersonId, RecordId, SubProjectId } from '../kernel/ids.ts'
import { DraftText, Language } from '../kernel/text.ts'
import { Email, PersonName } from './email.ts'
import { ROLES, Role, type RoleScope } from './roles.ts'

/** Roles held for a company: its own people, and experts it has let in. */
export const CompanyRole = z.enum(['company-manager', 'company-member', 'expert'])
export type CompanyRole = z.infer<typeof CompanyRole>

/** Roles of the people who run the programme or look into it. */
export const StaffRole = Role.exclude(CompanyRole.options)
export type StaffRole = z.infer<typeof StaffRole>

const title = z.string().trim().max(120).nullable()
/** The inviter's own words in the mail. */
const message = z.string().trim().max(1000).nullable()

/** Where a role is held; the others are null. */
const within = { partnerId: PartnerId.nullable(), subProjectId: SubProjectId.nullable() }
type Within = { role: StaffRole; partnerId: PartnerId | null; subProjectId: SubProjectId | null }

const namesScope = (scope: RoleScope, key: 'partnerId' | 'subProjectId') => (input: Within) =>
  (ROLES[input.role].scope === scope) === (input[key] !== null)

const PARTNER = { path: ['partnerId'], error: 'named for roles held at a partner, and for no others' }
const SUB_PROJECT = { path: ['subProjectId'], error: 'named for roles held in a sub-project, and for no others' }

/** Invites somebody to work in the programme. The id is made by the inviter's browser. */
export const StaffInvitation = z
  .strictObject({
    id: RecordId,
    name: PersonName,
    email: Email,
    language: Language,
    role: StaffRole,
    ...within,
    title,
    message,
  })
  .refine(namesScope('partner', 'partnerId'), PARTNER)
  .refine(namesScope('sub-project', 'subProjectId'), SUB_PROJECT)
export type StaffInvitation = z.infer<typeof StaffInvitation>

/** Invites somebody of a company, or an expert to it. */
export const CompanyInvitation = z.strictObject({
  id: RecordId,
  name: PersonName,
  email: Email,
  language: Language,
  role: CompanyRole,
  title,
  message,
})
export type CompanyInvitation = z.infer<typeof CompanyInvitation>

/** One more role for somebody who is in the programme already. */
export const NewGrant = z
  .strictObject({ id: RecordId, role: StaffRole, ...within, title, expiresOn: PlainDate.nullable() })
  .refine(namesScope('partner', 'partnerId'), PARTNER)
  .refine(namesScope('sub-project', 'subProjectId'), SUB_PROJECT)
export type NewGrant = z.infer<typeof NewGrant>

/** `from` is the last day as the person who changes it saw it. */
export const GrantPeriod = z.strictObject({ from: PlainDate.nullable(), to: PlainDate.nullable() })
export type GrantPeriod = z.infer<typeof GrantPeriod>

export const Reason = z.strictObject({ reason: z.string().trim().max(500) })

/** A role as lists show it. */
export const GrantView = z.strictObject({
  id: RecordId,
  role: Role,
  ...within,
  /** name of the partner, sub-project or company it is held in; empty in the whole programme */
  within: z.string(),
  title: z.string().nullable(),
  grantedAt: z.string(),
  /** the last day it holds */
  expiresOn: PlainDate.nullable(),
})
export type GrantView = z.infer<typeof GrantView>

export const StaffMember = z
  .strictObject({
    personId: PersonId,
    name: z.string(),
    email: z.string(),
    /** companies this person is the coach of that are still under way */
    companies: z.number().int(),
    grants: z.array(GrantView),
  })
  .meta({ id: 'StaffMember' })
export type StaffMember = z.infer<typeof StaffMember>

export const InvitationView = z
  .strictObject({
    id: RecordId,
    name: z.string(),
    email: z.string(),
    role: Role,
    within: z.string(),
    title: z.string().nullable(),
    /** null: the system itself, when the programme was set up */
    invitedBy: z.string().nullable(),
    invitedAt: z.string(),
    expiresAt: z.string(),
    expired: z.boolean(),
  })
  .meta({ id: 'Invitation' })
export type InvitationView = z.infer<typeof InvitationView>

export const StaffPage = z
  .strictObject({ people: z.array(StaffMember), next: z.string().nullable() })
  .meta({ id: 'StaffPage' })
export type StaffPage = z.infer<typeof StaffPage>

export const InvitationPage = z
  .strictObject({ invitations: z.array(InvitationView), next: z.string().nullable() })
  .meta({ id: 'InvitationPage' })
export type InvitationPage = z.infer<typeof InvitationPage>

export const CompanyMember = z.strictObject({
  grantId: RecordId,
  personId: PersonId,
  name: z.string(),
  email: z.string(),
  role: CompanyRole,
  title: z.string().nullable(),
  grantedAt: z.string(),
})
export type CompanyMember = z.infer<typeof CompanyMember>

/** Everybody who has or is offered access to a company as one of its people. */
export const CompanyPeople = z
  .strictObject({ people: z.array(CompanyMember), invitations: z.array(InvitationView) })
  .meta({ id: 'CompanyPeople' })
export type CompanyPeople = z.infer<typeof CompanyPeople>

/** What somebody sees who opens the link of an invitation. */
export const InvitationOffer = z
  .strictObject({
    programme: DraftText,
    role: Role,
    within: z.string(),
    name: z.string(),
    email: z.string(),
    invitedBy: z.string().nullable(),
    message: z.string().nullable(),
    expiresAt: z.string(),
  })
  .meta({ id: 'InvitationOffer' })
export type InvitationOffer = z.infer<typeof InvitationOffer>
