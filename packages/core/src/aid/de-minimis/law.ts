import { parse } from 'yaml'
import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { Text } from '../../kernel/text.ts'
import { Country } from '../groups/schema.ts'
import { ReasonCode } from './reasons.ts'

/** The kind of de minimis aid; a regulation belongs to one. */
export const Regime = z.enum(['general', 'agriculture', 'fishery', 'sgei'])
export type Regime = z.infer<typeof Regime>

/** Both days count; an end left out is open. */
const valid = { from: PlainDate, to: PlainDate.optional() }
const Article = z.string().min(1)
const NaceGroup = z.string().regex(/^\d{2}(\.\d)?$/)

export const CONDITION_QUESTIONS = [
  'fixedOnPriceOrQuantity',
  'passedOnToPrimaryProducers',
  'exportRelated',
  'domesticOverImported',
] as const

const Act = z.strictObject({
  regulation: z.string(),
  regime: Regime,
  name: Text,
  /** as papers name it, with where it was published; left out where nothing is granted under it any more */
  title: Text.optional(),
  published: Text.optional(),
  source: z.url(),
  ...valid,
  transitionTo: PlainDate.optional(),
})

const Ceiling = z.strictObject({
  regime: Regime,
  eurCents: z.int().positive(),
  years: z.int().positive(),
  counts: z.array(Regime).min(1),
  article: Article,
  ...valid,
  verified: z.boolean(),
})
export type Ceiling = z.infer<typeof Ceiling>

const Exclusion = z.strictObject({
  code: ReasonCode,
  name: Text,
  article: Article,
  activities: z.array(NaceGroup).min(1),
  unclear: z.array(NaceGroup),
  useInstead: z.string(),
})

const Condition = z.strictObject({
  code: ReasonCode,
  article: Article,
  question: z.enum(CONDITION_QUESTIONS),
  activities: z.array(NaceGroup).optional(),
})

const Alternative = z.strictObject({ article: Article, name: Text, limits: Text, ...valid })
export type Alternative = z.infer<typeof Alternative>

/** Up to these, a loan or a guarantee counts in proportion to the ceiling. */
const limits = z.array(z.strictObject({ eurCents: z.int().positive(), years: z.int().positive() })).min(1)
const Transparent = z.strictObject({
  instalments: z.strictObject({ article: Article }),
  loans: z.strictObject({ ...valid, article: Article, limits, collateralPpm: z.int() }),
  guarantees: z.strictObject({ ...valid, article: Article, limits, guaranteedPpm: z.int() }),
})

const DeMinimisFile = z.strictObject({
  format: z.literal('stegvis-de-minimis/1'),
  acts: z.array(Act).min(1),
  ceilings: z.array(Ceiling).min(1),
  boundary: z.strictObject({ counts: z.boolean(), article: Article }),
  declaration: z.strictObject({ ...valid, article: Article }),
  register: z.array(
    z.strictObject({ regimes: z.array(Regime).min(1), ...valid, workingDays: z.int().positive(), article: Article }),
  ),
  retention: z.strictObject({ years: z.int().positive(), article: Article }),
  exclusionsOf: z.string(),
  exclusions: z.array(Exclusion),
  conditions: z.array(Condition),
  mixed: z.strictObject({ article: Article }),
  transparent: Transparent,
  currencies: z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(0).max(3)),
  alternatives: z.array(Alternative),
})

const MonthDay = z.string().regex(/^\d{2}-\d{2}$/)
const Holiday = z.union([
  z.strictObject({ name: z.string(), fixed: MonthDay }),
  z.strictObject({ name: z.string(), easter: z.int() }),
  z.strictObject({ name: z.string(), saturday: MonthDay }),
])
const Calendar = z.strictObject({ country: Country, source: z.string(), ...valid, days: z.array(Holiday).min(1) })
export type Calendar = z.infer<typeof Calendar>

const HolidaysFile = z.strictObject({
  format: z.literal('stegvis-public-holidays/1'),
  calendars: z.array(Calendar),
})

/** What the acts say, with the days it holds. Nothing of it stands in the code. */
export type DeMinimisLaw = Omit<z.infer<typeof DeMinimisFile>, 'format'> & { calendars: Calendar[] }

/** Reads `content/aid/de-minimis.yaml` and `content/aid/public-holidays.yaml`; throws where they are not in order. */
export function parseDeMinimisLaw(deMinimis: string, publicHolidays: string): DeMinimisLaw {
  const { format: _, ...law } = DeMinimisFile.parse(parse(deMinimis))
  return { ...law, calendars: HolidaysFile.parse(parse(publicHolidays)).calendars }
}

export function isValidOn({ from, to }: { from: PlainDate; to?: PlainDate | undefined }, on: PlainDate): boolean {
  return from <= on && (to === undefined || on <= to)
}

/** The ceilings that a grant of `regime` uses up: its own, and those that other regimes share with it. */
export function ceilingsFor(law: DeMinimisLaw, regime: Regime, on: PlainDate): Ceiling[] {
  return law.ceilings.filter((ceiling) => ceiling.counts.includes(regime) && isValidOn(ceiling, on))
}

/** The regulation aid of `regime` is granted under on a day; one in its transition only where no other is in force. */
export function actOn(law: DeMinimisLaw, regime: Regime, on: PlainDate) {
  const acts = law.acts.filter((act) => act.regime === regime)
  return (
    acts.find((act) => isValidOn(act, on)) ??
    acts.find(({ from, transitionTo }) => transitionTo !== undefined && isValidOn({ from, to: transitionTo }, on))
  )
}
