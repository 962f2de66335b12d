import { addDays, daysBetween, type PlainDate } from '../kernel/day.ts'
import type { Language } from '../kernel/text.ts'
import { ticksFor } from './line.ts'
import { type Figure, round, type Shape } from './shapes.ts'
import { FIGURE_TERMS } from './terms.ts'
import { textWidth } from './text-fit.ts'

/** From this day on, this much; `null` where nothing is known. */
export type StepValue = { on: PlainDate; value: number | null }

export type StepInput = {
  title: string
  unit: string
  /** at least one; in order of days */
  steps: readonly StepValue[]
  /** the most it can be, drawn as a line across the top */
  most: { label: string; value: number } | null
  /** what is asked for, drawn as a dashed line across: where the steps are above it, it fits */
  wanted: { label: string; value: number } | null
  /** the heading of the second column in the table */
  column: string
  language: Language
  number: (value: number) => string
  width?: number
}

type Geometry = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  x: (day: PlainDate) => number
  y: (value: number) => number
  ticks: readonly number[]
  end: PlainDate
}

const TEXT = 14
/** How far the last step is drawn, as a share of the time before it; at least half a year. */
const AFTER = 0.12
const LEAST_DAYS_AFTER = 183

/** How much there is from each day on: a staircase over time, level until the day it changes. */
export function stepChart(input: StepInput): Figure {
  const g = geometryOf(input)
  const { day } = FIGURE_TERMS[input.language]
  const said = (value: number | null) => (value === null ? '–' : `${input.number(value)} ${input.unit}`)
  const lines = [input.most, input.wanted].filter((line) => line !== null)
  return {
    width: g.width,
    height: g.height,
    title: input.title,
    description: [
      ...input.steps.map(({ on, value }) => `${on}: ${said(value)}.`),
      ...lines.map(({ label, value }) => `${label}: ${said(value)}.`),
    ].join(' '),
    table: { columns: [day, input.column], rows: input.steps.map(({ on, value }) => [on, said(value)]) },
    shapes: [...grid(g, input), ...area(g, input), ...levels(g, input), ...stairs(g, input), ...labels(g, input)],
  }
}

function geometryOf({ steps, most, wanted, number, width = 640 }: StepInput): Geometry {
  const height = Math.round(Math.min(300, Math.max(220, width * 0.42)))
  const values = [...steps.flatMap(({ value }) => value ?? []), ...[most, wanted].flatMap((line) => line?.value ?? [])]
  const ticks = ticksFor(0, Math.max(...values, 1))
  const left = Math.max(...ticks.map((tick) => textWidth(number(tick), TEXT))) + 12
  const [right, top, bottom] = [width - 8, 40, height - 30]
  const [first, last] = [steps[0]!.on, steps.at(-1)!.on]
  const end = addDays(last, Math.max(LEAST_DAYS_AFTER, Math.round(daysBetween(first, last) * AFTER)))
  const span = daysBetween(first, end)
  return {
    ...{ width, height, left, right, top, bottom, ticks, end },
    x: (day) => left + (daysBetween(first, day) / span) * (right - left),
    y: (value) => bottom - (value / ticks.at(-1)!) * (bottom - top),
  }
}

function grid(g: Geometry, { unit, number }: StepInput): Shape[] {
  const lines = g.ticks.flatMap((tick): Shape[] => {
    const y = round(g.y(tick))
    return [
      { role: 'grid', kind: 'path', d: `M${round(g.left)} ${y}H${g.right}`, stroke: 'line', strokeWidth: 1 },
      text('tick', g.left - 8, y + 4.5, number(tick), { fill: 'inkSoft', anchor: 'end' }),
    ]
  })
  return [...lines, text('unit', 0, 14, unit, { fill: 'inkSoft' })]
}

type Look = { fill: 'ink' | 'inkSoft'; anchor?: 'start' | 'middle' | 'end'; bold?: boolean }

function text(role: string, x: number, y: number, words: string, look: Look): Shape {
  return { role, kind: 'text', x: round(x), y: round(y), text: words, size: TEXT, ...look }
}

/** Each step with the day on which the next begins. */
function spans(g: Geometry, { steps }: StepInput): { from: number; to: number; value: number }[] {
  return steps.flatMap(({ on, value }, at) =>
    value === null ? [] : [{ from: g.x(on), to: g.x(steps[at + 1]?.on ?? g.end), value }],
  )
}

function area(g: Geometry, input: StepInput): Shape[] {
  return spans(g, input).map(({ from, to, value }) => ({
    role: 'area',
    kind: 'rect',
    x: round(from),
    y: round(g.y(value)),
    width: round(to - from),
    height: round(g.bottom - g.y(value)),
    fill: 'accentSoft',
  }))
}

/** The line itself, broken where nothing is known. */
function stairs(g: Geometry, input: StepInput): Shape[] {
  const parts = spans(g, input)
  const d = parts.map(({ from, to, value }, at) => {
    const follows = at > 0 && Math.abs(parts[at - 1]!.to - from) < 0.01
    return `${follows ? 'V' : `M${round(from)} `}${round(g.y(value))}H${round(to)}`
  })
  return [{ role: 'stairs', kind: 'path', d: d.join(''), stroke: 'accent', strokeWidth: 2.5 }]
}

function levels(g: Geometry, { most, wanted }: StepInput): Shape[] {
  const [end, gap] = [g.right, 6]
  const line = (role: string, value: number, dash?: string): Shape => ({
    role,
    kind: 'path',
    d: `M${round(g.left)} ${round(g.y(value))}H${end}`,
    stroke: 'ink',
    strokeWidth: 1.5,
    ...(dash ? { dash } : {}),
  })
  return [
    ...(most
      ? [
          line('most', most.value),
          text('most-label', end, g.y(most.value) - gap, most.label, { fill: 'ink', anchor: 'end' }),
        ]
      : []),
    ...(wanted
      ? [
          line('wanted', wanted.value, '6 4'),
          text('wanted-label', end, g.y(wanted.value) - gap, wanted.label, { fill: 'ink', anchor: 'end', bold: true }),
        ]
      : []),
  ]
}

/** The days and amounts that find room, the first and the last before others. */
function labels(g: Geometry, { steps, number }: StepInput): Shape[] {
  const half = textWidth('2026-11-23', TEXT) / 2
  const days: number[] = []
  const wanted = [steps[0], steps.length > 1 ? steps.at(-1) : undefined, ...steps.slice(1, -1)]
  const named = wanted.flatMap((step): Shape[] => {
    if (!step) return []
    const x = Math.min(Math.max(g.x(step.on), half), g.width - half)
    if (days.some((other) => Math.abs(other - x) < half * 2 + 8)) return []
    days.push(x)
    return [text('day', x, g.height - 8, step.on, { fill: 'inkSoft', anchor: 'middle' })]
  })
  const amounts = steps.flatMap(({ on, value }, at): Shape[] => {
    if (value === null) return []
    const words = number(value)
    const room = g.x(steps[at + 1]?.on ?? g.end) - g.x(on)
    if (textWidth(words, TEXT, true) + 8 > room) return []
    const y = g.y(value) + 18 < g.bottom - 4 ? g.y(value) + 18 : g.y(value) - 7
    return [text('value', g.x(on) + 6, y, words, { fill: 'ink', bold: true })]
  })
  return [...named, ...amounts]
}
