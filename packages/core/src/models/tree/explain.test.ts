import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileTree } from './compile.ts'
import { explainTree } from './explain.ts'
import { treeExplanationText } from './explain-words.ts'
import type { TreeScoreOptions } from './state.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from './test-tree.ts'
import { answersTo, anyFacts } from './test-tree-answers.ts'
import { anyTree } from './test-trees.ts'
import { answersIn, each, numbers, worked, YES_NO } from './test-worked.ts'
import { textIn } from './texts.ts'

const explained = (
  { model }: Pick<ReturnType<typeof worked>, 'model'>,
  answers: Record<string, unknown>,
  language: 'sv' | 'en' = 'en',
  options: TreeScoreOptions = { voice: 'coach' },
) => treeExplanationText(explainTree(compileTree(model), answersIn(model, answers), options, model.tree.id), language)

test('tells in both languages how a figure comes about, part by part', () => {
  const model = testTree()
  const answers = {
    q1: { kind: 'option', option: 'all', evidence: 'E1' },
    q2: { kind: 'option', option: 'some' },
    q3: { kind: 'not-applicable' },
    q4: { kind: 'option', option: 'none' },
  }
  expect(explained({ model }, answers)).toEqual([
    'Part root: 0.88.',
    '  The mean of what counts, 2 of 2.',
    '  Part flow: 1.75.',
    '    The mean of what counts, 2 of 2.',
    '    “Question q1?” Answer: Choice all. It needs E2 (document) and has E1 (seen on site), so it counts as Choice most, worth 2.5.',
    '    “Question q2?” Answer: Choice some, worth 1.',
    '  Part tools: 0.',
    '    The lowest decides.',
    '    “Question q3?” Does not apply here. Left out.',
    '    “Question q4?” Answer: Choice none, worth 0.',
  ])
  expect(explained({ model }, answers, 'sv').slice(0, 5)).toEqual([
    'Del root: 0,88.',
    '  Medelvärdet av det som räknas, 2 av 2.',
    '  Del flow: 1,75.',
    '    Medelvärdet av det som räknas, 2 av 2.',
    '    ”Fråga q1?” Svar: Val all. Det behövs E2 (dokument) och det som finns är E1 (sett på plats), så det räknas som Val most, värt 2,5.',
  ])
})

test('tells between what a result lies and what keeps it open', () => {
  expect(explained({ model: testTree() }, { q1: { kind: 'unknown' }, q2: { kind: 'option', option: 'none' } })).toEqual(
    [
      'Part root: cannot be worked out yet. The result will lie between 0 and 3.',
      '  The mean of what counts, 2 of 2.',
      '  Part flow: cannot be worked out yet. The result will lie between 0 and 2.',
      '    The mean of what counts, 2 of 2.',
      '    “Question q1?” Answer: don’t know. The result stays open until there is an answer.',
      '    “Question q2?” Answer: Choice none, worth 0.',
      '  Part tools: cannot be worked out yet. The result will lie between 0 and 4.',
      '    The lowest decides.',
      '    “Question q3?” Not answered. The result stays open until there is an answer.',
      '    “Question q4?” Not answered. The result stays open until there is an answer.',
    ],
  )
})

test('tells what was done to a value afterwards, and the band with its edges', () => {
  const model = worked(
    each(['share'], numbers({ unit: '%', least: 0, most: 100 })),
    treeNode('index', { op: 'mean' }, ['share'], {
      adjust: [
        { do: 'map', from: [0, 100], to: [0, 5] },
        { do: 'cap', at: 'if fact(exports) then 2 else 5' },
        { do: 'factor', by: 3, when: 'fact(employees) > 10' },
      ],
      bands: [
        { id: 'low', name: treeTexts('Låg', 'Low'), below: 1 },
        { id: 'middle', name: treeTexts('Mellan', 'Middle'), 'up-to': 2, level: 2 },
        { id: 'high', name: treeTexts('Hög', 'High') },
      ],
    }),
  )
  expect(explained(model, { share: 60 }, 'en', { voice: 'self', facts: { exports: true } })).toEqual([
    'Part index: 2, Middle.',
    '  The mean of what counts, 1 of 1.',
    '  “Question share?” Answer: 60 %.',
    '  From the scale 0–100 to 0–5: 60 becomes 3.',
    '  At most if fact(exports) then 2 else 5: 3 becomes 2.',
    '  2 belongs to “Middle”, from 1, up to 2.',
  ])
})

test('tells what holds a ladder back and what is met ahead of its turn', () => {
  const rungs = worked(
    each(['one', 'two', 'three'], YES_NO),
    treeNode('ladder', { op: 'ladder', need: 'all', 'at-least': 1 }, [
      { question: 'one', level: 1 },
      { question: 'two', level: 2 },
      { question: 'three', level: 3 },
    ]),
  )
  expect(explained(rungs, { one: 'yes', two: 'no', three: 'yes' }).slice(-2)).toEqual([
    '  Level 2 is held back by “Question two?”.',
    '  Met ahead of its turn: “Question three?”.',
  ])
})

test('tells why something does not apply in the words of the model', () => {
  const model = testTree({
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('export', { op: 'mean' }, ['q1'], {
        'applies-when': 'fact(exports)',
        because: treeTexts('Bara för den som exporterar.', 'Only for those who export.'),
      }),
      treeNode('rest', { op: 'mean' }, ['q2', 'q3', 'q4']),
    ]),
  })
  const options: TreeScoreOptions = { voice: 'self', facts: { exports: false } }
  expect(explained({ model }, {}, 'en', options)[2]).toBe(
    '  Part export: does not apply here. Only for those who export.',
  )
})

describe('texts in the language of the reader', () => {
  const model = { languages: ['fi', 'sv'], fallback: { 'sv-FI': ['sv'], en: ['sv'] } }
  test.each([
    ['sv-FI', { fi: 'f', sv: 's' }, 's', 'sv'],
    ['en', { fi: 'f', sv: 's' }, 's', 'sv'],
    ['de', { fi: 'f', sv: 's' }, 'f', 'fi'],
    ['fi-FI', { fi: 'f', sv: 's' }, 'f', 'fi'],
    ['de', { nb: 'n' }, 'n', 'nb'],
  ])('%s', (language, texts, text, from) => {
    expect(textIn(model, texts, language)).toEqual({ text, language: from })
  })
})

test('every node of any model with any answers has its words, without a gap in them', () => {
  const whole = anyTree().chain((model) =>
    fc.record({ model: fc.constant(model), answers: answersTo(model), facts: anyFacts() }),
  )
  fc.assert(
    fc.property(whole, ({ model, answers, facts }) => {
      const compiled = compileTree(model)
      const explanation = explainTree(compiled, answers, { voice: 'coach', facts }, model.tree.id)
      for (const language of ['sv', 'en'] as const) {
        for (const line of treeExplanationText(explanation, language)) {
          expect(line).not.toMatch(/\{\w+\}|undefined|NaN|Infinity|^\s*$/)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a question is named by its text', () => {
  const model = testTree({ questions: ['q1', 'q2', 'q3', 'q4'].map((id) => treeQuestion(id, 'yes-no')) })
  expect(explained({ model }, { q1: 'yes' })).toContain('    “Question q1?” Answer: Choice yes, worth 1.')
})
