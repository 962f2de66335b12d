import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { lineChart, ticksFor } from './line.ts'
import { radar } from './radar.ts'
import type { Figure, Shape } from './shapes.ts'
import { staircase } from './staircase.ts'
import { levelOf, STANDING_KEYS, type Standing } from './standing.ts'
import { staircaseStrip } from './strip.ts'
import { toSvg } from './svg.ts'
import { textWidth, wrap } from './text-fit.ts'
import { printTheme } from './theme.ts'

const STEPS = ['Utgångsläge', 'Kartlagt', 'Igångsatt', 'Infört', 'Ledande']
const day = (text: string) => PlainDate.parse(text)
const level = () => fc.integer({ min: 1, max: 5 })
const placed = () => fc.record({ level: level(), on: fc.constantFrom(null, day('2027-06-30')) })

const standings = (): fc.Arbitrary<Standing> =>
  fc.record({
    self: fc.option(level()),
    coach: fc.option(level()),
    evidence: fc.constantFrom('verified' as const, 'lapsed' as const, 'none' as const),
    baseline: fc.option(placed()),
    target: fc.option(placed()),
  })
const widths = () => fc.integer({ min: 280, max: 1200 })

/** The corners of what a shape covers; curves stay inside their end points and control radii here. */
function reach(shape: Shape): { x: number[]; y: number[] } {
  switch (shape.kind) {
    case 'rect':
      return { x: [shape.x, shape.x + shape.width], y: [shape.y, shape.y + shape.height] }
    case 'circle':
      return { x: [shape.cx - shape.r, shape.cx + shape.r], y: [shape.cy - shape.r, shape.cy + shape.r] }
    case 'path':
      return pathReach(shape.d)
    case 'text': {
      const width = textWidth(shape.text, shape.size, shape.bold)
      const left = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor ?? 'start']
      return { x: [left, left + width], y: [shape.y - shape.size, shape.y] }
    }
  }
}

function pathReach(d: string): { x: number[]; y: number[] } {
  const found = { x: [] as number[], y: [] as number[] }
  for (const [, command, rest] of d.matchAll(/([MLHVA])([^MLHVAZ]*)/g)) {
    const numbers = rest!
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    if (command === 'H') found.x.push(numbers[0]!)
    else if (command === 'V') found.y.push(numbers[0]!)
    else {
      found.x.push(numbers.at(-2)!)
      found.y.push(numbers.at(-1)!)
    }
  }
  return found
}

const tops = (figure: Figure) =>
  figure.shapes
    .filter(({ role }) => /^step-(solid|claimed|open)$/.test(role))
    .map((shape) => Math.min(...reach(shape).y))

function expectInside(figure: Figure) {
  for (const shape of figure.shapes) {
    const { x, y } = reach(shape)
    expect(Math.min(...x), shape.role).toBeGreaterThanOrEqual(-0.5)
    expect(Math.max(...x), shape.role).toBeLessThanOrEqual(figure.width + 0.5)
    expect(Math.min(...y), shape.role).toBeGreaterThanOrEqual(-0.5)
    expect(Math.max(...y), shape.role).toBeLessThanOrEqual(figure.height + 0.5)
  }
}

const draw = (standing: Standing, width = 720, language: 'sv' | 'en' = 'sv') =>
  staircase({ title: 'Energi', steps: STEPS, standing, language, width })

const NOTHING: Standing = { self: null, coach: null, evidence: 'none', baseline: null, target: null }

