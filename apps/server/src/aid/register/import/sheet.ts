import { REGISTER_FIELDS } from '@stegvis/core/aid/register/fields.ts'
import type { ImportLine, OurGrant } from '@stegvis/core/aid/register/import/schema.ts'
import type { EntryDifference } from '@stegvis/core/aid/register/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../../db/tenancy.ts'
import type { Column, Spreadsheet } from '../../../http/spreadsheet.ts'
import { AID_LIST_SHEET } from '../../../locales/aid-register-sheet.ts'
import { DE_MINIMIS_LAW } from '../../law.ts'
import { compare } from './compare.ts'
import { getImport, lineOf } from './service.ts'

type SheetRow = { line: ImportLine | null; grant: OurGrant | null }

/** Every row of a list with what differs, then what the list does not have. */
export async function readDifferences(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  { today, now, language }: { today: PlainDate; now: string; language: Language },
): Promise<Spreadsheet<SheetRow>> {
  const comparison = await compare(tx, actor, await getImport(tx, actor, id), today)
  const lines = comparison.rows.map((row) => lineOf(row, comparison))
  const rows: SheetRow[] = [
    ...lines.map((line) => ({ line, grant: line.grant })),
    ...comparison.onlyHere.map((grant) => ({ line: null, grant })),
  ]
  const { title, fileName } = AID_LIST_SHEET[language]
  return { fileName: `stegvis-${fileName}-${now.slice(0, 10)}`, title, madeAt: now, rows, columns: columnsIn(language) }
}

function columnsIn(language: Language): Column<SheetRow>[] {
  const { heading, outcomes } = AID_LIST_SHEET[language]
  const of = (key: 'beneficiaryName' | 'beneficiaryNumber' | 'reference' | 'registerReference') =>
    REGISTER_FIELDS[key].heading[language]
  const there = (line: ImportLine | null) =>
    line?.facts ? whole(line.facts.minor ?? line.facts.eurCents, currencyOf(line)) : null
  return [
    { heading: heading.row, kind: 'integer', value: ({ line }) => line?.row ?? null },
    { heading: heading.outcome, kind: 'text', value: ({ line }) => outcomes[line?.outcome ?? 'only-here'] },
    {
      heading: of('beneficiaryName'),
      kind: 'text',
      value: ({ line, grant }) => grant?.name || line?.facts?.name || null,
    },
    {
      heading: of('beneficiaryNumber'),
      kind: 'text',
      value: ({ line, grant }) => grant?.number ?? line?.facts?.number ?? null,
    },
    { heading: heading.dayThere, kind: 'day', value: ({ line }) => line?.facts?.awardedOn ?? null },
    { heading: heading.dayHere, kind: 'day', value: ({ grant }) => grant?.awardedOn ?? null },
    {
      heading: heading.amountThere,
      kind: 'decimal',
      value: ({ line }) => there(line),
    },
    {
      heading: heading.currencyThere,
      kind: 'text',
      value: ({ line }) => currencyOf(line),
    },
    { heading: heading.amountHere, kind: 'decimal', value: ({ grant }) => grant && whole(grant.minor, grant.currency) },
    { heading: heading.currencyHere, kind: 'text', value: ({ grant }) => grant?.currency ?? null },
    {
      heading: of('reference'),
      kind: 'text',
      value: ({ line, grant }) => grant?.reference || line?.facts?.reference || null,
    },
    {
      heading: of('registerReference'),
      kind: 'text',
      value: ({ line, grant }) => line?.facts?.registerReference ?? grant?.registerReference ?? null,
    },
    { heading: heading.what, kind: 'long-text', value: ({ line }) => (line ? whatIn(line, language) : null) },
  ]
}

const currencyOf = (line: ImportLine | null) => (line?.facts ? (line.facts.currency ?? 'EUR') : null)

const whole = (minor: number | null, currency: string | null) =>
  minor === null || currency === null ? null : minor / 10 ** (DE_MINIMIS_LAW.currencies[currency] ?? 2)

/** What differs, or what is wrong with the row, in words. */
function whatIn({ faults, differences }: ImportLine, language: Language): string {
  const wrong = faults.map(({ column, message }) => (column ? `${column}: ${message[language]}` : message[language]))
  return [...wrong, ...differences.map((difference) => differenceIn(difference, language))].join('\n')
}

function differenceIn({ field, there, here }: EntryDifference, language: Language): string {
  const { fields, inList, inLedger } = AID_LIST_SHEET[language]
  const isMoney = field === 'minor' || field === 'eurCents'
  const shown = (value: string | number | null) => (isMoney ? (Number(value) / 100).toFixed(2) : String(value ?? ''))
  return `${fields[field]}: ${inList} ${shown(there)}, ${inLedger} ${shown(here)}`
}
