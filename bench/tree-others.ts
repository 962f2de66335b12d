import { Parser } from 'expr-eval-fork'
import jsonata from 'jsonata'
import { Model as Survey } from 'survey-core'
import type { TreeAnswers } from '../packages/core/src/models/tree/answers.ts'
import type { TreeModel } from '../packages/core/src/models/tree/schema.ts'
import type { Leaf, TreeNode } from '../packages/core/src/models/tree/schema-nodes.ts'

/** The score of each node, in the order of the tree. */
type ByHand = (answers: TreeAnswers) => readonly number[]

/**
 * The same sums as somebody would write them for this one model: no loops, no tables, no missing answers. One
 * function an area, as a person would, and as the compiler needs it to optimise them.
 */
export function byHand({ tree }: TreeModel): ByHand {
  const nodes = nodesOf(tree)
  const place = new Map(nodes.map((node, at) => [node, at]))
  const read = (child: TreeNode | Leaf) =>
    'question' in child ? `worth(answers.get('${child.question}'))` : `scores[${place.get(child)}]`
  const statement = (node: TreeNode) => `scores[${place.get(node)}] = ${script(node, node.children.map(read))}`
  const parts = tree.children.map((area) => ('question' in area ? [] : nodesOf(area).reverse()))
  const source = `
    const worth = (answer) => answer.option === 'yes' ? 1 : 0
    ${LADDER}
    ${parts.map((part, at) => `function part${at}(answers, scores) {\n${part.map(statement).join('\n')}\n}`).join('\n')}
    return (answers) => {
      const scores = new Array(${nodes.length}).fill(0)
      ${parts.map((_, at) => `part${at}(answers, scores)`).join('\n')}
      ${statement(tree)}
      return scores
    }`
  return new Function(source)() as ByHand
}

const LADDER = `
  function ladder(a, b, c, d, e, f, g, h, i, j) {
    if (a < 1 || b < 1) return 0
    if (c < 1 || d < 1) return 1
    if (e < 1 || f < 1) return 2
    if (g < 1 || h < 1) return 3
    return i < 1 || j < 1 ? 4 : 5
  }
  function broadStep(a, b, c, d, e, f) {
    const lowest = Math.min(a, b, c, d, e, f)
    for (let step = Math.min(Math.max(a, b, c, d, e, f), lowest + 1); step > lowest; step--) {
      const reached = (a >= step) + (b >= step) + (c >= step) + (d >= step) + (e >= step) + (f >= step)
      if (reached * 3 >= 12) return step
    }
    return lowest
  }`

function script({ result, children }: TreeNode, parts: readonly string[]): string {
  switch (result.op) {
    case 'min':
    case 'max':
      return `Math.${result.op}(${parts.join(', ')})`
    case 'ladder':
      return `ladder(${parts.join(', ')})`
    case 'broad-step':
      return `broadStep(${parts.join(', ')})`
    default:
      return sumOf(result.op, children, parts)
  }
}

function sumOf(op: string, children: TreeNode['children'], parts: readonly string[]): string {
  if (op === 'sum') return parts.join(' + ')
  if (op === 'mean') return `(${parts.join(' + ')}) / ${parts.length}`
  const weights = children.map(({ weight }) => weight ?? 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return `(${parts.map((part, at) => `${weights[at]} * ${part}`).join(' + ')}) / ${whole}`
}

/** One formula a node, read once and evaluated for each set of answers. */
export function byExpressions({ tree }: TreeModel): ByHand {
  const parser = new Parser()
  const nodes = nodesOf(tree)
  const name = (id: string) => id.replaceAll('-', '_')
  const formulas = nodes.map((node) => ({
    name: name(node.id),
    formula: parser.parse(
      formulaOf(
        node,
        node.children.map((child) => name('question' in child ? child.question : child.id)),
      ),
    ),
  }))
  return (answers) => {
    const scope: Record<string, number> = {}
    for (const [id, answer] of answers) scope[name(id)] = answer.kind === 'option' && answer.option === 'yes' ? 1 : 0
    const scores = new Array<number>(nodes.length)
    for (let at = nodes.length - 1; at >= 0; at--) {
      const { name, formula } = formulas[at]!
      scores[at] = scope[name] = Number(formula.evaluate(scope))
    }
    return scores
  }
}

/** The same in what both expression languages have in common but for the names of things. */
function formulaOf({ result, children }: TreeNode, parts: readonly string[], iif = '?'): string {
  const when = (condition: string, yes: string, no: string) =>
    iif === '?' ? `(${condition} ? ${yes} : ${no})` : `iif(${condition}, ${yes}, ${no})`
  switch (result.op) {
    case 'min':
    case 'max':
      return `${result.op}(${parts.join(', ')})`
    case 'ladder': {
      const held = (level: number): string =>
        level === 5
          ? '5'
          : when(`${parts[level * 2]} >= 1 and ${parts[level * 2 + 1]} >= 1`, held(level + 1), String(level))
      return held(0)
    }
    case 'broad-step': {
      const lowest = `min(${parts.join(', ')})`
      const above = parts.map((part) => when(`${part} > ${lowest}`, '1', '0')).join(' + ')
      return when(`(${above}) * 3 >= 12`, `${lowest} + 1`, lowest)
    }
    default:
      return sumOf(result.op, children, parts)
  }
}

/** One expression a node over a document of the answers and of what is worked out already. */
export function byJsonata({ tree }: TreeModel): (answers: TreeAnswers) => Promise<readonly number[]> {
  const nodes = nodesOf(tree)
  const name = (id: string) => id.replaceAll('-', '_')
  const expressions = nodes.map((node) => {
    const parts = node.children.map((child) => name('question' in child ? child.question : child.id))
    return {
      name: name(node.id),
      expression: jsonata(formulaOf(node, parts).replace(/\b(min|max)\((.*?)\)/g, '$$$1([$2])')),
    }
  })
  return async (answers) => {
    const document: Record<string, number> = {}
    for (const [id, answer] of answers) document[name(id)] = answer.kind === 'option' && answer.option === 'yes' ? 1 : 0
    const scores = new Array<number>(nodes.length)
    for (let at = nodes.length - 1; at >= 0; at--) {
      const { name, expression } = expressions[at]!
      scores[at] = document[name] = Number(await expression.evaluate(document))
    }
    return scores
  }
}

/** One calculated value a node, of answers and of other calculated values. */
export function bySurvey({ tree, questions }: TreeModel): ByHand {
  const nodes = nodesOf(tree)
  const survey = new Survey({
    elements: questions.map(({ id }) => ({ type: 'text', inputType: 'number', name: id })),
    calculatedValues: [...nodes].reverse().map((node) => ({
      name: node.id,
      expression: formulaOf(
        node,
        node.children.map((child) => `{${'question' in child ? child.question : child.id}}`),
        'iif',
      ),
    })),
  })
  return (answers) => {
    const data: Record<string, number> = {}
    for (const [id, answer] of answers) data[id] = answer.kind === 'option' && answer.option === 'yes' ? 1 : 0
    survey.data = data
    return nodes.map(({ id }) => Number(survey.getVariable(id)))
  }
}

/** Parents before children. */
function nodesOf(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap((child) => ('question' in child ? [] : nodesOf(child)))]
}
