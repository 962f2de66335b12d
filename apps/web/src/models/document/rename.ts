import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { QuestionChange } from '@stegvis/core/models/tree/schema-versions.ts'

export type Named = 'node' | 'question' | 'scale' | 'fact'

/** How expressions read each kind of thing. */
const READINGS: Readonly<Record<Named, readonly string[]>> = {
  node: ['value', 'share', 'level', 'previous'],
  question: ['answer', 'answered', 'chosen'],
  scale: [],
  fact: ['fact'],
}

/** Keys whose value is the id of a thing, or a list of such. */
const KEYS: Readonly<Record<Named, ReadonlySet<string>>> = {
  node: new Set(['node', 'nodes', 'profile']),
  question: new Set(['question', 'answered-by', 'closes']),
  scale: new Set(['scale']),
  fact: new Set(),
}
/** Keys of records that are kept by the id of a thing. */
const RECORDS: Readonly<Record<Named, ReadonlySet<string>>> = {
  node: new Set(['nodes', 'expected']),
  question: new Set(['answers']),
  scale: new Set(['scales']),
  fact: new Set(['profile']),
}
const EXPRESSIONS = new Set(['when', 'at', 'value', 'visible-when', 'applies-when'])

/** The model with another id for one thing, everywhere it is named. The ways from older versions keep their names. */
export function renameId(model: TreeModel, kind: Named, from: string, to: string): TreeModel {
  const { migrates, ...rest } = model
  const renamed = walk(rest, kind, [from, to]) as Omit<TreeModel, 'migrates'>
  return { ...ownId(renamed, kind, [from, to]), ...(migrates && { migrates: newSide(migrates, kind, [from, to]) }) }
}

type Change = readonly [from: string, to: string]

/** The `id` of the thing itself; other things of another kind may have the same. */
function ownId<T extends Omit<TreeModel, 'migrates'>>(model: T, kind: Named, [from, to]: Change): T {
  const own = <Item extends { id: string }>(item: Item): Item => (item.id === from ? { ...item, id: to } : item)
  if (kind === 'question') return { ...model, questions: model.questions.map(own) }
  if (kind === 'fact') return { ...model, ...(model.facts && { facts: model.facts.map(own) }) }
  if (kind === 'scale') return model
  const tree = (node: TreeModel['tree']): TreeModel['tree'] => ({
    ...own(node),
    children: node.children.map((child) => ('question' in child ? child : tree(child))),
  })
  return {
    ...model,
    tree: tree(model.tree),
    ...(model.views && { views: model.views.map((view) => ({ ...view, tree: tree(view.tree) })) }),
  }
}

function walk(value: unknown, kind: Named, change: Change, key = ''): unknown {
  const [from, to] = change
  if (typeof value === 'string') {
    if (EXPRESSIONS.has(key)) return inExpression(value, READINGS[kind], change)
    return KEYS[kind].has(key) && value === from ? to : value
  }
  if (Array.isArray(value)) return value.map((item) => walk(item, kind, change, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      RECORDS[kind].has(key) && name === from ? to : name,
      walk(inner, kind, change, name),
    ]),
  )
}

function inExpression(source: string, readings: readonly string[], [from, to]: Change): string {
  if (readings.length === 0) return source
  const reading = new RegExp(`(\\b(?:${readings.join('|')})\\s*\\(\\s*)${from}(?![a-z0-9-])`, 'g')
  return source.replaceAll(reading, (_, start: string) => `${start}${to}`)
}

/** What an older question became is named by its id of today. */
function newSide(migrates: NonNullable<TreeModel['migrates']>, kind: Named, [from, to]: Change) {
  if (kind !== 'question') return migrates
  const renamed = (id: string) => (id === from ? to : id)
  const inChange = (change: QuestionChange): QuestionChange => {
    switch (change.change) {
      case 'moved':
      case 'rescaled':
      case 'merged':
        return { ...change, to: renamed(change.to) }
      case 'split':
        return { ...change, to: change.to.map(renamed) }
      case 'new':
        return { ...change, question: renamed(change.question) }
      case 'same':
      case 'reworded':
        return change.question === from ? { change: 'moved', from, to } : change
      case 'gone':
        return change
    }
  }
  return migrates.map((migration) => ({ ...migration, questions: migration.questions.map(inChange) }))
}
