import { z } from 'zod'
import type { FieldRules } from '../../kernel/changes.ts'
import type { Text } from '../../kernel/text.ts'
import type { CoachingCost } from '../de-minimis/value/coaching-value.ts'
import { type Fault, faultAt, type Path } from '../input.ts'
import type { AidRules } from './schema.ts'
import { AidRules as Shape } from './schema.ts'

/** Where a programme starts: no gate, and everything to be settled with its own authority. */
export function firstRules(memberState: string): AidRules {
  return {
    gate: false,
    memberState,
    regulation: '2023/2831',
    authority: '',
    scheme: '',
    schemeReference: '',
    instrument: 'subsidised-services',
    currency: 'SEK',
    hourlyMinor: null,
    payrollPpm: 0,
    flatPpm: 0,
    publicPpm: 1_000_000,
    boundaryCounts: null,
    ratePolicy: 'month-of',
  }
}

const { shape } = Shape
const words = (max: number) => z.string().trim().max(max)

/** What each field accepts. */
export const AID_RULES_FIELDS = {
  gate: shape.gate,
  memberState: shape.memberState,
  regulation: words(20),
  authority: words(200),
  scheme: words(120),
  schemeReference: words(80),
  instrument: shape.instrument,
  currency: shape.currency,
  hourlyMinor: z.int().positive().max(1_000_000_000).nullable(),
  payrollPpm: shape.payrollPpm,
  flatPpm: shape.flatPpm,
  publicPpm: shape.publicPpm,
  boundaryCounts: shape.boundaryCounts,
  ratePolicy: shape.ratePolicy,
} as const satisfies FieldRules

/** Fields without which no support can be valued, declared and registered, in the order of the form. */
export function missingRules(rules: AidRules): (keyof AidRules)[] {
  const needed = ['authority', 'scheme', 'hourlyMinor'] as const
  return needed.filter((field) => rules[field] === '' || rules[field] === null)
}

const SENTENCES = {
  incomplete: {
    sv: 'Spärren går att slå på när vem som beviljar stödet, stödordningen och timkostnaden är ifyllda.',
    en: 'The gate can be switched on once the authority, the scheme and the cost of an hour are filled in.',
  },
  regulation: {
    sv: 'Förordningen är okänd. Kända är {known}.',
    en: 'The regulation is not known. Known are {known}.',
  },
  currency: { sv: 'Valutan {currency} är okänd.', en: 'The currency {currency} is not known.' },
} as const satisfies Record<string, Text>

type Known = { regulations: readonly string[]; currencies: readonly string[] }

/** What cannot be together; `placeOf` tells where a field stands in what was sent. */
export function rulesFaults(rules: AidRules, known: Known, placeOf: (field: keyof AidRules) => Path): Fault[] {
  const { gate, regulation, currency } = rules
  const { regulations, currencies } = known
  return [
    ...(gate && missingRules(rules).length > 0 ? [faultAt(placeOf('gate'), SENTENCES.incomplete)] : []),
    ...(regulations.includes(regulation)
      ? []
      : [faultAt(placeOf('regulation'), SENTENCES.regulation, { known: regulations.join(', ') })]),
    ...(currencies.includes(currency) ? [] : [faultAt(placeOf('currency'), SENTENCES.currency, { currency })]),
  ]
}

/** What an hour costs by the rules; undefined until that is settled. */
export type StaffCost = Pick<CoachingCost, 'payrollPpm' | 'flatPpm' | 'publicPpm'> & { hourlyMinor: number }

export function staffCost({ hourlyMinor, payrollPpm, flatPpm, publicPpm }: AidRules): StaffCost | undefined {
  return hourlyMinor === null ? undefined : { hourlyMinor, payrollPpm, flatPpm, publicPpm }
}
