import type { GroupFacts } from '../../aid/groups/schema.ts'
import { Rate } from '../../aid/rates/schema.ts'
import type { SmeDefinitions } from '../../aid/size/definition.ts'
import { answerSmeQuestion } from '../../aid/size/question.ts'
import { accountsOfYear } from '../../aid/size/records.ts'
import type { SmeQuestion } from '../../aid/size/schema.ts'
import type { StatedYear } from '../../companies/size/size.ts'
import { addDays } from '../../kernel/day.ts'
import type { Random } from './random.ts'
import type { DemonstrationRecord, Records } from './records.ts'
import { managerOf, type Setting } from './setting.ts'

const CURRENCY = 'SEK'
/** So far back a rate is looked for, as weekends and holidays have none. */
const DAYS_BACK = 6

/**
 * The size of a company that nobody owns, for an application on the last day of the history, where the rules decide it:
 * what they leave open waits for a person, in a demonstration too.
 */
export function addDecidedSize(
  setting: Setting,
  definitions: SmeDefinitions,
  rates: readonly DemonstrationRecord[],
  { own, facts, random }: { own: Records; facts: GroupFacts; random: Random },
  records: Records,
): void {
  const { until: on } = setting
  const companyId = String(own.company[0]!.id)
  const accounts = own.companyYear.flatMap((year) => {
    const read = accountsOfYear(year as unknown as StatedYear, CURRENCY)
    return read.ok && read.accounts.basis === 'closed' && read.accounts.closedOn <= on
      ? [{ ...read.accounts, enterprise: companyId }]
      : []
  })
  const known = accounts.flatMap(({ closedOn }) => rateNear(rates, closedOn) ?? [])
  const asked = { format: 'stegvis-sme/1', enterprise: companyId, on, anchor: 'application' } as const
  const input: SmeQuestion = { ...asked, group: facts, accounts, rates: known }
  const reading = answerSmeQuestion(input, definitions)
  if (!reading.ok || reading.value.verdict === 'review') return
  const { verdict, category } = reading.value
  records.sizeSnapshot.push({
    ...{ id: random.id(on), companyId, anchor: 'application', onDay: on, input, status: reading.value },
    ...{ verdict, category, takenBy: managerOf(setting).id, takenAt: `${on}T08:00:00Z` },
  })
}

function rateNear(rates: readonly DemonstrationRecord[], day: SmeQuestion['on']): Rate | undefined {
  const from = addDays(day, -DAYS_BACK)
  const found = rates.findLast(
    ({ currency, every, onDay }) =>
      currency === CURRENCY && every === 'day' && String(onDay) <= day && String(onDay) >= from,
  )
  if (!found) return undefined
  const { currency, onDay: on, perEuro, every, source } = found
  return Rate.parse({ currency, on, perEuro, every, source })
}
