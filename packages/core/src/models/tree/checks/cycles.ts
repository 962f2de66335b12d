import type { Path } from '../../yaml-source.ts'
import { referencesOf } from '../expression.ts'
import type { ReadExpression } from './expressions.ts'
import type { TreeFinding } from './finding.ts'
import type { NodePlace, Places } from './places.ts'

/** One thing that is worked out: whether a question shows and its worth, whether a node applies, what it is worth. */
type Step = { id: string; needs: { key: string; path: Path }[] }

/**
 * Circles among what is worked out, each told once with its members, and among actions that wait for each other;
 * and the nodes in an order in which everything that a node reads comes before it.
 */
export function calculationOrder(
  places: Places,
  expressions: readonly ReadExpression[],
): { findings: TreeFinding[]; nodes: NodePlace[] } {
  const steps = stepsOf(places, expressions)
  const { findings, done } = walk(steps, 'calculation-cycle')
  const nodes = done.flatMap((key) => {
    const place = places.nodeById.get(steps.get(key)!.id)
    return place && key === value(place.node.id) ? [place] : []
  })
  return { findings: [...findings, ...actionCycles(places)], nodes }
}

const question = (id: string) => `question ${id}`
const applies = (id: string) => `applies ${id}`
const value = (id: string) => `value ${id}`

function stepsOf({ model, nodes }: Places, expressions: readonly ReadExpression[]): Map<string, Step> {
  const steps = new Map<string, Step>()
  for (const { id } of model.questions) steps.set(question(id), { id, needs: [] })
  for (const { node, path, parent, children } of nodes) {
    const { id } = node
    steps.set(applies(id), { id, needs: parent ? [{ key: applies(parent.node.id), path }] : [] })
    const below = children.map((child) => ({
      key: child.kind === 'leaf' ? question(child.leaf.question) : value(child.place.node.id),
      path: child.path,
    }))
    const instead = node['answered-by']
    steps.set(value(id), {
      id,
      needs: [
        { key: applies(id), path },
        ...below,
        ...(instead === undefined ? [] : [{ key: question(instead), path: [...path, 'answered-by'] }]),
      ],
    })
  }
  for (const { reader, expression, path } of expressions) {
    if (!('id' in reader)) continue
    const { id, of } = reader
    const step = steps.get(of === 'question' ? question(id) : of === 'applies' ? applies(id) : value(id))
    for (const { read, id: target } of referencesOf(expression)) {
      const isOwn = of === 'stars' && target === id
      if (read === 'answer' || read === 'answered' || read === 'chosen') {
        step?.needs.push({ key: question(target), path })
      } else if ((read === 'value' || read === 'share' || read === 'level') && !isOwn) {
        step?.needs.push({ key: value(target), path })
      }
    }
  }
  return steps
}

function actionCycles({ model }: Places): TreeFinding[] {
  const steps = (model.actions ?? []).map(({ id, requires }, at): [string, Step] => [
    id,
    { id, needs: (requires ?? []).map((key, place) => ({ key, path: ['actions', at, 'requires', place] })) },
  ])
  return walk(new Map(steps), 'requires-cycle').findings
}

/** Depth first without recursion: a long chain of conditions is no circle and does no harm. */
function walk(
  steps: ReadonlyMap<string, Step>,
  code: 'calculation-cycle' | 'requires-cycle',
): { findings: TreeFinding[]; done: string[] } {
  const findings: TreeFinding[] = []
  const done = new Set<string>()
  const open = new Set<string>()
  for (const start of steps.keys()) {
    const trail: { key: string; next: number }[] = []
    const enter = (key: string) => {
      open.add(key)
      trail.push({ key, next: 0 })
    }
    if (!done.has(start)) enter(start)
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const need = steps.get(top.key)?.needs[top.next++]
      if (!need) {
        done.add(top.key)
        open.delete(top.key)
        trail.pop()
      } else if (open.has(need.key)) {
        const circle = trail.slice(trail.findIndex(({ key }) => key === need.key))
        findings.push({ path: placeOf(circle, steps) ?? need.path, code, details: { cycle: named(circle, steps) } })
      } else if (!done.has(need.key) && steps.has(need.key)) enter(need.key)
    }
  }
  return { findings, done: [...done] }
}

type Circle = readonly { key: string; next: number }[]

/** The condition or formula that closes the circle, rather than the tree that it goes through. */
function placeOf(circle: Circle, steps: ReadonlyMap<string, Step>): Path | undefined {
  const paths = circle.map(({ key, next }) => steps.get(key)!.needs[next - 1]!.path)
  return paths.findLast((path) => typeof path.at(-1) === 'string' && path.at(-1) !== 'tree')
}

/** `a → b → a`; a step that stands for the same thing as the one before it is not named again. */
function named(circle: Circle, steps: ReadonlyMap<string, Step>): string {
  const ids = circle.map(({ key }) => steps.get(key)!.id).filter((id, at, all) => id !== all[at - 1])
  if (ids.length > 1 && ids.at(-1) === ids[0]) ids.pop()
  return [...ids, ids[0]!].join(' → ')
}
