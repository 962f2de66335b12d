import type { Language, Text } from '../kernel/text.ts'
import type { ScoredNode } from './tree/score-file.ts'

const HEADS = [
  { sv: 'Del', en: 'Node' },
  { sv: 'Namn', en: 'Name' },
  { sv: 'Resultat', en: 'Score' },
  { sv: 'Nivå', en: 'Level' },
  { sv: 'Besvarat', en: 'Answered' },
  { sv: 'Gäller ej', en: 'N/A' },
  { sv: 'Varför', en: 'Why' },
] as const satisfies readonly Text[]

/** The rows of a result as lines of text in columns, for a terminal. */
export function scoreTable(rows: readonly ScoredNode[], language: Language): string[] {
  const cells = [HEADS.map((head) => head[language]), ...rows.map((row) => cellsOf(row, language))]
  const widths = HEADS.map((_, at) => Math.max(...cells.map((line) => line[at]!.length)))
  // The last column is left ragged: it holds sentences.
  return cells.map((line) => line.map((cell, at) => (at < 6 ? cell.padEnd(widths[at]!) : cell)).join('  '))
}

function cellsOf(row: ScoredNode, language: Language): string[] {
  return [
    row.view === 'main' ? row.node : `${row.view}/${row.node}`,
    row.name[language],
    resultOf(row, language),
    row.level === null ? '–' : String(row.level),
    `${row.coverage.answered}/${row.coverage.asked}`,
    String(row.notApplicable),
    row.reason.text[language],
  ]
}

/** The score, or the span it will lie in while answers are missing. */
function resultOf({ score, range }: ScoredNode, language: Language): string {
  const figure = (value: number) => (language === 'sv' ? String(value).replace('.', ',') : String(value))
  if (score !== null) return figure(score)
  return range ? `${figure(range.low)}–${figure(range.high)}` : '–'
}
