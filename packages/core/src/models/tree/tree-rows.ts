import type { Text } from '../../kernel/text.ts'
import type { TreeAnswers } from './answers.ts'
import { explainTree } from './explain.ts'
import { type TreeExplanation, treeExplanationText } from './explain-words.ts'
import type { CompiledTree } from './program.ts'
import type { TreeScore } from './score.ts'
import { type ScoredNode, scoredNode } from './score-file.ts'
import type { TreeScoreOptions } from './state.ts'
import { productText } from './texts.ts'

type Scene = { compiled: CompiledTree; answers: TreeAnswers; options: TreeScoreOptions }

/** The rows of a score with the name of each node and its reason in words. */
export function scoredRows({ compiled, answers, options }: Scene, { nodes }: TreeScore): ScoredNode[] {
  const told = new Map<string, TreeExplanation>()
  return nodes.map((row, at) => {
    const { node, parent } = compiled.nodes[at]!
    const above = nodes[parent]
    if (!told.has(node.id)) {
      // Below what does not apply nothing else is told: the reason is the one above.
      const isOffAbove = above?.state === 'not-applicable' && row.state === 'not-applicable'
      const inherited = isOffAbove ? told.get(above.node) : undefined
      if (inherited) told.set(node.id, inherited)
      else index(explainTree(compiled, answers, options, node.id), told)
    }
    const name = node.name ? productText(compiled.model, node.name) : { sv: node.id, en: node.id }
    return scoredNode(row, name, inShort(told.get(node.id)))
  })
}

/** The explanation of a node holds those of the nodes below it. */
function index(explanation: TreeExplanation, told: Map<string, TreeExplanation>): void {
  if (explanation.node !== undefined && !told.has(explanation.node)) told.set(explanation.node, explanation)
  for (const reason of explanation.because) index(reason, told)
}

/** The first line and what it rests on directly, without what each part says for itself. */
function inShort(explanation: TreeExplanation | undefined): Text {
  if (!explanation) return { sv: '–', en: '–' }
  const lines = [explanation, ...explanation.because.filter(({ node, question }) => !node && !question)]
  const told = (language: 'sv' | 'en') =>
    lines.flatMap((one) => treeExplanationText({ ...one, because: [] }, language)).join(' ')
  return { sv: told('sv'), en: told('en') }
}
