import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { scoreTree } from '@stegvis/core/models/tree/score-tree.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { FORMATS } from '../../locales/format.ts'
import { sv } from '../../locales/sv.ts'
import { answerInWords } from './answer-words.ts'
import { headlineOf, levelNames, rowOf, topLevelOf } from './standing-words.ts'

const speech = { texts: sv, formats: FORMATS.sv, words: (texts: Record<string, string> | undefined) => texts?.sv ?? '' }

const option = (id: string): TreeAnswer => ({ kind: 'option', option: id })

function headline(model: TreeModel, answers: Record<string, TreeAnswer>, node = 'root') {
  const compiled = compileTree(model)
  const score = scoreTree(compiled, new Map(Object.entries(answers)), { voice: 'self' })
  return headlineOf(compiled, rowOf(score, node), speech)
}

const banded = () =>
  testTree({
    tree: treeNode('root', { op: 'mean' }, ['q1', 'q2', 'q3', 'q4'], {
      bands: [
        { id: 'low', name: treeTexts('Låg'), below: 2, level: 1 },
        { id: 'high', name: treeTexts('Hög'), level: 2 },
      ],
    }),
  })

const all = (id: string) => Object.fromEntries(['q1', 'q2', 'q3', 'q4'].map((question) => [question, option(id)]))

test('a level goes before the score, with its name', () => {
  expect(headline(banded(), { ...all('all'), q1: option('most') })).toEqual({ figure: '2', words: 'Hög · 3,6 av 4' })
})

test('what is open shows what it can become, and nothing before the first answer', () => {
  expect(headline(testTree(), { q1: option('all') })).toEqual({ figure: '1–4', words: 'inte klart än' })
  expect(headline(testTree(), {})).toEqual({ figure: '–', words: 'inte bedömt' })
})

test('a gate is met or not', () => {
  const tree = treeNode('root', { op: 'gate', need: 'all', 'at-least': 1 }, ['q1', 'q2', 'q3', 'q4'])
  expect(headline(testTree({ tree }), all('some')).figure).toBe('Uppfyllt')
  expect(headline(testTree({ tree }), all('none')).figure).toBe('Inte uppfyllt')
})

test('a profile says that it has no result of the whole', () => {
  const tree = treeNode('root', { op: 'none' }, [treeNode('part', { op: 'mean' }, ['q1', 'q2', 'q3', 'q4'])])
  expect(headline(testTree({ tree }), all('some'))).toEqual({
    figure: '–',
    words: 'en profil, utan sammanlagt resultat',
  })
})

test('the levels of a ladder are named after the nodes that carry them', () => {
  const tree = treeNode('root', { op: 'ladder', need: 'all', 'at-least': 1 }, [
    treeNode('first', { op: 'gate', need: 'all', 'at-least': 1 }, ['q1', 'q2'], { level: 1 }),
    treeNode('second', { op: 'gate', need: 'all', 'at-least': 1 }, ['q3', 'q4'], { level: 2 }),
  ])
  const model = testTree({ tree })
  expect(topLevelOf(compileTree(model), 'root')).toBe(2)
  expect(levelNames(tree).get(2)).toEqual(treeTexts('Del second', 'Part second'))
  expect(headline(model, all('some'))).toEqual({ figure: '2', words: 'Del second' })
})

test('answers of every kind are told in words', () => {
  const compiled = compileTree(
    testTree({
      questions: (['yes-no', 'number', 'curve', 'split', 'multiple', 'matrix'] as const).map((scale) =>
        treeQuestion(`of-${scale}`, scale),
      ),
      tree: treeNode('root', { op: 'none' }, ['of-yes-no']),
    }),
  )
  const says = (id: string, answer: TreeAnswer | null) =>
    answerInWords(answer, compiled.questions[compiled.questionAt.get(id)!]!.scale.scale, speech)
  expect(says('of-yes-no', option('yes'))).toBe('Val yes')
  expect(says('of-yes-no', { kind: 'not-applicable', reason: 'Hyr in' })).toBe('gäller inte oss')
  expect(says('of-yes-no', null)).toBe('inget svar')
  expect(says('of-number', { kind: 'number', value: 12.5 })).toBe('12,5 %')
  expect(says('of-curve', { kind: 'number', value: 2, unit: 'MWh' })).toBe('2 MWh')
  expect(says('of-split', { kind: 'split', parts: { done: 60, planned: 40, 'not-done': 0 } })).toMatch(
    /^Gjort 60\s%, Planerat 40\s%$/,
  )
  expect(says('of-multiple', { kind: 'options', options: [] })).toBe('Inget av dem')
  expect(says('of-matrix', { kind: 'matrix', cells: { press: { heat: 'low' } } })).toBe('Press (Värme: Val low)')
})
