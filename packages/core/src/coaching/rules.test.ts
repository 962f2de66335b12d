import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { RecordId } from '../kernel/ids.ts'
import { lastContact, logSession } from './rules.ts'
import type { NewSession } from './schema.ts'

const day = (text: string) => PlainDate.parse(text)
const entry = (facts: Partial<NewSession> = {}): NewSession => ({
  id: RecordId.parse('0198f000-0000-7000-8000-000000000001'),
  heldOn: day('2026-11-23'),
  how: 'on-site',
  minutes: 60,
  focusAreaIds: [],
  participants: [],
  noteAll: '',
  noteTeam: '',
  nextStep: '',
  nextStepOn: null,
  ...facts,
})

describe('logging a session', () => {
  test('accepts one held today', () => {
    expect(logSession(entry(), day('2026-11-23')).ok).toBe(true)
  })

  test('refuses one that has not been held', () => {
    expect(logSession(entry(), day('2026-11-22'))).toMatchObject({ problem: 'session-ahead' })
  })

  test('refuses a date for a next step that is not said', () => {
    const dated = entry({ nextStepOn: day('2026-12-01') })
    expect(logSession(dated, day('2026-11-23'))).toMatchObject({ problem: 'next-step-without-text' })
  })

  test('refuses a next step before the session', () => {
    const back = entry({ nextStep: 'Ring', nextStepOn: day('2026-11-22') })
    expect(logSession(back, day('2026-11-23'))).toMatchObject({ problem: 'next-step-before-session' })
  })
})

test('the last contact is the newest session that stands', () => {
  const sessions = [
    { heldOn: day('2026-03-01'), removed: false },
    { heldOn: day('2026-05-01'), removed: true },
    { heldOn: day('2026-04-01'), removed: false },
  ]
  expect(lastContact(sessions)).toBe('2026-04-01')
  expect(lastContact([])).toBeNull()
})
