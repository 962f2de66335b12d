import { compare, ratio, rounded, share } from '../../exact.ts'
import { type Reason, reason } from '../reasons.ts'
import type { PlannedGrant } from './planned.ts'

const ARTICLE = 'Regulation (EU) 2023/2831, Art. 5(2)'

/**
 * De minimis aid and other State aid for the same costs together may not go over the highest intensity or amount of
 * the rule the other aid was given under. De minimis aid that is for no particular costs may be cumulated freely.
 *
 * Source: Regulation (EU) 2023/2831, Art. 5(2) (RULES.md B-22).
 */
export function cumulationReasons({ amount, sameCosts }: PlannedGrant): Reason[] {
  if (!sameCosts) return []
  const { eligibleMinor, otherAidMinor, maxIntensityPpm, maxAidMinor, article } = sameCosts
  const together = otherAidMinor + amount.minor
  const rule = `${ARTICLE}; ${article}`
  const reasons: Reason[] = []
  const intensity = ratio(together, eligibleMinor)
  if (maxIntensityPpm !== undefined && compare(intensity, share(maxIntensityPpm)) > 0) {
    const details = { percent: rounded(ratio(100 * together, eligibleMinor), 2), limit: maxIntensityPpm / 10_000 }
    reasons.push(reason('CUMULATION', 'block', rule, details))
  }
  if (maxAidMinor !== undefined && together > maxAidMinor) reasons.push(reason('CUMULATION_AMOUNT', 'block', rule))
  return reasons
}
