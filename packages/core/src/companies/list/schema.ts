import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { CompanyId, FocusAreaId, PartnerId, PersonId, SubProjectId } from '../../kernel/ids.ts'
import { DraftText } from '../../kernel/text.ts'
import { CoachInput, CompanyRegister, Named } from '../schema.ts'
import { SizeClass } from '../size/size.ts'
import { CompanyStatus } from '../standing/status.ts'

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

export const CoachForMany = CoachInput.omit({ id: true }).extend({ companyIds: z.array(CompanyId).min(1).max(200) })

export const CoachForManyReply = z
  .strictObject({
    assigned: z.array(CompanyId),
    refused: z.array(z.strictObject({ companyId: CompanyId, problem: z.string() })),
  })
  .meta({ id: 'CoachForManyReply' })
export type CoachForManyReply = z.infer<typeof CoachForManyReply>
