import { parse } from 'yaml'
import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { compare, type Ratio, ratio } from '../exact.ts'
import { holdsOn } from '../groups/active.ts'
import { Ppm } from '../groups/schema.ts'
import { RatePolicy } from '../rates/schema.ts'

const Ceiling = z.strictObject({
  awuBelow: z.int().min(1),
  turnoverEurCents: z.int().min(1),
  balanceEurCents: z.int().min(1),
  article: z.string().min(1),
})
export type Ceiling = z.infer<typeof Ceiling>

/** The ceiling of one category, as it is shown beside a sum. */
export const SmeCeiling = Ceiling.extend({ category: z.enum(['micro', 'small', 'medium']) }).meta({ id: 'SmeCeiling' })
export type SmeCeiling = z.infer<typeof SmeCeiling>

const inForce = {
  id: z.string().min(1),
  from: PlainDate,
  to: PlainDate.nullable(),
  act: z.string().min(1),
  address: z.url(),
}

/** The ceilings and limits of one wording of the law. Source: content/aid/sme-definition.yaml. */
const SmeDefinition = z.strictObject({
  ...inForce,
  ceilings: z.strictObject({ micro: Ceiling, small: Ceiling, medium: Ceiling }),
  partnerPpm: Ppm,
  publicPpm: Ppm,
  businessAngelBelowEurCents: z.int().min(1),
  localAuthority: z.strictObject({ budgetBelowEurCents: z.int().min(1), inhabitantsBelow: z.int().min(1) }),
  consecutivePeriods: z.int().min(1),
  ratePolicy: RatePolicy,
  warnWithinPpm: Ppm,
})
export type SmeDefinition = z.infer<typeof SmeDefinition>

const SmallMidCap = z.strictObject({ ...inForce, ceiling: Ceiling })
type SmallMidCap = z.infer<typeof SmallMidCap>

const File = z.strictObject({ definitions: z.array(SmeDefinition).min(1), smallMidCaps: z.array(SmallMidCap) })
export type SmeDefinitions = z.infer<typeof File>

/** Throws a `ZodError` that names what is wrong with the file. */
export function parseSmeDefinitions(text: string): SmeDefinitions {
  return File.parse(parse(text))
}

/** The ceilings of one wording of the law, smallest first; none of a wording that is not there. */
export function ceilingsOf({ definitions }: SmeDefinitions, id: string): SmeCeiling[] {
  const { ceilings } = definitions.find((entry) => entry.id === id) ?? {}
  if (!ceilings) return []
  return (['micro', 'small', 'medium'] as const).map((category) => ({ category, ...ceilings[category] }))
}

/** What was in force on a day; `undefined` where nothing was. */
export function definitionOn(
  { definitions, smallMidCaps }: SmeDefinitions,
  on: PlainDate,
): { definition: SmeDefinition; smallMidCap: SmallMidCap | undefined } | undefined {
  const definition = definitions.find((entry) => holdsOn(entry, on))
  return definition && { definition, smallMidCap: smallMidCaps.find((entry) => holdsOn(entry, on)) }
}

/** Exact: headcount in annual work units, money in euro cents. */
export type Totals = { awu: Ratio; turnover: Ratio; balance: Ratio }

/**
 * Whether figures lie above a ceiling: the headcount reaches it, or turnover and balance sheet total both exceed it.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 2: “fewer than” for persons, “does not exceed” for money, and one
 * of the two sums is enough.
 */
export function isAbove({ awu, turnover, balance }: Totals, ceiling: Ceiling): boolean {
  if (compare(awu, ratio(ceiling.awuBelow)) >= 0) return true
  return compare(turnover, ratio(ceiling.turnoverEurCents)) > 0 && compare(balance, ratio(ceiling.balanceEurCents)) > 0
}
