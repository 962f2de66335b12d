import { parse } from 'yaml'
import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { Text } from '../kernel/text.ts'
import { fillText } from '../models/fill-text.ts'

const Division = z.string().regex(/^\d{2}$/)

const ClassificationFile = z.strictObject({
  scheme: z.enum(['nace-2', 'nace-2.1']),
  national: z.enum(['sni-2007', 'sni-2025']),
  from: PlainDate,
  act: z.string().min(1),
  address: z.url(),
  sections: z
    .array(z.strictObject({ code: z.string().regex(/^[A-Z]$/), name: Text, divisions: z.record(Division, Text) }))
    .min(1),
  'from-nace-2': z.record(Division, z.array(Division).min(1)).optional(),
})

/** Sections and divisions of one revision, and the Swedish codes that add a fifth digit. Source: content/classifications/. */
export type Classification = z.infer<typeof ClassificationFile>
export type IndustryScheme = Classification['scheme'] | Classification['national']

/** Throws a `ZodError` that names what is wrong with the file. */
export function parseClassification(text: string): Classification {
  return ClassificationFile.parse(parse(text))
}

export type CheckedIndustry = {
  scheme: IndustryScheme
  valid: boolean
  /** as it is written: 25.62 or 25.620; null where it is not valid */
  code: string | null
  section: { code: string; name: Text } | null
  division: { code: string; name: Text } | null
  /** the same activity in the other revision, as divisions a person chooses from; empty where nothing is known */
  suggested: { scheme: IndustryScheme; division: string; name: Text }[]
  reason: Text | null
}

const SENTENCES = {
  nace: { sv: 'En NACE-kod är två till fyra siffror.', en: 'A NACE code has two to four digits.' },
  sni: { sv: 'En SNI-kod är två till fem siffror.', en: 'An SNI code has two to five digits.' },
  division: { sv: 'Avdelning {division} finns inte i {scheme}.', en: 'There is no division {division} in {scheme}.' },
} as const satisfies Record<string, Text>

/**
 * An industry code by its section and division. The third digit and those after it are taken as they are written.
 *
 * Source: Regulation (EC) No 1893/2006, Annex I, in either revision; SNI has the same codes and a fifth digit.
 */
export function checkIndustry(
  classifications: readonly Classification[],
  scheme: IndustryScheme,
  written: string,
): CheckedIndustry {
  const classification = classifications.find((entry) => entry.scheme === scheme || entry.national === scheme)!
  const isNational = scheme === classification.national
  const digits = written.replace(/[\s.]/g, '')
  const nothing = { scheme, valid: false, code: null, section: null, division: null, suggested: [] }
  if (!(isNational ? /^\d{2,5}$/ : /^\d{2,4}$/).test(digits)) {
    return { ...nothing, reason: isNational ? SENTENCES.sni : SENTENCES.nace }
  }
  const division = digits.slice(0, 2)
  const section = classification.sections.find(({ divisions }) => Object.hasOwn(divisions, division))
  if (!section) return { ...nothing, reason: fillText(SENTENCES.division, { division, scheme }) }
  return {
    scheme,
    valid: true,
    code: digits.length > 2 ? `${division}.${digits.slice(2)}` : division,
    section: { code: section.code, name: section.name },
    division: { code: division, name: section.divisions[division]! },
    suggested: suggested(classifications, classification, isNational, division),
    reason: null,
  }
}

/** From the older revision to the newer or back: many to many, so never more than a suggestion. */
function suggested(
  classifications: readonly Classification[],
  from: Classification,
  isNational: boolean,
  division: string,
): CheckedIndustry['suggested'] {
  return classifications
    .filter((to) => to !== from)
    .flatMap((to) => {
      const table = Object.entries(to['from-nace-2'] ?? from['from-nace-2'] ?? {})
      const found = to['from-nace-2']
        ? table.filter(([older]) => older === division).flatMap(([, newer]) => newer)
        : table.filter(([, newer]) => newer.includes(division)).map(([older]) => older)
      return found.map((code) => ({
        scheme: isNational ? to.national : to.scheme,
        division: code,
        name: nameOf(to, code),
      }))
    })
}

function nameOf(classification: Classification, division: string): Text {
  return classification.sections.find(({ divisions }) => Object.hasOwn(divisions, division))!.divisions[division]!
}
