import { z } from 'zod'
import { addMonths, daysBetween, PlainDate } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/text.ts'
import { add, compare, ONE, over, type Ratio, ratio, rounded, share, times } from '../../exact.ts'
import { Ppm } from '../../groups/schema.ts'
import { centsPerMinor } from '../amount.ts'
import { ceilingsFor, type DeMinimisLaw, isValidOn } from '../law.ts'
import type { Verdict } from '../reasons.ts'

const Minor = z.int().min(1).max(1_000_000_000_000)
const months = z.int().min(1).max(600).describe('From the award to the last repayment')
const difficulty = z
  .boolean()
  .optional()
  .describe(
    'Whether it is in collective insolvency proceedings or fulfils the criteria for them, or, if large, is rated below B-; left out: not known',
  )

/** Aid in another form than one payment. A guarantee is written with what is guaranteed, not with the loan. */
export const AidInForm = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('instalments'),
    instalments: z
      .array(z.strictObject({ on: PlainDate, minor: Minor }))
      .min(1)
      .max(200),
    discountPpm: z.int().min(0).max(1_000_000).describe('The discount rate of the day of the award, in millionths'),
  }),
  z.strictObject({
    form: z.literal('loan'),
    minor: Minor,
    months,
    collateralPpm: Ppm.describe('How much of the loan collateral covers'),
    inDifficulty: difficulty,
  }),
  z.strictObject({
    form: z.literal('guarantee'),
    minor: Minor,
    months,
    guaranteedPpm: Ppm.describe('How much of the loan is guaranteed'),
    lossesShared: z
      .boolean()
      .optional()
      .describe('Whether lender and guarantor bear losses in proportion and alike; left out: not known'),
    inDifficulty: difficulty,
  }),
])
export type AidInForm = z.infer<typeof AidInForm>

const SENTENCES = {
  IN_DIFFICULTY: {
    sv: 'Företaget är på obestånd eller uppfyller villkoren för det, eller har för låg kreditvärdighet.',
    en: 'The undertaking is insolvent, fulfils the criteria for it, or is rated too low.',
  },
  DIFFICULTY_UNKNOWN: {
    sv: 'Någon behöver ta reda på om företaget är på obestånd eller uppfyller villkoren för det.',
    en: 'Somebody has to find out whether the undertaking is insolvent or fulfils the criteria for it.',
  },
  COLLATERAL_LOW: {
    sv: 'Säkerheten täcker mindre än {percent} % av lånet.',
    en: 'Collateral covers less than {percent} % of the loan.',
  },
  GUARANTEED_HIGH: {
    sv: 'Garantin gäller mer än {percent} % av lånet.',
    en: 'More than {percent} % of the loan is guaranteed.',
  },
  LOSSES_NOT_SHARED: {
    sv: 'Långivaren och garanten delar inte förlusterna lika.',
    en: 'Lender and guarantor do not share losses alike.',
  },
  LOSSES_UNKNOWN: {
    sv: 'Någon behöver ta reda på om långivaren och garanten delar förlusterna lika.',
    en: 'Somebody has to find out whether lender and guarantor share losses alike.',
  },
  OVER_LIMITS: {
    sv: 'Beloppet eller löptiden är för stor för att stödets värde ska kunna räknas i förhållande till taket.',
    en: 'The amount or the duration is too large for the aid to be counted in proportion to the ceiling.',
  },
  NO_RULE: {
    sv: 'Det finns ingen regel om detta den dag stödet beviljas.',
    en: 'There is no rule on this on the day of the award.',
  },
} as const satisfies Record<string, Text>

export const EquivalentCode = z.enum(Object.keys(SENTENCES) as [keyof typeof SENTENCES])
export type EquivalentReason = { code: z.infer<typeof EquivalentCode>; effect: 'block' | 'review'; percent?: number }
export const equivalentSentence = ({ code }: EquivalentReason): Text => SENTENCES[code]

export type Equivalent = {
  verdict: Verdict
  article: string
  /** smallest units of the currency, a half upwards; null where this way of counting is closed */
  equivalentMinor: number | null
  reasons: EquivalentReason[]
}

type Award = { on: PlainDate; currency: string; rate?: { perEuro: string; source: string; day: PlainDate } | undefined }

