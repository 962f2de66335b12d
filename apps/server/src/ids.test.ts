import { RecordId } from '@stegvis/core/kernel/ids.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { newId } from './ids.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('ids come in the order they were made, also thousands within a millisecond', () => {
  vi.useFakeTimers()
  const made = Array.from({ length: 10_000 }, () => newId<string>())
  expect(made).toEqual([...made].sort())
  expect(new Set(made).size).toBe(made.length)
})

test('a clock that is set back does not turn the order round', () => {
  vi.useFakeTimers()
  const before = newId<string>()
  vi.setSystemTime(Date.now() - 60_000)
  expect(newId<string>() > before).toBe(true)
})

test('an id is a UUID of version 7 with the time in front', () => {
  vi.useFakeTimers({ now: Date.UTC(2100, 0, 1) })
  const id = newId<string>()
  expect(RecordId.parse(id)).toBe(id)
  expect(id[14]).toBe('7')
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2100, 0, 1))
})
