import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { RecordId } from '../../kernel/ids.ts'
import { Language, Text } from '../../kernel/text.ts'
import { Consents, SigningMethodId, StatedAuthority } from '../signing/schema.ts'

export const PaperKind = z.enum([
  'declaration',
  'aid-information',
  'aid-certificate',
  'sme-declaration',
  'signature-record',
])
export type PaperKind = z.infer<typeof PaperKind>

/** One paper in the list of a company's. */
export const PaperRow = z
  .strictObject({
    id: RecordId,
    kind: PaperKind,
    title: Text,
    language: Language,
    /** the declaration, snapshot, grant or signature it is about */
    subject: RecordId,
    /** draft: can still be signed, and is not; signed; made: needs no signature */
    state: z.enum(['draft', 'signed', 'made']),
    fileName: z.string(),
    /** null until its file is set, which opening it does */
    file: z.strictObject({ sizeBytes: z.int(), sha256: z.string() }).nullable(),
    signatures: z.array(
      z.strictObject({ id: RecordId, name: z.string(), statedAuthority: StatedAuthority, at: z.string() }),
    ),
    /** the last day it has to be kept */
    keepUntil: PlainDate,
    madeAt: z.string(),
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'Paper' })
export type PaperRow = z.infer<typeof PaperRow>

export const PaperPage = z
  .strictObject({ papers: z.array(PaperRow), next: z.string().nullable(), count: z.int() })
  .meta({ id: 'PaperPage' })
export type PaperPage = z.infer<typeof PaperPage>

export const NewPaper = z.strictObject({ language: Language }).meta({ id: 'NewPaper' })
export type NewPaper = z.infer<typeof NewPaper>

/** A paper to read and sign. */
export const PaperToSign = z
  .strictObject({
    paper: PaperRow,
    /** what is agreed to by signing, to be shown and sent back in the language of the paper */
    consents: Consents,
    methods: z.array(SigningMethodId),
    maySign: z.boolean(),
  })
  .meta({ id: 'PaperToSign' })
export type PaperToSign = z.infer<typeof PaperToSign>
