import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import type { Path } from './shapes.ts'
import { type StepInput, stepChart } from './steps.ts'

const day = (text: string) => PlainDate.parse(text)

const INPUT: StepInput = {
  title: 'Utrymme',
  unit: 'euro',
  column: 'Kvar',
  steps: [
    { on: day('2026-11-23'), value: 20_000 },
    { on: day('2027-03-02'), value: 120_000 },
    { on: day('2028-10-15'), value: 300_000 },
  ],
  most: { label: 'Tak', value: 300_000 },
  wanted: { label: 'Planerat stöd', value: 60_000 },
  language: 'sv',
  number: String,
}

const shapes = (input: StepInput, role: string) => stepChart(input).shapes.filter((shape) => shape.role === role)

describe('a staircase over time', () => {
  test('is level until the day it changes', () => {
    const [line] = shapes(INPUT, 'stairs') as (Path & { role: string })[]
    // across, up, across, up, across
    expect(line!.d.replace(/[\d. ]/g, '')).toBe('MHVHVH')
  })

  test('breaks where nothing is known', () => {
    const steps = [INPUT.steps[0]!, { on: day('2031-01-01'), value: null }]
    const [line] = shapes({ ...INPUT, steps }, 'stairs') as (Path & { role: string })[]
    expect(line!.d.replace(/[\d. ]/g, '')).toBe('MH')
  })

  test('says every step and line in words, and has them in its table', () => {
    const { description, table } = stepChart(INPUT)
    expect(description).toBe(
      '2026-11-23: 20000 euro. 2027-03-02: 120000 euro. 2028-10-15: 300000 euro. Tak: 300000 euro. Planerat stöd: 60000 euro.',
    )
    expect(table.rows).toEqual([
      ['2026-11-23', '20000 euro'],
      ['2027-03-02', '120000 euro'],
      ['2028-10-15', '300000 euro'],
    ])
  })

  test.each([280, 360, 720, 1100])('stays within its frame at %i px, with many days', (width) => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      on: day(`2027-${String(at + 1).padStart(2, '0')}-05`),
      value: at * 25_000,
    }))
    const { shapes: drawn, width: wide, height } = stepChart({ ...INPUT, steps: many, width })
    for (const shape of drawn) {
      if (shape.kind === 'rect') {
        expect(shape.x + shape.width).toBeLessThanOrEqual(wide)
        expect(shape.y + shape.height).toBeLessThanOrEqual(height)
      }
      if (shape.kind === 'text') expect(shape.y).toBeGreaterThanOrEqual(shape.size - 0.5)
    }
    const days = drawn.filter(({ role }) => role === 'day').map((shape) => (shape.kind === 'text' ? shape.x : 0))
    for (const [at, x] of days.toSorted((a, b) => a - b).entries()) {
      if (at > 0) expect(x - days.toSorted((a, b) => a - b)[at - 1]!).toBeGreaterThan(70)
    }
  })

  test('draws a single step as a level line', () => {
    expect(stepChart({ ...INPUT, steps: INPUT.steps.slice(0, 1), most: null, wanted: null }).table.rows).toHaveLength(1)
  })
})
