import { describe, expect, test } from 'vitest'
import { sizeClass } from './size-class.ts'
import { CompanyStatus, changeStatus, STATUS_PATHS } from './status.ts'

describe('company status', () => {
  test('goes forward with a note', () => {
    expect(changeStatus('interest', 'in-dialogue', 'Ringt')).toEqual({ ok: true, value: 'in-dialogue' })
  })

  test('refuses a jump over steps', () => {
    expect(changeStatus('interest', 'active', 'Bråttom')).toMatchObject({ problem: 'status-path-not-allowed' })
  })

  test('refuses to leave without a reason', () => {
    expect(changeStatus('active', 'left', '  ')).toMatchObject({ problem: 'reason-required' })
  })

  test('every status can be reached from the first, and none is a dead end', () => {
    const reached = new Set<string>(['interest'])
    for (let grew = true; grew; ) {
      grew = false
      for (const from of [...reached] as CompanyStatus[]) {
        for (const { to } of STATUS_PATHS[from]) {
          if (!reached.has(to)) {
            reached.add(to)
            grew = true
          }
        }
      }
    }
    expect([...reached].sort()).toEqual([...CompanyStatus.options].sort())
    for (const status of CompanyStatus.options) expect(STATUS_PATHS[status].length).toBeGreaterThan(0)
  })
})

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
