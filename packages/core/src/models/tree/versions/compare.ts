import type { Text } from '../../../kernel/text.ts'
import { type Fillings, fillText } from '../../fill-text.ts'
import { settle } from '../numbers.ts'
import type { TreeModel } from '../schema.ts'
import type { NodeScore, TreeScore } from '../score.ts'
import { placesOf } from './places.ts'
import { isEnough, type Restated } from './restate.ts'

/** What an earlier and a later result are set against each other by. Never two versions as they are. */
export type Basis = 'same-version' | 'restated' | 'not-comparable'

export type WhyNotComparable =
  | 'other-model'
  | 'no-migration'
  | 'restated-too-little'
  | 'only-once'
  | 'open'
  | 'not-applicable'
  | 'no-result'

export type Figures = {
  score: number | null
  level: number | null
  band: string | null
  answered: number
  asked: number
}

export type NodeChange = {
  view: string
  node: string
  /** On the basis of the comparison: restated where that is the basis. Null where the node is not there. */
  before: Figures | null
  after: Figures | null
  change: 'up' | 'same' | 'down' | 'not-comparable'
  /** After less before; null when not comparable, or without such a figure. */
  score: number | null
  level: number | null
  why?: WhyNotComparable
}

export type TreeChange = {
  basis: Basis
  /** The versions the two were answered in, and the one they are compared in; null when they are not. */
  versions: { before: string; after: string; compared: string | null }
  why?: WhyNotComparable
  /** What of the later version's questions came along from the earlier answers. */
  restated: { restated: number; questions: number } | null
  nodes: NodeChange[]
}

/** An earlier result; `score` is on the version it was answered in and `restated` the same answers on the later one. */
export type Earlier = { score: TreeScore; restated?: { score: TreeScore; how: Restated } }

/**
 * Sets a later result against an earlier one, both made from the same voice: on the same version, or with the
 * earlier answers restated on `model`, the later version, where its migration lets enough of them come along.
 * A node is compared only when enough of the questions below it did, too.
 */
export function compareOverTime(earlier: Earlier, later: TreeScore, model: TreeModel): TreeChange {
  const ground = groundOf(earlier, later)
  const base = ground.basis === 'restated' ? earlier.restated!.score : earlier.score
  const lost = new Set((earlier.restated?.how.notRestated ?? []).map(({ question }) => question))
  const thin =
    ground.basis === 'restated' ? thinNodes(model, lost, earlier.restated!.how.needed ?? 1) : new Set<string>()
  const before = new Map(base.nodes.map((node) => [keyOf(node), node]))
  const after = new Map(later.nodes.map((node) => [keyOf(node), node]))
  const nodes = [...new Set([...after.keys(), ...before.keys()])].map((key): NodeChange => {
    const [from, to] = [before.get(key), after.get(key)]
    const why = ground.why ?? obstacle(from, to) ?? (thin.has(key) ? 'restated-too-little' : undefined)
    return changeOf(from, to, why)
  })
  return {
    basis: ground.basis,
    versions: {
      before: earlier.score.version,
      after: later.version,
      compared: ground.basis === 'not-comparable' ? null : later.version,
    },
    ...(ground.why && { why: ground.why }),
    restated: earlier.restated?.how.coverage ?? null,
    nodes,
  }
}

const keyOf = ({ view, node }: { view: string; node: string }): string => `${view}/${node}`

function groundOf({ score, restated }: Earlier, later: TreeScore): { basis: Basis; why?: WhyNotComparable } {
  if (score.model !== later.model) return { basis: 'not-comparable', why: 'other-model' }
  if (score.version === later.version) return { basis: 'same-version' }
  const leadsHere = restated?.score.version === later.version
  if (!restated || !leadsHere || restated.how.needed === null) return { basis: 'not-comparable', why: 'no-migration' }
  return restated.how.comparable ? { basis: 'restated' } : { basis: 'not-comparable', why: 'restated-too-little' }
}

