import { z } from 'zod'
import type { Reading } from '../aid/input.ts'
import { readInput } from '../aid/input.ts'
import { Text } from '../kernel/text.ts'
import { publishedSchema } from '../models/json-schema.ts'
import type { Geography } from '../programmes/geography.ts'
import { type Classification, checkIndustry } from './industry.ts'
import { checkNumber } from './number.ts'
import { SCHEMES, type SchemeKey } from './schemes.ts'

const NumberScheme = z.enum(Object.keys(SCHEMES) as [SchemeKey, ...SchemeKey[]])
const IndustryCodes = z.enum(['nace-2', 'nace-2.1', 'sni-2007', 'sni-2025'])
const Written = z.string().trim().min(1).max(100)

/** The input of `stegvis id check`. */
const IdQuestion = z.strictObject({
  format: z.literal('stegvis-id/1'),
  numbers: z
    .array(z.strictObject({ scheme: NumberScheme, value: Written }))
    .max(10_000)
    .default([]),
  industries: z
    .array(z.strictObject({ scheme: IndustryCodes, code: Written }))
    .max(10_000)
    .default([]),
  municipalities: z
    .array(z.strictObject({ country: z.literal('SE'), code: Written }))
    .max(10_000)
    .default([]),
})

const Named = z.strictObject({ code: z.string(), name: Text })

const NumberAnswer = z.strictObject({
  scheme: NumberScheme,
  name: Text,
  country: z.string().nullable().describe('Null for schemes of the whole world'),
  valid: z.boolean(),
  by: z.enum(['check-digit', 'form']).describe('form: the scheme has no public check digit'),
  value: z.string().nullable().describe('As it is written, a personal number masked; null where it is not valid'),
  personal: z.boolean().describe('Somebody’s own number, and so personal data'),
  derived: z.array(z.strictObject({ scheme: NumberScheme, value: z.string() })),
  reason: Text.nullable(),
})

const IndustryAnswer = z.strictObject({
  scheme: IndustryCodes,
  valid: z.boolean(),
  code: z.string().nullable(),
  section: Named.nullable(),
  division: Named.nullable(),
  suggested: z
    .array(z.strictObject({ scheme: IndustryCodes, division: z.string(), name: Text }))
    .describe('Divisions of the other revision, for a person to choose from'),
  reason: Text.nullable(),
})

const MunicipalityAnswer = z.strictObject({
  code: z.string(),
  valid: z.boolean(),
  name: z.string().nullable(),
  county: z.string().nullable(),
  nuts3: z.string().nullable(),
  nuts2: z.string().nullable(),
  reason: Text.nullable(),
})

const IdAnswer = z.strictObject({
  format: z.literal('stegvis-id-answer/1'),
  valid: z.boolean().describe('Whether everything is'),
  numbers: z.array(NumberAnswer),
  industries: z.array(IndustryAnswer),
  municipalities: z.array(MunicipalityAnswer),
})
export type IdAnswer = z.infer<typeof IdAnswer>

/** The tables the codes are looked up in. */
export type CodeTables = { classifications: readonly Classification[]; geography: Geography }

/** Everything there is to say of identifiers and codes; or what is wrong with the input. A wrong number is an answer. */
export function checkIds(input: unknown, { classifications, geography }: CodeTables): Reading<IdAnswer> {
  const read = readInput(IdQuestion, input)
  if (!read.ok) return read
  const numbers = read.value.numbers.map(({ scheme, value }) => checkNumber(scheme, value))
  const industries = read.value.industries.map(({ scheme, code }) => checkIndustry(classifications, scheme, code))
  const municipalities = read.value.municipalities.map(({ code }) => checkMunicipality(geography, code))
  const valid = [...numbers, ...industries, ...municipalities].every((answer) => answer.valid)
  return { ok: true, value: { format: 'stegvis-id-answer/1', valid, numbers, industries, municipalities } }
}

/** What is not valid, with its place in the input, a line each. */
export function invalidLines(answer: IdAnswer): { pointer: string; detail: string }[] {
  return (['numbers', 'industries', 'municipalities'] as const).flatMap((key) =>
    answer[key].flatMap(({ reason }, n) => (reason ? [{ pointer: `#/${key}/${n}`, detail: reason.en }] : [])),
  )
}

const NO_MUNICIPALITY: Text = {
  sv: 'Det finns ingen svensk kommun med den koden.',
  en: 'There is no Swedish municipality with that code.',
}

/** Source: content/geography/; a NUTS 2 region is the first four signs of its NUTS 3 regions. */
function checkMunicipality({ municipalities }: Geography, code: string): z.infer<typeof MunicipalityAnswer> {
  const found = municipalities.find((municipality) => municipality.code === code)
  if (!found) return { code, valid: false, name: null, county: null, nuts3: null, nuts2: null, reason: NO_MUNICIPALITY }
  const { name, county, nuts3 } = found
  return { code, valid: true, name, county, nuts3, nuts2: nuts3.slice(0, 4), reason: null }
}

export function idQuestionJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    IdQuestion,
    { 'number-scheme': NumberScheme, 'industry-scheme': IndustryCodes },
    {
      $id: 'https://stegvis.example/schemas/id-1.schema.json',
      title: 'Stegvis identifiers and codes',
      description: 'Identifiers and codes of companies: the input of `stegvis id check`.',
    },
  )
}

export function idAnswerJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    IdAnswer,
    { 'number-scheme': NumberScheme, 'industry-scheme': IndustryCodes },
    {
      $id: 'https://stegvis.example/schemas/id-answer-1.schema.json',
      title: 'Stegvis identifiers and codes, the answer',
      description: 'What each is, and whether it is valid: the output of `stegvis id check`.',
    },
  )
}
