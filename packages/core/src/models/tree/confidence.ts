import type { Text } from '../../kernel/text.ts'
import { evidenceRank } from '../schema.ts'
import type { TreeAnswers } from './answers.ts'
import type { CompiledTree } from './program.ts'
import { runTree } from './run.ts'
import { countedAnswer, isOpen, KNOWN, type TreeScoreOptions, type TreeState, VALUELESS } from './state.ts'

const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export type ConfidenceOf = {
  confidence: Confidence
  /** How far each part reaches; the lowest is the confidence. */
  parts: Record<'coverage' | 'evidence' | 'validated', Confidence>
}

/** Words, never a decimal: the parts are too different to be weighed against each other. */
export const CONFIDENCE_NAMES: Readonly<Record<Confidence, Text>> = {
  low: { sv: 'låg säkerhet', en: 'low confidence' },
  medium: { sv: 'viss säkerhet', en: 'some confidence' },
  high: { sv: 'hög säkerhet', en: 'high confidence' },
}

/**
 * How far the result of a node can be relied on: the lowest of its coverage (all answered; nine tenths), its
 * evidence (nine tenths of the answers with a document or better; half of them) and whether a coach has answered.
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
  const { answered, asked, shown } = countBelow(compiled, state, compiled.nodes[at]!.below)
  if (asked === 0) return null
  const parts: ConfidenceOf['parts'] = {
    coverage: graded(answered, asked, 1, 0.9),
    evidence: graded(shown, answered, 0.9, 0.5),
    validated: options.voice === 'coach' ? 'high' : 'low',
  }
  const lowest = Math.min(...Object.values(parts).map((part) => CONFIDENCES.indexOf(part)))
  return { confidence: CONFIDENCES[lowest]!, parts }
}

const DOCUMENT = evidenceRank('E2')

function countBelow(
  { questions }: CompiledTree,
  state: TreeState,
  below: Int32Array,
): { answered: number; asked: number; shown: number } {
  const count = { answered: 0, asked: 0, shown: 0 }
  for (const at of below) {
    const standing = state.standing[at]!
    if (standing === KNOWN || standing === VALUELESS) {
      count.asked++
      count.answered++
      if (evidenceRank(countedAnswer(state, at, questions[at]!.id)?.evidence ?? 'E0') >= DOCUMENT) count.shown++
    } else if (isOpen(standing)) count.asked++
  }
  return count
}

function graded(part: number, whole: number, high: number, medium: number): Confidence {
  if (whole === 0 || part < medium * whole) return 'low'
  return part >= high * whole ? 'high' : 'medium'
}
