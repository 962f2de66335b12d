import { z } from 'zod'
import { bestBeforeOf, type Confirmation, classesOnFile, confirmLadder, Evidence } from '../assessments/evidence.ts'
import { explainDimension, explainLadder } from '../assessments/explain.ts'
import { type Explanation, explanationText } from '../assessments/explanation.ts'
import { answerFits, openQuestions } from '../assessments/questions.ts'
import type { LadderScore } from '../assessments/score.ts'
import { compileModel, scoreLadder } from '../assessments/scoring.ts'
import type { CompiledModel, ScoreOptions } from '../assessments/walk.ts'
import { PlainDate } from '../kernel/day.ts'
import { pointerTo } from '../kernel/pointer.ts'
import type { Language, Text } from '../kernel/text.ts'
import { Answer, type Answers } from './answers.ts'
import { describeError } from './errors.ts'
import { fillText } from './fill-text.ts'
import { publishedSchema } from './json-schema.ts'
import { ladderRows } from './ladder-rows.ts'
import { type InputFault, inputFault, type RefusedInput, refuseInput } from './refusal.ts'
import { EvidenceClass, LevelNumber, type Model, ModelKey, ModelVersion } from './schema.ts'
import { shapeFaults } from './shape.ts'
import type { ScoredNode } from './tree/score-file.ts'

/**
 * The input of `stegvis model score`: one voice's answers to one ladder.
 * Published as content/models/answers-1.schema.json, with an example in docs/answers-example.json.
 */
const AnswersFile = z.strictObject({
  format: z.literal('stegvis-answers/1'),
  model: z.strictObject({ id: ModelKey, version: ModelVersion }),
  voice: z
    .enum(['self', 'coach', 'verified'])
    .describe('self: as stated. coach: with the evidence seen. verified: with the evidence on file'),
  profile: z.strictObject({ employees: z.int().min(0).max(1_000_000).optional() }).optional(),
  on: PlainDate.optional().describe('The day evidence is looked at; needed where there is evidence'),
  answers: z.record(z.string(), Answer).describe('By question: the id of a dimension for its pick, or of a criterion'),
  evidence: z
    .array(Evidence.extend({ bestBefore: PlainDate.optional().describe("Without it: the model's months") }))
    .max(5000)
    .optional(),
})
type AnswersFile = z.infer<typeof AnswersFile>

export function answersJsonSchema(): Record<string, unknown> {
  const named = { 'evidence-class': EvidenceClass, 'level-number': LevelNumber, key: ModelKey }
  return publishedSchema(AnswersFile, named, {
    $id: 'https://stegvis.example/schemas/answers-1.schema.json',
    title: 'Stegvis answers',
    description: 'The answers of one voice to one maturity ladder: the input of `stegvis model score`.',
  })
}

export type LadderScoreOutput =
  | {
      ok: true
      /** The score as the interface gives it, and the same in rows as for a tree. */
      score: LadderScore & { nodes: ScoredNode[] }
      open: string[]
      confirmations: Confirmation[]
      explanation: Record<Language, string[]>
    }
  | RefusedInput

/** The score of the answers to a ladder, what is still open, and why, in both languages. */
export function scoreLadderFile(model: Model, input: unknown): LadderScoreOutput {
  const read = readAnswers(model, input)
  if (!read.ok) return read
  const { file, scene } = read
  const { compiled, answers, options } = scene
  const score = scoreLadder(compiled, answers, options)
  const asked = file.voice === 'self' ? 'self' : 'coach'
  return {
    ok: true,
    score: { ...score, nodes: ladderRows(scene, score) },
    open: openQuestions(compiled, answers, asked, file.profile).map(({ id }) => id),
    confirmations: file.on ? confirmLadder(compiled, score, answers, evidenceIn(model, file), file.on) : [],
    explanation: inBoth(explainLadder(compiled, answers, options)),
  }
}

export type ExplainOutput = { ok: true; node: string; explanation: Record<Language, string[]> } | RefusedInput

