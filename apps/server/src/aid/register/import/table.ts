import { type Cell, textOf } from '@stegvis/core/aid/register/import/cells.ts'
import { headingRow } from '@stegvis/core/aid/register/import/columns.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'
import type { CellValue } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { refuseFaults } from '../../../http/faults.ts'

/** A file as headings and rows, each with its place in the file. Empty rows are left out. */
export type FileTable = { headings: string[]; rows: { row: number; cells: Cell[] }[] }

const MOST_ROWS = 20_000

const SENTENCES = {
  unreadable: {
    sv: 'Filen går inte att läsa som kalkylblad (xlsx), CSV eller JSON.',
    en: 'The file cannot be read as a spreadsheet (xlsx), CSV or JSON.',
  },
  empty: { sv: 'Filen har inga rader.', en: 'The file has no rows.' },
  long: { sv: 'Filen har fler än 20 000 rader. Dela den.', en: 'The file has more than 20,000 rows. Split it.' },
} as const satisfies Record<string, Text>

/** Reads a file by what it is, whatever it is called. Throws `invalid-input` with a sentence where it cannot. */
export async function readTable(content: Buffer): Promise<FileTable> {
  const read = await rowsOf(content)
  if (!read) return refuse('unreadable')
  const heading = headingRow(read.map((cells) => cells.map(textOf)))
  const headings = (read[heading] ?? []).map(textOf)
  const rows = read
    .map((cells, n) => ({ row: n + 1, cells: [...cells] }))
    .slice(heading + 1)
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  if (rows.length === 0) return refuse('empty')
  if (rows.length > MOST_ROWS) return refuse('long')
  return { headings, rows }
}

function refuse(why: keyof typeof SENTENCES): never {
  refuseFaults([{ pointer: '#/content', message: SENTENCES[why] }])
  throw new Error('a file was refused without a fault')
}

/** All rows with the heading's; undefined where the bytes are none of the kinds. */
async function rowsOf(content: Buffer): Promise<Cell[][] | undefined> {
  try {
    if (content.subarray(0, 2).toString() === 'PK') return await sheetRows(content)
    const text = decoded(content)
    return /^\s*[[{]/.test(text) ? jsonRows(JSON.parse(text)) : parseCsv(text, { skipEmptyRows: false }).map(cellsOf)
  } catch {
    // Whatever the reader of the format objects to, the person can only choose another file.
    return undefined
  }
}

/** The first sheet that has rows. */
async function sheetRows(content: Buffer): Promise<Cell[][]> {
  const { sheets } = await readXlsx(content, { maxRows: MOST_ROWS + 50 })
  return (sheets.find(({ rows }) => rows.length > 1) ?? sheets[0])?.rows.map(cellsOf) ?? []
}

const cellsOf = (row: readonly CellValue[]): Cell[] => row.map(cellOf)

function cellOf(value: CellValue): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** Programs for spreadsheets write UTF-8 or the older Windows letters. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

/** A list of objects, or an object that has one as our own files do; the keys are the headings. */
function jsonRows(read: unknown): Cell[][] | undefined {
  const list = Array.isArray(read) ? read : Object.values(read as object).find((value) => Array.isArray(value))
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'object' && one !== null)) return undefined
  const objects = list as Record<string, unknown>[]
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))]
  return [keys, ...objects.map((one) => keys.map((key) => cellOf((one[key] ?? null) as CellValue)))]
}
