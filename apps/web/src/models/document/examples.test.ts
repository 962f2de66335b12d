import { runExamples } from '@stegvis/core/models/authoring/examples.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import { scoreTree } from '@stegvis/core/models/tree/score-tree.ts'
import { expect, test } from 'vitest'
import { acceptGiven, exampleFrom } from './examples.ts'
import { ladderDraft } from './test-draft.ts'

const model = ladderDraft()
const yes: TreeAnswer = { kind: 'option', option: 'yes' }
const answers = new Map(model.questions.map(({ id }) => [id, yes]))
const score = scoreTree(compileTree(model), answers, { voice: 'coach' })
const example = exampleFrom(model, 'All done', { answers, facts: { employees: null }, score })

test('answers that are kept hold what they give for the whole and its parts', () => {
  expect(example).toMatchObject({ name: 'All done', expected: { whole: { score: 3, level: 3 }, flow: {}, skills: {} } })
  expect(example).not.toHaveProperty('profile')
  expect(runExamples({ ...model, examples: [example] })).toMatchObject([{ holds: true }])
})

test('unfinished answers are kept with a result that is open', () => {
  const few = new Map([['flow-1', yes]])
  const open = scoreTree(compileTree(model), few, { voice: 'coach' })
  const kept = exampleFrom(model, 'Begun', { answers: few, facts: {}, score: open })
  expect(kept.expected.whole).toMatchObject({ score: null })
  expect(runExamples({ ...model, examples: [kept] })).toMatchObject([{ holds: true }])
})

test('a result that is accepted is what the example expects from then on', () => {
  const stricter = {
    ...model,
    examples: [{ ...example, expected: { whole: { score: 1, level: 1 }, gone: { level: 2 } } }],
  }
  const [result] = runExamples(stricter)
  expect(result).toMatchObject({ holds: false })
  const accepted = acceptGiven(stricter.examples[0]!, result!.differences)
  expect(accepted.expected).toEqual({ whole: { score: 3, level: 3 } })
  expect(runExamples({ ...model, examples: [accepted] })).toMatchObject([{ holds: true }])
})
