import type { Language } from '../kernel/text.ts'
import { claimSign, legend, signsOf } from './legend.ts'
import { mark, markReach } from './marks.ts'
import { type Figure, type FigureTable, hatch, round, type Shape } from './shapes.ts'
import { levelOf, remarkOf, STANDING_KEYS, type Standing, type StandingKey, toldKeys } from './standing.ts'
import { FIGURE_TERMS } from './terms.ts'
import { wrap } from './text-fit.ts'

/** Where a company stands on a scale without levels. The values of `standing` are scores here. */
export type ScoreStanding = {
  name: string
  /** the ends of the scale */
  least: number
  most: number
  standing: Standing
  /** what the coach's score can still become, where answers are open */
  range: { low: number; high: number } | null
  /** a score in the writing of the reader: `2,7`, `34 %` */
  shown: (score: number) => string
}

export type BarsInput = { title: string; rows: readonly ScoreStanding[]; language: Language; width?: number }

type Geometry = {
  width: number
  /** where the bars begin, and how wide they are */
  left: number
  bar: number
  rowHeight: number
  /** the bar's foot, from the top of its row */
  floor: number
  height: number
  mark: number
  text: number
}

/** Under this the name and the score go over the bar instead of beside it. */
const BESIDE = 560

function geometryOf(width: number): Geometry {
  const same = { width, height: 14, mark: 8, text: 14 }
  if (width < BESIDE) return { ...same, left: 10, bar: width - 30, rowHeight: 100, floor: 90 }
  const left = Math.max(150, width * 0.27)
  return { ...same, left, bar: width * 0.42, rowHeight: 60, floor: 50 }
}

/** A bar for each score, one under the other, each on its own scale. */
export function scoreBars(input: BarsInput): Figure {
  const { rows, language, width = 720 } = input
  const g = geometryOf(width)
  const standings = rows.map(({ standing }) => standing)
  const explained = legend([...signsOf(standings, language), ...claimSign(standings, language)], {
    x: 1,
    y: rows.length * g.rowHeight + g.text * 1.8,
    width: g.width - 2,
    size: g.text - 1,
  })
  return {
    width: g.width,
    height: round(explained.bottom),
    title: input.title,
    description: describe(rows, language),
    table: tableOf(rows, language),
    shapes: [...rows.flatMap((row, at) => barRow(g, at, row, language)), ...explained.shapes],
  }
}

function barRow(g: Geometry, at: number, row: ScoreStanding, language: Language): Shape[] {
  const top = at * g.rowHeight
  const floor = top + g.floor
  const rule: Shape[] =
    at === 0 ? [] : [{ role: 'rule', kind: 'path', d: `M0 ${top + 2}H${g.width}`, stroke: 'line', strokeWidth: 1 }]
  return [...rule, ...textsOf(g, top, row, language), ...barOf(g, floor, row), ...marksOn(g, floor, row)]
}

/** How far along its scale a score lies, from 0 to 1. */
function shareOf({ least, most }: ScoreStanding, score: number): number {
  return most > least ? Math.min(1, Math.max(0, (score - least) / (most - least))) : 0
}

function barOf(g: Geometry, floor: number, row: ScoreStanding): Shape[] {
  const { coach, self } = row.standing
  const y = floor - g.height
  const piece = (role: string, from: number, to: number) => ({
    role,
    kind: 'rect' as const,
    x: round(g.left + from * g.bar),
    y,
    width: round(Math.max(0, to - from) * g.bar),
    height: g.height,
  })
  const found = coach === null ? 0 : shareOf(row, coach)
  const claimed = self === null ? 0 : shareOf(row, self)
  const shapes: Shape[] = [
    { ...piece('track', 0, 1), radius: 3, fill: 'sunken', stroke: 'line', strokeWidth: 1 },
    { ...piece('score', 0, found), radius: 3, fill: 'accent' },
  ]
  if (claimed > found) {
    const only = piece('claimed', found, claimed)
    shapes.push({ ...only, fill: 'accentSoft', stroke: 'accent', strokeWidth: 1 })
    const d = hatch(only.x + 1, y + 1, Math.max(0, only.width - 2), g.height - 2, 6)
    if (d !== '') shapes.push({ role: 'hatch', kind: 'path', d, stroke: 'accent', strokeWidth: 0.7 })
  }
  if (row.range) {
    const { low, high } = row.range
    const open = piece('range', shareOf(row, low), shareOf(row, high))
    shapes.push({ ...open, radius: 3, stroke: 'ink', strokeWidth: 1.5, dash: '4 3' })
  }
  return shapes
}

