// Free of the schema library, so that the public pages stay small.
import type { SizeClass } from './size.ts'

/** One financial year of a company by itself. Employees as annual work units; amounts in euro cents. */
export type SizeFigures = {
  employees: number | null
  turnoverEurCents: number | null
  balanceEurCents: number | null
}

const MILLION = 100_000_000
const CEILINGS = [
  { size: 'micro', employees: 10, turnover: 2 * MILLION, balance: 2 * MILLION },
  { size: 'small', employees: 50, turnover: 10 * MILLION, balance: 10 * MILLION },
  { size: 'medium', employees: 250, turnover: 50 * MILLION, balance: 43 * MILLION },
] as const

/**
 * The size class of one year: fewer employees than the ceiling, and turnover or balance total at most the
 * amount. Null when employees are unknown. With neither amount known it is by headcount alone, which the
 * caller must say; owners and linked companies are not looked at here.
 *
 * Source: Commission Recommendation 2003/361/EC, Annex, Article 2.
 */
export function sizeClass(figures: SizeFigures): { size: SizeClass; basis: 'headcount' | 'full' } | null {
  const { employees, turnoverEurCents, balanceEurCents } = figures
  if (employees === null) return null
  const basis = turnoverEurCents === null && balanceEurCents === null ? 'headcount' : 'full'
  const found = CEILINGS.find((ceiling) => {
    if (employees >= ceiling.employees) return false
    if (basis === 'headcount') return true
    const byTurnover = turnoverEurCents !== null && turnoverEurCents <= ceiling.turnover
    const byBalance = balanceEurCents !== null && balanceEurCents <= ceiling.balance
    return byTurnover || byBalance
  })
  return { size: found?.size ?? 'large', basis }
}
