import type { Language } from '../kernel/text.ts'
import { legend, signsOf } from './legend.ts'
import { mark } from './marks.ts'
import { type Figure, polyline, round, type Shape } from './shapes.ts'
import {
  type DimensionStanding,
  describeStandings,
  levelOf,
  type StandingKey,
  tableOfStandings,
  toldKeys,
} from './standing.ts'
import { wrap } from './text-fit.ts'

export type RadarInput = { title: string; rows: readonly DimensionStanding[]; language: Language; width?: number }

type Geometry = {
  width: number
  cx: number
  cy: number
  r: number
  text: number
  levels: number
  /** names at their axes; where there is no room, numbers, with the names under the picture */
  isNamed: boolean
}

const NAMED_WIDTH = 460

type Line = Pick<Extract<Shape, { kind: 'path' }>, 'stroke' | 'strokeWidth' | 'dash' | 'fill'>

/** Told apart by dash and width as much as by colour. */
const LINES: Record<Exclude<StandingKey, 'target'>, Line> = {
  baseline: { stroke: 'inkSoft', strokeWidth: 2, dash: '2 5' },
  self: { stroke: 'accent', strokeWidth: 2, dash: '8 4' },
  coach: { stroke: 'accent', strokeWidth: 3, fill: 'accentSoft' },
}

/** The shape of a company across dimensions. Levels run from the middle outwards; what is not measured is a gap. */
export function radar(input: RadarInput): Figure {
  const { rows, language, title } = input
  const g = geometryOf(input)
  const standings = rows.map(({ standing }) => standing)
  const keys = toldKeys(standings)
  const drawn = (['coach', 'self', 'baseline'] as const).filter((key) => keys.includes(key))
  const named = g.isNamed ? [] : axisKey(g, rows)
  const explained = legend(signsOf(standings, language), {
    x: 1,
    y: g.cy * 2 + 8 + named.length * 21,
    width: g.width - 2,
    size: g.text,
  })
  return {
    width: g.width,
    height: round(explained.bottom),
    title,
    description: describeStandings(rows, language),
    table: tableOfStandings(rows, language),
    shapes: [
      ...web(g, rows),
      ...drawn.map((key) => outline(g, rows, key)),
      ...keys.flatMap((key) => points(g, rows, key)),
      ...rows.flatMap(({ name }, at) => axisLabel(g, g.isNamed ? name : String(at + 1), angleOf(at, rows.length))),
      ...named,
      ...explained.shapes,
    ],
  }
}

function geometryOf({ rows, width = 560 }: RadarInput): Geometry {
  const isNamed = width >= NAMED_WIDTH
  const r = isNamed ? Math.min(160, width / 2 - 118) : Math.min(150, width / 2 - 34)
  const levels = Math.max(...rows.map(({ steps }) => steps.length))
  return { width, cx: width / 2, cy: r + (isNamed ? 48 : 34), r, text: 14, levels, isNamed }
}

/** Which number stands for which dimension. */
function axisKey(g: Geometry, rows: readonly DimensionStanding[]): Shape[] {
  return rows.map(
    ({ name }, at): Shape => ({
      role: 'axis-name',
      kind: 'text',
      x: 1,
      y: g.cy * 2 + 6 + at * 20,
      text: wrap(`${at + 1}  ${name}`, g.width, g.text, 1)[0]!,
      size: g.text,
      fill: 'ink',
    }),
  )
}

/** The first axis points up, the others follow clockwise. */
const angleOf = (at: number, count: number) => (at / count) * 2 * Math.PI - Math.PI / 2

function place(g: Geometry, level: number, angle: number): [number, number] {
  const distance = (level / g.levels) * g.r
  return [g.cx + distance * Math.cos(angle), g.cy + distance * Math.sin(angle)]
}

function web(g: Geometry, rows: readonly DimensionStanding[]): Shape[] {
  const ring = (level: number) => rows.map((_, at) => place(g, level, angleOf(at, rows.length)))
  const rings = Array.from(
    { length: g.levels },
    (_, at): Shape => ({
      role: 'ring',
      kind: 'path',
      d: polyline(ring(at + 1), true),
      stroke: 'line',
      strokeWidth: at + 1 === g.levels ? 1.5 : 1,
    }),
  )
  const axes = ring(g.levels).map(
    (end): Shape => ({
      role: 'axis',
      kind: 'path',
      d: polyline([[g.cx, g.cy], end]),
      stroke: 'line',
      strokeWidth: 1,
    }),
  )
  const numbers = Array.from(
    { length: g.levels },
    (_, at): Shape => ({
      role: 'ring-number',
      kind: 'text',
      x: round(g.cx + 4),
      y: round(place(g, at + 1, -Math.PI / 2)[1] + 12),
      text: String(at + 1),
      size: 11,
      fill: 'inkSoft',
    }),
  )
  return [...rings, ...axes, ...numbers]
}

/** One closed line when every dimension is measured; else the stretches between neighbours that are. */
function outline(g: Geometry, rows: readonly DimensionStanding[], key: Exclude<StandingKey, 'target'>): Shape {
  const at = rows.map(({ standing }, index) => {
    const level = levelOf(standing, key)
    return level === null ? null : place(g, level, angleOf(index, rows.length))
  })
  const { fill, ...line } = LINES[key]
  if (at.every((point) => point !== null)) {
    return { role: `outline-${key}`, kind: 'path', d: polyline(at, true), ...line, ...(fill && { fill }) }
  }
  const stretches = at.map((from, index) => {
    const to = at[(index + 1) % at.length]!
    return from && to ? polyline([from, to]) : ''
  })
  return { role: `outline-${key}`, kind: 'path', d: stretches.join('') || 'M0 0', ...line }
}

/** Marks of the same place stand side by side, the flag to the right of the others, so that none hides another. */
function points(g: Geometry, rows: readonly DimensionStanding[], key: StandingKey): Shape[] {
  const r = key === 'coach' ? 7 : 6
  return rows.flatMap(({ standing }, at) => {
    const level = levelOf(standing, key)
    if (level === null) return []
    const order: readonly StandingKey[] = ['baseline', 'self', 'coach', 'target']
    const here = order.filter((other) => levelOf(standing, other) === level)
    const shift = (here.indexOf(key) - (here.length - 1) / 2) * 13
    const [x, y] = place(g, level, angleOf(at, rows.length))
    return mark(key, x + shift, y + (key === 'target' ? 0 : r), r, standing.evidence)
  })
}

function axisLabel(g: Geometry, name: string, angle: number): Shape[] {
  const [x, y] = [g.cx + (g.r + 16) * Math.cos(angle), g.cy + (g.r + 20) * Math.sin(angle)]
  const side = Math.cos(angle)
  const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end'
  const room = anchor === 'middle' ? g.width * 0.6 : side > 0 ? g.width - x : x
  const lines = wrap(name, room, g.text, 3)
  const up = Math.sin(angle) < -0.9 ? lines.length - 1 : Math.sin(angle) > 0.9 ? -0.4 : (lines.length - 1) / 2 - 0.3
  return lines.map(
    (text, at): Shape => ({
      role: 'axis-label',
      kind: 'text',
      x: round(x),
      y: round(y + (at - up) * g.text * 1.15),
      text,
      size: g.text,
      fill: 'ink',
      anchor,
    }),
  )
}
