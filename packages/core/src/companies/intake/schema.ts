import { z } from 'zod'
import { CompanyId, FocusAreaId, RecordId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/text.ts'
import { Email, PersonName } from '../../people/email.ts'
import { IndustryCode, MunicipalityCode } from '../facts.ts'
import { parseOrganisationNumber } from '../organisation-number.ts'

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
