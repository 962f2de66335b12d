import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'

/**
 * The facts about owners that an SME group and a single undertaking are both read from, each by its own rules.
 * Nobody's conclusion stands here: neither “linked” nor “same undertaking”, only who holds what and since when.
 */

const MILLION = 1_000_000

/** Chosen by whoever writes the facts. Never a person's number: ids are repeated in answers and errors. */
export const PartyId = z.string().trim().min(1).max(80).meta({ example: 'mother' })
export type PartyId = z.infer<typeof PartyId>

/** A share in millionths, so that 33.3333 % stays exact: 250000 is 25 %. */
export const Ppm = z.int().min(0).max(MILLION).describe('Millionths: 250000 is 25 %')
export type Ppm = z.infer<typeof Ppm>

/** Two capital letters of ISO 3166-1. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'two capital letters, such as SE')

/** When a fact holds: both days count. Left out: since long before, and still. */
const interval = {
  from: PlainDate.nullish().describe('The first day it holds; left out: since before anything asked for'),
  to: PlainDate.nullish().describe('The last day it holds; left out: still'),
}

const named = {
  id: PartyId,
  name: z.string().trim().min(1).max(200),
}
const body = {
  ...named,
  country: Country,
  number: z.string().trim().min(1).max(40).optional().describe('Organisation number or its like in the country'),
}

const publicly = z.boolean().optional().describe('Whether a public body controls it; left out: not known')

/**
 * Owners and owned. The kinds after `public-body` are the investors that Recommendation 2003/361/EC, Annex,
 * Art. 3(2) second subparagraph excepts from being partners: (a) to (d).
 */
export const Party = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...body,
      kind: z.literal('enterprise'),
      quoted: z.boolean().optional().describe('Whether its shares are traded on an exchange; left out: no'),
      spreadOwnershipDeclaredOn: PlainDate.optional().describe(
        'Owners cannot be determined, and on this day it was declared in good faith that nobody holds 25 % (Art. 3(5))',
      ),
    }),
    z.strictObject({ ...named, kind: z.literal('person') }),
    z.strictObject({ ...body, kind: z.literal('public-body') }),
    z.strictObject({
      ...body,
      kind: z.literal('local-authority').describe('A municipality or other autonomous local authority'),
      annualBudgetEurCents: z.int().min(0),
      inhabitants: z.int().min(0),
    }),
    z.strictObject({ ...body, kind: z.literal('public-investment-corporation') }),
    z.strictObject({ ...body, kind: z.literal('venture-capital') }),
    z.strictObject({
      ...named,
      kind: z.literal('business-angel').describe('A person, or a group of persons, who regularly invests risk capital'),
    }),
    z.strictObject({
      ...body,
      kind: z.literal('university').describe('Also a research centre that is not for profit'),
      public: publicly,
    }),
    z.strictObject({
      ...body,
      kind: z.literal('institutional-investor').describe('Also a fund for regional development'),
      public: publicly,
    }),
  ])
  .meta({ title: 'Party' })
export type Party = z.infer<typeof Party>
export type PartyKind = Party['kind']

/** A part of the capital and the votes of one enterprise. Indirect shares are never written: they are computed. */
export const Holding = z.strictObject({
  owner: PartyId,
  owned: PartyId,
  capitalPpm: Ppm,
  votesPpm: Ppm,
  investedEurCents: z.int().min(0).optional().describe('What a business angel has put into the enterprise in all'),
  ...interval,
})
export type Holding = z.infer<typeof Holding>

/** Control by other means than the votes one owns. Source: Recommendation 2003/361/EC, Annex, Art. 3(3)(b) to (d). */
export const Control = z.strictObject({
  controller: PartyId,
  controlled: PartyId,
  means: z.enum(['board-majority', 'contract', 'shareholder-agreement']),
  takesPartInManagement: z
    .boolean()
    .optional()
    .describe('For an investor that may be excepted: whether it manages, itself or through others; left out: no'),
  ...interval,
})
export type Control = z.infer<typeof Control>

/** Persons who act as one owner, as families and partners often do. */
export const ActingJointly = z.strictObject({
  persons: z.array(PartyId).min(2).max(100),
  ...interval,
})
export type ActingJointly = z.infer<typeof ActingJointly>

/** Somebody's answer for two enterprises under the same persons; a pair without an answer is unknown. */
export const MarketAnswer = z.strictObject({
  enterprises: z.tuple([PartyId, PartyId]),
  answer: z
    .enum(['same', 'adjacent', 'neither', 'unknown'])
    .describe('adjacent: directly before or after the other in the chain of production'),
})
export type MarketAnswer = z.infer<typeof MarketAnswer>

/** Whose figures are within the consolidated accounts of `parent`, and at which share. */
export const Consolidation = z.strictObject({
  parent: PartyId,
  members: z
    .array(z.strictObject({ enterprise: PartyId, sharePpm: Ppm }))
    .min(1)
    .max(2000),
  headcountIncluded: z.boolean().describe('Whether the accounts tell the headcount of the members too'),
  ...interval,
})
export type Consolidation = z.infer<typeof Consolidation>

/** A change of the enterprises themselves. Holdings after it are written as holdings. */
export const Restructuring = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merger').describe('Also an acquisition: `merged` lives on in `into`'),
    on: PlainDate,
    into: PartyId,
    merged: z.array(PartyId).min(1).max(100),
  }),
  z.strictObject({
    kind: z.literal('split'),
    on: PlainDate,
    from: PartyId,
    parts: z
      .array(
        z.strictObject({
          enterprise: PartyId,
          bookEquityCents: z.int().min(0).nullish().describe('Own capital at book value on the day of the split'),
        }),
      )
      .min(2)
      .max(100),
    supportedActivityTo: PartyId.nullish().describe('The part that took over what the aid was for, where one did'),
  }),
])
export type Restructuring = z.infer<typeof Restructuring>

/** One picture of owners and owned, from which both groups are read. */
export const GroupFacts = z
  .strictObject({
    parties: z.array(Party).min(1).max(1000),
    holdings: z.array(Holding).max(5000).default([]),
    controls: z.array(Control).max(1000).default([]),
    actingJointly: z.array(ActingJointly).max(1000).default([]),
    markets: z.array(MarketAnswer).max(5000).default([]),
    consolidations: z.array(Consolidation).max(1000).default([]),
    restructurings: z.array(Restructuring).max(1000).default([]),
  })
  .meta({ title: 'GroupFacts' })
export type GroupFacts = z.infer<typeof GroupFacts>
