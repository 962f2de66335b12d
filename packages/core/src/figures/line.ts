import { daysBetween, PlainDate } from '../kernel/day.ts'
import type { Language } from '../kernel/text.ts'
import { type Figure, polyline, round, type Shape } from './shapes.ts'
import { FIGURE_TERMS } from './terms.ts'
import { textWidth } from './text-fit.ts'

export type LinePoint = {
  on: PlainDate
  value: number
  /** a verified value is drawn filled, any other hollow */
  verified: boolean
  /** how sure the value is, in words */
  quality: string
}

export type LineInput = {
  title: string
  unit: string
  /** in any order; the first day is the baseline */
  points: readonly LinePoint[]
  target: { value: number; on: PlainDate | null } | null
  language: Language
  /** writes a value as the language does, with at most so many decimals */
  number: (value: number, digits: number) => string
  width?: number
}

type Geometry = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  text: number
  x: (day: PlainDate) => number
  y: (value: number) => number
  ticks: readonly number[]
  number: (value: number) => string
}

/** Three to six round values that enclose what is drawn. */
export function ticksFor(least: number, most: number): number[] {
  const span = most - least || Math.abs(most) || 1
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  const from = Math.floor(least / step)
  const to = Math.max(Math.ceil(most / step), from + 1)
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)))
}

/** The least share of its size that a figure's axis spans: a change of a tenth of a per cent is no cliff. */
const LEAST_SPAN = 0.1

function rangeOf(heights: readonly number[]): [least: number, most: number] {
  const [least, most] = [Math.min(...heights), Math.max(...heights)]
  const missing = Math.max(Math.abs(least), Math.abs(most)) * LEAST_SPAN - (most - least)
  return missing > 0 ? [least - missing / 2, most + missing / 2] : [least, most]
}

/** How many decimals a step needs: 0.25 needs two. */
function decimalsOf(step: number): number {
  return String(Number(step.toPrecision(6))).split('.')[1]?.length ?? 0
}

/** A key figure over time, from its baseline, with its target. One value is a point, none an empty frame. */
export function lineChart(input: LineInput): Figure {
  const points = input.points.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const g = geometryOf(input, points)
  const terms = FIGURE_TERMS[input.language]
  const said = (value: number) => `${g.number(value)} ${input.unit}`.trim()
  const target = input.target && `${terms.target}: ${said(input.target.value)}`
  const day = input.target?.on ? ` ${terms.by(input.target.on)}` : ''
  return {
    width: g.width,
    height: g.height,
    title: input.title,
    description: [
      ...points.map(({ on, value, quality }) => `${on}: ${said(value)}, ${quality}.`),
      ...(target ? [`${target}${day}.`] : []),
      ...(points.length === 0 ? [`${terms.notMeasured}.`] : []),
    ].join(' '),
    table: {
      columns: [terms.day, terms.value, terms.quality],
      rows: [
        ...points.map(({ on, value, quality }) => [on, said(value), quality]),
        ...(input.target ? [[input.target.on ?? '', said(input.target.value), terms.target]] : []),
      ],
    },
    shapes: [...frame(g, input), ...targetLine(g, input), ...values(g, input, points)],
  }
}

function geometryOf(input: LineInput, points: readonly LinePoint[]): Geometry {
  const { width = 640 } = input
  const height = Math.round(Math.min(280, Math.max(210, width * 0.45)))
  const text = 14
  const heights = [...points.map(({ value }) => value), ...(input.target ? [input.target.value] : [])]
  const ticks = heights.length > 0 ? ticksFor(...rangeOf(heights)) : [0, 1]
  const digits = Math.max(1, decimalsOf(ticks[1]! - ticks[0]!))
  const number = (value: number) => input.number(value, digits)
  const left = Math.max(...ticks.map((tick) => textWidth(number(tick), text))) + 12
  const [right, top, bottom] = [width - 8, 48, height - 30]
  const days = [...points.map(({ on }) => on), ...(input.target?.on ? [input.target.on] : [])].toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const span = first && last ? daysBetween(first, last) : 0
  const [least, most] = [ticks[0]!, ticks.at(-1)!]
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    text,
    ticks,
    number,
    x: (day) => {
      if (!first || span === 0) return (left + right) / 2
      return left + 14 + (daysBetween(first, day) / span) * (right - left - 42)
    },
    y: (value) => bottom - ((value - least) / (most - least)) * (bottom - top),
  }
}

