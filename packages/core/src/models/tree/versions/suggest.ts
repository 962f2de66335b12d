import type { TreeModel } from '../schema.ts'
import type { Scale } from '../schema-scales.ts'
import type { Migration, QuestionChange } from '../schema-versions.ts'
import { valuesOf } from './carry.ts'
import type { ModelChange } from './change.ts'
import { diffModels } from './diff.ts'
import { scalesOf } from './restate.ts'

/** A migration to start from, as far as the two versions themselves tell; the author decides the rest. */
export function suggestMigration(older: TreeModel, newer: TreeModel): Migration {
  const { questions, changes } = diffModels(older, newer)
  const rescaled = new Set(changes.filter(({ change }) => change === 'rescaled').map(({ id }) => id))
  const reworded = new Set(changes.filter(isRewording).map(({ id }) => id))
  const [before, after] = [scalesOf(older), scalesOf(newer)]
  const kept = questions.map(({ question, was }): QuestionChange => {
    if (was === null) return { change: 'new', question }
    if (rescaled.has(question)) {
      return {
        change: 'rescaled',
        from: was,
        to: question,
        options: sharedValues(before.get(was), after.get(question)),
      }
    }
    if (was !== question) return { change: 'moved', from: was, to: question }
    return { change: reworded.has(question) ? 'reworded' : 'same', question }
  })
  const stay = new Set(questions.map(({ was }) => was))
  const gone = older.questions.filter(({ id }) => !stay.has(id))
  return {
    from: older.version,
    comparable: 0.8,
    questions: [...kept, ...gone.map(({ id }): QuestionChange => ({ change: 'gone', question: id }))],
  }
}

const isRewording = ({ part, change, key }: ModelChange): boolean =>
  part === 'question' && change === 'reworded' && key === 'text'

/** Values that are called the same stay the same. */
function sharedValues(from: Scale | undefined, to: Scale | undefined): Record<string, string> {
  if (!from || !to) return {}
  const known = new Set(valuesOf(to))
  return Object.fromEntries(
    valuesOf(from)
      .filter((value) => known.has(value))
      .map((value) => [value, value]),
  )
}
