import { expect, test } from 'vitest'
import { EU_EMBLEM, emblemSvg } from './eu-emblem.ts'
import { EMBLEM_MM, LOGO_MM } from './funding.ts'

const corners = (path: string) =>
  path
    .replace(/[MZ]/g, '')
    .split('L')
    .map((point) => point.split(' ').map(Number) as [number, number])

test('the emblem is at least as large as the largest other logo', () => {
  expect(EMBLEM_MM.width).toBeGreaterThanOrEqual(LOGO_MM.width)
  expect(EMBLEM_MM.height).toBeGreaterThanOrEqual(LOGO_MM.height)
  expect(EMBLEM_MM.width / EMBLEM_MM.height).toBe(EU_EMBLEM.width / EU_EMBLEM.height)
})

test('twelve upright stars stand like the hours on a circle with a third of the height as its radius', () => {
  const { width, height, stars } = EU_EMBLEM
  expect(width / height).toBe(1.5)
  expect(stars.length).toBe(12)
  stars.forEach((path, hour) => {
    const points = corners(path)
    const outer = points.filter((_, at) => at % 2 === 0)
    const [x, y] = [0, 1].map((axis) => outer.reduce((sum, point) => sum + point[axis]!, 0) / 5) as [number, number]
    const angle = (hour * Math.PI) / 6
    expect(x).toBeCloseTo(width / 2 + (height / 3) * Math.sin(angle), 1)
    expect(y).toBeCloseTo(height / 2 - (height / 3) * Math.cos(angle), 1)
    for (const point of outer) expect(Math.hypot(point[0] - x, point[1] - y)).toBeCloseTo(height / 18, 1)
    // Upright: the first corner is straight above the middle.
    expect(points[0]![0]).toBeCloseTo(x, 1)
    expect(points[0]![1]).toBeLessThan(y)
  })
})

test('the emblem has the two colours of the guide and no others', () => {
  expect([...emblemSvg(EU_EMBLEM).matchAll(/fill="([^"]+)"/g)].map(([, colour]) => colour)).toEqual([
    '#003399',
    '#FFCC00',
  ])
})
