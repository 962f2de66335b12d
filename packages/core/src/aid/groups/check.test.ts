import { describe, expect, test } from 'vitest'
import { readInput } from '../input.ts'
import { firm, holds } from '../size/test-question.ts'
import { checkGroup } from './check.ts'
import { GroupFacts } from './schema.ts'

const person = (id: string) => ({ id, name: id, kind: 'person' })

function faults(facts: object): [string, string][] {
  const read = readInput(GroupFacts, { parties: ['a', 'b', 'c'].map(firm), ...facts })
  const found = read.ok ? checkGroup(read.value, ['group']) : read.faults
  return found.map(({ pointer, message }) => [pointer, message.en])
}

describe('a picture of owners', () => {
  test('is accepted where everything fits', () => {
    expect(faults({ holdings: [holds('a', 'b', 60), holds('c', 'b', 40)] })).toEqual([])
  })

  test('is refused where holdings come to more than 100 % on one day, with the day', () => {
    const overlapping = [
      holds('a', 'b', 60, { to: '2026-06-30' }),
      holds('c', 'b', 40, { from: '2020-01-01' }),
      holds('a', 'b', 61, { from: '2026-06-30' }),
    ]
    expect(faults({ holdings: overlapping })).toEqual([
      [
        '#/group/holdings/2/capitalPpm',
        'The holdings in “b” come to 161 % of the capital on 2026-06-30: more than 100 %.',
      ],
      ['#/group/holdings/2/votesPpm', 'The holdings in “b” come to 161 % of the votes on 2026-06-30: more than 100 %.'],
    ])
    expect(
      faults({ holdings: [holds('a', 'b', 60, { to: '2026-06-30' }), holds('c', 'b', 60, { from: '2026-07-01' })] }),
    ).toEqual([])
  })

  test('is refused with days in the wrong order', () => {
    expect(faults({ holdings: [holds('a', 'b', 6, { from: '2026-02-02', to: '2026-02-01' })] })).toEqual([
      ['#/group/holdings/0/to', 'The last day lies before the first.'],
    ])
  })

  test('is refused where somebody holds himself, is unknown or cannot be owned', () => {
    const holdings = [holds('a', 'a', 5), holds('a', 'nobody', 5), holds('a', 'Anna', 5)]
    expect(faults({ parties: [firm('a'), person('Anna')], holdings })).toEqual([
      ['#/group/holdings/1/owned', 'There is no party with the id “nobody”.'],
      ['#/group/holdings/2/owned', '“Anna” is not an enterprise and cannot be owned.'],
      ['#/group/holdings/0/owned', '“a” cannot stand against itself.'],
    ])
  })

  test('is refused with two parties of one id, and with enterprises among persons who act jointly', () => {
    const parties = [firm('a'), firm('a'), person('Anna')]
    expect(faults({ parties, actingJointly: [{ persons: ['Anna', 'a'] }] })).toEqual([
      ['#/group/parties/1/id', 'The id “a” is in the list already.'],
      ['#/group/actingJointly/0/persons/1', '“a” is not a person.'],
    ])
  })

  test('is refused where consolidated accounts contain each other', () => {
    const within = (parent: string, enterprise: string) => ({
      parent,
      members: [{ enterprise, sharePpm: 1_000_000 }],
      headcountIncluded: true,
    })
    const consolidations = [within('a', 'b'), within('b', 'c'), within('c', 'a')]
    expect(faults({ consolidations }).map(([pointer]) => pointer)).toEqual(
      [0, 1, 2].map((n) => `#/group/consolidations/${n}`),
    )
    expect(faults({ consolidations: consolidations.slice(0, 2) })).toEqual([])
  })

  test('is refused where a company has a number of another country', () => {
    const numbered = (country: string, number: string) => ({ ...firm('a'), country, number })
    expect(faults({ parties: [numbered('SE', '559999-0008')] })).toEqual([])
    expect(faults({ parties: [numbered('SE', '999 999 018')] })).toEqual([
      ['#/group/parties/0/number', 'The number is not one of SE; it looks like: Norwegian organisation number.'],
    ])
  })

  test('asks what a business angel has invested', () => {
    const angel = { id: 'x', name: 'X', kind: 'business-angel' }
    expect(faults({ parties: [firm('a'), angel], holdings: [holds('x', 'a', 5)] })).toEqual([
      [
        '#/group/holdings/0/investedEurCents',
        'Write what the business angel has invested: the limit is about the amount.',
      ],
    ])
  })

  test('never takes or repeats a person’s number as id or name', () => {
    const number = '811228-9874'
    const named = { ...person('p'), name: `Anna ${number}` }
    const found = faults({
      parties: [firm('a'), person(number), named],
      holdings: [holds(number, 'a', 5)],
      [number]: 1,
    })
    expect(JSON.stringify(found)).not.toContain('9874')
    const without = faults({ parties: [firm('a'), person(number), named], holdings: [holds(number, 'a', 5)] })
    expect(without.map(([pointer]) => pointer)).toEqual([
      '#/group/parties/1/id',
      '#/group/parties/1/name',
      '#/group/parties/2/name',
      '#/group/holdings/0/owner',
    ])
    expect(JSON.stringify(without)).not.toContain('9874')
  })

  test('tells faults of shape by pointer, in both languages', () => {
    const read = readInput(GroupFacts, {
      parties: [{ id: 'a', name: 'A', kind: 'dragon' }],
      holdings: [{ owner: 'a', owned: 'b', capitalPpm: 1_000_001, votesPpm: -1, from: '2026-02-30' }],
    })
    expect(read.ok ? [] : read.faults.map(({ pointer, message }) => [pointer, message.sv])).toEqual([
      ['#/parties/0/kind', expect.stringContaining('Värdet måste vara något av: enterprise, person')],
      ['#/holdings/0/capitalPpm', 'Högst 1000000.'],
      ['#/holdings/0/votesPpm', 'Minst 0.'],
      ['#/holdings/0/from', 'Värdet har fel form: ingen dag i kalendern, till exempel 2026-11-23.'],
    ])
  })
})