/**
 * The gross grant equivalent of aid in instalments, of a loan or of a guarantee, in the currency of the award. `block`:
 * it cannot be counted this way; the calculation by the reference rate, or a method the Commission has accepted,
 * remains. Expects an award whose rate is in order.
 *
 * Source: Regulation (EU) 2023/2831, Art. 3(6) on instalments, Art. 4(3)(b) on loans, Art. 4(6)(b) on guarantees.
 */
export function equivalentOf(law: DeMinimisLaw, aid: AidInForm, award: Award): Equivalent {
  if (aid.form === 'instalments') return ofInstalments(law, aid, award)
  const rule = aid.form === 'loan' ? law.transparent.loans : law.transparent.guarantees
  const reasons = aid.form === 'loan' ? loanReasons(law, aid) : guaranteeReasons(law, aid)
  const ceiling = ceilingsFor(law, 'general', award.on).find(({ regime }) => regime === 'general')
  if (!ceiling || !isValidOn(rule, award.on)) return answer(rule.article, null, [{ code: 'NO_RULE', effect: 'block' }])
  const eurCents = times(ratio(aid.minor), centsPerMinor(law, { currency: award.currency, minor: 0, rate: award.rate }))
  const limit = rule.limits.find((one) => compare(eurCents, ratio(one.eurCents)) <= 0 && aid.months <= one.years * 12)
  if (!limit) return answer(rule.article, null, [...reasons, { code: 'OVER_LIMITS', effect: 'block' }])
  const part = over(ratio(aid.months), ratio(limit.years * 12))
  const value = times(times(ratio(aid.minor), part), over(ratio(ceiling.eurCents), ratio(limit.eurCents)))
  return answer(rule.article, value, reasons)
}

function answer(article: string, value: Ratio | null, reasons: EquivalentReason[]): Equivalent {
  const isClosed = value === null || reasons.some(({ effect }) => effect === 'block')
  const verdict = isClosed ? 'block' : reasons.length > 0 ? 'review' : 'pass'
  return { verdict, article, equivalentMinor: isClosed ? null : rounded(value), reasons }
}

/**
 * What is paid later is worth less on the day of the award: compounded by whole years, with simple interest for the
 * days of a year that has begun, of 365. What is paid on the day or earlier is worth what it is.
 */
function ofInstalments(
  law: DeMinimisLaw,
  { instalments, discountPpm }: Extract<AidInForm, { form: 'instalments' }>,
  { on }: Award,
): Equivalent {
  const rate = share(discountPpm)
  const worth = instalments.map(({ on: paidOn, minor }) => {
    let factor = ONE
    let from = on
    for (let next = addMonths(on, 12), years = 1; next <= paidOn; next = addMonths(on, 12 * ++years)) {
      factor = times(factor, add(ONE, rate))
      from = next
    }
    const days = Math.max(0, daysBetween(from, paidOn))
    return over(ratio(minor), times(factor, add(ONE, times(rate, ratio(days, 365)))))
  })
  return answer(law.transparent.instalments.article, worth.reduce(add, ratio(0)), [])
}

function loanReasons(law: DeMinimisLaw, loan: Extract<AidInForm, { form: 'loan' }>): EquivalentReason[] {
  const { collateralPpm } = law.transparent.loans
  const isLow = loan.collateralPpm < collateralPpm
  return [
    ...difficultyReasons(loan.inDifficulty),
    ...(isLow ? [{ code: 'COLLATERAL_LOW', effect: 'block', percent: collateralPpm / 10_000 } as const] : []),
  ]
}

function guaranteeReasons(law: DeMinimisLaw, guarantee: Extract<AidInForm, { form: 'guarantee' }>): EquivalentReason[] {
  const { guaranteedPpm } = law.transparent.guarantees
  const isHigh = guarantee.guaranteedPpm > guaranteedPpm
  return [
    ...difficultyReasons(guarantee.inDifficulty),
    ...(isHigh ? [{ code: 'GUARANTEED_HIGH', effect: 'block', percent: guaranteedPpm / 10_000 } as const] : []),
    ...(guarantee.lossesShared === false ? [{ code: 'LOSSES_NOT_SHARED', effect: 'block' } as const] : []),
    ...(guarantee.lossesShared === undefined ? [{ code: 'LOSSES_UNKNOWN', effect: 'review' } as const] : []),
  ]
}

function difficultyReasons(inDifficulty: boolean | undefined): EquivalentReason[] {
  if (inDifficulty === undefined) return [{ code: 'DIFFICULTY_UNKNOWN', effect: 'review' }]
  return inDifficulty ? [{ code: 'IN_DIFFICULTY', effect: 'block' }] : []
}
