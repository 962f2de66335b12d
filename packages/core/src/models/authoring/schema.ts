import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { FocusAreaId, PersonId, RecordId } from '../../kernel/ids.ts'
import { DraftText, Language, Text } from '../../kernel/text.ts'
import { ModelKey, ModelVersion } from '../schema.ts'
import { Texts } from '../tree/schema-words.ts'

/** The shapes of a programme's own models on their way from a blank sheet to a published version. */

/** `ladder`: `stegvis-model/1`; `tree`: `stegvis-model/2`. Only trees are written by programmes. */
export const ModelKind = z.enum(['ladder', 'tree'])
export type ModelKind = z.infer<typeof ModelKind>

/**
 * `draft`: written on; `in-review`: waits for a second person; `published`: fixed for ever; `withdrawn`: published
 * once, and no longer chosen for new measurements.
 */
export const AuthoredStatus = z.enum(['draft', 'in-review', 'published', 'withdrawn'])
export type AuthoredStatus = z.infer<typeof AuthoredStatus>

/** Where a model is measured with in the programme. */
export const ModelUse = z
  .strictObject({
    focusAreas: z.array(z.strictObject({ id: FocusAreaId, name: DraftText })),
    /** measurements on this version, submitted or under way */
    assessments: z.int(),
  })
  .meta({ id: 'ModelUse' })
export type ModelUse = z.infer<typeof ModelUse>

/** A text by language, as far as it is written. */
export const WrittenTexts = z.record(z.string(), z.string())

export const InstalledModelRow = z
  .strictObject({
    modelId: z.string(),
    version: z.string(),
    kind: ModelKind,
    status: z.enum(['draft', 'published', 'withdrawn']),
    name: WrittenTexts,
    purpose: WrittenTexts,
    languages: z.array(z.string()),
    use: ModelUse,
  })
  .meta({ id: 'InstalledModelRow' })
export type InstalledModelRow = z.infer<typeof InstalledModelRow>

export const AuthoredModelRow = z
  .strictObject({
    id: RecordId,
    modelId: z.string(),
    version: z.string(),
    status: AuthoredStatus,
    name: WrittenTexts,
    purpose: WrittenTexts,
    languages: z.array(z.string()),
    revision: z.int(),
    basedOn: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: z.string(),
    changedBy: z.string().nullable(),
    changedAt: z.string(),
    publishedOn: PlainDate.nullable(),
    withdrawnOn: PlainDate.nullable(),
    /** the present revision has been approved by a second person */
    approved: z.boolean(),
    use: ModelUse,
  })
  .meta({ id: 'AuthoredModelRow' })
export type AuthoredModelRow = z.infer<typeof AuthoredModelRow>

export const ModelList = z
  .strictObject({
    installed: z.array(InstalledModelRow),
    /** last changed first */
    own: z.array(AuthoredModelRow),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'ModelList' })
export type ModelList = z.infer<typeof ModelList>

export const ReviewVerdict = z.enum(['approve', 'return'])
export type ReviewVerdict = z.infer<typeof ReviewVerdict>

export const ModelReviewView = z
  .strictObject({
    id: RecordId,
    revision: z.int(),
    verdict: ReviewVerdict,
    comment: z.string(),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.string(),
  })
  .meta({ id: 'ModelReview' })
export type ModelReviewView = z.infer<typeof ModelReviewView>

/** What the reader may do with the model as it stands now. */
export const ModelSteps = z
  .strictObject({
    change: z.boolean(),
    submit: z.boolean(),
    takeBack: z.boolean(),
    review: z.boolean(),
    publish: z.boolean(),
    withdraw: z.boolean(),
    remove: z.boolean(),
  })
  .meta({ id: 'ModelSteps' })
export type ModelSteps = z.infer<typeof ModelSteps>

/** A model as it is written: an object in the form of `TreeModel`, in which anything may still be missing. */
export const ModelDocument = z.record(z.string(), z.unknown())
export type ModelDocument = z.infer<typeof ModelDocument>

export const AuthoredModelView = AuthoredModelRow.extend({
  document: ModelDocument,
  /** oldest first */
  reviews: z.array(ModelReviewView),
  sha256: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  /** who changed it last: that person cannot review it */
  changedById: PersonId,
  steps: ModelSteps,
}).meta({ id: 'AuthoredModel' })
export type AuthoredModelView = z.infer<typeof AuthoredModelView>

/** Small complete models to start from. */
export const StructureKey = z.enum(['blank', 'ladder', 'points', 'gate', 'index', 'readiness', 'streams'])
export type StructureKey = z.infer<typeof StructureKey>

export const StructureList = z
  .strictObject({ structures: z.array(z.strictObject({ key: StructureKey, name: Text, about: Text })) })
  .meta({ id: 'ModelStructures' })
export type StructureList = z.infer<typeof StructureList>

