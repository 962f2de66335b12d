import type { Language } from '../kernel/text.ts'
import { claimSign, legend, signsOf } from './legend.ts'
import { mark, markReach } from './marks.ts'
import { block, type Figure, hatch, round, type Shape } from './shapes.ts'
import {
  type DimensionStanding,
  describeStandings,
  levelOf,
  reachOf,
  STANDING_KEYS,
  tableOfStandings,
} from './standing.ts'
import { FIGURE_TERMS } from './terms.ts'
import { wrap } from './text-fit.ts'

export type StripInput = { title: string; rows: readonly DimensionStanding[]; language: Language; width?: number }

type Geometry = {
  width: number
  /** where the stairs begin, and how wide they are */
  left: number
  stairs: number
  rowHeight: number
  /** a row's floor, from its top */
  floor: number
  mark: number
  text: number
}

/** Under this the name and the finding go over the stairs instead of beside them. */
const BESIDE = 560

function geometryOf(width: number): Geometry {
  if (width < BESIDE) return { width, left: 0, stairs: width, rowHeight: 104, floor: 94, mark: 8.5, text: 14 }
  const left = Math.max(150, width * 0.27)
  return { width, left, stairs: width * 0.42, rowHeight: 66, floor: 58, mark: 8.5, text: 14 }
}

const FIRST = 8
const RISE = 5

/** A small staircase for each dimension, one under the other, so that strong and weak show at a glance. */
export function staircaseStrip(input: StripInput): Figure {
  const { rows, language, width = 720 } = input
  const g = geometryOf(width)
  const standings = rows.map(({ standing }) => standing)
  const bottom = rows.length * g.rowHeight
  const explained = legend([...signsOf(standings, language), ...claimSign(standings, language)], {
    x: 1,
    y: bottom + g.text * 1.8,
    width: g.width - 2,
    size: g.text - 1,
  })
  return {
    width: g.width,
    height: round(explained.bottom),
    title: input.title,
    description: describeStandings(rows, language),
    table: tableOfStandings(rows, language),
    shapes: [...rows.flatMap((row, at) => stripRow(g, at, row, input)), ...explained.shapes],
  }
}

function stripRow(g: Geometry, at: number, row: DimensionStanding, { language }: StripInput): Shape[] {
  const top = at * g.rowHeight
  const floor = top + g.floor
  const rule: Shape[] =
    at === 0 ? [] : [{ role: 'rule', kind: 'path', d: `M0 ${top + 2}H${g.width}`, stroke: 'line', strokeWidth: 1 }]
  const texts = g.left === 0 ? textsOver(g, top, row, language) : textsBeside(g, floor, row, language)
  return [
    ...rule,
    ...texts,
    ...stairs(g, floor, row),
    ...row.steps.flatMap((_, step) => marksOn(g, floor, step + 1, row)),
  ]
}

const stepWidth = (g: Geometry, { steps }: DimensionStanding) => g.stairs / steps.length
const treadOf = (floor: number, level: number) => floor - FIRST - (level - 1) * RISE

function stairs(g: Geometry, floor: number, row: DimensionStanding): Shape[] {
  const width = stepWidth(g, row)
  return row.steps.flatMap((_, at) => {
    const level = at + 1
    const [x, y] = [g.left + at * width, treadOf(floor, level)]
    const reach = reachOf(level, row.standing)
    const body: Shape = {
      role: `step-${reach}`,
      kind: 'path',
      d: block(x + 1.5, y, width - 3, floor - y, 2.5),
      fill: ({ solid: 'accent', claimed: 'accentSoft', open: 'sunken' } as const)[reach],
      stroke: reach === 'open' ? 'line' : 'accent',
      strokeWidth: 1,
    }
    if (reach !== 'claimed') return [body]
    const d = hatch(x + 2.5, y + 1, width - 5, floor - y - 2, 6)
    return [body, { role: 'hatch', kind: 'path', d, stroke: 'accent', strokeWidth: 0.7 } satisfies Shape]
  })
}

function marksOn(g: Geometry, floor: number, level: number, row: DimensionStanding): Shape[] {
  const here = STANDING_KEYS.filter((key) => levelOf(row.standing, key) === level)
  const widths = here.map((key) => markReach(key, g.mark).left + markReach(key, g.mark).right)
  const width = stepWidth(g, row)
  let x = g.left + (level - 0.5) * width - widths.reduce((sum, each) => sum + each, 0) / 2
  return here.flatMap((key, at) => {
    const middle = x + markReach(key, g.mark).left
    x += widths[at]!
    return mark(key, middle, treadOf(floor, level) - 2, g.mark * (key === 'target' ? 0.85 : 1), row.standing.evidence)
  })
}

/** The found step in words; else the own assessment's. */
function finding({ standing, steps }: DimensionStanding, language: Language): string {
  const level = standing.coach ?? standing.self
  return level === null ? FIGURE_TERMS[language].notMeasured : `${level} ${steps[level - 1] ?? ''}`
}

function textsBeside(g: Geometry, floor: number, row: DimensionStanding, language: Language): Shape[] {
  const right = g.left + g.stairs + 18
  const name = wrap(row.name, g.left - 16, g.text, 3)
  const found = wrap(finding(row, language), g.width - right, g.text, 3)
  const column = (lines: readonly string[], x: number, role: string, fill: 'ink' | 'inkSoft', bold: boolean) =>
    lines.map(
      (text, at): Shape => ({
        role,
        kind: 'text',
        x,
        y: round(floor - 12 - (lines.length - 1) * 8.5 + at * 17),
        text,
        size: g.text,
        fill,
        bold,
      }),
    )
  return [...column(name, 0, 'dimension', 'ink', true), ...column(found, right, 'finding', 'inkSoft', false)]
}

function textsOver(g: Geometry, top: number, row: DimensionStanding, language: Language): Shape[] {
  const line = (text: string, y: number, role: string, fill: 'ink' | 'inkSoft', bold: boolean): Shape => ({
    role,
    kind: 'text',
    x: 0,
    y: top + y,
    text,
    size: g.text,
    fill,
    bold,
  })
  return [
    line(wrap(row.name, g.width, g.text, 1)[0]!, 20, 'dimension', 'ink', true),
    line(wrap(finding(row, language), g.width * 0.62, g.text, 1)[0]!, 39, 'finding', 'inkSoft', false),
  ]
}
