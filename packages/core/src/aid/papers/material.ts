import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { Text } from '../../kernel/text.ts'
import { ReportData } from '../../reports/schema.ts'
import { CONDITION_QUESTIONS } from '../de-minimis/law.ts'
import { Assurance, StatedAuthority } from '../signing/schema.ts'
import { SmeStatus } from '../size/schema.ts'
import { PaperKind } from './schema.ts'

/**
 * What papers are made from, frozen when they are ordered. It is attached to the file, so no personal number may stand
 * in it: see masked.ts.
 */

const Cents = z.int().min(0)

/** An amount with what it was in euro on its own day. */
export const PaperAmount = z.strictObject({
  currency: z.string(),
  minor: Cents,
  /** decimals of the smallest unit, from content/aid/de-minimis.yaml */
  decimals: z.int().min(0).max(3),
  /** null for euro */
  rate: z.strictObject({ perEuro: z.string(), source: z.string(), day: PlainDate }).nullable(),
  /** null where no rate was known */
  eurCents: Cents.nullable(),
})
export type PaperAmount = z.infer<typeof PaperAmount>

const Award = {
  memberState: z.string(),
  /** such as 2023/2831; its title comes from the law */
  regulation: z.string(),
  authority: z.string(),
  scheme: z.strictObject({ name: z.string(), reference: z.string() }).nullable(),
  /** what the aid is, in words for the company: individual coaching, for example */
  support: z.strictObject({ amount: PaperAmount, description: Text }),
  ceilingEurCents: Cents.nullable(),
}

export const DeclarationMaterial = z.strictObject({
  kind: z.literal('declaration'),
  ...Award,
  /** the first day of the three years that are declared */
  since: PlainDate,
  /** the others of the single undertaking */
  members: z.array(
    z.strictObject({
      name: z.string(),
      number: z.string().nullable(),
      country: z.string().nullable(),
      /** why it is counted together with the company */
      why: Text,
    }),
  ),
  earlierAid: z.array(
    z.strictObject({
      to: z.string(),
      authority: z.string(),
      regulation: z.string(),
      awardedOn: PlainDate,
      amount: PaperAmount,
    }),
  ),
  restructurings: z.array(z.strictObject({ on: PlainDate, text: Text })),
  activities: z.array(z.strictObject({ code: z.string(), supported: z.boolean() })),
  /** null: not answered, or not asked */
  accountsSeparated: z.boolean().nullable(),
  conditions: z.partialRecord(z.enum(CONDITION_QUESTIONS), z.boolean().nullable()),
  /** whether the company says that this is all the aid there was */
  nothingElse: z.boolean(),
})
export type DeclarationMaterial = z.infer<typeof DeclarationMaterial>

const Registration = z.strictObject({ by: PlainDate.nullable(), article: z.string() })

export const AidInformationMaterial = z.strictObject({
  kind: z.literal('aid-information'),
  ...Award,
  awardedOn: PlainDate,
  /** how the amount is made up, line by line; empty where it is not */
  value: z.array(z.strictObject({ text: Text, amount: Text })),
  headroomAfterEurCents: Cents.nullable(),
  /** null where nothing has to be registered */
  register: Registration.nullable(),
})
export type AidInformationMaterial = z.infer<typeof AidInformationMaterial>

const Signed = z.strictObject({
  name: z.string(),
  statedAuthority: StatedAuthority,
  method: z.string(),
  assurance: Assurance,
  /** in the time zone of the programme: 2026-11-23 and 14:05 */
  on: PlainDate,
  at: z.string(),
  timeZone: z.string(),
  documentSha256: z.string(),
})

/** The declaration again with who signed it, and the decision it led to: what the granting authority asks for. */
export const AidCertificateMaterial = z.strictObject({
  kind: z.literal('aid-certificate'),
  declaration: DeclarationMaterial,
  declaredOn: PlainDate,
  decision: z.strictObject({
    awardedOn: PlainDate,
    authority: z.string(),
    amount: PaperAmount,
    reference: z.string().nullable(),
  }),
  signatures: z.array(Signed),
})
export type AidCertificateMaterial = z.infer<typeof AidCertificateMaterial>

export const SmeDeclarationMaterial = z.strictObject({
  kind: z.literal('sme-declaration'),
  status: SmeStatus,
  /** what a person decided where the rules did not */
  review: z
    .strictObject({ verdict: z.enum(['pass', 'block']), reason: z.string(), by: z.string().nullable(), on: PlainDate })
    .nullable(),
})
export type SmeDeclarationMaterial = z.infer<typeof SmeDeclarationMaterial>

export const SignatureRecordMaterial = z.strictObject({
  kind: z.literal('signature-record'),
  paper: z.strictObject({ kind: PaperKind, fileName: z.string() }),
  consent: Text,
  signature: Signed,
})
export type SignatureRecordMaterial = z.infer<typeof SignatureRecordMaterial>

export const PaperMaterial = z.discriminatedUnion('kind', [
  DeclarationMaterial,
  AidInformationMaterial,
  AidCertificateMaterial,
  SmeDeclarationMaterial,
  SignatureRecordMaterial,
])
export type PaperMaterial = z.infer<typeof PaperMaterial>

/** Everything a paper says: what it is about, whose it is, and who pays. Attached to the PDF. */
export const PaperData = z.strictObject({
  format: z.literal('stegvis-paper/1'),
  madeOn: PlainDate,
  programme: ReportData.shape.programme,
  funders: ReportData.shape.funders,
  company: z.strictObject({ name: z.string(), organisationNumber: z.string() }),
  /** the regulation by its title and where it was published, as Art. 7(4) asks; null where no award is told of */
  act: z.strictObject({ title: Text, published: Text.nullable() }).nullable(),
  material: PaperMaterial,
})
export type PaperData = z.infer<typeof PaperData>
