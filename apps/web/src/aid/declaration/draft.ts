import type { Declaration, DeclarationChange, EarlierAid } from '@stegvis/core/aid/declaration/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AwardDraft } from '../ledger/award-fields.tsx'

/** What the company may write of a declaration. */
export type DeclarationDraft = Omit<DeclarationChange, 'revision'>

export function draftOf({ content }: Pick<Declaration, 'content'>): DeclarationDraft {
  const { undertaking, restructurings, earlierAid, activities, accountsSeparated, conditions, assurance } = content
  return { undertaking, restructurings, earlierAid, activities, accountsSeparated, conditions, assurance }
}

/** An award as its fields are typed in. */
export function awardOf(aid: EarlierAid): AwardDraft {
  const { party, memberState, authority, regulation, awardedOn, amount } = aid
  return {
    ...{ party, memberState, authority, regulation, awardedOn, minor: amount.minor, currency: amount.currency },
    ...(amount.rate && { rate: amount.rate }),
  }
}

/** The line again with what was typed. A rate of another day or currency is left out, for the server to look up. */
export function withAward(aid: EarlierAid, award: AwardDraft, nameOf: (party: string | null) => string): EarlierAid {
  const { minor, currency, rate, ...facts } = award
  const amount = { currency, minor: minor ?? 0, ...(rate && currency !== 'EUR' ? { rate } : {}) }
  return { ...aid, ...facts, name: nameOf(award.party), amount }
}

type Start = { id: string; name: string; memberState: string; regulation: string; currency: string; today: PlainDate }

export function newLine({ id, name, memberState, regulation, currency, today }: Start): EarlierAid {
  return {
    ...{ id, grantId: null, party: null, name, memberState, regulation, awardedOn: today, programme: null },
    authority: '',
    amount: { currency, minor: 0 },
  }
}

/** Groups of farming and fishery, of making food of their products, and of trade with them. */
const FARM_CODES = /^(0[13]|1[0-2]|46\.?[23])/

/** Whether the questions about farm and fishery products concern the company. */
export function concernsFarming(activities: DeclarationDraft['activities']): boolean {
  return activities.some(({ code }) => FARM_CODES.test(code))
}
