import type { FastifyReply } from 'fastify'
import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx'

/** What a column holds decides how its cells are typed and shown. Amounts are in cents and shown in whole units. */
export type ColumnKind = 'text' | 'long-text' | 'day' | 'integer' | 'decimal' | 'money'

export type Column<Row> = {
  heading: string
  kind: ColumnKind
  /** Days as `2026-11-23`, amounts in cents; null is an empty cell. */
  value: (row: Row) => string | number | null
}

/** One table as a workbook with one sheet: what is on screen, with its filter and columns. */
export type Spreadsheet<Row> = {
  /** without the ending; plain letters, digits and hyphens */
  fileName: string
  title: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** the instant written into the file, so that the same data makes the same bytes */
  madeAt: string
}

// A font without a name falls back to a serif face.
const FONT = { name: 'Calibri', size: 11 }
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF2' } },
  alignment: { vertical: 'center', wrapText: true },
}
const FORMATS: Record<ColumnKind, { width: number; numFmt?: string; wrap?: true }> = {
  text: { width: 26 },
  'long-text': { width: 60, wrap: true },
  day: { width: 12, numFmt: 'yyyy-mm-dd' },
  integer: { width: 12, numFmt: '#,##0' },
  decimal: { width: 12, numFmt: '#,##0.0##' },
  money: { width: 16, numFmt: '#,##0' },
}

/** The workbook's bytes. A text that begins with `=` stays a text: cells are typed, nothing is evaluated. */
export function writeSpreadsheet<Row>(sheet: Spreadsheet<Row>): Promise<Uint8Array> {
  const { columns, rows } = sheet
  const made = new Date(sheet.madeAt)
  return writeXlsx({
    defaultFont: FONT,
    properties: { title: sheet.title, creator: 'Stegvis', created: made, modified: made },
    sheets: [
      {
        name: sheetName(sheet.title),
        columns: columns.map(({ kind }) => ({ width: FORMATS[kind].width, style: cellStyle(kind) })),
        rows: [
          columns.map((column) => column.heading),
          ...rows.map((row) => columns.map((column) => cell(column.kind, column.value(row)))),
        ],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: HEADING }])),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '1:1',
        },
        headerFooter: { oddFooter: '&L&A&R&P (&N)' },
      },
    ],
  })
}

/** Sends the workbook as a download. */
export async function sendSpreadsheet<Row>(reply: FastifyReply, sheet: Spreadsheet<Row>): Promise<FastifyReply> {
  const bytes = await writeSpreadsheet(sheet)
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${sheet.fileName}.xlsx"`)
    .send(Buffer.from(bytes))
}

function cellStyle(kind: ColumnKind): CellStyle {
  const { numFmt, wrap } = FORMATS[kind]
  return {
    font: FONT,
    alignment: { vertical: 'top', ...(wrap ? { wrapText: true } : {}) },
    ...(numFmt ? { numFmt } : {}),
  }
}

function cell(kind: ColumnKind, value: string | number | null): CellValue {
  if (value === null || value === '') return null
  if (kind === 'day') return new Date(`${value}T00:00:00Z`)
  if (kind === 'money') return Number(value) / 100
  return value
}

/** Excel allows 31 characters and none of `[]:*?/\`. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

function columnName(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}
