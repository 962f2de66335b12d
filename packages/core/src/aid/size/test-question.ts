import type { GroupFacts } from '../groups/schema.ts'

/** What a test says of an enterprise: annual work units, turnover and balance sheet total in million euro. */
type Size = readonly [awu: number, turnover: number, balance: number]

const MILLION_EURO_CENTS = 100_000_000

export function accounts(enterprise: string, [awu, turnover, balance]: Size, closedOn = '2025-12-31') {
  return {
    enterprise,
    basis: 'closed' as const,
    closedOn,
    awu,
    currency: 'EUR',
    turnoverCents: Math.round(turnover * MILLION_EURO_CENTS),
    balanceCents: Math.round(balance * MILLION_EURO_CENTS),
  }
}

/** One enterprise known by its id. */
export function firm(id: string) {
  return { id, name: `${id} AB`, country: 'SE', kind: 'enterprise' as const }
}

/** `owner` has `percent` of capital and votes alike. */
export function holds(owner: string, owned: string, percent: number, days: { from?: string; to?: string } = {}) {
  const ppm = Math.round(percent * 10_000)
  return { owner, owned, capitalPpm: ppm, votesPpm: ppm, ...days }
}

type Loose<T> = { [K in keyof T]?: readonly object[] }

/** The question whether `own` is an SME on 23 November 2026. */
export function question(group: Loose<GroupFacts>, books: readonly object[], more: object = {}) {
  return {
    format: 'stegvis-sme/1',
    enterprise: 'own',
    on: '2026-11-23',
    group: { parties: [firm('own')], ...group },
    accounts: books,
    ...more,
  }
}
