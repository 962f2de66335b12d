import { z } from 'zod'
import { type Fault, faultAt } from '../aid/input.ts'
import { PlainDate } from '../kernel/day.ts'
import { RecordId } from '../kernel/ids.ts'
import { Text } from '../kernel/text.ts'
import { type CheckedIndustry, type Classification, checkIndustry } from './industry.ts'
import { checkNumber } from './number.ts'
import { SCHEMES, type SchemeKey } from './schemes.ts'

export const NumberScheme = z.enum(Object.keys(SCHEMES) as [SchemeKey, ...SchemeKey[]])
const IndustryScheme = z.enum(['sni-2007', 'sni-2025', 'nace-2', 'nace-2.1'])

const Named = z.strictObject({ code: z.string(), name: Text })
const By = { by: z.string().nullable(), at: z.string() }

const Identifier = z.strictObject({
  scheme: NumberScheme,
  name: Text,
  value: z.string().describe('As it is written; somebody’s own number is masked'),
})

const IndustryInfo = z.strictObject({
  section: Named.nullable(),
  division: Named.nullable(),
  suggested: z
    .array(z.strictObject({ scheme: IndustryScheme, division: z.string(), name: Text }))
    .describe('Divisions of the other revision, for a person to choose from'),
})

const Place = z.strictObject({
  municipality: Named.extend({ name: z.string() }),
  county: z.string(),
  nuts3: z.string(),
  nuts2: z.string(),
})
export type Place = z.infer<typeof Place>

/** What a company is called by registers, what it does and where, with all that follows from the record. */
export const CompanyIdentity = z
  .strictObject({
    number: Identifier.extend({ country: z.string(), personal: z.boolean() }),
    derived: z.array(Identifier).describe('Follow from the number'),
    identifiers: z.array(
      Identifier.extend({
        ...By,
        checked: z.enum(['check-digit', 'form']).describe('form: the scheme has no public check digit'),
        differs: z.boolean().describe('Whether it is another than the one that follows from the number'),
      }),
    ),
    offered: z
      .array(z.strictObject({ scheme: NumberScheme, name: Text, looks: Text }))
      .describe('Schemes a company of this country can have'),
    mainIndustry: IndustryInfo.extend({ code: z.string() }).nullable().describe('Of the record’s own SNI 2007 code'),
    industries: z.array(
      IndustryInfo.extend({
        id: RecordId,
        scheme: IndustryScheme,
        code: z.string(),
        rank: z.int(),
        from: PlainDate.nullable(),
        to: PlainDate.nullable(),
        revision: z.int(),
        ...By,
      }),
    ),
    place: Place.nullable(),
    workplaces: z.array(
      z.strictObject({ id: RecordId, name: z.string(), number: z.string().nullable(), place: Place.nullable() }),
    ),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'CompanyIdentity' })
export type CompanyIdentity = z.infer<typeof CompanyIdentity>

/** One identifier as it was on the screen, and as it shall be; null: none. */
export const IdentifierChange = z.strictObject({
  from: z.string().max(100).nullable(),
  to: z.string().trim().min(1).max(100).nullable(),
})
export type IdentifierChange = z.infer<typeof IdentifierChange>

export const IndustryInput = z.strictObject({
  base: z.int().min(0),
  scheme: IndustryScheme,
  code: z.string().trim().min(1).max(20),
  rank: z.int().min(1).max(20),
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
})
export type IndustryInput = z.infer<typeof IndustryInput>

/** An industry code as it is kept. */
export type IndustryEntry = Pick<IndustryInput, 'scheme' | 'code' | 'rank' | 'from' | 'to'>

/** What belongs to a site, or is the company’s number itself, is told elsewhere in the record. */
const ELSEWHERE: ReadonlySet<SchemeKey> = new Set(['se-orgnr', 'se-cfar', 'dk-p', 'nl-vestiging', 'fr-siret'])

/**
 * The schemes a company of a country can have beside its number. A sole trader's VAT number has the person's own number
 * in it: it follows from the record, and is not written once more.
 */
export function offeredSchemes(country: string, isPersonal: boolean): SchemeKey[] {
  return NumberScheme.options.filter((key) => {
    if (ELSEWHERE.has(key) || (isPersonal && key === 'se-vat')) return false
    return SCHEMES[key].country === country || SCHEMES[key].country === null
  })
}

const SENTENCES = {
  scheme: { sv: 'Ett sådant nummer har företaget inte.', en: 'The company has no number of that kind.' },
  order: { sv: 'Slutdagen ligger före startdagen.', en: 'The last day lies before the first.' },
  twice: { sv: 'Koden finns redan för den tiden.', en: 'The code is there already for that time.' },
  rank: { sv: 'En annan kod har redan den platsen.', en: 'Another code has that place already.' },
}

/** Why a number cannot be one of the company’s; null where it can. */
export function identifierFault(scheme: SchemeKey, written: string, offered: readonly SchemeKey[]): Fault | null {
  if (!offered.includes(scheme)) return faultAt([], SENTENCES.scheme)
  const { reason } = checkNumber(scheme, written)
  return reason && faultAt(['to'], reason)
}

/** What cannot be true of an industry code beside the others of the company. */
export function industryFaults(
  classifications: readonly Classification[],
  entry: IndustryEntry,
  others: readonly IndustryEntry[],
): Fault[] {
  const { reason, code } = checkIndustry(classifications, entry.scheme, entry.code)
  if (reason) return [faultAt(['code'], reason)]
  if (entry.from && entry.to && entry.to < entry.from) return [faultAt(['to'], SENTENCES.order)]
  const meanwhile = others.filter((other) => other.scheme === entry.scheme && isMeanwhile(other, entry))
  if (meanwhile.some((other) => other.code === code)) return [faultAt(['code'], SENTENCES.twice)]
  return meanwhile.some(({ rank }) => rank === entry.rank) ? [faultAt(['rank'], SENTENCES.rank)] : []
}

/** Both days of an interval count; an open end is for ever. */
function isMeanwhile(a: Pick<IndustryEntry, 'from' | 'to'>, b: Pick<IndustryEntry, 'from' | 'to'>): boolean {
  const begins = (first: typeof a, second: typeof a) => !first.from || !second.to || first.from <= second.to
  return begins(a, b) && begins(b, a)
}

/** What there is to know of a code. */
export function industryInfo({ section, division, suggested }: CheckedIndustry) {
  return { section, division, suggested }
}
