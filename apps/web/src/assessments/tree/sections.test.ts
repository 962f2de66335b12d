import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import { testTree, treeNode, treeQuestion } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { firstWith, GENERAL, questionsOf, sectionOf, sectionsOf, shownSections } from './sections.ts'

const ids = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `q${at + from}`)
const questions = (count: number) => ids(count).map((id) => treeQuestion(id, 'yes-no'))

test('each node shown side by side is a page of its own', () => {
  const sections = sectionsOf(compileTree(testTree()))
  expect(sections.map((section) => [section.id, questionsOf(section)])).toEqual([
    ['flow', ['q1', 'q2']],
    ['tools', ['q3', 'q4']],
  ])
})

test('a question with several places is asked in the first', () => {
  const tree = treeNode('root', { op: 'mean' }, [
    treeNode('one', { op: 'mean' }, ['q1', 'q2']),
    treeNode('two', { op: 'mean' }, ['q2', 'q3']),
  ])
  const sections = sectionsOf(compileTree(testTree({ questions: questions(3), tree })))
  expect(sections.map(questionsOf)).toEqual([['q1', 'q2'], ['q3']])
})

test('a long page with nodes below becomes a page for each', () => {
  const tree = treeNode('root', { op: 'mean' }, [
    treeNode('long', { op: 'mean' }, [
      treeNode('first', { op: 'mean' }, ids(8)),
      treeNode('second', { op: 'mean' }, ids(8, 9)),
    ]),
  ])
  const sections = sectionsOf(compileTree(testTree({ questions: questions(16), tree })))
  expect(sections.map(({ id }) => id)).toEqual(['first', 'second'])
})

test('questions under no node of the profile come first, those that others hang on before them', () => {
  const tree = treeNode('root', { op: 'mean' }, [treeNode('one', { op: 'mean' }, ['q2']), 'q3'].reverse())
  const sections = sectionsOf(compileTree(testTree({ questions: questions(3), tree })))
  expect(sections.map((section) => [section.id, questionsOf(section)])).toEqual([
    [GENERAL, ['q1', 'q3']],
    ['one', ['q2']],
  ])
})

test('a model without nodes below the root is one page under its own name', () => {
  const tree = treeNode('root', { op: 'sum' }, ids(3))
  const [only, ...others] = sectionsOf(compileTree(testTree({ questions: questions(3), tree })))
  expect(others).toEqual([])
  expect([only?.id, only?.name?.sv]).toEqual(['root', 'Del root'])
})

test('what is hidden is left out, and a page without questions with it', () => {
  const sections = sectionsOf(compileTree(testTree()))
  const shown = shownSections(sections, new Set(['q2']))
  expect(shown.map(questionsOf)).toEqual([['q2']])
  expect(sectionOf(sections, 'q4')?.id).toBe('tools')
})

test('who left off goes on at the first page with something open, whatever the order of the questions', () => {
  const sections = sectionsOf(compileTree(testTree()))
  expect(firstWith(sections, ['q4', 'q2'])?.id).toBe('flow')
  expect(firstWith(sections, [])).toBeUndefined()
})
