import { z } from 'zod'
import { bestBeforeOf, type Confirmation, classesOnFile, confirmLadder, Evidence } from '../assessments/evidence.ts'
import { explainLadder } from '../assessments/explain.ts'
import { explanationText } from '../assessments/explanation.ts'
import { answerFits, openQuestions } from '../assessments/questions.ts'
import type { LadderScore } from '../assessments/score.ts'
import { compileModel, scoreLadder } from '../assessments/scoring.ts'
import type { CompiledModel, ScoreOptions } from '../assessments/walk.ts'
import { PlainDate } from '../kernel/day.ts'
import type { Language } from '../kernel/text.ts'
import { Answer, type Answers } from './answers.ts'
import type { ModelError } from './errors.ts'
import { publishedSchema } from './json-schema.ts'
import { ladderRows } from './ladder-rows.ts'
import { parseModel } from './parse.ts'
import { EvidenceClass, LevelNumber, ModelKey, ModelVersion } from './schema.ts'
import type { ScoredNode } from './tree/score-file.ts'

/**
 * The input of `stegvis model score`: one voice's answers to one ladder.
 * Published as content/models/answers-1.schema.json, with an example in docs/answers-example.json.
 */
export const AnswersFile = z.strictObject({
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
export type AnswersFile = z.infer<typeof AnswersFile>

export function answersJsonSchema(): Record<string, unknown> {
  const named = { 'evidence-class': EvidenceClass, 'level-number': LevelNumber, key: ModelKey }
  return publishedSchema(AnswersFile, named, {
    $id: 'https://stegvis.example/schemas/answers-1.schema.json',
    title: 'Stegvis answers',
    description: 'The answers of one voice to one maturity ladder: the input of `stegvis model score`.',
  })
}

export type CheckOutput =
  | {
      ok: true
      model: { id: string; version: string; status: string; dimensions: number; criteria: number; actions: number }
    }
  | { ok: false; errors: ModelError[] }

/** `stegvis model check`: what is in the file, or everything that is wrong with it. */
export function checkModelFile(text: string, fileName: string): CheckOutput {
  const parsed = parseModel(text, fileName)
  if (!parsed.ok) return parsed
  const { id, version, status, dimensions, actions } = parsed.model
  const criteria = dimensions.flatMap(({ rungs }) => rungs.flatMap((rung) => rung.criteria)).length
  return { ok: true, model: { id, version, status, dimensions: dimensions.length, criteria, actions: actions.length } }
}

/** One line for each error, as editors and terminals link it: `file:line:column: path: sentence`. */
export function printModelErrors(errors: readonly ModelError[], language: Language): string[] {
  return errors.map(({ file, line, column, path, message }) =>
    [`${file}:${line}:${column}`, ...(path ? [path] : []), message[language]].join(': '),
  )
}

export type ScoreOutput =
  | {
      ok: true
      /** The score as the interface gives it, and the same in rows as for a tree. */
      score: LadderScore & { nodes: ScoredNode[] }
      open: string[]
      confirmations: Confirmation[]
      explanation: Record<Language, string[]>
    }
  | { ok: false; errors: { pointer: string; detail: string }[] }

/** `stegvis model score`: the score of the answers, what is still open, and why, in both languages. */
export function scoreAnswersFile(modelText: string, modelFile: string, input: unknown): ScoreOutput {
  const parsed = parseModel(modelText, modelFile)
  if (!parsed.ok) {
    return refused(printModelErrors(parsed.errors, 'en').map((detail) => ({ pointer: '#/model', detail })))
  }
  const read = AnswersFile.safeParse(input)
  if (!read.success) {
    return refused(read.error.issues.map(({ path, message }) => ({ pointer: pointerTo(path), detail: message })))
  }
  const compiled = compileModel(parsed.model)
  const faults = faultsIn(read.data, compiled)
  if (faults.length > 0) return refused(faults)
  return scored(compiled, read.data)
}

const refused = (errors: { pointer: string; detail: string }[]): ScoreOutput => ({ ok: false, errors })

function pointerTo(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}

function faultsIn(file: AnswersFile, compiled: CompiledModel): { pointer: string; detail: string }[] {
  const { id, version } = compiled.model
  const faults = Object.entries(file.answers).flatMap(([question, answer]) => {
    const decision = answerFits(compiled, question, answer)
    return decision.ok ? [] : [{ pointer: pointerTo(['answers', question]), detail: decision.detail ?? '' }]
  })
  if (file.model.id !== id || file.model.version !== version) {
    faults.push({ pointer: '#/model', detail: `the answers are for another model than ${id} ${version}` })
  }
  if (file.on === undefined && (file.voice === 'verified' || file.evidence)) {
    faults.push({ pointer: '#/on', detail: 'the day is needed to look at evidence' })
  }
  return faults
}

function scored(compiled: CompiledModel, file: AnswersFile): ScoreOutput {
  const answers: Answers = new Map(Object.entries(file.answers))
  const evidence = (file.evidence ?? []).map((piece) => ({
    ...piece,
    bestBefore: piece.bestBefore ?? bestBeforeOf(compiled.model, piece.criterion, piece.datedOn),
  }))
  const profile = file.profile ?? {}
  const options: ScoreOptions =
    file.voice === 'verified' && file.on
      ? { evidence: 'on-file', profile, onFile: classesOnFile(evidence, file.on) }
      : { evidence: file.voice === 'self' ? 'stated' : 'seen', profile }
  const score = scoreLadder(compiled, answers, options)
  const explanation = explainLadder(compiled, answers, options)
  const asked = file.voice === 'self' ? 'self' : 'coach'
  return {
    ok: true,
    score: { ...score, nodes: ladderRows({ compiled, answers, options }, score) },
    open: openQuestions(compiled, answers, asked, profile).map(({ id }) => id),
    confirmations: file.on ? confirmLadder(compiled, score, answers, evidence, file.on) : [],
    explanation: { sv: explanationText(explanation, 'sv'), en: explanationText(explanation, 'en') },
  }
}
