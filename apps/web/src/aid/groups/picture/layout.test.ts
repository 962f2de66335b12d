import { expect, test } from 'vitest'
import { layeredLayout } from './layout.ts'

const box = (id: string) => ({ id, width: 160, height: 60 })
const line = (from: string, to: string) => ({ from, to, label: { width: 60, height: 20 } })

test('puts owners over what they own', () => {
  const { boxes } = layeredLayout([box('a'), box('b'), box('c')], [line('a', 'b'), line('b', 'c')])
  expect(boxes.get('a')!.y).toBeLessThan(boxes.get('b')!.y)
  expect(boxes.get('b')!.y).toBeLessThan(boxes.get('c')!.y)
})

test('leads each line from the owner to the owned, with its label between them', () => {
  const { boxes, lines } = layeredLayout([box('a'), box('b')], [line('a', 'b')])
  const { points, label } = lines[0]!
  expect(points[0]!.y).toBeGreaterThanOrEqual(boxes.get('a')!.y)
  expect(points.at(-1)!.y).toBeLessThanOrEqual(boxes.get('b')!.y)
  expect(label.y).toBeGreaterThan(boxes.get('a')!.y)
  expect(label.y).toBeLessThan(boxes.get('b')!.y)
})

test('lets no two boxes lie over each other', () => {
  const owned = ['b', 'c', 'd', 'e']
  const { boxes } = layeredLayout(
    ['a', ...owned].map(box),
    owned.map((id) => line('a', id)),
  )
  const places = [...boxes.values()]
  for (const [at, one] of places.entries()) {
    for (const other of places.slice(at + 1)) {
      expect(Math.abs(one.x - other.x) >= 160 || Math.abs(one.y - other.y) >= 60).toBe(true)
    }
  }
})

test('finds a place for companies that own each other, and for one that stands alone', () => {
  const { boxes, lines } = layeredLayout([box('a'), box('b'), box('c')], [line('a', 'b'), line('b', 'a')])
  expect(boxes.size).toBe(3)
  expect(lines).toHaveLength(2)
  expect(lines.every(({ points }) => points.every(({ x, y }) => Number.isFinite(x + y)))).toBe(true)
})
