import { describe, expect, test } from 'vitest'
import { GroupFact, groupFacts, partiesOf, withParties } from './records.ts'

const FACTS = [
  { kind: 'holding', fact: { owner: 'a', owned: 'b', capitalPpm: 1, votesPpm: 2, from: '2026-01-01' } },
  { kind: 'control', fact: { controller: 'a', controlled: 'b', means: 'contract' } },
  { kind: 'acting-jointly', fact: { persons: ['a', 'b', 'c'] } },
  { kind: 'market', fact: { enterprises: ['a', 'b'], answer: 'same' } },
  {
    kind: 'consolidation',
    fact: { parent: 'a', members: [{ enterprise: 'b', sharePpm: 1 }], headcountIncluded: true },
  },
  { kind: 'restructuring', fact: { kind: 'merger', on: '2026-01-01', into: 'a', merged: ['b'] } },
  {
    kind: 'restructuring',
    fact: {
      ...{ kind: 'split', on: '2026-01-01', from: 'a' },
      ...{ parts: [{ enterprise: 'a' }, { enterprise: 'b', bookEquityCents: 5 }], supportedActivityTo: 'b' },
    },
  },
].map((fact) => GroupFact.parse(fact))

describe.each(FACTS)('a fact of kind $kind', (stated) => {
  test('names each of its parties once', () => {
    expect(partiesOf(stated)).toEqual(stated.kind === 'acting-jointly' ? ['a', 'b', 'c'] : ['a', 'b'])
  })

  test('is the same with its parties named anew and back', () => {
    const other = withParties(stated, (party) => `${party}-new`)
    expect(partiesOf(other)).toEqual(partiesOf(stated).map((party) => `${party}-new`))
    expect(withParties(other, (party) => party.replace('-new', ''))).toEqual(stated)
  })
})

test('facts stand among those of their kind, in the order given', () => {
  const { holdings, restructurings, markets } = groupFacts([], FACTS)
  expect([holdings.length, markets.length]).toEqual([1, 1])
  expect(restructurings.map(({ kind }) => kind)).toEqual(['merger', 'split'])
})
