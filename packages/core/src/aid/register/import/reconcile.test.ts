import { expect, test } from 'vitest'
import type { RegisterEntry } from '../schema.ts'
import { type Candidate, reconcile } from './reconcile.ts'
import type { ImportFacts, ReadLine } from './schema.ts'

const ENTRY: RegisterEntry = {
  ...{ memberState: 'SE', regulation: '2023/2831', awardedOn: '2026-03-02' as RegisterEntry['awardedOn'] },
  ...{ currency: 'SEK', minor: 1000, eurCents: 100, authority: 'Regionen', scheme: '', instrument: '' },
  ...{ industryCode: '25.620', reference: '', withdrawnOn: null },
}

const here = (id: string, entry: Partial<RegisterEntry> = {}, more: Partial<Candidate> = {}): Candidate => {
  const full = { ...ENTRY, ...entry }
  const awarded = { awardedMinor: full.minor, awardedEurCents: full.eurCents }
  return { id, party: 'p', origin: 'declared', ...awarded, entry: full, registerReference: null, noted: null, ...more }
}

const FACTS: ImportFacts = {
  ...{ country: 'SE', number: '1', name: '', awardedOn: ENTRY.awardedOn, currency: 'SEK', minor: 1000, eurCents: null },
  ...{ memberState: null, regulation: null, authority: null, scheme: null, instrument: null, industryCode: null },
  ...{ reference: null, registeredOn: null, registerReference: null },
}

const there = (row: number, facts: Partial<ImportFacts> = {}): ReadLine => ({
  ...{ row, faults: [], facts: { ...FACTS, ...facts } },
})
const day = (text: string) => text as RegisterEntry['awardedOn']

const compared = (lines: ReadLine[], candidates: Candidate[]) =>
  reconcile('earlier-aid', lines, candidates, ({ number }) => (number === '1' ? 'p' : undefined)).map(
    ({ outcome, grantId, differences }) => [outcome, grantId, ...differences.map(({ field }) => field)],
  )

test('two equal rows are two awards: each takes its own line', () => {
  expect(compared([there(2), there(3), there(4)], [here('a'), here('b')])).toEqual([
    ['same', 'a'],
    ['same', 'b'],
    ['only-there', null],
  ])
})

test('a surer match goes before an earlier row', () => {
  const other = there(2, { minor: 2000 })
  expect(compared([other, there(3)], [here('a')])).toEqual([
    ['only-there', null],
    ['same', 'a'],
  ])
})

test('the same amount some days apart may be the same award, far apart it is not', () => {
  const [near, far] = [there(2, { awardedOn: day('2026-03-20') }), there(2, { awardedOn: day('2026-06-20') })]
  expect(compared([near], [here('a')])).toEqual([['differs', 'a', 'awardedOn']])
  expect(compared([far], [here('a')])).toEqual([['only-there', null]])
})

test('a reference finds an award whatever else differs', () => {
  const line = there(2, { registerReference: 'sa-7', awardedOn: day('2025-01-01'), minor: 5 })
  expect(compared([line], [here('a', { reference: 'SA-7' })])).toEqual([['differs', 'a', 'awardedOn', 'minor']])
})

test('what the file does not say is no difference, and a shorter code says no less', () => {
  expect(compared([there(2, { industryCode: '25.6', authority: 'REGIONEN' })], [here('a')])).toEqual([['same', 'a']])
  expect(compared([there(2, { industryCode: '10.51' })], [here('a')])).toEqual([['differs', 'a', 'industryCode']])
})

test('what was lowered here since differs in its amount', () => {
  const lowered = here('a', { minor: 600, eurCents: 60 }, { awardedMinor: 1000, awardedEurCents: 100 })
  expect(compared([there(2)], [lowered])).toEqual([['differs', 'a', 'minor']])
})

test('euro alone are compared in euro; of aid that others awarded the rate here is kept', () => {
  const euro = { currency: null, minor: null, eurCents: 100 }
  expect(compared([there(2, euro)], [here('a')])).toEqual([['same', 'a']])
  expect(compared([there(2, { eurCents: 99 })], [here('a')])).toEqual([['same', 'a']])
  expect(compared([there(2, { eurCents: 99 })], [here('a', {}, { origin: 'programme' })])).toEqual([
    ['differs', 'a', 'eurCents'],
  ])
})

test('nobody here has the number, or the row cannot be read', () => {
  expect(compared([there(2, { number: '2' }), { row: 3, facts: null, faults: [] }], [here('a')])).toEqual([
    ['unknown-company', null],
    ['faulty', null],
  ])
})
