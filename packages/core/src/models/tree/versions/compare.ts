import type { Text } from '../../../kernel/text.ts'
import { type Fillings, fillText } from '../../fill-text.ts'
import { settle } from '../numbers.ts'
import type { CompiledTree } from '../program.ts'
import type { NodeScore, TreeScore } from '../score.ts'
import { type AnchoredNode, type Anchors, anchoredNodes, lostQuestions, placeKey } from './anchors.ts'
import type { Restated } from './restate.ts'

/**
 * What an earlier and a later result are set against each other by; never two versions as they are. `restated`: all of
 * the later version could be restated. `anchors`: not all, and both are scored on the questions they have in common.
 */
export type Basis = 'same-version' | 'restated' | 'anchors' | 'not-comparable'

export type WhyNotComparable =
  | 'other-model'
  | 'no-migration'
  | 'no-anchors'
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
  /** On the basis of the comparison: restated or on the anchors where that is it. Null where the node is not there. */
  before: Figures | null
  after: Figures | null
  change: 'up' | 'same' | 'down' | 'not-comparable'
  /** After less before; null when not comparable, or without such a figure. */
  score: number | null
  level: number | null
  /** What the change rests on where the basis is the anchors; null on another basis. */
  anchors: Anchors | null
  why?: WhyNotComparable
}

export type TreeChange = {
  basis: Basis
  /** The versions the two were answered in, and the one they are compared in; null when they are not. */
  versions: { before: string; after: string; compared: string | null }
  why?: WhyNotComparable
  /** What of the later version's questions came along from the earlier answers. */
  restated: { restated: number; questions: number } | null
  /** Whether that is the share the later version asks for, to speak of the whole; null on one version. */
  enough: boolean | null
  nodes: NodeChange[]
}

/**
 * An earlier result; `score` is on the version it was answered in, `restated` the same answers on the later one, and
 * `anchored` both results on `anchorTree`, where some questions could not be restated.
 */
export type Earlier = {
  score: TreeScore
  restated?: { score: TreeScore; how: Restated; anchored: { before: TreeScore; after: TreeScore } | null }
}

type Ground = { basis: Basis; why?: WhyNotComparable; before: TreeScore; after: TreeScore; lost?: ReadonlySet<string> }

/**
 * Sets a later result against an earlier one, both made from the same voice: on the same version; with the earlier
 * answers restated on the later version; or, where not all of them could be, on the anchors, the questions both have.
 * `compiled` is the later version.
 */
export function compareOverTime(earlier: Earlier, later: TreeScore, compiled: CompiledTree): TreeChange {
  const ground = groundOf(earlier, later)
  const anchored = ground.lost ? anchoredNodes(compiled, ground.lost) : null
  const before = new Map(ground.before.nodes.map((node) => [placeKey(node), node]))
  const after = new Map(ground.after.nodes.map((node) => [placeKey(node), node]))
  const own = new Map(later.nodes.map((node) => [placeKey(node), node]))
  const nodes = [...new Set([...after.keys(), ...before.keys()])].map((key): NodeChange => {
    const [from, to, anchors] = [before.get(key), after.get(key), anchored?.get(key)]
    const why = ground.why ?? anchorObstacle(to, own.get(key), anchors) ?? obstacle(from, to)
    return changeOf(from, to, anchors, why)
  })
  const how = earlier.restated?.how
  return {
    basis: ground.basis,
    versions: {
      before: earlier.score.version,
      after: later.version,
      compared: ground.basis === 'not-comparable' ? null : later.version,
    },
    ...(ground.why && { why: ground.why }),
    restated: how?.coverage ?? null,
    enough: how?.comparable ?? null,
    nodes,
  }
}

function groundOf({ score, restated }: Earlier, later: TreeScore): Ground {
  const asTheyAre = { before: score, after: later }
  const not = (why: WhyNotComparable): Ground => ({ basis: 'not-comparable', why, ...asTheyAre })
  if (score.model !== later.model) return not('other-model')
  if (score.version === later.version) return { basis: 'same-version', ...asTheyAre }
  const leadsHere = restated?.score.version === later.version
  if (!restated || !leadsHere || restated.how.needed === null) return not('no-migration')
  const lost = lostQuestions(restated.how)
  if (lost.size === 0) return { basis: 'restated', before: restated.score, after: later }
  const { anchored, how } = restated
  return anchored && how.coverage.restated > 0 ? { basis: 'anchors', ...anchored, lost } : not('no-anchors')
}

