import { GroupFacts } from '@stegvis/core/aid/groups/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { expect, test } from 'vitest'
import { nearest, relationsOn } from './relations.ts'

const ON = PlainDate.parse('2026-11-23')
const company = (id: string) => ({ id, name: id.toUpperCase(), kind: 'enterprise' as const, country: 'SE' })
const facts = (part: object) => GroupFacts.parse({ parties: ['a', 'b', 'c', 'd'].map(company), ...part })
const holding = (owner: string, owned: string, percent: number, days = {}) => ({
  owner,
  owned,
  capitalPpm: percent * 10_000,
  votesPpm: percent * 10_000,
  ...days,
})

test('draws one line between two parties, whatever ties them', () => {
  const picture = facts({
    holdings: [holding('a', 'b', 30), holding('a', 'b', 15)],
    controls: [{ controller: 'a', controlled: 'b', means: 'contract' }],
  })
  expect(relationsOn(picture, ON)).toEqual([
    { owner: 'a', owned: 'b', held: { votesPpm: 450_000, capitalPpm: 450_000 }, means: ['contract'] },
  ])
})

test('leaves out what was over before the day or begins after it', () => {
  const picture = facts({
    holdings: [
      holding('a', 'b', 60, { to: '2026-11-22' }),
      holding('c', 'b', 60, { from: '2026-11-24' }),
      holding('d', 'b', 60, { from: '2026-11-23' }),
    ],
  })
  expect(relationsOn(picture, ON).map(({ owner }) => owner)).toEqual(['d'])
})

test('keeps the nearest of a group that is too large to draw, and leaves out who has no tie', () => {
  const picture = facts({ holdings: [holding('a', 'b', 60), holding('b', 'c', 60)] })
  const relations = relationsOn(picture, ON)
  expect(nearest(picture.parties, relations, 'c', 10).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  expect(nearest(picture.parties, relations, 'c', 2).map(({ id }) => id)).toEqual(['c', 'b'])
})

test('ends where companies own each other', () => {
  const picture = facts({ holdings: [holding('a', 'b', 60), holding('b', 'a', 60)] })
  expect(nearest(picture.parties, relationsOn(picture, ON), 'a', 10)).toHaveLength(2)
})