/** A model with its version in one word, such as `energy-check@1.0.0`. */
export const ModelRefWord = z.string().regex(/^[a-z][a-z0-9-]*@\d+\.\d+\.\d+$/)

export const NewModel = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('structure'),
    id: RecordId,
    structure: StructureKey,
    modelId: ModelKey,
    name: Texts,
  }),
  z.strictObject({
    from: z.literal('version'),
    id: RecordId,
    model: ModelRefWord,
    /** the id and version it gets; left out: the same id and the next minor version */
    modelId: ModelKey.exactOptional(),
    version: ModelVersion.exactOptional(),
  }),
  z.strictObject({ from: z.literal('file'), id: RecordId, fileName: z.string().max(200), text: z.string() }),
])
export type NewModel = z.infer<typeof NewModel>

export const DocumentInput = z.strictObject({ document: ModelDocument, base: z.int().min(1) })
export type DocumentInput = z.infer<typeof DocumentInput>

export const DocumentReply = z
  .strictObject({ revision: z.int(), changedAt: z.string(), modelId: z.string(), version: z.string() })
  .meta({ id: 'ModelSaved' })
export type DocumentReply = z.infer<typeof DocumentReply>

/** Says which revision the person had before their eyes. */
export const StepInput = z.strictObject({ base: z.int().min(1) })

export const ReviewInput = z.strictObject({
  id: RecordId,
  base: z.int().min(1),
  verdict: ReviewVerdict,
  comment: z.string().trim().max(4000),
})
export type ReviewInput = z.infer<typeof ReviewInput>

export const ModelWithdrawal = z.strictObject({ reason: z.string().trim().min(5).max(2000) })

/** One fault, with its place in the document as a JSON pointer. */
export const ModelFault = z
  .strictObject({
    pointer: z.string(),
    /** in a file that was imported; a document has none */
    line: z.int().nullable(),
    column: z.int().nullable(),
    code: z.string(),
    message: Text,
  })
  .meta({ id: 'ModelFault' })
export type ModelFault = z.infer<typeof ModelFault>

const Figures = z.strictObject({ score: z.number().nullable(), level: z.int().nullable() })

/** What an example gives, against what its author expects. */
export const ExampleResult = z
  .strictObject({
    name: z.string(),
    holds: z.boolean(),
    /** answers the model does not take */
    faults: z.array(z.strictObject({ pointer: z.string(), message: Text })),
    differences: z.array(
      z.strictObject({
        node: z.string(),
        expected: z.strictObject({ score: z.number().nullable().optional(), level: z.int().nullable().optional() }),
        /** null: the model has no such node */
        given: Figures.nullable(),
      }),
    ),
  })
  .meta({ id: 'ExampleResult' })
export type ExampleResult = z.infer<typeof ExampleResult>

const VersionStep = z.enum(['none', 'patch', 'minor', 'major'])

/** One thing that stands between a draft and its publishing. */
export const Hindrance = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('errors'), count: z.int() }),
  z.strictObject({ code: z.literal('examples'), names: z.array(z.string()) }),
  z.strictObject({ code: z.literal('sources'), questions: z.array(z.string()) }),
  z.strictObject({ code: z.literal('version-taken') }),
  z.strictObject({ code: z.literal('version-not-newer'), newest: z.string() }),
  /** the number says less than the changes since the newest published version */
  z.strictObject({ code: z.literal('version-step'), from: z.string(), needs: VersionStep, states: VersionStep }),
  /** no entry for the newest published version, or one that leaves out questions */
  z.strictObject({ code: z.literal('migration'), from: z.string(), faults: z.array(ModelFault) }),
  z.strictObject({ code: z.literal('not-approved') }),
])
export type Hindrance = z.infer<typeof Hindrance>

export const ModelCheck = z
  .strictObject({
    revision: z.int(),
    errors: z.array(ModelFault),
    warnings: z.array(ModelFault),
    /** empty while there are errors */
    examples: z.array(ExampleResult),
    hindrances: z.array(Hindrance),
  })
  .meta({ id: 'ModelCheck' })
export type ModelCheck = z.infer<typeof ModelCheck>

/** What changed between two versions, by meaning and in words. */
export const ModelDiffView = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    /** what the changes ask of the version number, and what the two numbers say */
    needs: VersionStep,
    states: VersionStep,
    fits: z.boolean(),
    /** whether the number goes far enough, in a sentence */
    verdict: Text,
    changes: z.array(
      z.strictObject({
        part: z.string(),
        id: z.string(),
        change: z.string(),
        key: z.string(),
        step: VersionStep,
        text: Text,
      }),
    ),
  })
  .meta({ id: 'ModelDiff' })
export type ModelDiffView = z.infer<typeof ModelDiffView>

export const WantedModel = z.object({
  language: Language.optional().describe('leaves the texts of other languages empty'),
  for: z.literal('answering').optional().describe('leaves out actions, key figures and sources'),
})
