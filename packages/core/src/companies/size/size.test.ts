import { describe, expect, test } from 'vitest'
import { latestSize, sizeOfYear } from './size.ts'
import { sizeClass } from './size-class.ts'

const MILLION_KRONOR = 100_000_000

describe('size class (2003/361/EC, Annex, Article 2)', () => {
  const eur = (millions: number) => millions * 100_000_000

  test.each([
    { employees: 9, turnover: 2, balance: null, size: 'micro' },
    { employees: 10, turnover: 1, balance: 1, size: 'small' },
    { employees: 9, turnover: 2.01, balance: 2.01, size: 'small' },
    { employees: 9, turnover: 9, balance: 2, size: 'micro' },
    { employees: 249, turnover: 60, balance: 43, size: 'medium' },
    { employees: 249, turnover: 50.01, balance: 43.01, size: 'large' },
    { employees: 250, turnover: 1, balance: 1, size: 'large' },
  ])(
    '$employees employees, turnover $turnover, balance $balance is $size',
    ({ employees, turnover, balance, size }) => {
      const figures = {
        employees,
        turnoverEurCents: eur(turnover),
        balanceEurCents: balance === null ? null : eur(balance),
      }
      expect(sizeClass(figures)).toEqual({ size, basis: 'full' })
    },
  )

  test('says when only the headcount was known', () => {
    expect(sizeClass({ employees: 49, turnoverEurCents: null, balanceEurCents: null })).toEqual({
      size: 'small',
      basis: 'headcount',
    })
  })

  test('is unknown without employees', () => {
    expect(sizeClass({ employees: null, turnoverEurCents: eur(1), balanceEurCents: null })).toBeNull()
  })
})

describe('size by year', () => {
  const year = { year: 2025, employees: 9, turnoverCents: 400 * MILLION_KRONOR, balanceCents: 300 * MILLION_KRONOR }

  test('without a rate it is by headcount alone, and says so', () => {
    expect(sizeOfYear(year, null)).toEqual({ size: 'micro', basis: 'headcount' })
  })

  test('with a rate the amounts count', () => {
    expect(sizeOfYear(year, 1 / 11)).toEqual({ size: 'medium', basis: 'full' })
  })

  test('the latest is the newest year whose size is known', () => {
    const unknown = { year: 2026, employees: null, turnoverCents: null, balanceCents: null }
    expect(latestSize([{ ...year, year: 2023 }, unknown, year], null)).toMatchObject({ year: 2025, size: 'micro' })
    expect(latestSize([unknown], null)).toBeNull()
  })
})
