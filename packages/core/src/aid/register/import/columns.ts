import { foldText } from '../../../companies/list/search.ts'
import type { Text } from '../../../kernel/text.ts'
import { fillText } from '../../../models/fill-text.ts'
import { REGISTER_FIELDS } from '../fields.ts'
import { type ImportColumn, ImportField } from './schema.ts'

/** Amounts in kronor that say so in the heading. */
const KRONOR = ['belopp sek', 'belopp kr', 'belopp i kronor', 'amount sek', 'stödbelopp sek', 'stödbelopp kr']

const bare = (text: string) => foldText(text).replace(/[^a-z0-9]/g, '')

function namesOf(field: ImportField): readonly string[] {
  if (field === 'amountSek') return KRONOR
  const known: { heading: Text; also?: readonly string[] } = REGISTER_FIELDS[field]
  return [field, known.heading.sv, known.heading.en, ...(known.also ?? [])]
}

const FIELD_OF = new Map(ImportField.options.flatMap((field) => namesOf(field).map((name) => [bare(name), field])))

/** What each heading is taken for. Two of the same: the first counts. */
export function understandColumns(headings: readonly string[]): ImportColumn[] {
  const taken = new Set<ImportField>()
  return headings.map((heading) => {
    const field = FIELD_OF.get(bare(heading))
    if (field === undefined || taken.has(field)) return { heading, field: null }
    taken.add(field)
    return { heading, field }
  })
}

/** The row of the headings among the first of a file: titles and empty rows may come before it. */
export function headingRow(rows: readonly (readonly string[])[]): number {
  const known = rows.slice(0, 20).map((row) => understandColumns(row).filter(({ field }) => field !== null).length)
  const best = Math.max(0, ...known)
  return best < 2 ? 0 : known.indexOf(best)
}

const SENTENCES = {
  missing: {
    sv: 'Ingen kolumn är tolkad som ”{column}”.',
    en: 'No column is taken for “{column}”.',
  },
  twice: { sv: 'Två kolumner är tolkade som ”{column}”.', en: 'Two columns are taken for “{column}”.' },
} as const satisfies Record<string, Text>

const AMOUNTS = ['amount', 'amountSek', 'amountEur'] as const

/** Why no row can be understood from these columns; empty where they can. */
export function columnFaults(columns: readonly ImportColumn[]): Text[] {
  const fields = columns.flatMap(({ field }) => field ?? [])
  const missing = (['beneficiaryNumber', 'awardedOn'] as const).filter((field) => !fields.includes(field))
  const hasAmount = AMOUNTS.some((field) => fields.includes(field))
  const twice = ImportField.options.filter((field) => fields.filter((one) => one === field).length > 1)
  return [
    ...[...missing, ...(hasAmount ? [] : (['amount'] as const))].map((field) => sentence('missing', field)),
    ...twice.map((field) => sentence('twice', field)),
  ]
}

function sentence(kind: keyof typeof SENTENCES, field: ImportField): Text {
  const column =
    field === 'amountSek' ? { sv: 'Belopp i kronor', en: 'Amount in kronor' } : REGISTER_FIELDS[field].heading
  return fillText(SENTENCES[kind], { column })
}
