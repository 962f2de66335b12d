import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, ratio, rounded } from '../exact.ts'
import { annualWorkUnits, Workers } from './headcount.ts'

const rows = (list: object[]) => list.map((row) => Workers.parse(row))

test('A-T27: full time, part time, part of the year, an active owner, and apprentices who do not count', () => {
  const { awu, lines } = annualWorkUnits(
    rows([
      { kind: 'employee', persons: 20 },
      { kind: 'employee', persons: 3, percent: 50 },
      { kind: 'employee', persons: 2, percent: 75 },
      { kind: 'employee', persons: 4, months: 6 },
      { kind: 'owner', persons: 1 },
      { kind: 'apprentice', persons: 2 },
    ]),
  )
  expect(rounded(awu, 10)).toBe(26)
  expect(lines.map((line) => line.awu)).toEqual([20, 1.5, 1.5, 2, 1, 0])
  expect(lines[1]!.text.sv).toBe('3 anställda, 50 % av heltid, 12 av 12 månader: 1,5 årsarbetskrafter')
})

test('thirds of a year add up exactly', () => {
  const { awu } = annualWorkUnits(rows([4, 4, 4].map((months) => ({ kind: 'agency', persons: 7, months }))))
  expect(compare(awu, ratio(7))).toBe(0)
})

test('a row more never lowers the headcount, and never adds more than its persons', () => {
  const row = fc.record({
    kind: fc.constantFrom('employee', 'agency', 'owner', 'partner', 'apprentice'),
    persons: fc.nat(1000),
    percent: fc.nat(100),
    months: fc.nat(12),
  })
  fc.assert(
    fc.property(fc.array(row), row, (some, one) => {
      const [before, after] = [annualWorkUnits(rows(some)), annualWorkUnits(rows([...some, one]))]
      const added = Number(after.awu.n) / Number(after.awu.d) - Number(before.awu.n) / Number(before.awu.d)
      expect(added).toBeGreaterThanOrEqual(-1e-6)
      expect(added).toBeLessThanOrEqual(one.persons + 1e-6)
    }),
  )
})
