import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import {
  addGoal,
  checkPlan,
  countByStatus,
  daysSinceCheck,
  isDeclined,
  isOverdue,
  MOST_GOALS,
  moveAction,
  setTarget,
  shownTexts,
  shownTitle,
  titleAmong,
} from './rules.ts'
import type { ActionStatus } from './schema.ts'

const day = (text: string) => PlainDate.parse(text)
const TODAY = day('2026-11-23')

describe('a target', () => {
  const standing = { level: 2, top: 4 }

  test.each([3, 4])('may be level %i, above the present one and within reach', (level) => {
    expect(setTarget({ level, dueOn: day('2027-06-30') }, standing, TODAY)).toMatchObject({ ok: true })
  })

  test.each([1, 2])('is refused at level %i, which is reached already', (level) => {
    expect(setTarget({ level, dueOn: null }, standing, TODAY)).toMatchObject({ problem: 'target-below-level' })
  })

  test('is refused above the highest rung there is for the company', () => {
    expect(setTarget({ level: 5, dueOn: null }, standing, TODAY)).toMatchObject({ problem: 'target-out-of-reach' })
  })

  test('is refused where nothing has been measured', () => {
    expect(setTarget({ level: 3, dueOn: null }, undefined, TODAY)).toMatchObject({ problem: 'target-not-measured' })
    const open = { level: null, top: 5 }
    expect(setTarget({ level: 3, dueOn: null }, open, TODAY)).toMatchObject({ problem: 'target-not-measured' })
  })

  test('is refused for a day that has passed, and accepted for today', () => {
    const late = { level: 3, dueOn: day('2026-11-22') }
    expect(setTarget(late, standing, TODAY)).toMatchObject({ problem: 'target-date-passed' })
    expect(setTarget({ level: 3, dueOn: TODAY }, standing, TODAY)).toMatchObject({ ok: true })
  })

  test('can be taken away whatever the level', () => {
    const none = { level: null, dueOn: day('2020-01-01') }
    expect(setTarget(none, undefined, TODAY)).toEqual({ ok: true, value: { level: null, dueOn: null } })
  })
})

test('a plan holds five goals and refuses the sixth', () => {
  expect(addGoal(MOST_GOALS - 1)).toEqual({ ok: true, value: MOST_GOALS })
  expect(addGoal(MOST_GOALS)).toMatchObject({ problem: 'too-many-goals' })
})

describe('moving an action', () => {
  const at = (status: ActionStatus, facts: { reason?: string; startedOn?: string; doneOn?: string } = {}) => ({
    status,
    reason: facts.reason ?? null,
    startedOn: facts.startedOn ? day(facts.startedOn) : null,
    doneOn: facts.doneOn ? day(facts.doneOn) : null,
  })

  test('keeps the first day of work through to done', () => {
    const begun = moveAction(at('planned'), at('ongoing'), TODAY)
    expect(begun).toMatchObject({ value: { startedOn: TODAY, doneOn: null } })
    const before = at('ongoing', { startedOn: '2026-09-01' })
    expect(moveAction(before, { ...before, status: 'done' }, TODAY)).toMatchObject({
      value: { startedOn: '2026-09-01', doneOn: TODAY },
    })
  })

  test('back from done forgets the day it was done', () => {
    const before = at('done', { startedOn: '2026-09-01', doneOn: '2026-11-01' })
    expect(moveAction(before, { ...before, status: 'ongoing' }, TODAY)).toMatchObject({
      value: { startedOn: '2026-09-01', doneOn: null },
    })
    expect(moveAction(before, { ...before, status: 'planned' }, TODAY)).toMatchObject({ value: { startedOn: null } })
  })

  test('straight to done counts as begun the same day', () => {
    expect(moveAction(at('planned'), at('done'), TODAY)).toMatchObject({ value: { startedOn: TODAY, doneOn: TODAY } })
  })

  test('is refused to dropped without a reason', () => {
    expect(moveAction(at('planned'), at('dropped'), TODAY)).toMatchObject({ problem: 'reason-required' })
    expect(moveAction(at('planned'), at('dropped', { reason: 'Köpt maskin' }), TODAY)).toMatchObject({ ok: true })
  })

  test('changes no days when the status stays', () => {
    const done = at('done', { startedOn: '2026-01-01', doneOn: '2026-02-01' })
    expect(moveAction(done, done, TODAY)).toEqual({ ok: true, value: done })
  })
})

test('overdue is what is still to do after its day', () => {
  expect(isOverdue({ status: 'planned', dueOn: day('2026-11-22') }, TODAY)).toBe(true)
  expect(isOverdue({ status: 'planned', dueOn: TODAY }, TODAY)).toBe(false)
  expect(isOverdue({ status: 'done', dueOn: day('2026-11-22') }, TODAY)).toBe(false)
  expect(isOverdue({ status: 'proposed', dueOn: day('2026-11-22') }, TODAY)).toBe(false)
  expect(isOverdue({ status: 'ongoing', dueOn: null }, TODAY)).toBe(false)
})

test('a declined proposal is told apart from work that was given up', () => {
  expect(isDeclined({ status: 'dropped', startedOn: null, template: {} })).toBe(true)
  expect(isDeclined({ status: 'dropped', startedOn: TODAY, template: {} })).toBe(false)
  expect(isDeclined({ status: 'dropped', startedOn: null, template: null })).toBe(false)
})

describe('the quarterly check', () => {
  test('counts from the first agreed action until there has been one', () => {
    expect(daysSinceCheck(null, [day('2026-10-01'), day('2026-08-25')], TODAY)).toBe(90)
    expect(daysSinceCheck(day('2026-11-20'), [day('2026-08-25')], TODAY)).toBe(3)
    expect(daysSinceCheck(null, [], TODAY)).toBeNull()
  })

  test('of a plan that does not go well says why', () => {
    expect(checkPlan({ mood: 'stuck', note: '' })).toMatchObject({ problem: 'reason-required' })
    expect(checkPlan({ mood: 'on-track', note: '' })).toMatchObject({ ok: true })
  })

  test('keeps how many actions stood where', () => {
    const counts = countByStatus([{ status: 'done' }, { status: 'done' }, { status: 'ongoing' }])
    expect(counts).toEqual({ proposed: 0, planned: 0, ongoing: 1, done: 2, dropped: 0 })
  })
})

describe('the wording of a proposed action', () => {
  const name = { sv: 'Mät ledtiden', en: 'Measure the lead time' }
  const how = { sv: 'Följ en order', en: 'Follow one order' }
  const effect = { sv: 'Ni ser var det stannar', en: 'You see where it stops' }

  test("follows the reader's language as long as nobody has rewritten it", () => {
    expect(shownTitle({ title: name.sv, template: { name } }, 'en')).toBe(name.en)
    expect(shownTitle({ title: 'Mät våra ledtider', template: { name } }, 'en')).toBe('Mät våra ledtider')
    expect(shownTitle({ title: 'Eget', template: null }, 'en')).toBe('Eget')
    expect(titleAmong([{ name }], name.sv, 'en')).toBe(name.en)
    expect(titleAmong([{ name }], 'Eget', 'en')).toBe('Eget')
    const action = { description: how.sv, effectText: 'Halverad tid', template: { how, effect } }
    expect(shownTexts(action, 'en')).toEqual({ how: how.en, effect: 'Halverad tid' })
  })
})
