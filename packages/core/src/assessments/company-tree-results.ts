import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { AssessmentId, CompanyId, RecordId } from '../kernel/ids.ts'
import { Text } from '../kernel/text.ts'
import { TreeScore } from '../models/tree/score.ts'
import { OpenMeasurement } from './company-results.ts'
import { EvidenceView, FindingView, FocusAreaView, ModelRef, OccasionKind } from './schema.ts'
import { TreeResult } from './tree-schema.ts'

/** A question of the newer version without a restated answer, and why not. */
const NotRestated = z.strictObject({ question: z.string(), why: z.string(), text: Text })

/** An older measurement said on a newer version; the measurement itself stays as it was. */
export const RestatedResult = z
  .strictObject({
    version: z.string(),
    /** whether enough came along for a result of the whole */
    comparable: z.boolean(),
    /** by which rule, and how much came along, in words */
    text: Text,
    restated: z.int(),
    questions: z.int(),
    notRestated: z.array(NotRestated),
    score: TreeScore,
  })
  .meta({ id: 'RestatedResult' })
export type RestatedResult = z.infer<typeof RestatedResult>

/** One submitted measurement with a tree model: the newest revision of its occasion, as it was. */
export const TreeMeasurement = z
  .strictObject({
    assessmentId: AssessmentId,
    occasionId: RecordId,
    kind: OccasionKind,
    model: ModelRef,
    revision: z.int(),
    correctionReason: z.string().nullable(),
    startedOn: PlainDate,
    submittedOn: PlainDate,
    submittedBy: z.string().nullable(),
    result: TreeResult,
    /** the same answers on the version the focus area measures with now; null when that is this version */
    restated: RestatedResult.nullable(),
  })
  .meta({ id: 'TreeMeasurement' })
export type TreeMeasurement = z.infer<typeof TreeMeasurement>

const WhyNotComparable = z.enum([
  'other-model',
  'no-migration',
  'no-anchors',
  'only-once',
  'open',
  'not-applicable',
  'no-result',
])

const Figures = z.strictObject({
  score: z.number().nullable(),
  level: z.int().nullable(),
  band: z.string().nullable(),
  answered: z.int(),
  asked: z.int(),
})

/** As `models/tree/versions/compare.ts` says it of one node. */
const NodeChange = z.strictObject({
  view: z.string(),
  node: z.string(),
  before: Figures.nullable(),
  after: Figures.nullable(),
  change: z.enum(['up', 'same', 'down', 'not-comparable']),
  score: z.number().nullable(),
  level: z.number().nullable(),
  /** on the anchors: how many of the questions below are in both; else null */
  anchors: z.strictObject({ anchors: z.int(), questions: z.int() }).nullable(),
  why: WhyNotComparable.optional(),
})

/**
 * What changed from an earlier measurement to the newest one, always on one version: `same-version`, both were made
 * with it; `restated`, all of it could be carried over to it; `anchors`, not all, and both are scored on the questions
 * they have in common; `not-comparable`, nothing is.
 */
export const TreeComparison = z
  .strictObject({
    from: AssessmentId,
    to: AssessmentId,
    basis: z.enum(['same-version', 'restated', 'anchors', 'not-comparable']),
    versions: z.strictObject({ before: z.string(), after: z.string(), compared: z.string().nullable() }),
    why: WhyNotComparable.optional(),
    /** the basis, or why there is none, in a sentence */
    reason: Text,
    /** how many of the newer version's questions came along */
    restated: z.strictObject({ restated: z.int(), questions: z.int() }).nullable(),
    /** whether that is the share the newer version asks for, to speak of the whole; null on one version */
    enough: z.boolean().nullable(),
    /** the questions of the newer version that are not in the comparison */
    notRestated: z.array(NotRestated),
    /** answered questions that the newer version no longer has, in the words they were asked */
    gone: z.array(z.strictObject({ question: z.string(), version: z.string(), text: Text })),
    nodes: z.array(NodeChange),
  })
  .meta({ id: 'TreeComparison' })
export type TreeComparison = z.infer<typeof TreeComparison>

export const TreeAreaResults = z
  .strictObject({
    focusArea: FocusAreaView,
    /** that of the newest measurement, or the one to be measured with */
    model: ModelRef,
    /** oldest first; empty until something is submitted */
    measurements: z.array(TreeMeasurement),
    open: OpenMeasurement.nullable(),
    /** from each earlier measurement to the newest, oldest first */
    comparisons: z.array(TreeComparison),
    /** the coach's answers and the evidence of the newest measurement; null where the reader may not see them */
    findings: z.array(FindingView).nullable(),
    evidence: z.array(EvidenceView).nullable(),
  })
  .meta({ id: 'TreeAreaResults' })
export type TreeAreaResults = z.infer<typeof TreeAreaResults>

export const CompanyTreeResults = z
  .strictObject({
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    today: PlainDate,
    /** the focus areas measured with a tree that the company measures or wants to */
    areas: z.array(TreeAreaResults),
    mayPlan: z.boolean(),
    mayValidate: z.boolean(),
  })
  .meta({ id: 'CompanyTreeResults' })
export type CompanyTreeResults = z.infer<typeof CompanyTreeResults>
