import type { Text } from '../../kernel/text.ts'
import { evidenceRank } from '../schema.ts'
import type { TreeAnswers } from './answers.ts'
import { asksEvidence, neededEvidence } from './needed-evidence.ts'
import type { CompiledTree } from './program.ts'
import { runTree } from './run.ts'
import { countedAnswer, HIDDEN, isOpen, type TreeScoreOptions, type TreeState, VALUELESS } from './state.ts'

const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export type ConfidenceOf = {
  confidence: Confidence
  /** How far each part reaches; the lowest is the confidence. Evidence is null where the model asks none. */
  parts: { coverage: Confidence; evidence: Confidence | null; validated: Confidence }
}

/** Words, never a decimal: the parts are too different to be weighed against each other. */
export const CONFIDENCE_NAMES: Readonly<Record<Confidence, Text>> = {
  low: { sv: 'låg säkerhet', en: 'low confidence' },
  medium: { sv: 'viss säkerhet', en: 'some confidence' },
  high: { sv: 'hög säkerhet', en: 'high confidence' },
}

/**
 * How far the result of a node can be relied on, by what the model asks for: the lowest of its coverage (all answered;
 * nine tenths), of its evidence (nine tenths of the answers that need it have it; half of them) and of whether a coach
 * has answered. A model that asks no evidence below the node is not less sure for having none.
 * `node` is its id; null where the model has no such node or nothing is asked in it.
 */
export function confidenceOf(
  compiled: CompiledTree,
  answers: TreeAnswers,
  options: TreeScoreOptions,
  node: string,
): ConfidenceOf | null {
  const at = compiled.nodeAt.get(node)
  if (at === undefined) return null
  const state = runTree(compiled, answers, options)
  const { answered, asked, due, shown, asksAny } = countBelow(compiled, state, compiled.nodes[at]!.below)
  if (asked === 0) return null
  const parts: ConfidenceOf['parts'] = {
    coverage: graded(answered, asked, 1, 0.9),
    evidence: asksAny ? graded(shown, due, 0.9, 0.5) : null,
    validated: options.voice === 'coach' ? 'high' : 'low',
  }
  const reached = Object.values(parts).flatMap((part) => (part === null ? [] : [CONFIDENCES.indexOf(part)]))
  return { confidence: CONFIDENCES[Math.min(...reached)]!, parts }
}

function countBelow({ questions }: CompiledTree, state: TreeState, below: Int32Array) {
  const count = { answered: 0, asked: 0, due: 0, shown: 0, asksAny: false }
  for (const at of below) {
    const question = questions[at]!
    const standing = state.standing[at]!
    if (standing >= HIDDEN && standing !== VALUELESS) continue
    count.asked++
    if (asksEvidence(question)) count.asksAny = true
    const answer = countedAnswer(state, at, question.id)
    if (!answer || isOpen(standing)) continue
    count.answered++
    const needed = neededEvidence(question, answer)
    if (needed === 0) continue
    count.due++
    if (evidenceRank(answer.evidence ?? 'E0') >= needed) count.shown++
  }
  return count
}

/** Nothing of nothing is all there is. */
function graded(part: number, whole: number, high: number, medium: number): Confidence {
  if (part < medium * whole) return 'low'
  return part >= high * whole ? 'high' : 'medium'
}
