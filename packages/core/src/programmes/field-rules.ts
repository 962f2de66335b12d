import { z } from 'zod'
import { parseOrganisationNumber } from '../companies/organisation-number.ts'
import type { FieldRules } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import { PartnerId } from '../kernel/ids.ts'
import {
  Country,
  FollowUpMonths,
  FunderKind,
  ModelChoice,
  type Part,
  PartnerKind,
  ProgrammeSlug,
  SilentDays,
  Threshold,
  TimeZone,
} from './schema.ts'

/** What each field of a programme and its parts accepts, by path: `name.sv` is the Swedish part of the name. */

const emptyIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
const text = (max: number) => z.preprocess(emptyIsNull, z.string().trim().max(max).nullable())
const needed = (max: number) => z.string().trim().min(1).max(max)
const cents = z.int().min(0).max(1e15).nullable()
const count = z.int().min(0).max(100_000).nullable()
const day = z.preprocess(emptyIsNull, PlainDate.nullable())

/** What a communicator may change as well; the rest is for the programme manager. */
export const TEXT_FIELDS = {
  'name.sv': text(120),
  'name.en': text(120),
  'texts.summary.sv': text(600),
  'texts.summary.en': text(600),
  'texts.about.sv': text(4000),
  'texts.about.en': text(4000),
  'texts.offer.sv': text(4000),
  'texts.offer.en': text(4000),
  'texts.contact.sv': text(1000),
  'texts.contact.en': text(1000),
  'texts.visibility.sv': text(1000),
  'texts.visibility.en': text(1000),
} as const satisfies FieldRules

export const PROGRAMME_FIELDS = {
  ...TEXT_FIELDS,
  slug: ProgrammeSlug,
  country: Country,
  timeZone: TimeZone,
  startsOn: day,
  endsOn: day,
  'settings.comparisonThreshold': Threshold,
  'settings.silentDays': SilentDays,
  'settings.followUpMonths': FollowUpMonths,
} as const satisfies FieldRules

const organisationNumber = z.preprocess(
  emptyIsNull,
  z
    .string()
    .transform((input, context) => {
      const read = parseOrganisationNumber(input)
      if (read.ok) return read.value as string
      context.addIssue({ code: 'custom', message: read.problem })
      return z.NEVER
    })
    .nullable(),
)

export const PARTNER_FIELDS = {
  name: needed(200),
  organisationNumber,
  kind: PartnerKind,
  budgetCents: cents,
  'targetCompanies.micro': count,
  'targetCompanies.small': count,
  'targetCompanies.medium': count,
} as const satisfies FieldRules

export const FUNDER_FIELDS = {
  name: needed(200),
  kind: FunderKind,
  amountCents: cents,
  'acknowledgement.sv': text(300),
  'acknowledgement.en': text(300),
} as const satisfies FieldRules

export const SUB_PROJECT_FIELDS = { name: needed(200), partnerId: PartnerId } as const satisfies FieldRules

export const FOCUS_AREA_FIELDS = {
  'name.sv': text(120),
  'name.en': text(120),
  'summary.sv': text(600),
  'summary.en': text(600),
  model: ModelChoice,
  accent: z.int().min(1).max(8),
} as const satisfies FieldRules

export const PART_FIELDS: Record<Part, FieldRules> = {
  partner: PARTNER_FIELDS,
  funder: FUNDER_FIELDS,
  'sub-project': SUB_PROJECT_FIELDS,
  'focus-area': FOCUS_AREA_FIELDS,
}
