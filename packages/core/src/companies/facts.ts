import { z } from 'zod'
import { SCHEMES, type SchemeKey } from '../identity/schemes.ts'
import type { FieldRules } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'

const emptyIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)

/** A text that may be empty, and then is null. */
const optionalText = (max: number) => z.preprocess(emptyIsNull, z.string().trim().max(max).nullable())
const requiredText = (max: number) => z.string().trim().min(1).max(max)

/** Four digits in Sweden; other countries bring their own codes. */
export const MunicipalityCode = z.string().trim().min(2).max(20)

/** Swedish industry codes (SNI) have five digits; the first four are the NACE class. `25620`, `25.62`, `25.620`. */
export const IndustryCode = z
  .string()
  .trim()
  .transform((text) => text.replace(/[.\s]/g, ''))
  .pipe(z.string().regex(/^\d{2,5}$/, 'two to five digits'))

const website = z.preprocess(
  (value) => {
    const text = emptyIsNull(value)
    return typeof text === 'string' && !/^https?:\/\//i.test(text) ? `https://${text.trim()}` : text
  },
  z
    .url({ protocol: /^https?$/, error: 'not an address of a website' })
    .max(300)
    .nullable(),
)

const money = z.number().int().min(0).max(1e15).nullable()

/** The facts of a company that are changed field by field. */
export const COMPANY_FACTS = {
  name: requiredText(200),
  municipalityCode: z.preprocess(emptyIsNull, MunicipalityCode.nullable()),
  industryCode: z.preprocess(emptyIsNull, IndustryCode.nullable()),
  legalForm: optionalText(80),
  address: optionalText(200),
  postcode: optionalText(20),
  city: optionalText(80),
  website,
  description: optionalText(2000),
  nextStep: optionalText(300),
  nextStepOn: z.preprocess(emptyIsNull, PlainDate.nullable()),
} as const satisfies FieldRules

/** Only the team sets the next step; the company reads it. */
export const TEAM_FACTS: ReadonlySet<string> = new Set(['nextStep', 'nextStepOn'])

export const YEAR_FACTS = {
  employees: z.number().min(0).max(1_000_000).nullable(),
  turnoverCents: money,
  balanceCents: money,
} as const satisfies FieldRules

export const CONTACT_FACTS = {
  name: requiredText(120),
  email: z.preprocess(
    (value) => (typeof value === 'string' ? emptyIsNull(value.trim().toLowerCase()) : value),
    z.email('not a mail address').max(254).nullable(),
  ),
  phone: optionalText(40),
  title: optionalText(120),
  main: z.boolean(),
} as const satisfies FieldRules

export const WORKPLACE_FACTS = {
  name: requiredText(120),
  // Source: SCB's CFAR number, eight digits, without a public check digit (RULES.md E-05).
  workplaceNumber: z.preprocess(
    emptyIsNull,
    z
      .string()
      .trim()
      .regex(/^\d{8}$/, 'eight digits')
      .nullable(),
  ),
  municipalityCode: z.preprocess(emptyIsNull, MunicipalityCode.nullable()),
  address: optionalText(200),
  employees: z.number().int().min(0).max(1_000_000).nullable(),
} as const satisfies FieldRules

type Names<T> = Record<keyof T, Text>

/** What the fields are called, on the screen, in the history and in spreadsheets. */
export const FACT_NAMES: Names<typeof COMPANY_FACTS> &
  Names<typeof YEAR_FACTS> &
  Names<typeof CONTACT_FACTS> &
  Names<typeof WORKPLACE_FACTS> = {
  name: { sv: 'Namn', en: 'Name' },
  municipalityCode: { sv: 'Kommun', en: 'Municipality' },
  industryCode: { sv: 'Branschkod (SNI)', en: 'Industry code (SNI)' },
  legalForm: { sv: 'Företagsform', en: 'Legal form' },
  address: { sv: 'Adress', en: 'Address' },
  postcode: { sv: 'Postnummer', en: 'Postcode' },
  city: { sv: 'Ort', en: 'Town' },
  website: { sv: 'Webbplats', en: 'Website' },
  description: { sv: 'Vad företaget gör', en: 'What the company does' },
  nextStep: { sv: 'Nästa steg', en: 'Next step' },
  nextStepOn: { sv: 'Datum för nästa steg', en: 'Date of the next step' },
  employees: { sv: 'Anställda', en: 'Employees' },
  turnoverCents: { sv: 'Omsättning', en: 'Turnover' },
  balanceCents: { sv: 'Balansomslutning', en: 'Balance sheet total' },
  email: { sv: 'E-post', en: 'E-mail' },
  phone: { sv: 'Telefon', en: 'Phone' },
  title: { sv: 'Roll i företaget', en: 'Role in the company' },
  main: { sv: 'Huvudkontakt', en: 'Main contact' },
  workplaceNumber: { sv: 'Arbetsställenummer (CFAR)', en: 'Workplace number (CFAR)' },
}

/** The name of a field in the history, identifiers among them; a field of an older version is shown by its key. */
export function factName(field: string): Text {
  if (Object.hasOwn(FACT_NAMES, field)) return FACT_NAMES[field as keyof typeof FACT_NAMES]
  return Object.hasOwn(SCHEMES, field) ? SCHEMES[field as SchemeKey].name : { sv: field, en: field }
}
