import { z } from 'zod'
import { FieldChange } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import { CompanyId, FocusAreaId, PartnerId, PersonId, RecordId, SubProjectId } from '../kernel/ids.ts'
import { DraftText, Language } from '../kernel/text.ts'
import { Email, PersonName } from '../people/email.ts'
import { IndustryCode, MunicipalityCode } from './facts.ts'
import { parseOrganisationNumber } from './organisation-number.ts'
import { SizeClass } from './size.ts'
import { CompanyStatus } from './status.ts'

/** A number as people write it, read to the ten digits that are stored. */
export const OrganisationNumberInput = z
  .string()
  .max(30)
  .transform((text, context) => {
    const read = parseOrganisationNumber(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: read.problem })
    return z.NEVER
  })

const Named = <Id extends z.ZodType>(id: Id) => z.strictObject({ id, name: z.string() })

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

/** One row of the list. What is beyond the register is null where this person has no access to the record. */
export const CompanyRow = CompanyRegister.extend({
  access: z.enum(['full', 'register']),
  sizeClass: SizeClass.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: PlainDate.nullable(),
  lastContactOn: PlainDate.nullable(),
  createdAt: z.string(),
}).meta({ id: 'CompanyRow' })
export type CompanyRow = z.infer<typeof CompanyRow>

export const CompanySort = z.enum(['name', 'status', 'last-contact', 'next-step', 'newest'])
export type CompanySort = z.infer<typeof CompanySort>

const orNone = <Id extends z.ZodType>(id: Id) => z.union([id, z.literal('none')])

/** The filter of the list: the same in the address, the request and the export. */
export const CompanyFilter = z.object({
  search: z.string().trim().max(100).optional(),
  status: CompanyStatus.optional(),
  partner: orNone(PartnerId).optional(),
  coach: orNone(PersonId).optional(),
  subProject: orNone(SubProjectId).optional(),
  focusArea: FocusAreaId.optional(),
  size: orNone(SizeClass).optional(),
  /** last contact at least so many days ago, or never */
  quietDays: z.coerce.number().int().min(1).max(3650).optional(),
  /** the companies this person is the coach of */
  mine: z.literal('yes').optional(),
})
export type CompanyFilter = z.infer<typeof CompanyFilter>

export const CompanyListQuery = CompanyFilter.extend({
  sort: CompanySort.default('name'),
  /** where the page before ended, as it answered */
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CompanyListQuery = z.infer<typeof CompanyListQuery>

export const CompanyPage = z
  .strictObject({ companies: z.array(CompanyRow), next: z.string().nullable() })
  .meta({ id: 'CompanyPage' })
export type CompanyPage = z.infer<typeof CompanyPage>

/** How many companies the filter finds in each status, whichever status it names itself. */
export const CompanyCounts = z
  .strictObject({ total: z.int(), byStatus: z.record(CompanyStatus, z.int()) })
  .meta({ id: 'CompanyCounts' })
export type CompanyCounts = z.infer<typeof CompanyCounts>

export const Coach = z.strictObject({
  id: PersonId,
  name: z.string(),
  /** the partners the coach works for; null is every partner */
  partnerIds: z.array(PartnerId.nullable()),
  /** companies coached now that are neither completed nor left */
  companies: z.int(),
})
export type Coach = z.infer<typeof Coach>

/** What can be chosen in filters and forms. */
export const CompanyChoices = z
  .strictObject({
    partners: z.array(Named(PartnerId)),
    subProjects: z.array(Named(SubProjectId).extend({ partnerId: PartnerId })),
    focusAreas: z.array(z.strictObject({ id: FocusAreaId, slug: z.string(), name: DraftText, accent: z.int() })),
    coaches: z.array(Coach),
    /** every municipality that can be chosen; those of the programme's territory say whose they are */
    municipalities: z.array(
      z.strictObject({ code: z.string(), name: z.string(), subProjectId: SubProjectId.nullable() }),
    ),
  })
  .meta({ id: 'CompanyChoices' })
export type CompanyChoices = z.infer<typeof CompanyChoices>

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

const optionalMoney = z.int().min(0).max(1e15).nullish()

/** A company added by hand. The number and the name are enough. */
export const NewCompany = z.strictObject({
  id: CompanyId,
  organisationNumber: OrganisationNumberInput,
  name: z.string().trim().min(1).max(200),
  municipalityCode: MunicipalityCode.nullish(),
  cameBy: z.enum(['coach', 'referral']).default('coach'),
  contact: z
    .strictObject({
      id: RecordId,
      name: PersonName,
      email: Email.nullish(),
      phone: z.string().trim().max(40).nullish(),
    })
    .nullish(),
})
export type NewCompany = z.infer<typeof NewCompany>

/** What a visitor sends. Number, name and mail are needed; the rest can wait. */
export const Interest = z.strictObject({
  id: CompanyId,
  organisationNumber: OrganisationNumberInput,
  companyName: z.string().trim().min(1).max(200),
  contactName: PersonName,
  email: Email,
  phone: z.string().trim().max(40).nullish(),
  municipalityCode: MunicipalityCode.nullish(),
  focusAreaIds: z.array(FocusAreaId).max(20).default([]),
  message: z.string().trim().max(4000).nullish(),
  employees: z.number().min(0).max(1_000_000).nullish(),
  turnoverCents: optionalMoney,
  industryCode: IndustryCode.nullish(),
  language: Language,
  /** a field that no person sees; what fills it in is a machine */
  homepage: z.string().max(500).default(''),
  secondsInForm: z.number().min(0),
})
export type Interest = z.infer<typeof Interest>

/** The same for everybody: it never tells whether the company was known. */
export const InterestReceived = z.strictObject({ received: z.literal(true) }).meta({ id: 'InterestReceived' })

export const FieldChanges = z.strictObject({ changes: z.array(FieldChange).min(1).max(50) })
export type FieldChanges = z.infer<typeof FieldChanges>

export const StatusInput = z.strictObject({ id: RecordId, to: CompanyStatus, reason: z.string().max(1000) })
export const CoachInput = z.strictObject({
  id: RecordId,
  coachId: PersonId,
  note: z.string().trim().max(2000).nullish(),
})
export const CoachForMany = CoachInput.omit({ id: true }).extend({ companyIds: z.array(CompanyId).min(1).max(200) })
export const CoachForManyReply = z
  .strictObject({
    assigned: z.array(CompanyId),
    refused: z.array(z.strictObject({ companyId: CompanyId, problem: z.string() })),
  })
  .meta({ id: 'CoachForManyReply' })
export type CoachForManyReply = z.infer<typeof CoachForManyReply>

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

export const TimelineGroup = z.enum([
  'company',
  'changes',
  'assessment',
  'plan',
  'coaching',
  'key-figure',
  'document',
  'people',
])
export type TimelineGroup = z.infer<typeof TimelineGroup>

export const TimelineQuery = z.object({
  group: TimelineGroup.optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

export const TimelineEvent = z
  .strictObject({
    id: RecordId,
    at: z.string(),
    kind: z.string(),
    who: z.string().nullable(),
    audience: z.enum(['all', 'team', 'office']),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEvent' })
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const TimelinePage = z
  .strictObject({ events: z.array(TimelineEvent), next: z.string().nullable() })
  .meta({ id: 'TimelinePage' })
export type TimelinePage = z.infer<typeof TimelinePage>
