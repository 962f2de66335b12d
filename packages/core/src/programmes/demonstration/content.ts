import { parse } from 'yaml'
import { z } from 'zod'
import { GroupFact } from '../../aid/groups/records.ts'
import { Party } from '../../aid/groups/schema.ts'
import { Currency, RatePolicy } from '../../aid/rates/schema.ts'
import { AidInstrument } from '../../aid/rules/schema.ts'
import { PlainDate } from '../../kernel/day.ts'
import { Text } from '../../kernel/text.ts'
import { ModelKey, ModelVersion } from '../../models/schema.ts'
import { Role } from '../../people/roles.ts'

/** The files of a demonstration programme: `content/programmes/<folder>/*.yaml`. Keys are those of the files. */

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const words = z.array(z.string().min(1)).min(1)
const sentences = z.array(z.string()).min(1)
const Kronor = z.int().min(0)

export const ProgrammeFile = z.strictObject({
  format: z.literal('stegvis-programme/1'),
  demonstration: z.boolean(),
  slug: Key,
  name: Text,
  country: z.string().length(2),
  'time-zone': z.string(),
  'starts-on': PlainDate,
  'ends-on': PlainDate,
  sources: z.array(z.url()),
  assumptions: z.array(z.string()),
  texts: z.strictObject({ summary: Text, about: Text, offer: Text, contact: Text, visibility: Text }),
  settings: z.strictObject({
    'comparison-threshold': z.int().min(5),
    'silent-days': z.int().min(1),
    'follow-up-months': z.int().min(1),
  }),
  funders: z.array(
    z.strictObject({
      name: z.string().min(1),
      kind: z.enum(['eu', 'state', 'region', 'municipal', 'other']),
      'amount-sek': Kronor,
      /** the amount is not publicly known */
      assumed: z.boolean().optional(),
      acknowledgement: Text,
    }),
  ),
  partners: z.array(
    z.strictObject({
      id: Key,
      name: z.string().min(1),
      kind: z.enum(['owner', 'partner']),
      'budget-sek': Kronor,
      'target-companies': z.strictObject({ micro: z.int(), small: z.int(), medium: z.int() }),
    }),
  ),
  'sub-projects': z.array(
    z.strictObject({ id: Key, name: z.string().min(1), partner: Key, municipalities: z.array(z.string()).min(1) }),
  ),
  'focus-areas': z.array(
    z.strictObject({
      id: Key,
      model: ModelKey,
      version: ModelVersion,
      accent: z.int().min(1).max(8),
      name: Text,
      summary: Text,
    }),
  ),
})
export type ProgrammeFile = z.infer<typeof ProgrammeFile>

export const PeopleFile = z.strictObject({
  people: z.array(
    z.strictObject({
      role: Role,
      name: z.string().min(1),
      title: z.string().min(1),
      email: z.email(),
      partner: Key.optional(),
      'sub-project': Key.optional(),
    }),
  ),
})
export type PeopleFile = z.infer<typeof PeopleFile>

export const Industry = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  weight: z.int().min(1),
  staff: z.int().min(1),
  'turnover-per-head': Kronor.describe('thousands of kronor'),
  trades: words,
  makes: z.string(),
  for: z.string(),
})
export type Industry = z.infer<typeof Industry>

export const Showcase = z.strictObject({
  story: z.enum(['tour', 'half-answered', 'new-interest']),
  name: z.string().min(1),
  municipality: z.string(),
  industry: z.string(),
  employees: z.int().min(1),
  contact: z.string(),
  'focus-areas': z.array(Key).min(1),
})
export type Showcase = z.infer<typeof Showcase>

export const CompaniesFile = z.strictObject({
  'last-serial': z.int().min(100_000_000).max(999_999_999),
  places: z.strictObject({ first: words, last: words }),
  industries: z.array(Industry).min(1),
  'municipality-weights': z.record(z.string(), z.int().min(1)),
  people: z.strictObject({
    first: words,
    'surname-first': words,
    'surname-last': words,
    titles: z.strictObject({ main: words, other: words }),
  }),
  showcase: z.array(Showcase),
})
export type CompaniesFile = z.infer<typeof CompaniesFile>