/** The marks stand on the bar, and beside each other where they would cover one another. */
function marksOn(g: Geometry, floor: number, row: ScoreStanding): Shape[] {
  const placed = STANDING_KEYS.flatMap((key) => {
    const score = levelOf(row.standing, key)
    return score === null ? [] : [{ key, x: g.left + shareOf(row, score) * g.bar, reach: markReach(key, g.mark) }]
  }).sort((a, b) => a.x - b.x)
  for (const [at, one] of placed.entries()) {
    const before = placed[at - 1]
    if (before) one.x = Math.max(one.x, before.x + before.reach.right + one.reach.left)
  }
  for (let at = placed.length - 1, edge = g.left + g.bar + g.mark * 2; at >= 0; at--) {
    const one = placed[at]!
    one.x = Math.min(one.x, edge - one.reach.right)
    edge = one.x - one.reach.left
  }
  return placed.flatMap(({ key, x }) =>
    mark(key, x, floor - g.height - 2, g.mark * (key === 'target' ? 0.85 : 1), row.standing.evidence),
  )
}

/** The found score in words; else what it can become, or the own assessment's. */
function finding({ standing, range, shown, most }: ScoreStanding, language: Language): string {
  const terms = FIGURE_TERMS[language]
  if (standing.coach !== null) return terms.of(shown(standing.coach), shown(most))
  if (range) return terms.of(`${shown(range.low)}–${shown(range.high)}`, shown(most))
  return standing.self === null ? terms.notMeasured : terms.of(shown(standing.self), shown(most))
}

function textsOf(g: Geometry, top: number, row: ScoreStanding, language: Language): Shape[] {
  const text = (x: number, y: number, said: string, isName: boolean): Shape => ({
    role: isName ? 'dimension' : 'finding',
    kind: 'text',
    x,
    y: round(y),
    text: said,
    size: g.text,
    fill: isName ? 'ink' : 'inkSoft',
    bold: isName,
  })
  if (g.width < BESIDE) {
    return [
      text(0, top + 20, wrap(row.name, g.width, g.text, 1)[0]!, true),
      text(0, top + 39, wrap(finding(row, language), g.width, g.text, 1)[0]!, false),
    ]
  }
  const right = g.left + g.bar + 30
  const beside = (lines: readonly string[], x: number, isName: boolean) =>
    lines.map((line, at) => text(x, top + g.floor - 3 - (lines.length - 1 - at) * 17, line, isName))
  return [
    ...beside(wrap(row.name, g.left - 26, g.text, 2), 0, true),
    ...beside(wrap(finding(row, language), g.width - right, g.text, 2), right, false),
  ]
}

/** `2,7, bekräftat`, `2,1–3,4` where it is open, or `inte mätt`. */
function inWords(row: ScoreStanding, key: StandingKey, language: Language): string {
  const score = levelOf(row.standing, key)
  if (score === null) {
    const isOpen = key === 'coach' && row.range
    return isOpen ? `${row.shown(isOpen.low)}–${row.shown(isOpen.high)}` : FIGURE_TERMS[language].notMeasured
  }
  const remark = remarkOf(row.standing, key, language)
  return remark ? `${row.shown(score)}, ${remark}` : row.shown(score)
}

function describe(rows: readonly ScoreStanding[], language: Language): string {
  const terms = FIGURE_TERMS[language]
  const sentences = rows.map((row) => {
    const told = toldKeys([row.standing]).map((key) => `${terms[key]}: ${inWords(row, key, language)}`)
    return `${row.name}, ${terms.scale(row.shown(row.least), row.shown(row.most))}. ${told.join('; ')}.`
  })
  return sentences.join(' ')
}

function tableOf(rows: readonly ScoreStanding[], language: Language): FigureTable {
  const terms = FIGURE_TERMS[language]
  const keys = toldKeys(rows.map(({ standing }) => standing))
  return {
    columns: [terms.dimension, terms.scaleName, ...keys.map((key) => terms[key])],
    rows: rows.map((row) => [
      row.name,
      terms.scale(row.shown(row.least), row.shown(row.most)),
      ...keys.map((key) => inWords(row, key, language)),
    ]),
  }
}
