import { expect, test } from 'vitest'
import { createSender, type Outcome } from './sender.ts'

/** A clock that only runs when told to: remembers the pauses asked for. */
function heldClock() {
  const pauses: number[] = []
  let wake = () => {}
  return {
    pauses,
    wait: (milliseconds: number, then: () => void) => {
      pauses.push(milliseconds)
      wake = then
      return () => {
        wake = () => {}
      }
    },
    pass: async () => {
      wake()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

test('waits twice as long after each failure, at most a minute, and starts over once it got through', async () => {
  const clock = heldClock()
  const outcomes: Outcome[] = [...Array.from({ length: 8 }, () => 'later' as const), 'sent', 'later']
  const sender = createSender({ lock: 'a', work: async () => outcomes.shift()!, wait: clock.wait })
  await sender.kick()
  expect(sender.state().stuck).toBe(true)
  for (let at = 0; at < 7; at++) await clock.pass()
  expect(clock.pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  await clock.pass()
  expect(sender.state().stuck).toBe(false)
  await sender.kick()
  expect(clock.pauses.at(-1)).toBe(1000)
})

test('works once more for what was written while it was working, and never twice at a time', async () => {
  let working = 0
  let runs = 0
  const sender = createSender({
    lock: 'b',
    wait: heldClock().wait,
    work: async () => {
      working += 1
      runs += 1
      expect(working).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      working -= 1
      return 'sent'
    },
  })
  await Promise.all([sender.kick(), sender.kick(), sender.kick()])
  expect(runs).toBe(2)
})

test('does not try again by itself when only sign-in helps', async () => {
  const clock = heldClock()
  const sender = createSender({ lock: 'c', work: async () => 'signed-out', wait: clock.wait })
  await sender.kick()
  expect(sender.state()).toEqual({ stuck: false, signedOut: true })
  expect(clock.pauses).toEqual([])
})
