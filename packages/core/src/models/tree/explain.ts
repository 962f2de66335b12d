import type { Text } from '../../kernel/text.ts'
import type { Fillings } from '../fill-text.ts'
import type { TreeAnswers } from './answers.ts'
import { explainAdjustment } from './explain-adjustment.ts'
import { explainQuestion } from './explain-answer.ts'
import { explainBuckets } from './explain-buckets.ts'
import type { TreeExplanation, TreeRule } from './explain-words.ts'
import { parseExpression } from './expression.ts'
import { printExpression } from './expression-print.ts'
import { settle } from './numbers.ts'
import type { CompiledNode, CompiledTree } from './program.ts'
import { runTree } from './run.ts'
import type { Need } from './schema-roll-up.ts'
import type { Texts } from './schema-words.ts'
import type { NodeScore } from './score.ts'
import { nodeScore } from './score-tree.ts'
import { KNOWN, type TreeScoreOptions, type TreeState } from './state.ts'
import { productText } from './texts.ts'

/** What explaining looks at: the same run as scoring, so that the words follow the figures. */
export type Scene = { compiled: CompiledTree; state: TreeState }

/**
 * Why a node is worth what it is: how its parts come together, each part with its own reasons, and what was applied
 * afterwards. `node` is its id; without such a node the explanation of the whole model is given.
 */
export function explainTree(
  compiled: CompiledTree,
  answers: TreeAnswers,
  options: TreeScoreOptions,
  node: string,
): TreeExplanation {
  const state = runTree(compiled, answers, options)
  return explainNode({ compiled, state }, compiled.nodeAt.get(node) ?? 0)
}

function explainNode(scene: Scene, at: number): TreeExplanation {
  const node = scene.compiled.nodes[at]!
  const row = nodeScore(scene.compiled, scene.state, at)
  const because =
    row.state === 'not-applicable' && row.reason.rule === 'does-not-apply' ? [] : reasonsOf(scene, at, row)
  return { ...headOf(scene, node, row), node: node.id, because }
}

export function nameOf({ compiled: { model } }: Scene, texts: Texts | undefined, id: string): Text {
  return texts ? productText(model, texts) : { sv: id, en: id }
}

/** Figures are shown with two decimals; what is worked out keeps all it has. */
export function shown(value: number): number {
  const rounded = Math.round(settle(value) * 100) / 100
  return Number.isFinite(rounded) ? rounded : value
}

function headOf(scene: Scene, node: CompiledNode, row: NodeScore): { rule: TreeRule; inputs: Fillings } {
  const name = nameOf(scene, node.node.name, node.id)
  switch (row.state) {
    case 'complete':
      return { rule: 'node', inputs: { name, standing: standingOf(scene, node, row) } }
    case 'open':
      return row.range
        ? { rule: 'node-open', inputs: { name, low: shown(row.range.low), high: shown(row.range.high) } }
        : { rule: 'node-open-without-range', inputs: { name } }
    case 'none':
      if (row.level !== null)
        return { rule: 'node-profile-level', inputs: { name, standing: standingOf(scene, node, row) } }
      return { rule: row.reason.rule === 'none' ? 'node-none' : 'node-nothing-counts', inputs: { name } }
    default: {
      if (row.reason.rule !== 'does-not-apply') return { rule: 'node-nothing-applies', inputs: { name } }
      return { rule: 'node-off', inputs: { name, because: becauseOf(scene, node) } }
    }
  }
}

/** Why a node does not apply, in the words of the model: its own, or those of what it lies in. */
function becauseOf(scene: Scene, node: CompiledNode): Text {
  for (let at: CompiledNode | undefined = node; at; at = scene.compiled.nodes[at.parent]) {
    if (at.node.because) return nameOf(scene, at.node.because, '')
  }
  return { sv: '', en: '' }
}

function standingOf(scene: Scene, node: CompiledNode, { score, level, band }: NodeScore): Text {
  const parts: Text[] = []
  if (score !== null) parts.push(figure(score))
  const named = node.node.bands?.find(({ id }) => id === band)
  if (named) parts.push(nameOf(scene, named.name, named.id))
  if (level !== null && level !== score) parts.push({ sv: `nivå ${level}`, en: `level ${level}` })
  return { sv: parts.map(({ sv }) => sv).join(', '), en: parts.map(({ en }) => en).join(', ') }
}

/** A number in the writing of each language. */
export function figure(value: number): Text {
  const text = String(shown(value))
  return { sv: text.replace('.', ','), en: text }
}

