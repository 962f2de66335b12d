import { compileTree } from '../compile.ts'
import type { CompiledNode, CompiledTree } from '../program.ts'
import type { TreeModel } from '../schema.ts'
import type { RollUp } from '../schema-roll-up.ts'
import type { Restated } from './restate.ts'

/** Of the questions below a node: those that both measurements have, and all of the later version. */
export type Anchors = { anchors: number; questions: number }

export type AnchoredNode = Anchors & {
  /** Whether its bands and levels still mean what the model says, although questions below it are left out. */
  keepsScale: boolean
}

const NEVER = 'false'

/**
 * The version with its anchors alone: the questions that an earlier measurement has, too. The others are hidden, and
 * hidden questions never count. Two measurements scored on it differ by nothing but their answers.
 */
export function anchorTree(model: TreeModel, lost: ReadonlySet<string>): CompiledTree {
  const questions = model.questions.map((question) =>
    lost.has(question.id) ? { ...question, 'visible-when': NEVER } : question,
  )
  return compileTree({ ...model, questions })
}

/**
 * The questions of the version arrived at that could not be restated and can make a difference. Where only texts
 * changed, and questions came that change no result, there are none.
 */
export function lostQuestions({ rule, notRestated }: Restated): ReadonlySet<string> {
  return new Set(rule === 'implied' ? [] : notRestated.map(({ question }) => question))
}

/** By view and node, as `placeKey` writes it. */
export function anchoredNodes(compiled: CompiledTree, lost: ReadonlySet<string>): ReadonlyMap<string, AnchoredNode> {
  const { nodes, questions } = compiled
  const kept: boolean[] = []
  const found = new Map<string, AnchoredNode>()
  // Children stand after their parents.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!
    const anchors = [...node.below].filter((question) => !lost.has(questions[question]!.id)).length
    const keepsScale = anchors === node.below.length || (!ADDS_UP.has(node.result.op) && childrenKeep(node, kept))
    found.set(placeKey({ view: node.view, node: node.id }), {
      ...{ anchors, questions: node.below.length },
      keepsScale,
    })
    kept[at] = keepsScale
  }
  return found
}

export const placeKey = ({ view, node }: { view: string; node: string }): string => `${view}/${node}`

/** Roll-ups whose value grows or shrinks with how many there are to roll up, so that fewer reach other bands. */
const ADDS_UP: ReadonlySet<RollUp['op']> = new Set([
  'sum',
  'points',
  'product',
  'count-met',
  'deduct',
  'staged-percent',
  'formula',
])

function childrenKeep({ children }: CompiledNode, kept: readonly boolean[]): boolean {
  return children.every(({ isLeaf, at }) => isLeaf || kept[at] === true)
}
