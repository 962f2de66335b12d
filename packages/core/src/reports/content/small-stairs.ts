import { type Figure, polyline, type Shape } from '../../figures/shapes.ts'
import type { StepCard } from './schema.ts'

const WIDTH = 150
const GROUND = 92
const GAP = 4
const FIRST = 18

/** A ladder as small as it can be: its steps, how far the company has come, and a diamond where it began. */
export function smallStairs({ area, text, change, level, baseline, of }: Omit<StepCard, 'accent'>): Figure {
  const step = (WIDTH - GAP * (of - 1)) / of
  const rise = (GROUND - 26 - FIRST) / Math.max(1, of - 1)
  const treadOf = (at: number) => GROUND - FIRST - rise * (at - 1)
  const leftOf = (at: number) => (at - 1) * (step + GAP)
  const steps = Array.from({ length: of }, (_, at): Shape => {
    const reached = level !== null && at + 1 <= level
    return {
      role: reached ? 'step-solid' : 'step-open',
      kind: 'rect',
      x: leftOf(at + 1),
      y: treadOf(at + 1),
      width: step,
      height: GROUND - treadOf(at + 1),
      radius: 3,
      fill: reached ? 'accent' : 'sunken',
      stroke: reached ? 'accent' : 'line',
      strokeWidth: 1,
    }
  })
  const told = [text, change].filter(Boolean).join(', ')
  return {
    width: WIDTH,
    height: GROUND + 2,
    title: area,
    description: `${told}.`,
    table: { columns: [], rows: [] },
    shapes: [
      ...steps,
      ...(baseline === null ? [] : [diamond(leftOf(baseline) + step / 2, treadOf(baseline) - 9)]),
      ...(level === null ? [] : [disc(leftOf(level) + step / 2 + (level === baseline ? 14 : 0), treadOf(level) - 9)]),
    ],
  }
}

const disc = (cx: number, cy: number): Shape => ({
  role: 'coach',
  kind: 'circle',
  cx,
  cy,
  r: 6,
  fill: 'accent',
  stroke: 'surface',
  strokeWidth: 1.5,
})

function diamond(x: number, y: number): Shape {
  const r = 6.5
  const d = polyline(
    [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ],
    true,
  )
  return { role: 'baseline', kind: 'path', d, fill: 'surface', stroke: 'inkSoft', strokeWidth: 1.6 }
}