function reasonsOf(scene: Scene, at: number, row: NodeScore): TreeExplanation[] {
  const node = scene.compiled.nodes[at]!
  const { state } = scene
  if (node.answeredBy >= 0 && (row.reason.rule === 'answered-by' || row.reason.rule === 'nothing-applies')) {
    const beaten = state.standing[node.answeredBy] === KNOWN
    if (beaten) {
      const whole = explainQuestion(scene, node, node.answeredBy)
      return [line('answered-by'), whole, ...explainAdjustment(scene, at, row), ...explainBuckets(scene, row)]
    }
  }
  return [
    ...operatorOf(scene, at, node, row),
    ...node.children.flatMap((child) => [
      ...weightChanges(scene, node, child.id),
      child.isLeaf ? explainQuestion(scene, node, child.at) : explainNode(scene, child.at),
    ]),
    ...heldBack(scene, node, row),
    ...explainAdjustment(scene, at, row),
    ...explainBuckets(scene, row),
  ]
}

export function line(rule: TreeRule, inputs: Fillings = {}): TreeExplanation {
  return { rule, inputs, because: [] }
}

function operatorOf(
  { state }: Scene,
  at: number,
  { result, children }: CompiledNode,
  row: NodeScore,
): TreeExplanation[] {
  const counts = { counted: state.counted[at]!, children: children.length }
  switch (result.op) {
    case 'none':
      return []
    case 'points':
      return row.points
        ? [line('points', { reached: shown(row.points.reached), possible: shown(row.points.possible) })]
        : []
    case 'formula': {
      const formula = line('formula', { formula: printed(result.value) })
      return row.state === 'open' && row.blocking.length === 0 ? [formula, line('undetermined')] : [formula]
    }
    case 'broad-step':
      return [line('broad-step', { share: `${result.share[0]}/${result.share[1]}`, floor: result.floor })]
    case 'deduct':
      return [line('deduct', { from: result.from, least: result['at-least'] })]
    case 'gate':
    case 'ladder':
      return [line(result.op, { need: needInWords(result.need), least: result['at-least'] })]
    default:
      return [line(result.op, { ...counts, ...('at-least' in result && { least: result['at-least'] }) })]
  }
}

function needInWords(need: Need): Text {
  if (need === 'all') return { sv: 'allt', en: 'all' }
  if ('count' in need) return { sv: `minst ${need.count}`, en: `at least ${need.count}` }
  if ('all-but' in need) return { sv: `allt utom ${need['all-but']}`, en: `all but ${need['all-but']}` }
  const percent = shown(need.share * 100)
  return { sv: `minst ${String(percent).replace('.', ',')} procent`, en: `at least ${percent} percent` }
}

/** An expression in its one writing; as it stands where it cannot be read. */
export function printed(source: string): string {
  const parsed = parseExpression(source)
  return parsed.ok ? printExpression(parsed.expression) : source
}

/** Factors that hold, which make a child count for more or less. */
function weightChanges(scene: Scene, { children }: CompiledNode, id: string): TreeExplanation[] {
  const child = children.find((one) => one.id === id)!
  return child.factors.flatMap(({ when, factor }, at) => {
    if (when(scene.state) !== true) return []
    const source = child.place.weights?.[at]?.when ?? ''
    return [line('weight-changed', { name: childName(scene, id), factor, when: printed(source) })]
  })
}

function childName(scene: Scene, id: string): Text {
  const { model, nodeAt, nodes, questionAt } = scene.compiled
  const node = nodes[nodeAt.get(id) ?? -1]
  if (node) return nameOf(scene, node.node.name, id)
  const question = model.questions[questionAt.get(id) ?? -1]
  return nameOf(scene, question?.text, id)
}

function heldBack(scene: Scene, node: CompiledNode, row: NodeScore): TreeExplanation[] {
  const lines: TreeExplanation[] = []
  if (row.blocking.length > 0) {
    const stage = scene.state.stage[scene.compiled.nodeAt.get(node.id) ?? -1] ?? 0
    const next: Text =
      node.result.op === 'gate'
        ? { sv: 'Kravet', en: 'The requirement' }
        : { sv: `Nivå ${stage + 1}`, en: `Level ${stage + 1}` }
    lines.push(line('held-back', { next, names: listOf(scene, row.blocking) }))
  }
  if (row.ahead.length > 0) lines.push(line('ahead', { names: listOf(scene, row.ahead) }))
  return lines
}

function listOf(scene: Scene, ids: readonly string[]): Text {
  const names = ids.map((id) => childName(scene, id))
  return { sv: names.map(({ sv }) => `”${sv}”`).join(', '), en: names.map(({ en }) => `“${en}”`).join(', ') }
}
