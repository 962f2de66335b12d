import { describe, expect, test } from 'vitest'
import type { TreeAnswer } from '../answers.ts'
import type { TreeModel } from '../schema.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { testTree, treeNode, treeQuestion } from '../test-tree.ts'
import { restate } from './restate.ts'

function version(number: string, ids: string[], questions: QuestionChange[] = []): TreeModel {
  return testTree({
    version: number,
    questions: ids.map((id) => treeQuestion(id, 'single')),
    tree: treeNode('root', { op: 'none' }, ids),
    migrates: [{ from: '1.0.0', comparable: 0.5, questions }],
  })
}

const option = (id: string): TreeAnswer => ({ kind: 'option', option: id })

describe('merging several questions into one', () => {
  const merged = (rule: 'lowest' | 'highest' | 'equal', a?: TreeAnswer, b?: TreeAnswer) => {
    const change: QuestionChange = { change: 'merged', from: ['a', 'b'], to: 'm', rule }
    const answers = new Map([...(a ? [['a', a] as const] : []), ...(b ? [['b', b] as const] : [])])
    const older = version('1.0.0', ['a', 'b'])
    const newer = version('2.0.0', ['m'], [change])
    const restated = restate(older, newer, answers)
    return restated.answers.get('m') ?? restated.notRestated[0]?.why
  }
  const unknown: TreeAnswer = { kind: 'unknown' }
  const none: TreeAnswer = { kind: 'not-applicable', reason: 'No press here' }

  test('picks the lowest, the highest, or what both say', () => {
    expect(merged('lowest', option('all'), option('some'))).toEqual(option('some'))
    expect(merged('highest', option('all'), option('some'))).toEqual(option('all'))
    expect(merged('equal', option('some'), option('some'))).toEqual(option('some'))
    expect(merged('equal', option('all'), option('some'))).toBe('answers-differ')
  })

  test('never knows more than the answers did', () => {
    expect(merged('lowest', option('all'))).toBe('partly-answered')
    expect(merged('lowest')).toBeUndefined()
    expect(merged('lowest', option('none'), unknown)).toEqual(unknown)
    expect(merged('highest', none, option('some'))).toEqual(option('some'))
    expect(merged('highest', none, none)).toEqual(none)
  })

  test('rests on the weakest evidence of those it is made of', () => {
    const [strong, weak] = [
      { ...option('all'), evidence: 'E3' } as const,
      { ...option('all'), evidence: 'E1' } as const,
    ]
    expect(merged('equal', strong, weak)).toEqual(weak)
    expect(merged('highest', strong, option('some'))).toEqual(option('all'))
  })
})
