import { evidenceRank } from '../schema.ts'
import { compileCondition, type Places } from './compile-conditions.ts'
import { compileScale } from './compile-scales.ts'
import type { CompiledQuestion, CompiledScale } from './program.ts'
import { scaleOf } from './scale-of.ts'
import type { TreeModel, TreeQuestion } from './schema.ts'
import type { TreeNode } from './schema-nodes.ts'
import type { Scale } from './schema-scales.ts'

/** Lays the questions out: each with the scale it is answered by, its condition and the nodes right above it. */
export function compileQuestions(
  model: TreeModel,
  walked: readonly { node: TreeNode }[],
  places: Places,
): CompiledQuestion[] {
  const compiled = new Map<Scale, CompiledScale>()
  const scaleFor = (question: TreeQuestion): CompiledScale => {
    const scale = scaleOf(model, question) ?? NO_SCALE
    const known = compiled.get(scale) ?? compileScale(scale)
    compiled.set(scale, known)
    return known
  }
  const under = model.questions.map(() => new Set<number>())
  walked.forEach(({ node }, at) => {
    for (const child of node.children) {
      if ('question' in child) under[places.questionAt.get(child.question) ?? -1]?.add(at)
    }
    if (node['answered-by']) under[places.questionAt.get(node['answered-by']) ?? -1]?.add(at)
  })
  return model.questions.map((question, at) => ({
    id: question.id,
    question,
    scale: scaleFor(question),
    needs: question.evidence ? evidenceRank(question.evidence) : 0,
    visibleWhen: question['visible-when'] ? compileCondition(question['visible-when'], places) : undefined,
    under: Int32Array.from(under[at]!),
    isFilter: false,
    isAlways: false,
  }))
}

/** Of a question whose scale is not there, which checking refuses. */
const NO_SCALE: Scale = { type: 'text', unknown: 'allowed', 'not-applicable': 'allowed' }
