import { z } from 'zod'
import { add, ONE, over, type Ratio, ratio, rounded, share, times } from '../../exact.ts'
import { PartyId, Ppm } from '../../groups/schema.ts'
import { splitExactly } from '../largest-remainder.ts'

const Minor = z.int().min(0).max(1_000_000_000_000)

/** What coaching costs, in the smallest unit of one currency. The company's own time is no aid and is not here. */
export const CoachingCost = z.strictObject({
  staff: z
    .array(
      z.strictObject({
        work: z.enum(['direct', 'preparation', 'follow-up', 'travel']),
        minutes: z.int().min(0).max(1_000_000),
        hourlyMinor: Minor.describe('Pay for an hour, before payroll costs'),
      }),
    )
    .max(500),
  payrollPpm: z.int().min(0).max(2_000_000).describe('Payroll costs on top of pay, in millionths: 314200 is 31.42 %'),
  flatPpm: z.int().min(0).max(2_000_000).describe('Flat rate on staff costs for all other costs, in millionths'),
  bought: z
    .array(z.strictObject({ what: z.string().trim().min(1).max(200), minor: Minor }))
    .max(200)
    .default([])
    .describe('Experts, test beds and licences bought for the companies, at the price paid'),
  publicPpm: Ppm.default(1_000_000).describe('The public part of the financing, in millionths'),
  companies: z
    .array(
      z.strictObject({
        party: PartyId,
        weight: z.int().min(0).max(1_000_000).default(1),
        paidMinor: Minor.default(0).describe('What the company itself pays for it'),
      }),
    )
    .min(1)
    .max(500)
    .describe('Several in a group activity; without other weights the cost is split equally'),
})
export type CoachingCost = z.infer<typeof CoachingCost>

/** The value to one company. `costMinor` of all companies add up to the full cost. */
export type CompanyValue = { party: string; costMinor: number; paidMinor: number; aidMinor: number }
export type CoachingValue = { staffMinor: number; boughtMinor: number; fullMinor: number; companies: CompanyValue[] }

/**
 * The gross grant equivalent of coaching in kind: its cost less what the company pays, as far as the financing is
 * public; never below 0. The full cost is rounded once, a half upwards, and split so that the parts add up.
 *
 * Source: Regulation (EU) 2023/2831, Art. 3(5), aid in another form than a grant. No act gives a formula: the cost
 * method is an interpretation (RULES.md B.2), to be agreed with the managing authority.
 */
export function valueOfCoaching(cost: CoachingCost): CoachingValue {
  const pay = cost.staff.reduce<Ratio>(
    (sum, { minutes, hourlyMinor }) => add(sum, over(times(ratio(minutes), ratio(hourlyMinor)), ratio(60))),
    ratio(0),
  )
  const staff = times(times(pay, add(ONE, ratio(cost.payrollPpm, 1_000_000))), add(ONE, ratio(cost.flatPpm, 1_000_000)))
  const boughtMinor = cost.bought.reduce((sum, { minor }) => sum + minor, 0)
  const staffMinor = rounded(staff)
  const fullMinor = staffMinor + boughtMinor
  const parts = splitExactly(
    fullMinor,
    cost.companies.map(({ weight }) => weight),
  )
  const companies = cost.companies.map(({ party, paidMinor }, at) => {
    const net = Math.max(0, parts[at]! - paidMinor)
    return { party, costMinor: parts[at]!, paidMinor, aidMinor: rounded(times(ratio(net), share(cost.publicPpm))) }
  })
  return { staffMinor, boughtMinor, fullMinor, companies }
}

export type Reconciled = {
  party: string
  grantedMinor: number
  deliveredMinor: number
  action: 'none' | 'lower' | 'new-grant'
}

/**
 * What was granted beside what was delivered, for each company of either. What was granted counts until a decision
 * lowers it; more than granted may not be delivered before a new grant.
 */
export function reconcile(granted: CoachingValue, delivered: CoachingValue): Reconciled[] {
  const aidOf = ({ companies }: CoachingValue, party: string) =>
    companies.reduce((sum, one) => (one.party === party ? sum + one.aidMinor : sum), 0)
  const parties = new Set([...granted.companies, ...delivered.companies].map(({ party }) => party))
  return [...parties].map((party) => {
    const [grantedMinor, deliveredMinor] = [aidOf(granted, party), aidOf(delivered, party)]
    const action = deliveredMinor === grantedMinor ? 'none' : deliveredMinor < grantedMinor ? 'lower' : 'new-grant'
    return { party, grantedMinor, deliveredMinor, action }
  })
}