export const StoriesFile = z.strictObject({
  sessions: z.strictObject({
    opening: sentences,
    progress: sentences,
    closing: sentences,
    team: sentences,
    next: sentences,
    first: z.string(),
    baseline: z.string(),
    plan: z.string(),
    'follow-up': z.string(),
    'closing-visit': z.string(),
  }),
  findings: z.strictObject({
    met: sentences,
    partly: sentences,
    missing: sentences,
    thin: sentences,
    'not-applicable': sentences,
  }),
  evidence: z.strictObject({ E1: z.string(), E4: z.string() }),
  checks: z.strictObject({ 'on-track': sentences, slow: sentences, stuck: sentences }),
  statuses: z.strictObject({
    'in-dialogue': sentences,
    eligible: sentences,
    agreed: sentences,
    active: sentences,
    completed: sentences,
    paused: sentences,
    resumed: sentences,
    left: sentences,
  }),
  /** by focus area, and `other` */
  interest: z.record(Key, sentences),
  'next-steps': z.strictObject({
    interest: sentences,
    'in-dialogue': sentences,
    eligible: sentences,
    agreed: sentences,
    active: sentences,
    paused: sentences,
  }),
  declined: sentences,
  'key-figures': z.record(
    ModelKey,
    z.strictObject({ from: z.number(), to: z.number(), change: z.number().min(0), source: z.string() }),
  ),
})
export type StoriesFile = z.infer<typeof StoriesFile>

/** Annual work units, turnover and balance sheet total; amounts in millions of the currency. */
const YearFigures = z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)])

export const GroupsFile = z.strictObject({
  note: z.string().min(1),
  'first-serial': z.int().min(100_000_000).max(999_999_999),
  rates: z.strictObject({ source: z.string().min(1), currencies: z.record(Currency, z.number().min(0.01)) }),
  groups: z.array(
    z.strictObject({
      /** by their place in the demonstration, from 0; facts call them company-0 and so on */
      companies: z.array(z.int().min(0)).min(1),
      parties: z.array(Party),
      facts: z.array(GroupFact),
      /** last year first */
      accounts: z.array(
        z.strictObject({ party: z.string(), currency: Currency, years: z.array(YearFigures).min(1).max(3) }),
      ),
    }),
  ),
})
export type GroupsFile = z.infer<typeof GroupsFile>

const Every = z.strictObject({ every: z.int().min(1), from: z.int().min(0) })
const Ppm = z.int().min(0).max(2_000_000)

export const AidFile = z.strictObject({
  rules: z.strictObject({
    'member-state': z.string().length(2),
    regulation: z.string(),
    authority: z.string().min(1),
    scheme: z.string().min(1),
    'scheme-reference': z.string(),
    instrument: AidInstrument,
    currency: Currency,
    'hourly-ore': z.int().positive(),
    'payroll-ppm': Ppm,
    'flat-ppm': Ppm,
    'public-ppm': Ppm,
    'rate-policy': RatePolicy,
  }),
  planned: z.strictObject({
    'step-hours': z.int().positive(),
    margin: z.number().min(1),
    preparation: z.number().min(0),
  }),
  lacking: z.strictObject({ declaration: Every, decision: Every }),
  earlier: z.strictObject({
    every: z.int().positive(),
    'near-ceiling-every': z.int().positive(),
    'near-ceiling-euro': z.array(z.int().positive()).min(1),
    euro: z.tuple([z.int(), z.int()]),
    authorities: words,
  }),
})
export type AidFile = z.infer<typeof AidFile>

/** Everything a demonstration is made of. */
export type DemonstrationContent = {
  programme: ProgrammeFile
  people: PeopleFile['people']
  companies: CompaniesFile
  stories: StoriesFile
  groups: GroupsFile
  aid: AidFile
}

/** Reads the texts of the files. Throws a `ZodError` that names what is wrong. */
export function parseDemonstration(files: Record<keyof DemonstrationContent, string>): DemonstrationContent {
  return {
    programme: ProgrammeFile.parse(parse(files.programme)),
    people: PeopleFile.parse(parse(files.people)).people,
    companies: CompaniesFile.parse(parse(files.companies)),
    stories: StoriesFile.parse(parse(files.stories)),
    groups: GroupsFile.parse(parse(files.groups)),
    aid: AidFile.parse(parse(files.aid)),
  }
}
