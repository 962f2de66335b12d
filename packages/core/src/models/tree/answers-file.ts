import { z } from 'zod'
import { pointerTo } from '../../kernel/pointer.ts'
import type { Text } from '../../kernel/text.ts'
import { describeError } from '../errors.ts'
import { type Fillings, fillText } from '../fill-text.ts'
import { publishedSchema } from '../json-schema.ts'
import { EvidenceClass, ModelKey, ModelVersion } from '../schema.ts'
import { shapeFaults } from '../shape.ts'
import { answerFault } from './answer-faults.ts'
import { FactValues, TreeAnswer, type TreeAnswers } from './answers.ts'
import type { CompiledTree } from './program.ts'
import type { Fact } from './schema.ts'
import { expandAnswer } from './shorthand.ts'
import type { TreeScoreOptions } from './state.ts'

const ShortAnswer = z
  .union([
    z.null().describe('Nobody has answered; the same as leaving the question out'),
    z.boolean().describe('On a scale with the options yes and no'),
    z.number().describe('A number, the level of a rung, the value of a Likert step or of the one option worth it'),
    z.string().describe('The id of an option, a text, a day, or unknown or not-applicable'),
    z.array(z.string()).max(60).describe('The ids of the options chosen; none is an answer too'),
    z.record(z.string(), z.number()).describe('Percent by part'),
    z.record(z.string(), z.record(z.string(), z.string())).describe('Option by row and column'),
  ])
  .describe('In short, as the scale of the question reads it')

const AnswersHead = z.strictObject({
  format: z.literal('stegvis-answers/2').optional(),
  model: z
    .strictObject({ id: ModelKey, version: ModelVersion })
    .optional()
    .describe('What was answered; refused with another model. Without it, whatever it is scored with'),
  voice: z
    .enum(['self', 'coach'])
    .optional()
    .describe('self, unless it is said: as stated. coach: an option that needs evidence counts with the class seen'),
  facts: FactValues.optional().describe('By fact of the model; one not known is left out or null'),
  profile: FactValues.optional().describe('Another name for facts'),
  previous: z
    .record(z.string(), z.int().min(0).max(20))
    .optional()
    .describe('By node: its level in the earlier assessment'),
})

/**
 * The input of `stegvis model score` for a tree model: one voice's answers.
 * Published as content/models/answers-2.schema.json, with an example in docs/tree-answers-example.json.
 */
export const TreeAnswersFile = AnswersHead.extend({
  answers: z.record(z.string(), z.union([TreeAnswer, ShortAnswer])).describe('By question'),
})

/** Reads the answers one by one, so that each fault is told in the words of its question's scale. */
const Reading = AnswersHead.extend({ answers: z.record(z.string(), z.unknown()) })

export function treeAnswersJsonSchema(): Record<string, unknown> {
  const named = { 'evidence-class': EvidenceClass, key: ModelKey, answer: TreeAnswer, 'short-answer': ShortAnswer }
  return publishedSchema(TreeAnswersFile, named, {
    $id: 'https://stegvis.example/schemas/answers-2.schema.json',
    title: 'Stegvis answers to a tree model',
    description: 'The answers of one voice to one tree model: the input of `stegvis model score`.',
  })
}

/** What is wrong in a file of answers, and where, as a JSON pointer. */
export type AnswersFault = { pointer: string; message: Text }

export type ReadAnswersFile =
  | { ok: true; answers: TreeAnswers; options: TreeScoreOptions }
  | { ok: false; faults: AnswersFault[] }

/** A file of answers, read against the model it is for. Total: whatever the input, the answers or every fault. */
export function readAnswersFile(compiled: CompiledTree, input: unknown): ReadAnswersFile {
  const read = Reading.safeParse(input)
  if (!read.success) {
    return { ok: false, faults: faultsOfShape(read.error, input) }
  }
  const file = read.data
  const answers = readTreeAnswers(compiled, file.answers, ['answers'])
  const faults = [
    ...modelFaults(compiled, file.model),
    ...factFaults(compiled, file.facts, 'facts'),
    ...factFaults(compiled, file.profile, 'profile'),
    ...Object.keys(file.previous ?? {})
      .filter((node) => !compiled.nodeAt.has(node))
      .map((node) => fault(['previous', node], 'no-node', { id: node })),
    ...(file.facts && file.profile ? [fault(['profile'], 'facts-twice')] : []),
    ...(answers.ok ? [] : answers.faults),
  ]
  if (faults.length > 0 || !answers.ok) return { ok: false, faults }
  const { voice = 'self', facts = file.profile ?? {}, previous = {} } = file
  return {
    ok: true,
    answers: answers.answers,
    options: { voice, facts, previous: new Map(Object.entries(previous)) },
  }
}