/** Nodes below which too few questions came along, whatever the whole. */
function thinNodes(model: TreeModel, lost: ReadonlySet<string>, needed: number): ReadonlySet<string> {
  const below = new Map<string, Set<string>>()
  const { nodes, leaves } = placesOf(model)
  const parents = new Map(
    nodes.map(({ view, node, parent }) => [`${view}/${node.id}`, parent && `${view}/${parent.id}`]),
  )
  for (const { view, leaf, parent } of leaves) {
    for (let key: string | null | undefined = `${view}/${parent.id}`; key; key = parents.get(key)) {
      const questions = below.get(key) ?? new Set()
      below.set(key, questions.add(leaf.question))
    }
  }
  const isThin = (questions: ReadonlySet<string>): boolean =>
    !isEnough([...questions].filter((id) => !lost.has(id)).length, questions.size, needed)
  return new Set([...below].filter(([, questions]) => isThin(questions)).map(([key]) => key))
}

function obstacle(from: NodeScore | undefined, to: NodeScore | undefined): WhyNotComparable | undefined {
  if (!from || !to) return 'only-once'
  if (from.state === 'not-applicable' || to.state === 'not-applicable') return 'not-applicable'
  if (from.state === 'open' || to.state === 'open') return 'open'
  return from.state === 'none' || to.state === 'none' ? 'no-result' : undefined
}

function changeOf(
  from: NodeScore | undefined,
  to: NodeScore | undefined,
  why: WhyNotComparable | undefined,
): NodeChange {
  const { view, node } = (to ?? from)!
  const places = { view, node, before: figuresOf(from), after: figuresOf(to) }
  if (why) return { ...places, change: 'not-comparable', score: null, level: null, why }
  const score = difference(from?.score, to?.score)
  const level = difference(from?.level, to?.level)
  const moved = score ?? level
  if (moved === null) return { ...places, change: 'not-comparable', score, level, why: 'no-result' }
  return { ...places, change: moved > 0 ? 'up' : moved < 0 ? 'down' : 'same', score, level }
}

function figuresOf(node: NodeScore | undefined): Figures | null {
  if (!node) return null
  const { score, level, band, coverage } = node
  return { score, level, band, answered: coverage.answered, asked: coverage.asked }
}

function difference(from: number | null | undefined, to: number | null | undefined): number | null {
  return typeof from === 'number' && typeof to === 'number' ? settle(to - from) : null
}

const BASES = {
  'same-version': {
    sv: 'Båda är gjorda på version {after}.',
    en: 'Both were made on version {after}.',
  },
  restated: {
    sv: 'Den tidigare gjordes på version {before} och är omräknad till {after}: {restated} av {questions} frågor följde med.',
    en: 'The earlier one was made on version {before} and is restated on {after}: {restated} of {questions} questions came along.',
  },
} as const satisfies Record<string, Text>

const REASONS: Readonly<Record<WhyNotComparable, Text>> = {
  'other-model': {
    sv: 'Går inte att jämföra: det är två olika modeller.',
    en: 'Not comparable: they are two different models.',
  },
  'no-migration': {
    sv: 'Går inte att jämföra: version {after} säger inte hur svaren från {before} lever vidare.',
    en: 'Not comparable: version {after} does not say how the answers of {before} live on.',
  },
  'restated-too-little': {
    sv: 'Går inte att jämföra: för få av frågorna i version {after} kunde räknas om från {before}.',
    en: 'Not comparable: too few of the questions of version {after} could be restated from {before}.',
  },
  'only-once': { sv: 'Går inte att jämföra: finns bara den ena gången.', en: 'Not comparable: it is there only once.' },
  open: { sv: 'Går inte att jämföra: svar saknas.', en: 'Not comparable: answers are missing.' },
  'not-applicable': {
    sv: 'Går inte att jämföra: gällde inte båda gångerna.',
    en: 'Not comparable: it did not apply both times.',
  },
  'no-result': { sv: 'Har inget eget resultat att jämföra.', en: 'It has no result of its own to compare.' },
}

/** On what the two were compared, or why they were not, in a sentence. */
export function comparisonText(change: TreeChange): Text {
  const { basis, why, versions, restated } = change
  const fillings: Fillings = { before: versions.before, after: versions.after, ...restated }
  if (why) return fillText(REASONS[why], fillings)
  return fillText(basis === 'restated' ? BASES.restated : BASES['same-version'], fillings)
}

/** Why one node was not compared. */
export function nodeComparisonText(why: WhyNotComparable, { versions }: TreeChange): Text {
  return fillText(REASONS[why], { before: versions.before, after: versions.after })
}