/** Why a ladder, or one dimension of it, stands where it does. */
export function explainLadderFile(model: Model, input: unknown, dimension?: string): ExplainOutput {
  const read = readAnswers(model, input)
  if (!read.ok) return read
  const { compiled, answers, options } = read.scene
  if (dimension === undefined || dimension === model.id) {
    return { ok: true, node: model.id, explanation: inBoth(explainLadder(compiled, answers, options)) }
  }
  if (!compiled.dimensions.includes(dimension)) {
    return refuseInput([inputFault('#/model', fillText(SENTENCES['no-dimension'], { dimension }))])
  }
  const explanation = inBoth(explainDimension(compiled, dimension, answers, options))
  return { ok: true, node: dimension, explanation }
}

const inBoth = (explanation: Explanation): Record<Language, string[]> => ({
  sv: explanationText(explanation, 'sv'),
  en: explanationText(explanation, 'en'),
})

type Scene = { compiled: CompiledModel; answers: Answers; options: ScoreOptions }

function readAnswers(model: Model, input: unknown): { ok: true; file: AnswersFile; scene: Scene } | RefusedInput {
  const read = AnswersFile.safeParse(input)
  if (!read.success) {
    const issues = read.error.issues as z.core.$ZodIssue[]
    const faults = issues.flatMap((issue) => shapeFaults(issue, input))
    return refuseInput(
      faults.map(({ path, code, details }) => inputFault(pointerTo(path), describeError(code, details))),
    )
  }
  const file = read.data
  const compiled = compileModel(model)
  const faults = faultsIn(file, compiled)
  if (faults.length > 0) return refuseInput(faults)
  return {
    ok: true,
    file,
    scene: { compiled, answers: new Map(Object.entries(file.answers)), options: optionsOf(model, file) },
  }
}

const SENTENCES = {
  'no-dimension': {
    sv: 'Modellen har ingen dimension ”{dimension}”.',
    en: 'The model has no dimension “{dimension}”.',
  },
  'no-fit': { sv: 'Svaret passar inte till ”{question}”.', en: 'The answer does not fit “{question}”.' },
  'other-model': {
    sv: 'Svaren gäller en annan modell än {id} {version}.',
    en: 'The answers are for another model than {id} {version}.',
  },
  'no-day': { sv: 'Dagen behövs för att se på underlag.', en: 'The day is needed to look at evidence.' },
} as const satisfies Record<string, Text>

function faultsIn(file: AnswersFile, compiled: CompiledModel): InputFault[] {
  const { id, version } = compiled.model
  const faults = Object.entries(file.answers).flatMap(([question, answer]) => {
    const decision = answerFits(compiled, question, answer)
    if (decision.ok) return []
    const fault = inputFault(pointerTo(['answers', question]), fillText(SENTENCES['no-fit'], { question }))
    return [decision.detail === undefined ? fault : { ...fault, detail: decision.detail }]
  })
  if (file.model.id !== id || file.model.version !== version) {
    faults.push(inputFault('#/model', fillText(SENTENCES['other-model'], { id, version })))
  }
  if (file.on === undefined && (file.voice === 'verified' || file.evidence)) {
    faults.push(inputFault('#/on', SENTENCES['no-day']))
  }
  return faults
}

function optionsOf(model: Model, file: AnswersFile): ScoreOptions {
  const profile = file.profile ?? {}
  if (file.voice !== 'verified' || !file.on) {
    return { evidence: file.voice === 'self' ? 'stated' : 'seen', profile }
  }
  return { evidence: 'on-file', profile, onFile: classesOnFile(evidenceIn(model, file), file.on) }
}

function evidenceIn(model: Model, { evidence = [] }: AnswersFile) {
  return evidence.map((piece) => ({
    ...piece,
    bestBefore: piece.bestBefore ?? bestBeforeOf(model, piece.criterion, piece.datedOn),
  }))
}
