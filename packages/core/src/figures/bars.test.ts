import { expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { type ScoreStanding, scoreBars } from './bars.ts'
import type { Rect } from './shapes.ts'

const shown = (score: number) => String(score).replace('.', ',')

const row = (changes: Partial<ScoreStanding['standing']> = {}, more: Partial<ScoreStanding> = {}): ScoreStanding => ({
  ...{ name: 'Energi', least: 0, most: 4, range: null, shown },
  standing: { self: 3, coach: 2, evidence: 'none', baseline: null, target: null, ...changes },
  ...more,
})

const rect = (rows: ScoreStanding[], role: string) =>
  scoreBars({ title: 'Profil', rows, language: 'sv' }).shapes.find(
    (shape): shape is Rect & { role: string } => shape.kind === 'rect' && shape.role === role,
  )

test('the bar is as long as the score is far along its scale', () => {
  const track = rect([row()], 'track')!
  expect(rect([row()], 'score')!.width).toBeCloseTo(track.width / 2, 1)
  expect(rect([row({ coach: 4, self: null })], 'score')!.width).toBeCloseTo(track.width, 1)
  expect(rect([row({ coach: 9, self: null })], 'score')!.width).toBeCloseTo(track.width, 1)
})

test('what only the own assessment claims is told from what was found', () => {
  const [found, claimed] = [rect([row()], 'score')!, rect([row()], 'claimed')!]
  expect(claimed.x).toBeCloseTo(found.x + found.width, 1)
  expect(rect([row({ self: 1 })], 'claimed')).toBeUndefined()
})

test('an open score shows what it can become, in the picture and in words', () => {
  const open = row({ coach: null, self: null }, { range: { low: 1, high: 3 } })
  expect(rect([open], 'range')!.width).toBeCloseTo(rect([open], 'track')!.width / 2, 1)
  expect(scoreBars({ title: 'Profil', rows: [open], language: 'sv' }).description).toContain(
    'Utvecklarens bedömning: 1–3.',
  )
})

test('tells every value with its scale, the start and the target with their days', () => {
  const on = PlainDate.parse('2026-03-02')
  const figure = scoreBars({
    title: 'Profile',
    rows: [row({ baseline: { level: 1.5, on }, target: { level: 3.5, on: null }, evidence: 'verified' })],
    language: 'en',
  })
  expect(figure.table.columns).toEqual([
    ...['Dimension', 'Scale', 'At the start', 'Own assessment', 'The coach’s assessment', 'Target'],
  ])
  expect(figure.table.rows).toEqual([['Energi', 'from 0 to 4', '1,5, on 2026-03-02', '3', '2, verified', '3,5']])
})

test('marks of equal scores stand beside each other, inside the picture, at every width', () => {
  for (const width of [280, 559, 560, 720, 1120]) {
    const same = row({ self: 4, coach: 4, baseline: { level: 4, on: null }, target: { level: 4, on: null } })
    const { shapes } = scoreBars({ title: 'Profil', rows: [same], language: 'sv', width })
    const circles = shapes.flatMap((shape) => (shape.kind === 'circle' ? [shape] : [])).slice(0, 2)
    const [first, second] = circles.sort((a, b) => a.cx - b.cx)
    expect(second!.cx - first!.cx).toBeGreaterThanOrEqual(first!.r + second!.r)
    for (const { cx, r } of circles) {
      expect(cx - r).toBeGreaterThanOrEqual(0)
      expect(cx + r).toBeLessThanOrEqual(width)
    }
  }
})
