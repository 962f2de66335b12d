import { referencesOf } from '../expression.ts'
import type { ReadExpression } from './expressions.ts'
import type { TreeFinding } from './finding.ts'
import type { Places } from './places.ts'

const READS_QUESTION = new Set(['answer', 'answered', 'chosen'])

/** Questions whose answers count nowhere: in no tree, in place of no node, and read by no expression. */
export function unusedFindings({ model, nodes }: Places, expressions: readonly ReadExpression[]): TreeFinding[] {
  const used = new Set([
    ...nodes.flatMap(({ node, children }) => [
      ...children.flatMap((child) => (child.kind === 'leaf' ? [child.leaf.question] : [])),
      ...(node['answered-by'] === undefined ? [] : [node['answered-by']]),
    ]),
    ...expressions.flatMap(({ expression }) =>
      referencesOf(expression).flatMap(({ read, id }) => (READS_QUESTION.has(read) ? [id] : [])),
    ),
  ])
  return model.questions.flatMap(({ id }, at): TreeFinding[] =>
    used.has(id)
      ? []
      : [{ path: ['questions', at], code: 'question-unused', details: { question: id }, severity: 'warning' }],
  )
}
