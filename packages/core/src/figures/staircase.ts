import type { Language } from '../kernel/text.ts'
import { claimSign, type LegendItem, legend } from './legend.ts'
import { mark, markHeight, markReach } from './marks.ts'
import { block, type Figure, hatch, round, type Shape } from './shapes.ts'
import { inWords, levelOf, reachOf, STANDING_KEYS, type Standing, type StandingKey, toldKeys } from './standing.ts'
import { FIGURE_TERMS } from './terms.ts'
import { textWidth, wrap } from './text-fit.ts'

export type StaircaseInput = {
  /** the ladder's or the dimension's name */
  title: string
  /** the steps from the lowest, by name */
  steps: readonly string[]
  standing: Standing
  language: Language
  /** pixels or points; under some 500 the steps carry their number only, over 900 the legend stands beside them */
  width?: number
}

type Geometry = {
  /** of the stairs */
  width: number
  gap: number
  stepWidth: number
  /** whether a step is wide enough for its name */
  isNamed: boolean
  /** the height of the first step, and how much each one adds */
  first: number
  rise: number
  ground: number
  radius: number
  mark: number
  text: number
}

const NAMED_STEP = 92

/** From here on the picture has room for a legend beside the stairs, and this much of it is the stairs'. */
const WIDE = 900
const STAIRS_SHARE = 0.64

function geometryOf({ steps, standing }: StaircaseInput, width: number): Geometry {
  const gap = width < 480 ? 4 : 8
  const stepWidth = (width - gap * (steps.length - 1)) / steps.length
  const isNamed = stepWidth >= NAMED_STEP
  const [first, rise] = isNamed ? [84, 42] : [40, 30]
  const sizes = { mark: Math.min(isNamed ? 12 : 9, stepWidth / 7), text: stepWidth > 110 ? 15 : 14 }
  const highest = Math.max(...steps.map((_, at) => at * rise + headOver(at + 1, standing, sizes)))
  return { width, gap, stepWidth, isNamed, first, rise, ...sizes, radius: isNamed ? 8 : 5, ground: 4 + first + highest }
}

/** The room that what stands on a step needs over its tread. */
function headOver(level: number, standing: Standing, { mark: r, text }: Pick<Geometry, 'mark' | 'text'>): number {
  const heights = keysOn(level, standing).map((key) => markHeight(key, r) + 4)
  const day = standing.target?.level === level && standing.target.on ? text + 6 : 0
  return Math.max(0, ...heights) + day
}

const keysOn = (level: number, standing: Standing) => STANDING_KEYS.filter((key) => levelOf(standing, key) === level)

const leftOf = (g: Geometry, level: number) => (level - 1) * (g.stepWidth + g.gap)
const treadOf = (g: Geometry, level: number) => g.ground - g.first - (level - 1) * g.rise

/**
 * The signature picture: steps rising from left to right, solid as far as the coach has found, hatched where the
 * own assessment goes further, with marks for the start, both assessments and the target.
 */
export function staircase(input: StaircaseInput): Figure {
  const { standing, language, steps, width = 720 } = input
  const isWide = width >= WIDE
  const g = geometryOf(input, isWide ? Math.round(width * STAIRS_SHARE) : width)
  const drawn = steps.flatMap((name, at) => step(g, at + 1, name, input))
  const marks = steps.flatMap((_, at) => marksOn(g, at + 1, input))
  const items = legendItems(input)
  const signs = [...items, ...claimSign([standing], language)]
  const { shapes, bottom } = isWide
    ? legendBeside(signs, g, width)
    : legend(signs, { x: 1, y: g.ground + g.text * 1.9, width: g.width - 2, size: g.text })
  const ground: Shape = {
    role: 'ground',
    kind: 'path',
    d: `M0 ${g.ground + 1}H${g.width}`,
    stroke: 'inkSoft',
    strokeWidth: 2,
  }
  const names = steps.map((name, at) => `${at + 1} ${name}`).join(', ')
  return {
    width,
    height: round(bottom),
    title: input.title,
    description: `${FIGURE_TERMS[language].stairs(names)} ${items.map(({ text }) => `${text}.`).join(' ')}`,
    table: {
      columns: [FIGURE_TERMS[language].what, FIGURE_TERMS[language].level],
      rows: toldKeys([standing]).map((key) => [FIGURE_TERMS[language][key], inWords(standing, key, steps, language)]),
    },
    shapes: [...drawn, ground, ...marks, ...shapes],
  }
}

function legendItems({ standing, steps, language }: StaircaseInput): LegendItem[] {
  return toldKeys([standing]).map((key) => ({
    key,
    text: `${FIGURE_TERMS[language][key]}: ${inWords(standing, key, steps, language)}`,
    evidence: standing.evidence,
  }))
}