describe('the staircase', () => {
  test('rises with every step, whatever stands on it and however wide it is', () => {
    fc.assert(
      fc.property(standings(), widths(), (standing, width) => {
        const heights = tops(draw(standing, width))
        expect(heights).toHaveLength(5)
        for (let at = 1; at < heights.length; at++) expect(heights[at]).toBeLessThan(heights[at - 1]!)
      }),
    )
  })

  test('keeps every mark and word inside the picture', () => {
    fc.assert(fc.property(standings(), widths(), (standing, width) => expectInside(draw(standing, width))))
  })

  test('sets the legend beside the stairs where there is room', () => {
    const standing: Standing = { ...NOTHING, self: 2, coach: 3 }
    const left = (figure: Figure) =>
      Math.min(...figure.shapes.filter(({ role }) => role === 'legend').flatMap((one) => reach(one).x))
    expect(left(draw(standing, 1100))).toBeGreaterThan(1100 * 0.6)
    expect(draw(standing, 1100).height).toBeLessThan(draw(standing, 720).height)
  })

  test('draws one mark for each value, over the tread of its step', () => {
    fc.assert(
      fc.property(standings(), (standing) => {
        const { shapes } = draw(standing)
        const ground = shapes.findIndex(({ role }) => role === 'legend')
        for (const key of STANDING_KEYS) {
          const marks = shapes.slice(0, ground).filter(({ role }) => role === key)
          const at = levelOf(standing, key)
          // The legend's own mark follows the last value on the stairs.
          expect(marks.length >= (at === null ? 0 : 1)).toBe(true)
          if (at !== null) expect(Math.max(...reach(marks[0]!).y)).toBeLessThan(tops(draw(standing))[at - 1]!)
        }
      }),
    )
  })

  test('is solid as far as the coach has found and hatched where only the own assessment goes', () => {
    const roles = draw({ ...NOTHING, coach: 2, self: 4 }).shapes.map(({ role }) => role)
    expect(roles.filter((role) => role === 'step-solid')).toHaveLength(2)
    expect(roles.filter((role) => role === 'step-claimed')).toHaveLength(2)
    expect(roles.filter((role) => role === 'hatch')).toHaveLength(2)
    expect(roles.filter((role) => role === 'step-open')).toHaveLength(1)
  })

  test('tells every value in words, in both languages', () => {
    const standing: Standing = {
      self: 4,
      coach: 3,
      evidence: 'verified',
      baseline: { level: 2, on: day('2025-03-04') },
      target: { level: 5, on: day('2027-06-30') },
    }
    expect(draw(standing).description).toBe(
      'En trappa med stegen 1 Utgångsläge, 2 Kartlagt, 3 Igångsatt, 4 Infört, 5 Ledande. ' +
        'Vid start: steg 2, Kartlagt, den 2025-03-04. Egen bedömning: steg 4, Infört. ' +
        'Utvecklarens bedömning: steg 3, Igångsatt, bekräftat. Mål: steg 5, Ledande, senast 2027-06-30.',
    )
    expect(draw(standing, 720, 'en').description).toContain('Target: step 5, Ledande, by 2027-06-30.')
    expect(draw(standing).table.rows).toContainEqual(['Egen bedömning', 'steg 4, Infört'])
  })

  test('says what is not measured instead of leaving it out', () => {
    expect(draw(NOTHING).description).toContain('Utvecklarens bedömning: inte mätt.')
    expect(draw(NOTHING).description).not.toContain('Mål')
  })

  test('says when the evidence has lapsed, and shows another sign than for verified', () => {
    const lapsed = draw({ ...NOTHING, coach: 3, evidence: 'lapsed' })
    expect(lapsed.description).toContain('underlaget har gått ut')
    expect(lapsed.shapes.some(({ role }) => role === 'lapsed')).toBe(true)
    expect(lapsed.shapes.some(({ role }) => role === 'verified')).toBe(false)
  })
})

const legendOf = ({ shapes }: Figure) =>
  shapes.flatMap((shape) => (shape.role === 'legend' && shape.kind === 'text' ? [shape.text] : [])).join(' ')

const rowsOf = (...given: Standing[]) =>
  given.map((standing, at) => ({
    name: ['Flöde och ledtid', 'Utrustning', 'Material'][at % 3]!,
    steps: STEPS,
    standing,
  }))

describe('the strip and the radar', () => {
  const three = () => fc.tuple(standings(), standings(), standings())

  test('keep everything inside the picture', () => {
    fc.assert(
      fc.property(three(), widths(), (given, width) => {
        const input = { title: 'Energi', rows: rowsOf(...given), language: 'sv' as const, width }
        expectInside(staircaseStrip(input))
        expectInside(radar(input))
      }),
    )
  })

  test('hold one row a dimension in the table and name each in the words', () => {
    const input = {
      title: 'Energi',
      rows: rowsOf({ ...NOTHING, coach: 2 }, NOTHING, { ...NOTHING, self: 5 }),
      language: 'sv' as const,
    }
    for (const figure of [staircaseStrip(input), radar(input)]) {
      expect(figure.table.rows.map(([name]) => name)).toEqual(['Flöde och ledtid', 'Utrustning', 'Material'])
      expect(figure.description).toContain('Utrustning. Egen bedömning: inte mätt')
      expect(figure.description).toContain('Material. Egen bedömning: steg 5, Ledande')
    }
  })

  const strip = (...given: Standing[]) =>
    staircaseStrip({ title: 'Energi', rows: rowsOf(...given), language: 'sv', width: 720 })

  test('explain each state of the evidence by the sign the picture draws', () => {
    const coach = (evidence: Standing['evidence']): Standing => ({ ...NOTHING, coach: 2, evidence })
    const given = [coach('none'), coach('verified'), coach('lapsed')]
    for (const figure of [
      strip(...given),
      radar({ title: 'Energi', rows: rowsOf(...given), language: 'sv', width: 720 }),
    ]) {
      expect(legendOf(figure)).toBe('Utvecklarens bedömning Bekräftat Underlaget har gått ut')
      // One beside its dimension, one in the legend.
      expect(figure.shapes.filter(({ role }) => role === 'verified')).toHaveLength(2)
      expect(figure.shapes.filter(({ role }) => role === 'lapsed')).toHaveLength(2)
    }
    expect(legendOf(strip(coach('verified')))).toBe('Utvecklarens bedömning, bekräftat')
  })

  test('explain nothing that the picture does not show', () => {
    expect(legendOf(strip({ ...NOTHING, coach: 3 }))).not.toContain('Egen bedömning')
    expect(legendOf(strip({ ...NOTHING, coach: 3, self: 2 }))).not.toContain('Bara enligt')
    expect(legendOf(strip(NOTHING))).toBe('')
  })

  test('explain the hatching where the own assessment goes further', () => {
    const further: Standing = { ...NOTHING, coach: 2, self: 4 }
    expect(legendOf(strip(NOTHING, further))).toContain('Bara enligt egen bedömning')
    expect(legendOf(draw(further))).toContain('Bara enligt egen bedömning')
  })

  test('the radar closes a line only when every dimension is measured', () => {
    const at = (...levels: (number | null)[]) =>
      radar({ title: '', rows: rowsOf(...levels.map((coach) => ({ ...NOTHING, coach }))), language: 'sv' }).shapes.find(
        ({ role }) => role === 'outline-coach',
      )
    expect(at(1, 2, 3)).toMatchObject({ fill: 'accentSoft', d: expect.stringContaining('Z') })
    expect(at(1, null, 3)).not.toHaveProperty('fill')
  })
})

