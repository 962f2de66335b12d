import { expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { FocusAreaId, PersonId } from '../kernel/ids.ts'
import { matchesFilter, sortActions } from './filter.ts'
import type { ActionStatus } from './schema.ts'

const TODAY = PlainDate.parse('2026-11-23')
const EVA = PersonId.parse('0198f000-0000-7000-8000-000000000001')
const AREA = FocusAreaId.parse('0198f000-0000-7000-8000-000000000002')

function action(id: string, facts: { dueOn?: string; status?: ActionStatus; title?: string; owner?: string } = {}) {
  return {
    id,
    title: facts.title ?? id,
    status: facts.status ?? ('planned' as const),
    ownerId: null,
    owner: facts.owner ?? null,
    focusAreaId: null,
    dueOn: facts.dueOn ? PlainDate.parse(facts.dueOn) : null,
  }
}

test('an action without an owner is found under none, also when a name is written', () => {
  expect(matchesFilter(action('a'), { owner: 'none' }, TODAY)).toBe(true)
  expect(matchesFilter(action('a', { owner: 'Anna' }), { owner: 'none' }, TODAY)).toBe(false)
  expect(matchesFilter({ ...action('a'), ownerId: EVA }, { owner: EVA }, TODAY)).toBe(true)
  expect(matchesFilter(action('a'), { owner: EVA }, TODAY)).toBe(false)
})

test('area, status and overdue narrow together', () => {
  const late = { ...action('a', { dueOn: '2026-11-01' }), focusAreaId: AREA }
  expect(matchesFilter(late, { area: AREA, status: 'planned', overdue: 'yes' }, TODAY)).toBe(true)
  expect(matchesFilter({ ...late, status: 'done' }, { overdue: 'yes' }, TODAY)).toBe(false)
  expect(matchesFilter(late, { area: 'none' }, TODAY)).toBe(false)
})

const parts = { compareTexts: new Intl.Collator('sv').compare, areaOrder: [] }
const order = (...sorted: readonly { id: string }[]) => sorted.map(({ id }) => id).join('')

test('what has no day comes last in both directions', () => {
  const actions = [action('c'), action('b', { dueOn: '2026-12-01' }), action('a', { dueOn: '2027-01-01' })]
  expect(order(...sortActions(actions, 'due', false, parts))).toBe('bac')
  expect(order(...sortActions(actions, 'due', true, parts))).toBe('abc')
})

test('titles go by the alphabet of the language', () => {
  const actions = [action('1', { title: 'Översyn' }), action('2', { title: 'Zon' }), action('3', { title: 'Ånga' })]
  expect(order(...sortActions(actions, 'title', false, parts))).toBe('231')
})
