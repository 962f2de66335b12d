import type { StaffCost } from '@stegvis/core/aid/rules/rules.ts'
import { costOf, ownValue } from '@stegvis/core/aid/support/rules.ts'
import type { Support, SupportInput } from '@stegvis/core/aid/support/schema.ts'

type Planned = Omit<SupportInput, 'note'>

/** Minutes are planned in quarters of an hour. */
const QUARTER = 15

/** What a plan is worth to the company at the programme's costs, and what the sum is made of. */
export function worthOf(planned: Planned, cost: StaffCost): Support['value'] {
  return ownValue(costOf(planned, cost, 'company'))
}

/**
 * The same plan with fewer hours, each kind of work in its proportion, so that it is worth at most so much; undefined
 * where fewer hours are not enough, as when what is bought alone is worth more.
 */
export function fitTo(planned: Planned, cost: StaffCost, mostMinor: number): Planned | undefined {
  const most = Math.max(0, ...planned.staff.map(({ minutes }) => minutes)) / QUARTER
  const withPart = (quarters: number): Planned => ({
    ...planned,
    staff: planned.staff.map((one) => ({
      ...one,
      minutes: most === 0 ? 0 : Math.floor((one.minutes * quarters) / most / QUARTER) * QUARTER,
    })),
  })
  const fits = (quarters: number) => worthOf(withPart(quarters), cost).aidMinor <= mostMinor
  let [least, over] = [0, Math.floor(most) + 1]
  if (!fits(least)) return undefined
  while (over - least > 1) {
    const middle = Math.floor((least + over) / 2)
    if (fits(middle)) least = middle
    else over = middle
  }
  const found = withPart(least)
  return found.staff.some(({ minutes }) => minutes > 0) || found.bought.length > 0 ? found : undefined
}

export const minutesOf = ({ staff }: Pick<Planned, 'staff'>, work?: Planned['staff'][number]['work']): number =>
  staff.reduce((sum, one) => (work === undefined || one.work === work ? sum + one.minutes : sum), 0)
