import { expect, test } from 'vitest'
import { emptyParty, partyDraft, pickKnown, readParty, readPick } from './party.ts'

test('reads a company with its number, and leaves out what was not given', () => {
  const read = readParty('a', { ...emptyParty('enterprise'), name: ' Moder AB ', number: '556000-4615' })
  expect(read).toEqual({
    ok: true,
    party: { id: 'a', kind: 'enterprise', name: 'Moder AB', country: 'SE', number: '556000-4615' },
  })
})

test('keeps neither number nor country of a person', () => {
  const read = readParty('a', { ...emptyParty('person'), name: 'Anna Ek', number: '19800101-1234' })
  expect(read).toEqual({ ok: true, party: { id: 'a', kind: 'person', name: 'Anna Ek' } })
})

test('asks for the budget and the inhabitants of a municipality', () => {
  const draft = { ...emptyParty('local-authority'), name: 'Exempels kommun' }
  expect(readParty('a', draft)).toEqual({ ok: false, faults: ['budgetEur', 'inhabitants'] })
  const read = readParty('a', { ...draft, budgetEur: 250_000_000, inhabitants: 48_000 })
  expect(read).toMatchObject({ ok: true, party: { annualBudgetEurCents: 25_000_000_000, inhabitants: 48_000 } })
})

test('gives back what it has read', () => {
  const drafts = [
    { ...emptyParty('enterprise'), name: 'Noterad AB', quoted: true, spreadOn: '2026-01-31' },
    { ...emptyParty('university'), name: 'Högskolan', publicly: 'yes' as const },
    { ...emptyParty('business-angel'), name: 'Bo Ek' },
  ]
  for (const draft of drafts) {
    const read = readParty('a', draft)
    expect(read.ok && partyDraft(read.party)).toEqual(draft)
  }
})

test('names who is known by the id, and brings along who is new', () => {
  expect(readPick(pickKnown('a', 'new'))).toEqual({ ok: true, id: 'a', parties: [] })
  const fresh = { ...emptyParty('person'), name: 'Anna Ek' }
  expect(readPick({ known: null, freshId: 'new', fresh })).toMatchObject({ id: 'new', parties: [{ name: 'Anna Ek' }] })
  expect(readPick(pickKnown(null, 'new'))).toEqual({ ok: false, faults: ['name'] })
})