function frame(g: Geometry, { unit }: LineInput): Shape[] {
  const grid = g.ticks.flatMap((tick): Shape[] => [
    {
      role: 'grid',
      kind: 'path',
      d: `M${round(g.left)} ${round(g.y(tick))}H${g.right}`,
      stroke: 'line',
      strokeWidth: 1,
    },
    {
      role: 'tick',
      kind: 'text',
      x: round(g.left - 8),
      y: round(g.y(tick) + 4.5),
      text: g.number(tick),
      size: g.text,
      fill: 'inkSoft',
      anchor: 'end',
    },
  ])
  return [...grid, { role: 'unit', kind: 'text', x: 0, y: 14, text: unit, size: g.text, fill: 'inkSoft' }]
}

function targetLine(g: Geometry, { target, language }: LineInput): Shape[] {
  if (!target) return []
  const y = round(g.y(target.value))
  return [
    {
      role: 'target',
      kind: 'path',
      d: `M${round(g.left)} ${y}H${g.right}`,
      stroke: 'ink',
      strokeWidth: 1.5,
      dash: '6 4',
    },
    {
      role: 'target-label',
      kind: 'text',
      x: g.right,
      y: round(y - 6),
      text: `${FIGURE_TERMS[language].target} ${g.number(target.value)}`,
      size: g.text,
      fill: 'ink',
      anchor: 'end',
      bold: true,
    },
  ]
}

function values(g: Geometry, { target }: LineInput, points: readonly LinePoint[]): Shape[] {
  const targetY = target ? g.y(target.value) : Number.NEGATIVE_INFINITY
  const at = points.map(({ on, value }) => [g.x(on), g.y(value)] as const)
  const line: Shape[] =
    at.length > 1 ? [{ role: 'line', kind: 'path', d: polyline(at), stroke: 'accent', strokeWidth: 2.5 }] : []
  const dots = points.flatMap(({ value, verified }, index): Shape[] => {
    const [x, y] = at[index]!
    const clear = Math.abs(y + 16 - targetY) > 14 && y + 24 < g.bottom
    const below = index > 0 && at[index - 1]![1] < y && clear
    return [
      {
        role: 'value',
        kind: 'circle',
        cx: round(x),
        cy: round(y),
        r: 5.5,
        fill: verified ? 'accent' : 'surface',
        stroke: 'accent',
        strokeWidth: 2.5,
      },
      {
        role: 'value-label',
        kind: 'text',
        x: round(x),
        y: round(below ? y + 21 : y - 12),
        text: g.number(value),
        size: g.text,
        fill: 'ink',
        anchor: 'middle',
        bold: true,
      },
    ]
  })
  return [...line, ...dots, ...dayLabels(g, points)]
}

/** The days that find room, the first and the last before others. */
function dayLabels(g: Geometry, points: readonly LinePoint[]): Shape[] {
  const half = textWidth('2026-11-23', g.text) / 2
  const shown: number[] = []
  const wanted = [points[0], points.at(-1), ...points.slice(1, -1)]
  return wanted.flatMap((point): Shape[] => {
    if (!point) return []
    const x = Math.min(Math.max(g.x(PlainDate.parse(point.on)), half), g.width - half)
    if (shown.some((other) => Math.abs(other - x) < half * 2 + 8)) return []
    shown.push(x)
    return [
      {
        role: 'day',
        kind: 'text',
        x: round(x),
        y: g.height - 8,
        text: point.on,
        size: g.text,
        fill: 'inkSoft',
        anchor: 'middle',
      },
    ]
  })
}
