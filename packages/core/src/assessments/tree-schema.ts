import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { AssessmentId } from '../kernel/ids.ts'
import { FactValues, TreeAnswer } from '../models/tree/answers.ts'
import { TreeScore } from '../models/tree/score.ts'

/** The shapes of a measurement with a tree model. Those of ladders are in `schema.ts` and `result.ts`. */

/** A fact the model reads. `company`: the company record says it; `assessment`: it was said for this measurement. */
export const AssessmentFact = z
  .strictObject({
    id: z.string(),
    value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
    source: z.enum(['company', 'assessment']).nullable(),
    /** of what was said for this measurement; 0 where nothing was */
    revision: z.int(),
  })
  .meta({ id: 'AssessmentFact' })
export type AssessmentFact = z.infer<typeof AssessmentFact>

/** `base` is the revision it builds on: 0 for a first value. null takes it back. */
export const FactInput = z.strictObject({
  value: z.union([z.number(), z.string().max(200), z.boolean(), z.null()]),
  base: z.int().min(0),
})
export type FactInput = z.infer<typeof FactInput>

/** How the company's people answered one question, without saying who. Free texts are counted, not repeated. */
export const QuestionSpread = z.strictObject({
  question: z.string(),
  people: z.int(),
  answers: z.array(z.strictObject({ answer: TreeAnswer, people: z.int() })),
})
export type QuestionSpread = z.infer<typeof QuestionSpread>

/** Evidence a finding rests on has run out: the first day without. */
export const TreeLapse = z.strictObject({ question: z.string(), since: PlainDate })
export type TreeLapse = z.infer<typeof TreeLapse>

/**
 * A submitted measurement with a tree model as it was on its day, kept with it for ever. The voices stand side by
 * side; `result` is made from them as the model says. `levels` repeats the levels of the nodes it shows side by side.
 */
export const TreeResult = z
  .strictObject({
    format: z.literal('stegvis-result/2'),
    on: PlainDate,
    facts: FactValues,
    /** null: nobody of the company has answered */
    self: TreeScore.nullable(),
    people: z.int(),
    respondents: z.array(QuestionSpread),
    coach: TreeScore,
    /** the coach's answers with no better evidence than there is on file */
    verified: TreeScore,
    result: TreeScore,
    levels: z.record(z.string(), z.int().nullable()),
    lapses: z.array(TreeLapse),
  })
  .meta({ id: 'TreeResult' })
export type TreeResult = z.infer<typeof TreeResult>

/** `unanswered`: required, no answer yet. `differing`: the voices must agree, and do not. */
export const TreeOpenItem = z.strictObject({ question: z.string(), why: z.enum(['unanswered', 'differing']) })
export type TreeOpenItem = z.infer<typeof TreeOpenItem>

/** What a measurement with a tree has beside its answers and findings. */
export const TreeAssessment = z
  .strictObject({
    result: TreeResult.nullable(),
    /** the facts the model reads, in its order */
    facts: z.array(AssessmentFact),
    /** what hinders submitting now, in the order of the tree; empty once submitted */
    open: z.array(TreeOpenItem),
    /** the submitted measurement before this one in the same focus area */
    earlier: z
      .strictObject({ id: AssessmentId, version: z.string(), submittedOn: PlainDate, result: TreeResult })
      .nullable(),
  })
  .meta({ id: 'TreeAssessment' })
export type TreeAssessment = z.infer<typeof TreeAssessment>
