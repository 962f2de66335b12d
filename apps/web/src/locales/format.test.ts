import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { describe, expect, test } from 'vitest'
import { FORMATS } from './format.ts'
import { preferredLanguage } from './language.ts'

const NBSP = '\u00a0'

describe('Swedish formats', () => {
  const f = FORMATS.sv
  test('group thousands with a space that does not break and write a decimal comma', () => {
    expect(f.number(1234.5)).toBe(`1${NBSP}234,5`)
    expect(f.integer(25_000)).toBe(`25${NBSP}000`)
    expect(f.number(-0.25, 2)).toBe('\u22120,25')
  })
  test('write money in whole kronor', () => {
    expect(f.money(9_300_000_050)).toBe(`93${NBSP}000${NBSP}001${NBSP}kr`)
  })
  test('write days as ISO in tables and in words in sentences', () => {
    expect(f.longDay(PlainDate.parse('2026-11-23'))).toBe('23 november 2026')
    expect(f.month(PlainDate.parse('2026-11-01'))).toBe('november 2026')
    expect(f.dayOf('2026-11-23T11:00:00Z')).toBe('2026-11-23')
  })
  test('choose the plural form', () => {
    const forms = { one: 'svar väntar', other: 'svar väntar' }
    expect(f.count(1, forms)).toBe('1 svar väntar')
    expect(FORMATS.en.count(1, { one: 'company', other: 'companies' })).toBe('1 company')
    expect(f.count(1.02, { one: 'timme', other: 'timmar' }, 1)).toBe('1 timme')
    expect(f.count(1.5, { one: 'timme', other: 'timmar' }, 1)).toBe('1,5 timmar')
    expect(FORMATS.en.count(1500, { one: 'company', other: 'companies' })).toBe('1,500 companies')
  })
})

test('sizes of files grow through the units', () => {
  expect(FORMATS.sv.fileSize(999)).toBe('999 B')
  expect(FORMATS.sv.fileSize(1_250)).toBe('1,3 kB')
  expect(FORMATS.en.fileSize(10_000_000)).toBe('10 MB')
})

describe('the preferred language', () => {
  test('is the one chosen before', () => {
    expect(preferredLanguage('session=1; language=en', ['sv-SE'])).toBe('en')
  })
  test('is else the first of the browser that we speak', () => {
    expect(preferredLanguage('', ['de-DE', 'en-US', 'sv'])).toBe('en')
    expect(preferredLanguage('language=de', ['sv-SE'])).toBe('sv')
  })
  test('is Swedish when the browser speaks neither', () => {
    expect(preferredLanguage('', ['fi-FI'])).toBe('sv')
  })
})