/** Nothing below the node is in both, or it cannot be worked out without what is not. */
function anchorObstacle(
  to: NodeScore | undefined,
  own: NodeScore | undefined,
  node: AnchoredNode | undefined,
): WhyNotComparable | undefined {
  if (!node || node.anchors === node.questions) return undefined
  const leansOnOthers = to?.state === 'open' && own?.state === 'complete'
  return node.anchors === 0 || leansOnOthers ? 'no-anchors' : undefined
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
  anchored: AnchoredNode | undefined,
  why: WhyNotComparable | undefined,
): NodeChange {
  const { view, node } = (to ?? from)!
  const onScale = anchored?.keepsScale ?? true
  const [before, after] = [figuresOf(from, onScale), figuresOf(to, onScale)]
  const anchors = anchored ? { anchors: anchored.anchors, questions: anchored.questions } : null
  const places = { view, node, before, after, anchors }
  if (why) return { ...places, change: 'not-comparable', score: null, level: null, why }
  const score = difference(before?.score, after?.score)
  const level = difference(before?.level, after?.level)
  const moved = score ?? level
  if (moved === null) return { ...places, change: 'not-comparable', score, level, why: 'no-result' }
  return { ...places, change: moved > 0 ? 'up' : moved < 0 ? 'down' : 'same', score, level }
}

/** Levels and bands are left out where the value is not on the scale they were made for. */
function figuresOf(node: NodeScore | undefined, onScale: boolean): Figures | null {
  if (!node) return null
  const { score, level, band, coverage } = node
  const standing = onScale ? { level, band } : { level: null, band: null }
  return { score, ...standing, answered: coverage.answered, asked: coverage.asked }
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
  anchors: {
    sv: 'Den tidigare gjordes på version {before}. {restated} av {questions} frågor i version {after} finns i båda, och här är båda räknade på just dem. Siffrorna kan därför se annorlunda ut än i resultatet.',
    en: 'The earlier one was made on version {before}. {restated} of the {questions} questions of version {after} are in both, and here both are counted on those alone. The figures can therefore differ from those of the result.',
  },
} as const satisfies Record<string, Text>

const FEWER_THAN_ASKED: Text = {
  sv: ' Det är färre än versionen kräver för att säga något om helheten, så ändringen gäller bara de frågorna.',
  en: ' That is fewer than the version asks for to speak of the whole, so the change is one in those questions alone.',
}

const REASONS: Readonly<Record<WhyNotComparable, Text>> = {
  'other-model': {
    sv: 'Går inte att jämföra: det är två olika modeller.',
    en: 'Not comparable: they are two different models.',
  },
  'no-migration': {
    sv: 'Går inte att jämföra: version {after} säger inte hur svaren från {before} lever vidare.',
    en: 'Not comparable: version {after} does not say how the answers of {before} live on.',
  },
  'no-anchors': {
    sv: 'Går inte att jämföra: det som räknas finns inte i både {before} och {after}.',
    en: 'Not comparable: what is counted is not in both {before} and {after}.',
  },
  'only-once': { sv: 'Går inte att jämföra: finns bara den ena gången.', en: 'Not comparable: it is there only once.' },
  open: { sv: 'Går inte att jämföra: svar saknas.', en: 'Not comparable: answers are missing.' },
  'not-applicable': {
    sv: 'Går inte att jämföra: gällde inte båda gångerna.',
    en: 'Not comparable: it did not apply both times.',
  },
  'no-result': { sv: 'Har inget eget resultat att jämföra.', en: 'It has no result of its own to compare.' },
}

/** On what the two were compared, or why they were not, in a sentence or a few. */
export function comparisonText(change: TreeChange): Text {
  const { basis, why, versions, restated, enough } = change
  const fillings: Fillings = { before: versions.before, after: versions.after, ...restated }
  if (why) return fillText(REASONS[why], fillings)
  if (basis !== 'anchors') return fillText(BASES[basis === 'restated' ? basis : 'same-version'], fillings)
  const text = fillText(BASES.anchors, fillings)
  return enough ? text : { sv: text.sv + FEWER_THAN_ASKED.sv, en: text.en + FEWER_THAN_ASKED.en }
}

/** Why one node was not compared. */
export function nodeComparisonText(why: WhyNotComparable, { versions }: TreeChange): Text {
  return fillText(REASONS[why], { before: versions.before, after: versions.after })
}
