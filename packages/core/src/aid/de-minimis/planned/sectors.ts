import type { DeMinimisLaw } from '../law.ts'
import { type Reason, reason } from '../reasons.ts'
import type { Activity, PlannedGrant } from './planned.ts'

type Fit = 'in' | 'out' | 'unclear'

/** Whether an industry code lies in one of the groups; a code less exact than a group is unclear. */
function fits(code: string, groups: readonly string[]): Fit {
  const digits = code.replaceAll('.', '')
  let fit: Fit = 'out'
  for (const group of groups.map((one) => one.replaceAll('.', ''))) {
    if (digits.startsWith(group)) return 'in'
    if (group.startsWith(digits)) fit = 'unclear'
  }
  return fit
}

/**
 * What the regulation is not for: primary production, aid tied to price or quantity or passed on to producers, export
 * and domestic goods. Where only some of the activities are outside, the accounts must keep them apart.
 *
 * Source: Regulation (EU) 2023/2831, Art. 1(1) and 1(2); the codes and questions are in content/aid/de-minimis.yaml.
 */
export function sectorReasons(law: DeMinimisLaw, regulation: string, planned: PlannedGrant): Reason[] {
  const supported = planned.activities.filter((activity) => activity.supported)
  const asked = supported.length > 0 ? supported : planned.activities
  if (regulation !== law.exclusionsOf) return onlySectorReasons(law, regulation, asked)
  const others = planned.activities.filter((activity) => !asked.includes(activity))
  const found = asked.flatMap((activity) => excluded(law, activity))
  return distinct([
    ...found,
    ...(found.some(({ effect }) => effect === 'block') ? [] : mixedReasons(law, others, planned.accountsSeparated)),
    ...conditionReasons(law, asked, planned.conditions),
  ])
}

/**
 * The regulations for agriculture and fishery are for nothing but what the general one leaves to them.
 *
 * Source: Regulation (EU) No 1408/2013, Art. 1(1); Regulation (EU) No 717/2014, Art. 1(1).
 */
function onlySectorReasons(law: DeMinimisLaw, regulation: string, asked: readonly Activity[]): Reason[] {
  const sector = law.exclusions.find(({ useInstead }) => useInstead === regulation)
  const act = law.acts.find((one) => one.regulation === regulation)
  if (!sector || !act) return []
  const source = `Regulation (EU) No ${regulation}, Art. 1(1)`
  return distinct(
    asked.flatMap(({ code }) => {
      const fit = fits(code, sector.activities)
      if (fit === 'in') return []
      if (fit === 'unclear' || fits(code, sector.unclear) !== 'out') {
        return [reason('SECTOR_UNCLEAR', 'review', source, { activity: code })]
      }
      return [reason('NOT_THE_SECTOR', 'block', source, { sector: sector.name })]
    }),
  )
}

function excluded(law: DeMinimisLaw, { code }: Activity): Reason[] {
  return law.exclusions.flatMap((exclusion) => {
    const fit = fits(code, exclusion.activities)
    if (fit === 'in') return [reason(exclusion.code, 'block', exclusion.article)]
    const isUnclear = fit === 'unclear' || fits(code, exclusion.unclear) !== 'out'
    return isUnclear ? [reason('SECTOR_UNCLEAR', 'review', exclusion.article, { activity: code })] : []
  })
}

function mixedReasons(
  law: DeMinimisLaw,
  others: readonly Activity[],
  accountsSeparated: boolean | undefined,
): Reason[] {
  const isOutside = ({ code }: Activity) =>
    law.exclusions.some(({ activities, unclear }) => fits(code, [...activities, ...unclear]) !== 'out')
  if (accountsSeparated === true || !others.some(isOutside)) return []
  return accountsSeparated === false
    ? [reason('ACCOUNTS_NOT_SEPARATED', 'block', law.mixed.article)]
    : [reason('ACCOUNTS_UNANSWERED', 'review', law.mixed.article)]
}

function conditionReasons(
  law: DeMinimisLaw,
  asked: readonly Activity[],
  answers: PlannedGrant['conditions'],
): Reason[] {
  return law.conditions.flatMap(({ code, article, question, activities }) => {
    const concerned = activities ? asked.find((one) => fits(one.code, activities) !== 'out') : undefined
    if (activities && !concerned) return []
    if (answers[question] === true) return [reason(code, 'block', article)]
    if (answers[question] === undefined && concerned) {
      return [reason('SECTOR_UNCLEAR', 'review', article, { activity: concerned.code })]
    }
    return []
  })
}

function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter(({ code, source }) => {
    const key = `${code} ${source}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
