import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { CompanyId, RecordId } from '../../kernel/ids.ts'
import { Text } from '../../kernel/text.ts'
import { UndertakingMember } from '../de-minimis/ledger/answer.ts'
import { GroupFact } from './records.ts'
import { Party, PartyId } from './schema.ts'

/** How many times a record has been written; 0 where it is not there yet. */
const Revision = z.int().min(0)

/** Who said something, and when. Both are null for what follows from the company record alone. */
export const Said = z
  .strictObject({
    source: z.enum(['company', 'staff', 'register']).describe('Whose word it is'),
    by: z.string().nullable(),
    at: z.string().nullable(),
    revision: Revision,
  })
  .meta({ id: 'Said' })
export type Said = z.infer<typeof Said>

/** An owner or a company among owners. A sole trader's number is masked; sent back masked, it stays as it is. */
export const PartyRecord = z
  .strictObject({
    party: Party,
    companyId: CompanyId.nullable().describe('The company of the programme that it is, for those who may see it'),
    said: Said,
    mayChange: z.boolean(),
  })
  .meta({ id: 'PartyRecord' })
export type PartyRecord = z.infer<typeof PartyRecord>

export const FactRecord = z
  .strictObject({ id: RecordId, stated: GroupFact, note: z.string(), said: Said, mayChange: z.boolean() })
  .meta({ id: 'FactRecord' })
export type FactRecord = z.infer<typeof FactRecord>

/** Whose figures count together for the SME definition, and why. */
const SmeMember = z.strictObject({
  party: PartyId,
  relation: z.enum(['own', 'linked', 'partner', 'linked-with-partner']),
  sharePpm: z.int().describe('How much of its figures counts, in millionths, before what consolidated accounts hold'),
  text: Text,
})

const SmeGroupView = z.strictObject({
  members: z.array(SmeMember),
  excepted: z.array(
    z.strictObject({ holders: z.array(PartyId), owned: PartyId, sharePpm: z.int(), exception: z.string(), text: Text }),
  ),
  openMarkets: z
    .array(z.strictObject({ enterprises: z.tuple([PartyId, PartyId]), persons: z.array(PartyId) }))
    .describe('Pairs under the same persons: whether they share a market is not answered'),
  publicPpm: z.int().describe('What public bodies control, in millionths'),
})
export type SmeGroupView = z.infer<typeof SmeGroupView>

/** The owners around one company: what was stated, and the two groups the law reads from it, each for its own use. */
export const CompanyGroup = z
  .strictObject({
    on: PlainDate,
    partyId: RecordId.describe('The company itself'),
    parties: z.array(PartyRecord).describe('The company first, the others by name'),
    facts: z.array(FactRecord).describe('In the order they were first stated'),
    faults: z
      .array(z.strictObject({ record: RecordId.nullable(), text: Text }))
      .describe('What cannot be true together; the groups are not read then'),
    sme: SmeGroupView.nullable().describe('For the SME definition only'),
    undertaking: z.array(UndertakingMember).nullable().describe('The single undertaking, for de minimis aid only'),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'CompanyGroup' })
export type CompanyGroup = z.infer<typeof CompanyGroup>

/** Ids of parties that are kept are made by whoever adds them, as of all records. */
const KeptParty = Party.refine(({ id }) => RecordId.safeParse(id).success, { error: 'not a UUID', path: ['id'] })

/** A party as it shall be. Its id is that of the address. */
export const PartyInput = z.strictObject({ base: Revision, party: KeptParty })
export type PartyInput = z.infer<typeof PartyInput>

/**
 * `partyId` is the party's own id: another than the one asked for where a party with the same number was known
 * already, which then stays as it is.
 */
export const PartyReply = z.strictObject({ partyId: RecordId, group: CompanyGroup }).meta({ id: 'PartyReply' })
export type PartyReply = z.infer<typeof PartyReply>

/** A fact as it shall be, with the parties that it names for the first time. */
export const FactInput = z.strictObject({
  base: Revision,
  stated: GroupFact,
  note: z.string().trim().max(1000).default(''),
  parties: z.array(KeptParty).max(50).default([]),
})
export type FactInput = z.infer<typeof FactInput>
