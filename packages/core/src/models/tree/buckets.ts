import { shownBy } from './answer-worth.ts'
import { collectChildren } from './collect.ts'
import { bucketedChoices } from './compile-buckets.ts'
import { settle } from './numbers.ts'
import { own } from './own.ts'
import type { CompiledBuckets, CompiledNode, CompiledTree } from './program.ts'
import type { NodeBuckets } from './score.ts'
import { BESIDE, countedAnswer, HIDDEN, isOpen, KNOWN, type TreeState } from './state.ts'

/**
 * Divides what a node counts on the buckets of the model: each child by its weight or points, as they are after
 * redistribution, and what nobody has answered apart. What is on no bucket's scale plays no part. Caps, floors and
 * other modifiers change what a node is worth, not how it is divided.
 *
 * Source: Territoire engagé, which keeps done, planned, not done and not filled in apart at every node.
 */
export function fillBuckets(compiled: CompiledTree, state: TreeState, at: number, buckets: CompiledBuckets): void {
  const node = compiled.nodes[at]!
  const { shares } = state
  const width = buckets.ids.length + 1
  const from = at * width
  shares.fill(0, from, from + width)
  if (state.standing[node.slot] === BESIDE || state.standing[node.slot] === HIDDEN) return
  const whole = addParts(compiled, state, node, buckets, from)
  if (whole > 0) for (let n = from; n < from + width; n++) shares[n] = shares[n]! / whole
}

/** Adds up what the children have in each bucket; gives the weight of those that have any. */
function addParts(
  compiled: CompiledTree,
  state: TreeState,
  node: CompiledNode,
  buckets: CompiledBuckets,
  to: number,
): number {
  const { answeredBy, children, op } = node
  if (answeredBy >= 0 && state.standing[answeredBy] === KNOWN)
    return addQuestion(compiled, state, answeredBy, buckets, to, 1)
  const { count } = collectChildren(compiled, state, node)
  const { child, weight, possible } = state.work
  let whole = 0
  for (let n = 0; n < count; n++) {
    const { at, slot, isLeaf } = children[child[n]!]!
    const mass = op === 'points' ? weight[n]! * possible[n]! : weight[n]!
    // What does not apply and counts as met is in no bucket.
    if (mass === 0 || state.standing[slot] === BESIDE) continue
    whole += isLeaf
      ? addQuestion(compiled, state, at, buckets, to, mass)
      : addNode(state, at * (buckets.ids.length + 1), buckets.ids.length + 1, to, mass)
  }
  return whole
}

function addNode({ shares }: TreeState, from: number, width: number, to: number, mass: number): number {
  let has = 0
  for (let n = 0; n < width; n++) {
    has += shares[from + n]!
    shares[to + n]! += mass * shares[from + n]!
  }
  return has > 0 ? mass : 0
}

function addQuestion(
  { questions }: CompiledTree,
  state: TreeState,
  at: number,
  { ids, byQuestion }: CompiledBuckets,
  to: number,
  mass: number,
): number {
  const bucketOf = byQuestion[at]
  if (!bucketOf) return 0
  const { shares, standing, option } = state
  if (isOpen(standing[at]!)) {
    shares[to + ids.length]! += mass
    return mass
  }
  const question = questions[at]!
  const answer = countedAnswer(state, at, question.id)
  if (answer?.kind === 'option') shares[to + bucketOf[option[at]!]!]! += mass
  else if (answer?.kind === 'split') {
    const choices = bucketedChoices(question.scale.scale)
    // With too little evidence all of it counts as what is worth least.
    const least = choices.findIndex(({ value }) => value === question.scale.least)
    const isShown = shownBy(state, answer) >= question.needs
    choices.forEach(({ id }, n) => {
      const percent = own(answer.parts, id) ?? 0
      shares[to + bucketOf[isShown ? n : least]!]! += (mass * percent) / 100
    })
  }
  return mass
}

/** The buckets of a node for its row; null where nothing it counts is in one. */
export function bucketsOfRow({ shares }: TreeState, at: number, { ids }: CompiledBuckets): NodeBuckets | null {
  const from = at * (ids.length + 1)
  const end = from + ids.length
  if (shares.subarray(from, end + 1).every((share) => share === 0)) return null
  return {
    shares: Object.fromEntries(ids.map((id, n) => [id, settle(shares[from + n]!)])),
    unanswered: settle(shares[end]!),
  }
}
