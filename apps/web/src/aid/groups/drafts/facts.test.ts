import { checkGroup } from '@stegvis/core/aid/groups/check.ts'
import { groupFacts } from '@stegvis/core/aid/groups/records.ts'
import { GroupFacts, type Party } from '@stegvis/core/aid/groups/schema.ts'
import { expect, test } from 'vitest'
import {
  consolidationDraft,
  controlDraft,
  holdingDraft,
  jointDraft,
  readConsolidation,
  readControl,
  readHolding,
  readJoint,
  readMerger,
  readSplit,
} from './facts.ts'
import { emptyParty, pickKnown } from './party.ts'

const fresh = (freshId: string, name: string) => ({
  known: null,
  freshId,
  fresh: { ...emptyParty('enterprise'), name },
})
const own = pickKnown('own', 'unused')
const OWN: Party = { id: 'own', kind: 'enterprise', name: 'Verkstaden AB', country: 'SE' }

test('reads an owner who is told of for the first time, with the holding', () => {
  const draft = { ...holdingDraft(fresh('mother', 'Moder AB'), own), capital: '60', from: '2021-04-01' }
  const read = readHolding(draft, false)
  expect(read).toMatchObject({
    ok: true,
    stated: { fact: { owner: 'mother', owned: 'own', capitalPpm: 600_000, votesPpm: 600_000, from: '2021-04-01' } },
    parties: [{ id: 'mother', name: 'Moder AB' }],
  })
})

test('takes votes for the capital until they are said to be another share', () => {
  const draft = { ...holdingDraft(pickKnown('mother', 'x'), own), capital: '60', votes: '20' }
  expect(readHolding(draft, false)).toMatchObject({ stated: { fact: { votesPpm: 600_000 } } })
  expect(readHolding({ ...draft, sameVotes: false }, false)).toMatchObject({ stated: { fact: { votesPpm: 200_000 } } })
})

test('names every field that is missing or wrong', () => {
  const draft = { ...holdingDraft(fresh('a', ''), own), capital: '120', from: '2026-02-01', to: '2026-01-01' }
  expect(readHolding(draft, true)).toEqual({
    ok: false,
    faults: { 'owner.name': 'name', capital: 'share', to: 'order', investedEur: 'invested' },
  })
})

test('gives a stated holding back as it is typed', () => {
  const fact = { owner: 'mother', owned: 'own', capitalPpm: 333_333, votesPpm: 500_000, investedEurCents: 12_500_000 }
  const draft = holdingDraft(pickKnown('mother', 'x'), own, fact)
  expect(draft).toMatchObject({ capital: '33,3333', votes: '50', sameVotes: false, investedEur: 125_000 })
  expect(readHolding(draft, true)).toMatchObject({ ok: true, stated: { fact } })
})

test('reads what else decides: agreements, owners who act as one, accounts and mergers', () => {
  const anna = { id: 'anna', kind: 'person', name: 'Anna' } as const
  const bo = { id: 'bo', kind: 'person', name: 'Bo' } as const
  const mother = fresh('mother', 'Moder AB')
  const readings = [
    readControl(controlDraft(mother, own)),
    readJoint({ ...jointDraft(), persons: ['anna', 'bo'] }),
    readConsolidation({ ...consolidationDraft(pickKnown('mother', 'x')), members: { own: '100' } }),
    readMerger({ into: own, merged: fresh('old', 'Gamla AB'), on: '2025-06-30' }),
  ]
  const read = readings.flatMap((reading) => (reading.ok ? [reading] : []))
  expect(read).toHaveLength(readings.length)
  const facts = groupFacts(
    [OWN, anna, bo, ...read.flatMap(({ parties }) => parties)],
    read.map(({ stated }) => stated),
  )
  expect(checkGroup(GroupFacts.parse(facts))).toEqual([])
})

test('asks for two who act as one, for somebody in the accounts, and for the day of a merger', () => {
  expect(readJoint({ ...jointDraft(), persons: ['anna'] })).toEqual({ ok: false, faults: { persons: 'two' } })
  expect(readConsolidation(consolidationDraft(own))).toEqual({ ok: false, faults: { members: 'one' } })
  expect(readMerger({ into: own, merged: fresh('a', ''), on: null })).toEqual({
    ok: false,
    faults: { 'merged.name': 'name', on: 'day' },
  })
})

test('reads a split with the part that took over the activity', () => {
  const read = readSplit({
    from: own,
    first: fresh('one', 'Ett AB'),
    second: fresh('two', 'Två AB'),
    firstEquity: 100.5,
    secondEquity: null,
    activityTo: 'second',
    on: '2025-06-30',
  })
  expect(read).toMatchObject({
    ok: true,
    stated: {
      fact: {
        parts: [{ enterprise: 'one', bookEquityCents: 10_050 }, { enterprise: 'two' }],
        supportedActivityTo: 'two',
      },
    },
  })
})
