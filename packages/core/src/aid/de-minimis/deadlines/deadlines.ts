import { addMonths, type PlainDate } from '../../../kernel/day.ts'
import { type DeMinimisLaw, isValidOn, type Regime } from '../law.ts'
import { workingDaysAfter } from './working-days.ts'

export type RegisterDuty = { by: PlainDate | null; article: string }

/**
 * By when an award must stand in the central register; `undefined` where there is no duty on its day. `by` is null
 * where the public holidays of the state are not known: a date is never guessed.
 *
 * Source: Regulation (EU) 2023/2831, Art. 6(1), 20 working days after the award (RULES.md B-16, B-17, B-19).
 */
export function registerDuty(
  law: DeMinimisLaw,
  regime: Regime,
  memberState: string,
  awardedOn: PlainDate,
): RegisterDuty | undefined {
  const duty = law.register.find((row) => row.regimes.includes(regime) && isValidOn(row, awardedOn))
  if (!duty) return undefined
  const by = workingDaysAfter(law.calendars, memberState, awardedOn, duty.workingDays)
  return { by: by ?? null, article: duty.article }
}

/**
 * The last day the records of an award are kept: ten years from the award, for a scheme from its last one.
 *
 * Source: Regulation (EU) 2023/2831, Art. 6 (RULES.md B-20).
 */
export function keepUntil({ retention }: DeMinimisLaw, lastAwardedOn: PlainDate): PlainDate {
  return addMonths(lastAwardedOn, 12 * retention.years)
}
