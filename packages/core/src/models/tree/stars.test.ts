import { describe, expect, test } from 'vitest'
import type { Policies } from './schema-roll-up.ts'
import { treeNode, treeTexts } from './test-tree.ts'
import { each, worked, YES_NO } from './test-worked.ts'

const star = (level: number, when: string) => ({ level, name: treeTexts(`Stage ${level}`), when })

/** CMMI staged over two areas: stage 2 needs both at 2, stage 3 both at 3. */
function staged(missing: Policies['missing']) {
  const area = (id: string) =>
    treeNode(id, { op: 'ladder', need: 'all', 'at-least': 1 }, [
      { question: `${id}-2`, level: 2 },
      { question: `${id}-3`, level: 3 },
    ])
  const stars = [2, 3].map((level) => star(level, `level(plan) >= ${level} and level(build) >= ${level}`))
  return worked(
    each(['plan-2', 'plan-3', 'build-2', 'build-3'], YES_NO),
    treeNode('whole', { op: 'none' }, [area('plan'), area('build')], { stars }),
    { policies: { missing, unknown: 'lowest', 'not-applicable': 'exclude' } },
  )
}

describe('the stages of CMMI, by stars', () => {
  const { node } = staged('open')

  test('are not told before anything is answered', () => {
    expect(node('whole', {})).toMatchObject({ state: 'none', level: null })
    expect(node('whole', { 'plan-2': 'yes', 'plan-3': 'yes', 'build-2': 'yes' }).level).toBeNull()
  })

  test('are told as soon as what is open can no longer change them', () => {
    expect(node('whole', { 'plan-2': 'no', 'plan-3': 'no' }).level).toBe(0)
    expect(node('whole', { 'plan-2': 'yes', 'plan-3': 'no', 'build-2': 'yes', 'build-3': 'no' }).level).toBe(2)
  })

  test('do not hold where what is missing counts as the lowest', () => {
    expect(staged('lowest').node('whole', {}).level).toBe(0)
  })
})

test('a profile whose stars are open keeps a broad step over it open', () => {
  const part = treeNode('part', { op: 'none' }, ['a'], {
    stars: [star(1, 'answer(a) >= 0'), star(2, 'chosen(a, yes)')],
  })
  const tree = treeNode('whole', { op: 'broad-step', share: [1, 1], floor: 0 }, [
    part,
    treeNode('plain', { op: 'mean' }, ['b']),
  ])
  const { node } = worked(each(['a', 'b'], YES_NO), tree)
  expect(node('whole', { b: 'yes' })).toMatchObject({ score: null, range: { low: 0, high: 1 } })
  expect(node('whole', { a: 'no', b: 'yes' })).toMatchObject({ score: 1, level: 1 })
})
