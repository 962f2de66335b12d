import { z } from 'zod'
import { FieldChange } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import { CompanyId, FocusAreaId, PartnerId, PersonId, RecordId, SubProjectId } from '../kernel/ids.ts'
import { Email, PersonName } from '../people/email.ts'
import { SizeClass } from './size/size.ts'
import { CompanyStatus } from './standing/status.ts'

/** Something by its id, with the name it is shown by. */
export const Named = <Id extends z.ZodType>(id: Id) => z.strictObject({ id, name: z.string() })

/** What everybody who works in the programme may know of every company. */
export const CompanyRegister = z.strictObject({
  id: CompanyId,
  name: z.string(),
  /** as it is shown: with hyphen, and masked when it is somebody's personal number */
  organisationNumber: z.string(),
  municipalityCode: z.string().nullable(),
  industryCode: z.string().nullable(),
  status: CompanyStatus,
  statusSince: PlainDate,
  partner: Named(PartnerId).nullable(),
  subProject: Named(SubProjectId).nullable(),
  coach: Named(PersonId).nullable(),
})
export type CompanyRegister = z.infer<typeof CompanyRegister>

export const Contact = z
  .strictObject({
    id: RecordId,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    title: z.string().nullable(),
    main: z.boolean(),
    /** whether this contact can sign in to the company */
    signsIn: z.boolean(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

export const Workplace = z
  .strictObject({
    id: RecordId,
    name: z.string(),
    workplaceNumber: z.string().nullable(),
    municipalityCode: z.string().nullable(),
    address: z.string().nullable(),
    employees: z.int().nullable(),
  })
  .meta({ id: 'Workplace' })
export type Workplace = z.infer<typeof Workplace>

export const CompanyYear = z
  .strictObject({
    year: z.int(),
    employees: z.number().nullable(),
    turnoverCents: z.int().nullable(),
    balanceCents: z.int().nullable(),
    size: SizeClass.nullable(),
    basis: z.enum(['headcount', 'full']).nullable(),
  })
  .meta({ id: 'CompanyYear' })
export type CompanyYear = z.infer<typeof CompanyYear>

export const StatusChange = z.strictObject({
  id: RecordId,
  from: CompanyStatus.nullable(),
  to: CompanyStatus,
  reason: z.string().nullable(),
  by: z.string().nullable(),
  on: PlainDate,
})
export type StatusChange = z.infer<typeof StatusChange>

export const CoachPeriod = z.strictObject({
  id: RecordId,
  coach: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
  note: z.string().nullable(),
})
export type CoachPeriod = z.infer<typeof CoachPeriod>

/** The record behind the register, for those who may see all of it. */
export const CompanyDetails = z.strictObject({
  facts: z.strictObject({
    name: z.string(),
    municipalityCode: z.string().nullable(),
    industryCode: z.string().nullable(),
    legalForm: z.string().nullable(),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
    website: z.string().nullable(),
    description: z.string().nullable(),
    nextStep: z.string().nullable(),
    nextStepOn: PlainDate.nullable(),
  }),
  cameBy: z.enum(['interest-form', 'coach', 'import', 'referral']),
  createdAt: z.string(),
  lastContactOn: PlainDate.nullable(),
  interestMessage: z.string().nullable(),
  focusAreaIds: z.array(FocusAreaId),
  size: z.strictObject({ size: SizeClass, basis: z.enum(['headcount', 'full']), year: z.int() }).nullable(),
  years: z.array(CompanyYear),
  contacts: z.array(Contact),
  workplaces: z.array(Workplace),
  /** newest first; the reasons only for those who set the status */
  statusHistory: z.array(StatusChange),
  coachHistory: z.array(CoachPeriod),
})
export type CompanyDetails = z.infer<typeof CompanyDetails>

/** One company as this person may see it. `details` is null for those who see the register only. */
export const Company = CompanyRegister.extend({
  /** everything this person may do with this company, from the permission table */
  may: z.array(z.string()),
  /** until when this person has the company's answers open with a stated reason */
  openedUntil: z.string().nullable(),
  /** the coach's mail address, for those who see the whole record */
  coachContact: z.string().nullable(),
  details: CompanyDetails.nullable(),
}).meta({ id: 'Company' })
export type Company = z.infer<typeof Company>

export const FieldChanges = z.strictObject({ changes: z.array(FieldChange).min(1).max(50) })
export type FieldChanges = z.infer<typeof FieldChanges>

export const StatusInput = z.strictObject({ id: RecordId, to: CompanyStatus, reason: z.string().max(1000) })

export const CoachInput = z.strictObject({
  id: RecordId,
  coachId: PersonId,
  note: z.string().trim().max(2000).nullish(),
})

export const NewContact = z.strictObject({
  id: RecordId,
  name: PersonName,
  email: Email.nullish(),
  phone: z.string().trim().max(40).nullish(),
  title: z.string().trim().max(120).nullish(),
  main: z.boolean().default(false),
})
export type NewContact = z.infer<typeof NewContact>

export const NewWorkplace = z.strictObject({ id: RecordId, name: z.string().trim().min(1).max(120) })
export type NewWorkplace = z.infer<typeof NewWorkplace>

export const OpeningInput = z.strictObject({ id: RecordId, reason: z.string().trim().max(1000) })

export const Opening = z.strictObject({ until: z.string() }).meta({ id: 'Opening' })

export const FocusAreasInput = z.strictObject({ from: z.array(FocusAreaId), to: z.array(FocusAreaId).max(20) })
