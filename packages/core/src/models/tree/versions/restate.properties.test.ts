import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TreeAnswers } from '../answers.ts'
import type { TreeModel } from '../schema.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { answersTo } from '../test-tree-answers.ts'
import { anyTree } from '../test-trees.ts'
import { restate, restateAlong } from './restate.ts'

describe('of every model and any answers', () => {
  const withAnswers = anyTree().chain((model) => fc.tuple(fc.constant(model), answersTo(model)))
  const sorted = (answers: TreeAnswers) => [...answers].sort(([a], [b]) => (a < b ? -1 : 1))

  /** The next major version with a change for each question. */
  function next(older: TreeModel, change: (id: string, at: number) => QuestionChange, number: string): TreeModel {
    const questions = older.questions.map(({ id }, at) => change(id, at))
    const kept = older.questions.flatMap((question, at): TreeModel['questions'] => {
      const made = questions[at]!
      if (made.change === 'gone') return []
      return [made.change === 'moved' ? { ...question, id: made.to } : question]
    })
    return { ...older, version: number, questions: kept, migrates: [{ from: older.version, comparable: 0, questions }] }
  }

  test('restating to the same version, and where everything stays the same, changes nothing', () => {
    fc.assert(
      fc.property(withAnswers, ([model, answers]) => {
        expect(sorted(restate(model, model, answers).answers)).toEqual(sorted(answers))
        const newer = next(model, (question) => ({ change: 'same', question }), '2.0.0')
        const restated = restate(model, newer, answers)
        expect(sorted(restated.answers)).toEqual(sorted(answers))
        expect(restated).toMatchObject({ notRestated: [], gone: [], comparable: true })
      }),
    )
  })

  test('a way over two versions is the one after the other', () => {
    fc.assert(
      fc.property(withAnswers, fc.array(fc.boolean(), { minLength: 1 }), ([first, answers], picks) => {
        const pick = (at: number) => picks[at % picks.length]!
        const second = next(
          first,
          (id, at) => (pick(at) ? { change: 'moved', from: id, to: `${id}-x` } : { change: 'same', question: id }),
          '2.0.0',
        )
        const third = next(
          second,
          (question, at) => ({ change: pick(at + 1) ? 'gone' : 'reworded', question }),
          '3.0.0',
        )
        const stepwise = restate(second, third, restate(first, second, answers).answers)
        expect(sorted(restateAlong([first, second, third], answers).answers)).toEqual(sorted(stepwise.answers))
      }),
    )
  })

  test('no answer appears that nobody gave', () => {
    fc.assert(
      fc.property(withAnswers, ([model, answers]) => {
        const newer = next(model, (question, at) => ({ change: at % 2 ? 'gone' : 'same', question }), '2.0.0')
        const restated = restate(model, newer, answers)
        for (const [id, answer] of restated.answers) expect(answer).toEqual(answers.get(id))
        expect(restated.gone.every((id) => answers.has(id) && !restated.answers.has(id))).toBe(true)
      }),
    )
  })
})