describe('the line of a key figure', () => {
  const number = (value: number) => String(value)
  const point = (on: string, value: number) => ({ on: day(on), value, verified: true, quality: 'bekräftat' })

  test('has three to seven round ticks that enclose the values', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (least, span) => {
          const ticks = ticksFor(least, least + span)
          expect(ticks.length).toBeGreaterThanOrEqual(2)
          expect(ticks.length).toBeLessThanOrEqual(7)
          expect(ticks[0]).toBeLessThanOrEqual(least + span * 1e-9 + 1e-9)
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(least + span - span * 1e-9 - 1e-9)
        },
      ),
    )
    expect(ticksFor(20, 34.5)).toEqual([20, 25, 30, 35])
  })

  test('runs from left to right in the order of days', () => {
    const { shapes } = lineChart({
      title: 'Ledtid',
      unit: 'dagar',
      points: [point('2026-10-20', 22), point('2025-03-04', 34), point('2025-10-15', 29)],
      target: { value: 20, on: null },
      language: 'sv',
      number,
    })
    const across = shapes.flatMap((shape) => (shape.role === 'value' && shape.kind === 'circle' ? [shape.cx] : []))
    expect(across).toEqual(across.toSorted((a, b) => a - b))
    expect(new Set(across).size).toBe(3)
  })

  test('makes no cliff of a small change, and writes ticks with the decimals they need', () => {
    const swedish = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')
    const ticks = (...given: number[]) =>
      lineChart({
        title: '',
        unit: '',
        points: given.map((value, at) => point(`2025-0${at + 1}-01`, value)),
        target: null,
        language: 'sv',
        number: swedish,
      }).shapes.flatMap((shape) => (shape.role === 'tick' && shape.kind === 'text' ? [shape.text] : []))
    expect(ticks(63.1, 63, 62.9)).toEqual(['58,0', '60,0', '62,0', '64,0', '66,0', '68,0'])
    expect(new Set(ticks(2, 1.9, 1.8)).size).toBe(ticks(2, 1.9, 1.8).length)
  })

  test('draws one value as a point, and says so when there is none', () => {
    const one = lineChart({
      title: '',
      unit: 'kg',
      points: [point('2025-03-04', 5)],
      target: null,
      language: 'sv',
      number,
    })
    expect(one.shapes.filter(({ role }) => role === 'line')).toEqual([])
    expect(one.description).toBe('2025-03-04: 5 kg, bekräftat.')
    expect(lineChart({ title: '', unit: 'kg', points: [], target: null, language: 'sv', number }).description).toBe(
      'inte mätt.',
    )
  })
})

describe('the drawing', () => {
  test('is a document of its own that escapes what people wrote', () => {
    const svg = toSvg(staircase({ title: 'A & <B>', steps: STEPS, standing: NOTHING, language: 'sv' }), printTheme(3))
    expect(svg).toContain('<title>A &amp; &lt;B&gt;.')
    expect(svg).toContain(`font-family="'Source Sans 3'"`)
    expect(svg).not.toContain('undefined')
    expect(svg).not.toContain('NaN')
  })

  test('wraps between words, breaks only a word that is too long, and marks what is cut', () => {
    expect(wrap('Flöde med kund och leverantör', 90, 14, 3)).toEqual(['Flöde med', 'kund och', 'leverantör'])
    expect(wrap('Förbättringsarbete', 60, 14, 3).join('').replaceAll('-', '')).toBe('Förbättringsarbete')
    expect(wrap('ett två tre fyra fem sex', 40, 14, 2).at(-1)).toMatch(/…$/)
  })
})
