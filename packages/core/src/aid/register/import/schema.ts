import { z } from 'zod'
import { PlainDate } from '../../../kernel/day.ts'
import { CompanyId, RecordId } from '../../../kernel/ids.ts'
import { Text } from '../../../kernel/text.ts'
import { GrantOrigin } from '../../ledger/schema.ts'
import { EntryDifference } from '../schema.ts'

/** An extract of the register about what the programme awards, or a list of aid from anybody. */
export const ImportKind = z.enum(['register', 'earlier-aid'])
export type ImportKind = z.infer<typeof ImportKind>

/** What a column of a file can be taken for. */
export const ImportField = z.enum([
  'beneficiaryNumber',
  'beneficiaryName',
  'beneficiaryCountry',
  'awardedOn',
  'amount',
  'currency',
  'amountSek',
  'amountEur',
  'memberState',
  'regulation',
  'authority',
  'scheme',
  'instrument',
  'nace',
  'reference',
  'registeredOn',
  'registerReference',
])
export type ImportField = z.infer<typeof ImportField>

/** Five megabytes, as base64. */
const MOST_CONTENT = 7_000_000

export const NewImport = z
  .strictObject({
    id: RecordId,
    kind: ImportKind,
    name: z.string().trim().min(1).max(200),
    content: z.base64().max(MOST_CONTENT).describe('The file: xlsx, csv or json'),
    columns: z
      .array(ImportField.nullable())
      .max(200)
      .optional()
      .describe('What each column is, from the left; left out: by its heading'),
  })
  .meta({ id: 'NewAidImport' })
export type NewImport = z.infer<typeof NewImport>

const Column = z
  .strictObject({ heading: z.string(), field: ImportField.nullable().describe('null: not used') })
  .meta({ id: 'AidImportColumn' })
export type ImportColumn = z.infer<typeof Column>

/** What a row says, once it is understood. An empty cell is null and says nothing. */
export const ImportFacts = z.strictObject({
  country: z.string(),
  number: z.string(),
  name: z.string(),
  awardedOn: PlainDate,
  currency: z.string().nullable(),
  minor: z.int().nullable().describe('In the smallest unit of the currency; null where the file has euro only'),
  eurCents: z.int().nullable(),
  memberState: z.string().nullable(),
  regulation: z.string().nullable(),
  authority: z.string().nullable(),
  scheme: z.string().nullable(),
  instrument: z.string().nullable(),
  industryCode: z.string().nullable(),
  reference: z.string().nullable(),
  registeredOn: PlainDate.nullable(),
  registerReference: z.string().nullable(),
})
export type ImportFacts = z.infer<typeof ImportFacts>

const LineFault = z
  .strictObject({ column: z.string().describe('The heading; empty where it is about the whole row'), message: Text })
  .meta({ id: 'AidImportFault' })
export type LineFault = z.infer<typeof LineFault>

/** A row as it is kept: what it says, or what is wrong with it. */
export const ReadLine = z.strictObject({
  row: z.int().describe('In the file, the heading counted'),
  facts: ImportFacts.nullable(),
  faults: z.array(LineFault),
})
export type ReadLine = z.infer<typeof ReadLine>

export const ImportContent = z.strictObject({ columns: z.array(Column), lines: z.array(ReadLine) })
export type ImportContent = z.infer<typeof ImportContent>

/** How a row agrees with the ledger. */
export const ImportOutcome = z.enum(['same', 'differs', 'only-there', 'unknown-company', 'faulty'])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** `add` to the ledger, `correct` the ledger by the file, `confirm` that the register has it as the file says. */
export const ImportChoice = z.enum(['add', 'correct', 'confirm'])
export type ImportChoice = z.infer<typeof ImportChoice>

const OurGrant = z
  .strictObject({
    id: RecordId,
    companyId: CompanyId.nullable(),
    name: z.string(),
    number: z.string().describe('A sole trader’s is masked'),
    origin: GrantOrigin,
    awardedOn: PlainDate,
    currency: z.string(),
    minor: z.int().describe('What is left of it'),
    eurCents: z.int(),
    authority: z.string(),
    reference: z.string(),
    registerReference: z.string().nullable(),
  })
  .meta({ id: 'AidImportGrant' })
export type OurGrant = z.infer<typeof OurGrant>

export const ImportLine = ReadLine.extend({
  facts: ImportFacts.nullable().describe('Numbers of sole traders are masked'),
  outcome: ImportOutcome,
  grant: OurGrant.nullable().describe('The line of the ledger that it is'),
  differences: z.array(EntryDifference),
  offers: z.array(ImportChoice).describe('What can be done about it; empty where nothing is left to do'),
}).meta({ id: 'AidImportLine' })
export type ImportLine = z.infer<typeof ImportLine>

export const ImportSummary = z
  .strictObject({
    id: RecordId,
    kind: ImportKind,
    name: z.string(),
    lines: z.int(),
    by: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'AidImportSummary' })
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportList = z
  .strictObject({ imports: z.array(ImportSummary), mayWrite: z.boolean() })
  .meta({ id: 'AidImportList', description: 'The latest lists that were read, newest first' })
export type ImportList = z.infer<typeof ImportList>

export const ImportQuery = z.object({
  outcome: ImportOutcome.optional(),
  after: z.coerce.number().int().min(0).default(0).describe('The row the page before ended at'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type ImportQuery = z.infer<typeof ImportQuery>

export const ImportView = z
  .strictObject({
    ...ImportSummary.shape,
    columns: z.array(Column),
    counts: z.record(z.union([ImportOutcome, z.literal('only-here')]), z.int()),
    rows: z.array(ImportLine).describe('By their place in the file'),
    next: z.int().nullable(),
    onlyHere: z.array(OurGrant).describe('Awards of the same days that the file does not have; at most 500'),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'AidImportView' })
export type ImportView = z.infer<typeof ImportView>

export const ImportApply = z
  .strictObject({
    registeredOn: PlainDate.nullable().describe('For rows to confirm that do not say the day'),
    choices: z
      .array(z.strictObject({ row: z.int(), choice: ImportChoice }))
      .min(1)
      .max(2000),
  })
  .meta({ id: 'AidImportApply' })
export type ImportApply = z.infer<typeof ImportApply>
