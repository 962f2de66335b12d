import { PartyAccounts } from '@stegvis/core/aid/size/records.ts'

/** Accounts as they are typed: amounts in whole units of the currency, the headcount in annual work units. */
export type AccountsDraft = {
  basis: 'closed' | 'estimate'
  /** the last day of the financial year, or the day of the estimate */
  on: string | null
  approvedOn: string | null
  months: number | null
  scope: 'own' | 'consolidated'
  currency: string
  awu: number | null
  turnover: number | null
  balance: number | null
}

export type AccountsFault = 'on' | 'months' | 'currency' | 'awu' | 'turnover' | 'balance'

export function accountsDraft(accounts: PartyAccounts | undefined, closedOn: string | null): AccountsDraft {
  if (!accounts) {
    const empty = { awu: null, turnover: null, balance: null }
    return { basis: 'closed', on: closedOn, approvedOn: null, months: 12, scope: 'own', currency: 'SEK', ...empty }
  }
  const { basis, currency, awu, turnoverCents, balanceCents } = accounts
  const figures = {
    basis,
    currency,
    awu: awu === undefined ? null : Number(awu),
    turnover: turnoverCents / 100,
    balance: balanceCents / 100,
  }
  if (accounts.basis === 'estimate') {
    return { ...figures, on: accounts.madeOn, approvedOn: null, months: 12, scope: 'own' }
  }
  const { approvedOn, months, scope } = accounts
  return { ...figures, on: accounts.closedOn, approvedOn: approvedOn ?? null, months, scope }
}

export type AccountsReading = { ok: true; accounts: PartyAccounts } | { ok: false; faults: AccountsFault[] }

/** A headcount told by those who work is kept as it is, unless annual work units are typed over it. */
export function readAccounts(draft: AccountsDraft, before?: PartyAccounts): AccountsReading {
  const workforce = draft.awu === null ? before?.workforce : undefined
  const faults: AccountsFault[] = [
    ...(draft.on === null ? (['on'] as const) : []),
    ...(draft.basis === 'closed' && !isYear(draft.months) ? (['months'] as const) : []),
    ...(/^[A-Z]{3}$/.test(draft.currency) ? [] : (['currency'] as const)),
    ...(draft.awu === null && !workforce ? (['awu'] as const) : []),
    ...(draft.turnover === null ? (['turnover'] as const) : []),
    ...(draft.balance === null ? (['balance'] as const) : []),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const { basis, on, approvedOn, months, scope, currency } = draft
  const figures = {
    currency,
    ...(workforce ? { workforce } : { awu: String(draft.awu) }),
    turnoverCents: Math.round((draft.turnover ?? 0) * 100),
    balanceCents: Math.round((draft.balance ?? 0) * 100),
  }
  const accounts =
    basis === 'estimate'
      ? { basis, madeOn: on, ...figures }
      : { basis, closedOn: on, ...(approvedOn && { approvedOn }), months, scope, ...figures }
  return { ok: true, accounts: PartyAccounts.parse(accounts) }
}

const isYear = (months: number | null) => months !== null && Number.isInteger(months) && months >= 1 && months <= 24
