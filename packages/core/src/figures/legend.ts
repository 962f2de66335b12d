import type { Language } from '../kernel/text.ts'
import { mark } from './marks.ts'
import { hatch, round, type Shape } from './shapes.ts'
import { isClaimed, levelOf, STANDING_KEYS, type Standing, type StandingKey } from './standing.ts'
import { FIGURE_TERMS } from './terms.ts'
import { textWidth, wrap } from './text-fit.ts'

/** A sign of a picture and what it says. `claimed` is the hatching of steps that only the own assessment reaches. */
export type LegendItem = { key: StandingKey | 'claimed'; text: string; evidence?: Standing['evidence'] }

type LegendPlace = {
  x: number
  y: number
  width: number
  size: number
  /** one item a line, for a column beside the picture */
  isColumn?: boolean
}

/** Signs and what they say, row after row; a text wider than the picture goes on under itself. */
export function legend(items: readonly LegendItem[], place: LegendPlace): { shapes: Shape[]; bottom: number } {
  const { size, isColumn = false } = place
  const [indent, gap, row, line] = [size * 1.75, size * 1.6, size * 1.85, size * 1.3]
  const shapes: Shape[] = []
  let [x, y] = [place.x, place.y]
  for (const item of items) {
    const lines = wrap(item.text, place.width - indent, size, 3)
    const width = indent + Math.max(...lines.map((each) => textWidth(each, size)))
    if (x > place.x && (isColumn || x + width > place.x + place.width)) [x, y] = [place.x, y + row]
    shapes.push(...sign(item, x, y, size), ...texts(lines, { x: x + indent, y, size, line }))
    y += (lines.length - 1) * line
    x += width + gap
  }
  return { shapes, bottom: y + row }
}

function texts(lines: readonly string[], at: { x: number; y: number; size: number; line: number }): Shape[] {
  return lines.map((text, index) => ({
    role: 'legend',
    kind: 'text',
    x: round(at.x),
    y: round(at.y + at.size * 0.35 + index * at.line),
    text,
    size: at.size,
    fill: 'ink',
  }))
}

function sign({ key, evidence = 'none' }: LegendItem, x: number, y: number, size: number): Shape[] {
  if (key === 'claimed') return claimedSign(x, y, size)
  const r = size * (key === 'target' ? 0.5 : 0.58)
  return key === 'target'
    ? mark(key, x + size * 0.2, y + r * 1.35, r, evidence)
    : mark(key, x + size * 0.58, y + r, r, evidence)
}

function claimedSign(x: number, y: number, size: number): Shape[] {
  const [side, top] = [size * 1.16, y - size * 0.58]
  const place = { x: round(x), y: round(top), width: round(side), height: round(side) }
  return [
    { role: 'claimed', kind: 'rect', ...place, radius: 2, fill: 'accentSoft', stroke: 'accent', strokeWidth: 1 },
    { role: 'claimed', kind: 'path', d: hatch(x, top, side, side, size * 0.4), stroke: 'accent', strokeWidth: 0.8 },
  ]
}

/** What the signs of several standings say: those the picture shows, and no others. */
export function signsOf(standings: readonly Standing[], language: Language): LegendItem[] {
  const terms = FIGURE_TERMS[language]
  return STANDING_KEYS.filter((key) => standings.some((standing) => levelOf(standing, key) !== null)).flatMap((key) =>
    key === 'coach' ? coachSigns(standings, language) : [{ key, text: terms[key] }],
  )
}

/** One sign for each state of the evidence; the first says whose assessment it is. */
function coachSigns(standings: readonly Standing[], language: Language): LegendItem[] {
  const terms = FIGURE_TERMS[language]
  const found = new Set(standings.flatMap(({ coach, evidence }) => (coach === null ? [] : [evidence])))
  return (['none', 'verified', 'lapsed'] as const)
    .filter((evidence) => found.has(evidence))
    .map((evidence, at) => {
      const remark = evidence === 'none' ? '' : terms[evidence]
      const text = at === 0 ? [terms.coach, remark].filter(Boolean).join(', ') : capitalised(remark)
      return { key: 'coach', text, evidence }
    })
}

/** The hatching, where a picture of steps has any. */
export function claimSign(standings: readonly Standing[], language: Language): LegendItem[] {
  return standings.some(isClaimed) ? [{ key: 'claimed', text: FIGURE_TERMS[language].claimed }] : []
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