/** In a column of its own, from the height of the highest step. */
function legendBeside(items: readonly LegendItem[], g: Geometry, width: number): { shapes: Shape[]; bottom: number } {
  const x = g.width + g.text * 2.4
  const { shapes, bottom } = legend(items, { x, y: g.text * 2, width: width - x - 1, size: g.text, isColumn: true })
  return { shapes, bottom: Math.max(bottom, g.ground + 4) }
}

function step(g: Geometry, level: number, name: string, input: StaircaseInput): Shape[] {
  const [x, y, width] = [leftOf(g, level), treadOf(g, level), g.stepWidth]
  const height = g.ground - y
  const reach = reachOf(level, input.standing)
  const body: Shape = {
    role: `step-${reach}`,
    kind: 'path',
    d: block(x, y, width, height, g.radius),
    fill: ({ solid: 'accent', claimed: 'accentSoft', open: 'sunken' } as const)[reach],
    stroke: reach === 'open' ? 'line' : 'accent',
    strokeWidth: 1.5,
  }
  const lines: Shape[] =
    reach === 'claimed'
      ? [
          {
            role: 'hatch',
            kind: 'path',
            d: hatch(x + 2, y + 2, width - 4, height - 4, 9),
            stroke: 'accent',
            strokeWidth: 0.8,
          },
        ]
      : []
  return [body, ...lines, ...stepTexts(g, level, name, reach)]
}

function stepTexts(g: Geometry, level: number, name: string, reach: string): Shape[] {
  const [x, y] = [leftOf(g, level), treadOf(g, level)]
  const fill = reach === 'solid' ? 'onAccent' : 'ink'
  const inset = g.isNamed ? 12 : g.stepWidth / 2
  const size = g.isNamed ? 22 : 18
  const number: Shape = {
    role: 'step-number',
    kind: 'text',
    x: round(x + inset),
    y: round(y + size + (g.isNamed ? 6 : 7)),
    text: String(level),
    size,
    fill,
    bold: true,
    ...(!g.isNamed && { anchor: 'middle' as const }),
  }
  const lines = g.isNamed ? wrap(name, g.stepWidth - 18, g.text, 3) : []
  const plate: Shape[] = reach === 'claimed' ? [namePlate(g, x, y, lines)] : []
  const names = lines.map(
    (text, at): Shape => ({
      role: 'step-name',
      kind: 'text',
      x: round(x + 12),
      y: round(y + 46 + at * 16),
      text,
      size: g.text,
      fill,
    }),
  )
  return [...plate, number, ...names]
}

/** Keeps number and words readable over the hatching. */
function namePlate(g: Geometry, x: number, y: number, lines: readonly string[]): Shape {
  const wanted = Math.max(26, ...lines.map((line) => textWidth(line, g.text) + 14))
  const width = Math.min(wanted, g.stepWidth - 12)
  return {
    role: 'plate',
    kind: 'rect',
    x: round(g.isNamed ? x + 6 : x + (g.stepWidth - width) / 2),
    y: round(y + 7),
    width: round(width),
    height: 24 + (lines.length > 0 ? 4 + lines.length * 16 : 0),
    radius: 5,
    fill: 'accentSoft',
  }
}

/** The marks that stand on one step, side by side in their order, and the day beside a flag. */
function marksOn(g: Geometry, level: number, { standing }: StaircaseInput): Shape[] {
  const here = keysOn(level, standing)
  const spread = here.reduce((sum, key) => sum + reachWidth(key, g) + 3, -3)
  const floor = treadOf(g, level) - 3
  // Four marks on the last step of a narrow picture lean out over the step below rather than out of the picture.
  let x = Math.max(0, Math.min(leftOf(g, level) + (g.stepWidth - spread) / 2, g.width - spread))
  return here.flatMap((key) => {
    const middle = x + markReach(key, g.mark).left
    x += reachWidth(key, g) + 3
    const shapes = mark(key, middle, floor, g.mark, standing.evidence)
    return key === 'target' ? [...shapes, ...flagDay(g, middle, floor, standing)] : shapes
  })
}

const reachWidth = (key: StandingKey, g: Geometry) => markReach(key, g.mark).left + markReach(key, g.mark).right

/** Above the flag, moved in where it would leave the picture; without room, the legend alone tells it. */
function flagDay(g: Geometry, x: number, floor: number, { target }: Standing): Shape[] {
  if (!target?.on) return []
  const size = g.text - 1
  const half = textWidth(target.on, size) / 2
  const y = floor - markHeight('target', g.mark) - 6
  // The next step may rise beside the day, and then sets its limit.
  const isBesideNext = y > treadOf(g, target.level + 1) - 2 && target.level * (g.stepWidth + g.gap) < g.width
  const limit = isBesideNext ? leftOf(g, target.level + 1) : g.width
  if (half * 2 + 5 > limit) return []
  const middle = Math.min(Math.max(x + g.mark * 0.8, half + 2), limit - half - 3)
  return [
    {
      role: 'target-day',
      kind: 'text',
      x: round(middle),
      y: round(y),
      text: target.on,
      size,
      fill: 'ink',
      anchor: 'middle',
      bold: true,
    },
  ]
}
