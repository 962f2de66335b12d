import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Migration, QuestionChange } from '@stegvis/core/models/tree/schema-versions.ts'
import { mentionedBy } from '@stegvis/core/models/tree/versions/migration-check.ts'

export type ChangeKind = QuestionChange['change']

/** The same change said in another way, with as much as possible of what it was about. */
export function changeAs(kind: ChangeKind, before: QuestionChange): QuestionChange {
  const { from, to } = mentionedBy(before)
  const [old = to[0] ?? '', now = old] = [from[0], to[0]]
  const options = 'options' in before && before.options ? before.options : {}
  switch (kind) {
    case 'same':
    case 'reworded':
    case 'new':
      return { change: kind, question: now }
    case 'gone':
      return { change: kind, question: old }
    case 'moved':
      return { change: kind, from: old, to: now }
    case 'rescaled':
      return { change: kind, from: old, to: now, options }
    case 'split':
      return { change: kind, from: old, to: [...to, ''].slice(0, Math.max(2, to.length)) }
    case 'merged':
      return { change: kind, from: [...from, ''].slice(0, Math.max(2, from.length)), to: now, rule: 'lowest' }
  }
}

/** Questions of either version that the way from one to the other does not mention. */
export function unmentioned(
  migration: Migration,
  older: TreeModel,
  newer: TreeModel,
): { old: string[]; now: string[] } {
  const sides = migration.questions.map(mentionedBy)
  const [from, to] = [new Set(sides.flatMap((side) => side.from)), new Set(sides.flatMap((side) => side.to))]
  return {
    old: older.questions.map(({ id }) => id).filter((id) => !from.has(id)),
    now: newer.questions.map(({ id }) => id).filter((id) => !to.has(id)),
  }
}
