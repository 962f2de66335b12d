import { Activity, type PlannedAnswer, type PlannedGrant } from '@stegvis/core/aid/de-minimis/planned/planned.ts'
import { judgePlanned } from '@stegvis/core/aid/de-minimis/planned/verdict.ts'
import { answersOf, declarationFor } from '@stegvis/core/aid/declaration/rules.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import { listDeclarations, type StoredDeclaration } from '../declarations/store.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { withRate } from '../ledger/rates.ts'
import { type CompanyLedger, questionOf } from '../ledger/service.ts'
import { eligibilityOf } from '../size/service.ts'
import { findIndustry } from './store.ts'

export type Judgement = { ok: true; answer: PlannedAnswer } | { ok: false; missing: Text[] }

const SENTENCES = {
  faulty: {
    sv: 'Uppgifterna om ägare säger emot varandra. Rätta dem först.',
    en: 'What is said of the owners cannot be true together. Correct it first.',
  },
  noIndustry: {
    sv: 'Företagets bransch är inte ifylld.',
    en: 'The industry of the company is not filled in.',
  },
} as const satisfies Record<string, Text>

/** What is known of a company besides its ledger: what it declared, and what it does. */
export type Said = {
  declarations: StoredDeclaration[]
  eligibility: Awaited<ReturnType<typeof eligibilityOf>>
  activities: Activity[]
}

export async function readSaid(tx: Tx, key: CompanyKey): Promise<Said> {
  return {
    declarations: await listDeclarations(tx, key),
    eligibility: await eligibilityOf(tx, key.companyId),
    activities: await activitiesOf(tx, key.companyId),
  }
}

/** The industry of the company record, where it is one the rules can read. */
export async function activitiesOf(tx: Tx, companyId: CompanyId): Promise<Activity[]> {
  const activity = Activity.safeParse({ code: await findIndustry(tx, companyId) })
  return activity.success ? [activity.data] : []
}

type SignedDeclaration = StoredDeclaration & { signedOn: PlainDate }

export function signedOf(declarations: readonly StoredDeclaration[]): SignedDeclaration[] {
  return declarations.flatMap((one) => (one.signedOn === null ? [] : [{ ...one, signedOn: one.signedOn }]))
}

/** Whether an amount may be awarded on a day, by all that is known; or what is missing to tell. */
export async function judge(
  tx: Tx,
  ledger: CompanyLedger,
  { declarations, eligibility, activities }: Said,
  amount: { currency: string; minor: number },
  awardOn: PlainDate,
): Promise<Judgement> {
  const signed = declarationFor(signedOf(declarations), awardOn)
  const latest = signed ?? declarations.find(({ state }) => state === 'draft')
  const answers = latest ? answersOf(latest.content) : { activities: [], conditions: {} }
  const asked = answers.activities.length > 0 ? answers : { ...answers, activities }
  const valued = await withRate(tx, amount, awardOn, ledger.rules.ratePolicy)
  const missing = [
    ...(ledger.isFaulty ? [SENTENCES.faulty] : []),
    ...(asked.activities.length === 0 ? [SENTENCES.noIndustry] : []),
    ...(valued.ok ? [] : [valued.missing]),
  ]
  if (missing.length > 0 || !valued.ok) return { ok: false, missing }
  const planned: PlannedGrant = {
    ...{ awardOn, amount: valued.amount, ...asked },
    declaration: signed && { signedOn: signed.signedOn },
    ...(eligibility?.category ? { sizeClass: eligibility.category } : {}),
  }
  return { ok: true, answer: judgePlanned(DE_MINIMIS_LAW, questionOf(ledger, awardOn), planned) }
}
