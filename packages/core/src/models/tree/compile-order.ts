import { APPLIES, type CompiledNode, type CompiledQuestion, type CompiledTree, NODE, QUESTION } from './program.ts'
import type { Modifier } from './schema-roll-up.ts'

type Steps = Pick<CompiledTree, 'steps' | 'alwaysFirst' | 'dependents' | 'questionStep'>
type Reads = (source: string) => [number, number][]

/**
 * The order in which a model is worked out, so that everything is known before it is read: whether nodes apply,
 * which questions show and what they are worth, what nodes are worth.
 *
 * A question shows only where one of its nodes applies. Questions that decide whether nodes apply are asked in any
 * case: they could not be answered otherwise. What remains is a circle only where the model has one, which
 * checking refuses; here one step of it then reads what is not yet known.
 */
export function orderSteps(
  questions: readonly CompiledQuestion[],
  nodes: readonly CompiledNode[],
  reads: Reads,
): Steps {
  const step = (kind: number, at: number) => at * 3 + kind
  const needs = new Map<number, number[]>()
  const need = (of: number, list: [number, number][]) => {
    needs.set(of, [...(needs.get(of) ?? []), ...list.map(([kind, at]) => step(kind, at))])
  }
  questions.forEach(({ question }, at) => {
    need(step(QUESTION, at), reads(question['visible-when'] ?? ''))
  })
  // Nodes that nothing switches off need no deciding. Parents stand before their children.
  const isDecided: boolean[] = []
  nodes.forEach(({ appliesWhen, parent }) => {
    isDecided.push(appliesWhen !== undefined || (parent >= 0 && isDecided[parent]!))
  })
  const deciding = (at: number): [number, number][] => (isDecided[at] ? [[APPLIES, at]] : [])
  nodes.forEach((node, at) => {
    const above = node.parent >= 0 ? deciding(node.parent) : []
    need(step(APPLIES, at), [...reads(node.node['applies-when'] ?? ''), ...above])
    const read = [...deciding(at), ...readByNode(node, reads)]
    need(
      step(NODE, at),
      read.filter(([kind, of]) => kind !== NODE || of !== at),
    )
  })
  const filters = reachedFrom(
    nodes.flatMap((_, at) => (isDecided[at] ? [step(APPLIES, at)] : [])),
    needs,
  )
  questions.forEach((question, at) => {
    const under = [...question.under]
    question.isFilter = filters.has(step(QUESTION, at))
    const isAsked = question.isFilter || under.length === 0 || under.some((node) => !isDecided[node])
    question.isAlways = question.visibleWhen === undefined && isAsked
    if (!isAsked) need(step(QUESTION, at), under.flatMap(deciding))
  })
  const all = [
    ...nodes.map((_, at) => step(NODE, at)),
    ...questions.map((_, at) => step(QUESTION, at)),
    ...nodes.flatMap((_, at) => (isDecided[at] ? [step(APPLIES, at)] : [])),
  ]
  const always = questions.flatMap(({ isAlways }, at) => (isAlways ? [step(QUESTION, at)] : []))
  return { ...laidOut(sortedByNeed([...always, ...all], needs), needs, questions.length), alwaysFirst: always.length }
}

/** Everything the worth of a node reads. */
function readByNode({ node, children, answeredBy }: CompiledNode, reads: Reads): [number, number][] {
  const conditions = [
    ...(node.result.op === 'formula' ? [node.result.value] : []),
    ...(node.adjust ?? []).flatMap(conditionsOf),
    ...(node.stars ?? []).map(({ when }) => when),
    ...node.children.flatMap(({ weights }) => (weights ?? []).map(({ when }) => when)),
  ]
  return [
    ...children.map(({ isLeaf, at }): [number, number] => [isLeaf ? QUESTION : NODE, at]),
    ...(answeredBy < 0 ? [] : [[QUESTION, answeredBy] as [number, number]]),
    ...conditions.flatMap(reads),
  ]
}

function conditionsOf(modifier: Modifier): string[] {
  const when = 'when' in modifier && modifier.when ? [modifier.when] : []
  return modifier.do === 'cap' || modifier.do === 'floor' ? [modifier.at, ...when] : when
}

function reachedFrom(starts: readonly number[], needs: ReadonlyMap<number, readonly number[]>): Set<number> {
  const reached = new Set(starts)
  const waiting = [...starts]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    for (const needed of needs.get(step) ?? []) {
      if (reached.has(needed)) continue
      reached.add(needed)
      waiting.push(needed)
    }
  }
  return reached
}

/** Depth first without recursion, so that long chains of nodes do no harm. */
function sortedByNeed(all: readonly number[], needs: ReadonlyMap<number, readonly number[]>): number[] {
  const sorted: number[] = []
  const begun = new Set<number>()
  for (const start of all) {
    if (begun.has(start)) continue
    begun.add(start)
    const path = [{ step: start, next: 0 }]
    while (path.length > 0) {
      const top = path.at(-1)!
      const needed = needs.get(top.step)?.[top.next++]
      if (needed === undefined) {
        sorted.push(top.step)
        path.pop()
      } else if (!begun.has(needed)) {
        begun.add(needed)
        path.push({ step: needed, next: 0 })
      }
    }
  }
  return sorted
}

function laidOut(
  sorted: readonly number[],
  needs: ReadonlyMap<number, readonly number[]>,
  questions: number,
): Omit<Steps, 'alwaysFirst'> {
  const placeOf = new Map(sorted.map((step, place) => [step, place]))
  const dependents = sorted.map((): Set<number> => new Set())
  const questionStep = new Int32Array(questions)
  sorted.forEach((step, place) => {
    for (const needed of needs.get(step) ?? []) dependents[placeOf.get(needed)!]!.add(place)
    if (step % 3 === QUESTION) questionStep[(step - QUESTION) / 3] = place
  })
  return {
    steps: {
      kind: Uint8Array.from(sorted, (step) => step % 3),
      at: Int32Array.from(sorted, (step) => (step - (step % 3)) / 3),
    },
    dependents: dependents.map((places) => Int32Array.from(places)),
    questionStep,
  }
}