/**
 * Answers by question, in full or in short, as a file and the examples of a model hold them. `path` is where they
 * stand, for the pointers of the faults.
 */
export function readTreeAnswers(
  compiled: CompiledTree,
  input: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[] = [],
): { ok: true; answers: TreeAnswers } | { ok: false; faults: AnswersFault[] } {
  const answers = new Map<string, TreeAnswer>()
  const faults: AnswersFault[] = []
  for (const [id, value] of Object.entries(input)) {
    const here = [...path, id]
    const at = compiled.questionAt.get(id)
    if (at === undefined) faults.push(fault(here, 'no-question', { id }))
    else if (value !== null) {
      const { scale } = compiled.questions[at]!
      const expanded = isFull(value) ? fullAnswer(value, here) : expandAnswer(scale.scale, value)
      if ('faults' in expanded) faults.push(...expanded.faults)
      else if ('message' in expanded) faults.push({ pointer: pointerTo(here), message: expanded.message })
      else {
        const message = answerFault(scale, expanded.answer)
        if (message === undefined) answers.set(id, expanded.answer)
        else faults.push({ pointer: pointerTo(here), message })
      }
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answers }
}

function isFull(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}

function fullAnswer(value: unknown, path: readonly PropertyKey[]): { answer: TreeAnswer } | { faults: AnswersFault[] } {
  const read = TreeAnswer.safeParse(value)
  if (read.success) return { answer: read.data }
  return { faults: faultsOfShape(read.error, value, path) }
}

/** What has not the shape it should have, in the words that faults of model files are told in. */
function faultsOfShape(error: z.ZodError, data: unknown, path: readonly PropertyKey[] = []): AnswersFault[] {
  return (error.issues as z.core.$ZodIssue[])
    .flatMap((issue) => shapeFaults(issue, data))
    .map(({ path: inner, code, details }) => ({
      pointer: pointerTo([...path, ...inner]),
      message: describeError(code, details),
    }))
}

function modelFaults({ model }: CompiledTree, named: { id: string; version: string } | undefined): AnswersFault[] {
  if (!named || (named.id === model.id && named.version === model.version)) return []
  return [fault(['model'], 'other-model', { id: model.id, version: model.version })]
}

function factFaults(compiled: CompiledTree, values: FactValues | undefined, key: string): AnswersFault[] {
  return Object.entries(values ?? {}).flatMap(([id, value]): AnswersFault[] => {
    const fact = compiled.facts.get(id)
    if (!fact) return [fault([key, id], 'no-fact', { id })]
    if (value === null || fits(fact, value)) return []
    if (fact.type === 'code' && fact.codes) {
      return [fault([key, id], 'not-one-of', { allowed: fact.codes.join(', ') })]
    }
    return [fault([key, id], 'wrong-fact', { expected: EXPECTED[fact.type] })]
  })
}

function fits(fact: Fact, value: number | string | boolean): boolean {
  switch (fact.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'truth':
      return typeof value === 'boolean'
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    case 'code':
      return typeof value === 'string' && (fact.codes?.includes(value) ?? true)
  }
}

const EXPECTED: Readonly<Record<Fact['type'], Text>> = {
  number: { sv: 'ett tal', en: 'a number' },
  code: { sv: 'en kod i citattecken', en: 'a code in quotes' },
  truth: { sv: 'true eller false', en: 'true or false' },
  day: { sv: 'en dag, till exempel 2026-11-23', en: 'a day, such as 2026-11-23' },
}

const SENTENCES = {
  'other-model': {
    sv: 'Svaren gäller en annan modell än {id} {version}.',
    en: 'The answers are for another model than {id} {version}.',
  },
  'no-question': { sv: 'Modellen har ingen fråga ”{id}”.', en: 'The model has no question “{id}”.' },
  'no-node': { sv: 'Modellen har ingen nod ”{id}”.', en: 'The model has no node “{id}”.' },
  'no-fact': { sv: 'Modellen frågar inte efter ”{id}”.', en: 'The model does not ask for “{id}”.' },
  'facts-twice': { sv: 'Skriv antingen ”facts” eller ”profile”.', en: 'Write either “facts” or “profile”.' },
  'not-one-of': { sv: 'Det ska vara något av: {allowed}.', en: 'It must be one of: {allowed}.' },
  'wrong-fact': { sv: 'Det ska vara {expected}.', en: 'It must be {expected}.' },
} as const satisfies Record<string, Text>

export const noNode = (id: string): Text => fillText(SENTENCES['no-node'], { id })

function fault(path: readonly PropertyKey[], code: keyof typeof SENTENCES, details: Fillings = {}): AnswersFault {
  return { pointer: pointerTo(path), message: fillText(SENTENCES[code], details) }
}
