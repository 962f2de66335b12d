import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { fillText } from '../../models/fill-text.ts'
import { add, Decimal, decimal, over, type Ratio, ratio, rounded, times, ZERO } from '../exact.ts'

/** Persons of one kind with the same part of full time and the same part of the year. */
export const Workers = z.strictObject({
  kind: z
    .enum(['employee', 'agency', 'owner', 'partner', 'apprentice'])
    .describe(
      'owner: manages the enterprise; partner: works in it and benefits; apprentice: also students in training',
    ),
  persons: z.int().min(0).max(1_000_000),
  percent: z.int().min(0).max(100).default(100).describe('Of full time'),
  months: z.int().min(0).max(12).default(12).describe('Of the year; parental leave is no work and does not count'),
})
export type Workers = z.infer<typeof Workers>

/** How a headcount came about: what each row adds, rounded for display. */
export const HeadcountLine = z.strictObject({
  kind: Workers.shape.kind,
  persons: z.int(),
  percent: z.int(),
  months: z.int(),
  awu: z.number(),
  text: z.strictObject({ sv: z.string(), en: z.string() }),
})
export type HeadcountLine = z.infer<typeof HeadcountLine>

const KINDS: Record<Workers['kind'], Text> = {
  employee: { sv: 'anställda', en: 'employees' },
  agency: { sv: 'inhyrda', en: 'agency workers' },
  owner: { sv: 'ägare som leder företaget', en: 'owner-managers' },
  partner: { sv: 'delägare som arbetar i företaget', en: 'partners who work in the enterprise' },
  apprentice: { sv: 'lärlingar och praktikanter, som inte räknas', en: 'apprentices and trainees, who do not count' },
}

const LINE: Text = {
  sv: '{persons} {kind}, {percent} % av heltid, {months} av 12 månader: {awu} årsarbetskrafter',
  en: '{persons} {kind}, {percent} % of full time, {months} of 12 months: {awu} annual work units',
}

/**
 * Annual work units: one for each who worked full time the whole year, a fraction for everybody else.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 5. Agency workers count as the Commission's user guide reads it.
 */
export function annualWorkUnits(workforce: readonly Workers[]): { awu: Ratio; lines: HeadcountLine[] } {
  const units = workforce.map((row) => ({ row, awu: unitsOf(row) }))
  return {
    awu: units.reduce((sum, { awu }) => add(sum, awu), ZERO),
    lines: units.map(({ row, awu }) => ({
      ...row,
      awu: rounded(awu, 4),
      text: fillText(LINE, { ...row, kind: KINDS[row.kind], awu: rounded(awu, 4) }),
    })),
  }
}

function unitsOf({ kind, persons, percent, months }: Workers): Ratio {
  if (kind === 'apprentice') return ZERO
  return over(times(ratio(persons * percent), ratio(months)), ratio(1200))
}

/** A headcount as it was stated: in annual work units, or by those who work. */
export const Headcount = {
  awu: Decimal.optional().describe('Annual work units'),
  workforce: z.array(Workers).max(500).optional().describe('Instead of awu: who worked, from which it is counted'),
}

export function headcountOf({
  awu,
  workforce = [],
}: {
  awu?: string | number | undefined
  workforce?: Workers[] | undefined
}): Ratio {
  return awu === undefined ? annualWorkUnits(workforce).awu : decimal(awu)
}
