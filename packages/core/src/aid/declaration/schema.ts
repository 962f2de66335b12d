import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { DocumentId, RecordId } from '../../kernel/ids.ts'
import { Text } from '../../kernel/text.ts'
import { Amount } from '../de-minimis/amount.ts'
import { CONDITION_QUESTIONS } from '../de-minimis/law.ts'
import { Activity } from '../de-minimis/planned/planned.ts'
import { Country, PartyId } from '../groups/schema.ts'

const Revision = z.int().min(1)
const words = (max: number) => z.string().trim().max(max)
const Answer = z.boolean().nullable().describe('null: not answered yet')

/** One enterprise that counts together with the company, and what makes it so. */
const DeclaredMember = z.strictObject({
  party: PartyId,
  name: words(200).min(1),
  country: Country.nullable(),
  because: Text,
})

/** One earlier award, as the ledger knows it or as the company writes it. */
export const EarlierAid = z.strictObject({
  id: RecordId,
  grantId: RecordId.nullable().describe('The line of the ledger it is; null: the company added it'),
  party: PartyId.nullable().describe('Who received it; null: the company itself'),
  name: words(200).describe('Of who received it'),
  memberState: Country,
  authority: words(200).min(1),
  regulation: z.string().trim().min(1).max(20),
  awardedOn: PlainDate,
  amount: Amount,
  programme: z.string().nullable().describe('The name of another programme whose ledger it stands in'),
})
export type EarlierAid = z.infer<typeof EarlierAid>

/** What the company says, in parts: each is filled in from all that is known, and confirmed or corrected. */
const said = {
  undertaking: z.strictObject({
    members: z.array(DeclaredMember).max(1000),
    isComplete: Answer,
    missing: words(2000).describe('What is missing or wrong, in the company’s words'),
  }),
  restructurings: z.strictObject({
    known: z.array(z.strictObject({ on: PlainDate, text: Text })).max(100),
    isComplete: Answer,
    missing: words(2000),
  }),
  earlierAid: z.array(EarlierAid).max(1000),
  activities: z.array(Activity).max(50),
  accountsSeparated: Answer,
  conditions: z.strictObject(
    Object.fromEntries(CONDITION_QUESTIONS.map((question) => [question, Answer])) as Record<
      (typeof CONDITION_QUESTIONS)[number],
      typeof Answer
    >,
  ),
  assurance: z.boolean().describe('That nothing else was received, and that all of it is true'),
}

/** The support it is given for, as it was planned then. */
const DeclaredSupport = z.strictObject({
  supportId: RecordId,
  amountMinor: z.int().min(0),
  currency: z.string(),
  eurCents: z.int().min(0).nullable().describe('At the rate of the day it was filled in; null: no rate was known'),
  rate: Amount.shape.rate.unwrap().nullable(),
  minutes: z.int().min(0),
})

/** All that stands in a declaration of earlier aid. */
export const DeclarationContent = z
  .strictObject({
    on: PlainDate.describe('The day it was filled in'),
    regulation: z.string(),
    memberState: Country,
    authority: z.string(),
    scheme: z.string(),
    schemeReference: z.string(),
    support: DeclaredSupport.nullable(),
    ...said,
  })
  .meta({ id: 'DeclarationContent' })
export type DeclarationContent = z.infer<typeof DeclarationContent>

/** What the company may write; the rest is filled in from the programme. */
export const DeclarationChange = z.strictObject({ revision: Revision, ...said }).meta({ id: 'DeclarationChange' })
export type DeclarationChange = z.infer<typeof DeclarationChange>

export const DeclarationState = z.enum(['draft', 'signed', 'superseded'])
export type DeclarationState = z.infer<typeof DeclarationState>

export const Declaration = z
  .strictObject({
    id: RecordId,
    state: DeclarationState,
    content: DeclarationContent,
    open: z
      .array(z.strictObject({ pointer: z.string(), message: Text }))
      .describe('What has to be answered or put right before it can be signed'),
    outdated: z.array(Text).describe('What has changed since it was filled in; a new draft takes it up'),
    revision: z.int(),
    by: z.string().nullable(),
    at: z.string(),
    signedOn: PlainDate.nullable(),
    signatureId: RecordId.nullable(),
    documentId: DocumentId.nullable(),
  })
  .meta({ id: 'AidDeclaration' })
export type Declaration = z.infer<typeof Declaration>

/** The id of the draft; a draft that is open already is answered as it is. */
export const NewDeclaration = z.strictObject({ id: RecordId }).meta({ id: 'NewDeclaration' })

/** Asks for what has changed since to be taken into a draft. */
export const Refill = z.strictObject({ revision: Revision }).meta({ id: 'DeclarationRefill' })
