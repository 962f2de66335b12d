import type { TreeModel, TreeQuestion } from '../schema.ts'
import type { Scale } from '../schema-scales.ts'
import { changesIn, isWording, type ModelChange, type Part, WHOLE } from './change.ts'
import { diffTrees } from './diff-trees.ts'
import { differences } from './differences.ts'
import { highestStep, isAtLeast, type ModelName, nameOf, statedStep, type VersionStep } from './steps.ts'

export type ModelDiff = {
  from: ModelName
  to: ModelName
  /** What the changes ask of the version number, and what the two numbers say. */
  needs: VersionStep
  states: VersionStep
  /** Whether the number goes far enough, and both are versions of one model. */
  fits: boolean
  /** Which question of the older version each question of the newer one is; null for a new one. */
  questions: { question: string; was: string | null }[]
  changes: ModelChange[]
}

/** What changed between two versions of a model, by meaning. The order things are written in plays no part. */
export function diffModels(older: TreeModel, newer: TreeModel): ModelDiff {
  const was = pairQuestions(older, newer)
  const changes = [
    ...diffHead(older, newer),
    ...diffParts('fact', older.facts, newer.facts, 'minor'),
    ...diffScales(older, newer),
    ...diffQuestions(older, newer, was),
    ...diffTrees(older, newer, was),
    ...diffParts('target', older.targets, newer.targets, 'minor', 'minor'),
    ...diffParts('action', older.actions, newer.actions, 'minor', 'minor'),
    ...diffParts('key-figure', older['key-figures'], newer['key-figures'], 'minor', 'minor'),
  ]
  const needs = highestStep(changes.map(({ step }) => step))
  const states = statedStep(older.version, newer.version)
  return {
    from: nameOf(older),
    to: nameOf(newer),
    needs,
    states,
    fits: older.id === newer.id && states !== 'none' && isAtLeast(states, needs),
    questions: newer.questions.map(({ id }) => ({ question: id, was: was.get(id) ?? null })),
    changes,
  }
}

/**
 * By the migration the newer version declares, then by id, then by equal wording: the question of the older
 * version that each one of the newer is, by the newer id.
 */
function pairQuestions(older: TreeModel, newer: TreeModel): ReadonlyMap<string, string> {
  const left = new Set(older.questions.map(({ id }) => id))
  const open = new Set(newer.questions.map(({ id }) => id))
  const pairs = new Map<string, string>()
  const pair = (from: string, to: string): void => {
    if (!left.delete(from)) return
    if (open.delete(to)) pairs.set(to, from)
    else left.add(from)
  }
  const declared = newer.migrates?.find(({ from }) => from === older.version)
  for (const change of declared?.questions ?? []) {
    if (change.change === 'moved' || change.change === 'rescaled') pair(change.from, change.to)
    else if (change.change === 'gone') left.delete(change.question)
    else if (change.change === 'new') open.delete(change.question)
  }
  for (const id of [...open]) pair(id, id)
  const texts = new Map(
    older.questions.filter(({ id }) => left.has(id)).map((question) => [wording(question), question]),
  )
  for (const question of newer.questions) {
    const twin = open.has(question.id) ? texts.get(wording(question)) : undefined
    if (twin) pair(twin.id, question.id)
  }
  return pairs
}

/** The wording in every language, in one order of the languages. */
const wording = ({ text }: TreeQuestion): string =>
  JSON.stringify(Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1)))

function diffHead(older: TreeModel, newer: TreeModel): ModelChange[] {
  return changesIn('model', newer.id, headOf(older), headOf(newer))
}

/** The head of the file, without what only says which version it is and without what is looked at part by part. */
function headOf(model: TreeModel): Record<string, unknown> {
  const { format, id, version, status, facts, scales, questions, tree, views, targets, actions, migrates, ...head } =
    model
  const { 'published-on': day, 'key-figures': figures, ...rest } = head
  return rest
}

type Named = { id: string }

function diffParts(
  part: Part,
  older: readonly Named[] = [],
  newer: readonly Named[] = [],
  added: ModelChange['step'] = 'major',
  removed: ModelChange['step'] = 'major',
): ModelChange[] {
  const [before, after] = [new Map(older.map((one) => [one.id, one])), new Map(newer.map((one) => [one.id, one]))]
  return [
    ...newer.flatMap((one): ModelChange[] => {
      const was = before.get(one.id)
      return was ? changesIn(part, one.id, was, one) : [{ part, id: one.id, change: 'new', key: '', step: added }]
    }),
    ...older
      .filter(({ id }) => !after.has(id))
      .map(({ id }): ModelChange => ({ part, id, change: 'gone', key: '', step: removed })),
  ]
}

/** A scale is only a name: what it means to lose or gain one is told by the questions that use it. */
function diffScales(older: TreeModel, newer: TreeModel): ModelChange[] {
  const listed = (scales: TreeModel['scales']) => Object.entries(scales).map(([id, scale]) => ({ ...scale, id }))
  return diffParts('scale', listed(older.scales), listed(newer.scales), 'patch', 'patch')
}

function diffQuestions(older: TreeModel, newer: TreeModel, was: ReadonlyMap<string, string>): ModelChange[] {
  const before = new Map(older.questions.map((question) => [question.id, question]))
  return newer.questions.flatMap((question): ModelChange[] => {
    const twin = before.get(was.get(question.id) ?? '')
    if (!twin) return []
    const { id, scale, ...now } = question
    const { id: oldId, scale: oldScale, ...then } = twin
    const changes = changesIn('question', id, then, now)
    if (oldId !== id) {
      changes.unshift({ part: 'question', id, change: 'moved', key: 'id', from: oldId, to: id, step: 'major' })
    }
    if (isRescaled(older.scales[oldScale], newer.scales[scale])) {
      changes.push({ part: 'question', id, change: 'rescaled', key: 'scale', from: oldScale, to: scale, step: 'major' })
    }
    return changes
  })
}

/** Whether answers are given or valued in another way; the words of the scale may differ. */
export function isRescaled(older: Scale | undefined, newer: Scale | undefined): boolean {
  return differences(older, newer, WHOLE).some(({ path, from, to }) => !isWording(path, from, to))
}
