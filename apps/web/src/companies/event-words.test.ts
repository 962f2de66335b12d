import { describe, expect, test } from 'vitest'
import { companies as en } from '../locales/en/companies.ts'
import { FORMATS } from '../locales/format.ts'
import { companies as sv } from '../locales/sv/companies.ts'
import { type EventContext, eventWords } from './event-words.ts'

const context: EventContext = {
  events: sv.events,
  language: 'sv',
  formats: FORMATS.sv,
  municipality: (code) => (code === '1490' ? 'Borås' : null),
}

describe('what happened, in words', () => {
  test('a changed fact names the field and both values as people read them', () => {
    const detail = { field: 'municipalityCode', from: null, to: '1490' }
    expect(eventWords({ kind: 'company.changed', detail }, context).title).toBe('Kommun fylldes i: ”Borås”')
    const changed = { field: 'city', from: 'Skara', to: 'Skövde' }
    expect(eventWords({ kind: 'company.changed', detail: changed }, context).title).toBe(
      'Ort ändrades från ”Skara” till ”Skövde”',
    )
    const emptied = { field: 'city', from: 'Skara', to: null }
    expect(eventWords({ kind: 'company.changed', detail: emptied }, context).title).toBe('Ort togs bort, var ”Skara”')
  })

  test('a key figure is told by its name and value', () => {
    const name = { sv: 'Ledtid', en: 'Lead time' }
    const detail = { name, unit: { sv: 'dagar', en: 'days' }, amount: 21.5 }
    expect(eventWords({ kind: 'key-figure.entered', detail }, context)).toEqual({
      title: 'Ett nyckeltal lades in',
      more: ['Ledtid: 21,5 dagar'],
    })
  })

  test('an amount in öre is shown in kronor', () => {
    const detail = { year: 2025, field: 'turnoverCents', from: null, to: 6_250_000_00 }
    expect(eventWords({ kind: 'company.year-changed', detail }, context).title).toMatch(/6\s250\s000\skr/)
  })

  test('a status change is told by its names, with the reason where it may be read', () => {
    const detail = { from: 'active', to: 'paused', team: { reason: 'Vill vänta till våren' } }
    expect(eventWords({ kind: 'company.status-changed', detail }, context)).toEqual({
      title: 'Status ändrades från Aktiv till Pausad',
      more: ['Vill vänta till våren'],
    })
  })

  test('a changed holding names both companies and both shares', () => {
    const held = (percent: number) => ({
      kind: 'holding',
      fact: { owner: 'a', owned: 'b', capitalPpm: percent * 10_000, votesPpm: percent * 10_000 },
      note: '',
    })
    const detail = { before: held(60), after: held(40), names: { a: 'Moder AB', b: 'Verkstaden AB' } }
    expect(eventWords({ kind: 'group.fact-changed', detail }, context).title).toBe(
      'Uppgift om ägande ändrades: Moder AB, Verkstaden AB: 60\u00a0% → 40\u00a0%',
    )
  })

  test('accounts and a frozen size are told by company, day and class', () => {
    const accounts = { before: null, after: { closedOn: '2025-12-31' }, names: { a: 'Moder AB' } }
    expect(eventWords({ kind: 'accounts.added', detail: accounts }, context).title).toBe(
      'Räkenskaper lades till: Moder AB 2025-12-31',
    )
    const size = { anchor: 'grant', on: '2026-11-23', verdict: 'pass', category: 'small' }
    expect(eventWords({ kind: 'size.snapshot-taken', detail: size }, context).title).toBe(
      'Storleken fastställdes per 2026-11-23: litet företag',
    )
  })

  test('a kind without words of its own is told by what it belongs to, in both languages', () => {
    const event = { kind: 'plan.something-new', detail: {} }
    expect(eventWords(event, context).title).toBe('Plan')
    expect(eventWords({ kind: 'unheard.of', detail: {} }, { ...context, events: en.events }).title).toBe(
      'Something happened',
    )
  })

  test('what an event brings never breaks the sentence', () => {
    for (const detail of [{}, { team: null }, { team: 'x' }, { from: 4, to: {} }, { contactName: null }]) {
      for (const kind of [
        'company.interest-joined',
        'company.status-changed',
        'session.logged',
        'role.revoked',
        'group.fact-added',
        'size.reviewed',
      ]) {
        expect(eventWords({ kind, detail }, context).title.length).toBeGreaterThan(0)
      }
    }
  })
})
