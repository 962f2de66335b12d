import { addDays, addMonths, daysBetween, type PlainDate, plainDate, yearOf } from '../../kernel/day.ts'
import type { KeyFigure } from '../../models/schema.ts'
import type { Facts } from './company.ts'
import type { Measured } from './plan.ts'
import type { Random } from './random.ts'
import type { Records } from './records.ts'
import type { Setting } from './setting.ts'

const MOST_FIGURES = 4

export type FiguresInput = {
  facts: Facts
  measured: readonly Measured[]
  baselineOn: PlainDate
  /** the last day figures come in: the end of the company's way or of the history */
  end: PlainDate
  drive: number
}

/** Two to four key figures a ladder: one value before the work began, later ones of mixed quality. */
export function addKeyFigures(setting: Setting, input: FiguresInput, records: Records, random: Random): void {
  const { stories } = setting.content
  for (const { area } of input.measured) {
    const known = area.compiled.model['key-figures'].filter(({ id }) => stories['key-figures'][id])
    for (const figure of random.sample(known, random.int(2, MOST_FIGURES))) {
      addFigure(setting, figure, input, records, random)
    }
  }
}

function addFigure(
  { content }: Setting,
  figure: KeyFigure,
  { facts, baselineOn, end, drive }: FiguresInput,
  records: Records,
  random: Random,
): void {
  const range = content.stories['key-figures'][figure.id]!
  const direction = figure.better === 'up' ? 1 : -1
  const first = range.from + random.next() * (range.to - range.from)
  let change = 0
  let from = quarterOf(addMonths(baselineOn, -3))
  for (let number = 0; ; number++) {
    const to = addDays(addMonths(from, 3), -1)
    const enteredOn = addDays(to, random.int(4, 25))
    if (number > 0 && enteredOn > end) return
    const amount = limited(first * (1 + direction * change * range.change), figure)
    const quality = number === 0 ? 'baseline' : random.chance(0.35 + drive * 0.3) ? 'verified' : 'estimated'
    const entered = number === 0 ? baselineOn : enteredOn
    records.keyFigureValue.push({
      id: random.id(entered),
      companyId: facts.id,
      keyFigureId: figure.id,
      fromOn: from,
      toOn: to,
      amount,
      unit: figure.unit.sv,
      quality,
      verifiedBy: quality === 'verified' ? facts.coach.id : null,
      source: range.source,
      enteredBy: random.chance(0.6) ? facts.coach.id : facts.contacts[0]!.personId,
      enteredAt: random.instant(entered),
      revision: 1,
    })
    change += random.next() * 0.45 * drive - 0.06
    from = addMonths(from, random.pick([3, 3, 6]))
    if (daysBetween(from, end) < 0) return
  }
}

/** Rounded as the figure is shown; a share stays within its whole, and nothing falls below zero. */
function limited(amount: number, { decimals, unit }: KeyFigure): number {
  const ceiling = unit.sv === '%' ? 99 : Number.POSITIVE_INFINITY
  const factor = 10 ** decimals
  return Math.round(Math.min(ceiling, Math.max(0, amount)) * factor) / factor
}

/** The first day of the quarter a day lies in. */
function quarterOf(day: PlainDate): PlainDate {
  const month = Number(day.slice(5, 7))
  return plainDate(yearOf(day), month - ((month - 1) % 3), 1)
}
