import { sameValue } from '../../../kernel/same-value.ts'
import type { TreeModel, TreeQuestion } from '../schema.ts'
import type { TreeNode } from '../schema-nodes.ts'
import { changesIn, type ModelChange } from './change.ts'
import { type LeafPlace, type NodePlace, placesOf } from './places.ts'

/**
 * What changed in the trees: views, nodes, and where each question stands with which weight. `was` tells which
 * question of the older version each one of the newer is.
 */
export function diffTrees(older: TreeModel, newer: TreeModel, was: ReadonlyMap<string, string>): ModelChange[] {
  const [before, after] = [placesOf(older), placesOf(newer)]
  const both = new Set([...viewsOf(older)].filter((view) => viewsOf(newer).has(view)))
  const kept = <T extends { view: string }>(places: readonly T[]): T[] => places.filter(({ view }) => both.has(view))
  return [
    ...diffViews(older, newer),
    ...diffNodes(kept(before.nodes), kept(after.nodes)),
    ...diffLeaves(older, newer, was, kept(before.leaves), kept(after.leaves)),
  ]
}

const viewsOf = (model: TreeModel): ReadonlySet<string> => new Set(['main', ...(model.views ?? []).map(({ id }) => id)])

function diffViews(older: TreeModel, newer: TreeModel): ModelChange[] {
  const before = new Map((older.views ?? []).map((view) => [view.id, view]))
  return [
    ...(newer.views ?? []).flatMap(({ id, name }): ModelChange[] => {
      const view = before.get(id)
      // Another reading of the same answers leaves the readings there were as they are.
      return view ? changesIn('view', id, { name: view.name }, { name }) : [whole('view', id, 'new', 'minor')]
    }),
    ...[...before.keys()].filter((id) => !viewsOf(newer).has(id)).map((id) => whole('view', id, 'gone', 'major')),
  ]
}

function whole(part: ModelChange['part'], id: string, change: 'new' | 'gone', step: ModelChange['step']): ModelChange {
  return { part, id, change, key: '', step }
}

function diffNodes(older: readonly NodePlace[], newer: readonly NodePlace[]): ModelChange[] {
  const key = ({ view, node }: NodePlace): string => `${view}/${node.id}`
  const [before, after] = [new Map(older.map((one) => [key(one), one])), new Set(newer.map(key))]
  return [
    ...newer.flatMap((place): ModelChange[] => {
      const { id } = place.node
      const was = before.get(key(place))
      if (!was) return [whole('node', id, 'new', isApart(place.parent, place.node.weight) ? 'minor' : 'major')]
      const changes = changesIn('node', id, ownOf(was.node), ownOf(place.node))
      const [from, to] = [was.parent?.id, place.parent?.id]
      if (from !== to) changes.push({ part: 'node', id, change: 'moved', key: 'parent', from, to, step: 'major' })
      return changes
    }),
    ...older.filter((place) => !after.has(key(place))).map(({ node }) => whole('node', node.id, 'gone', 'major')),
  ]
}

/** What a node says itself, without what it is called by and what stands under it. */
function ownOf({ id, children, ...own }: TreeNode): Record<string, unknown> {
  return own
}

/** Whether what stands there cannot change the value of the node above. */
function isApart(parent: TreeNode | null, weight: number | undefined): boolean {
  return parent !== null && (parent.result.op === 'none' || weight === 0)
}

function diffLeaves(
  older: TreeModel,
  newer: TreeModel,
  was: ReadonlyMap<string, string>,
  placesBefore: readonly LeafPlace[],
  placesAfter: readonly LeafPlace[],
): ModelChange[] {
  const becomes = new Map([...was].map(([question, twin]) => [twin, question]))
  const before = byQuestion(placesBefore, (id) => becomes.get(id))
  const after = byQuestion(placesAfter, (id) => id)
  return [
    ...newer.questions.flatMap((question): ModelChange[] => {
      const places = after.get(question.id) ?? []
      if (was.has(question.id)) return diffPlaces(question.id, before.get(question.id) ?? [], places)
      return [whole('question', question.id, 'new', places.every(addsNothing(question)) ? 'minor' : 'major')]
    }),
    ...older.questions.filter(({ id }) => !becomes.has(id)).map(({ id }) => whole('question', id, 'gone', 'major')),
  ]
}

/** The places by the newer id of their question; those of questions that are gone are left out. */
function byQuestion(
  places: readonly LeafPlace[],
  idOf: (question: string) => string | undefined,
): ReadonlyMap<string, LeafPlace[]> {
  const found = new Map<string, LeafPlace[]>()
  for (const place of places) {
    const id = idOf(place.leaf.question)
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), place])
  }
  return found
}

/** A new question nobody has answered yet leaves old results alone when it is optional and then left out. */
const addsNothing =
  (question: TreeQuestion) =>
  ({ leaf, parent, policies }: LeafPlace): boolean =>
    isApart(parent, leaf.weight) ||
    ((leaf.importance ?? question.importance) === 'optional' && policies.missing === 'exclude')

function diffPlaces(question: string, older: readonly LeafPlace[], newer: readonly LeafPlace[]): ModelChange[] {
  const [from, to] = [older.map(pathOf), newer.map(pathOf)]
  const stays = newer.flatMap((place): ModelChange[] => {
    const was = older.find((other) => pathOf(other) === pathOf(place))
    if (!was) return []
    const [{ question: _, ...then }, { question: __, ...now }] = [was.leaf, place.leaf]
    return changesIn('place', `${place.parent.id}/${question}`, then, now)
  })
  if (sameValue([...from].sort(), [...to].sort())) return stays
  const isHarmless =
    from.every((path) => to.includes(path)) &&
    newer.every((place) => from.includes(pathOf(place)) || isApart(place.parent, place.leaf.weight))
  const step = isHarmless ? 'minor' : 'major'
  return [...stays, { part: 'question', id: question, change: 'moved', key: 'place', from, to, step }]
}

const pathOf = ({ view, parent }: LeafPlace): string => (view === 'main' ? parent.id : `${view}/${parent.id}`)
