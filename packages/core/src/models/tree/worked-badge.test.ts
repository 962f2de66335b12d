import { describe, expect, test } from 'vitest'
import type { Leaf } from './schema-nodes.ts'
import { treeNode } from './test-tree.ts'
import { answerAll, choices, each, numbered, worked, YES_NO } from './test-worked.ts'

/** The OpenSSF Best Practices badge: its rules are the source's, the numbers are worked by hand. */

const at = (level: number, question: string): Leaf => ({ question, level })
const MET = { 'at-least': 1 } as const

describe('OpenSSF Best Practices badge: three stages, tiered percent', () => {
  const choice = choices({ unmet: 0, met: 1, 'unmet-with-reason': { value: 0, reason: 'required' } })
  const must = numbered('must', 3)
  const stages = worked(
    each([...must, 'should', 'suggested', 'silver', 'gold'], choice),
    treeNode('badge', { op: 'none' }, [
      treeNode('passing', { op: 'gate', need: 'all', ...MET, importance: 'by-importance' }, [
        ...must,
        { question: 'should', importance: 'recommended' },
        { question: 'suggested', importance: 'optional' },
      ]),
      treeNode('percent', { op: 'staged-percent', ...MET }, [
        ...must.map((id) => at(1, id)),
        at(2, 'silver'),
        at(2, 'must-1'),
        at(3, 'gold'),
      ]),
    ]),
    { policies: { missing: 'lowest', unknown: 'lowest', 'not-applicable': 'met' } },
  )
  const three = { 'must-1': 'met', 'must-2': 'met', 'must-3': 'met' }

  test.each<[string, Record<string, unknown>, number, string[]]>([
    ['badge-01', { ...three, should: 'met' }, 1, []],
    ['badge-02', { ...three, 'must-3': 'unmet', should: 'met' }, 0, ['must-3']],
    ['badge-03', { ...three, should: 'unmet' }, 0, ['should']],
    ['badge-04', { ...three, should: { kind: 'option', option: 'unmet', reason: 'Not for a library' } }, 1, []],
    ['badge-05', { ...three, 'must-2': 'not-applicable', should: 'met', suggested: 'unmet' }, 1, []],
    // The reason that the option demands is missing, so the answer does not count.
    ['badge-06', { ...three, should: { kind: 'option', option: 'unmet-with-reason' } }, 0, ['should']],
  ])('%s', (_, answers, score, blocking) => {
    expect(stages.node('passing', answers)).toMatchObject({ score, blocking })
  })

  test.each<[string, Record<string, unknown>, number]>([
    // A later stage counts only once the earlier is complete.
    ['badge-07', { 'must-1': 'met', 'must-2': 'met', silver: 'met', gold: 'met' }, 66.666666667],
    ['badge-08', { ...three }, 150],
    ['badge-09', { ...three, silver: 'met', gold: 'met' }, 300],
  ])('%s: the percent', (_, answers, percent) => {
    expect(stages.node('percent', answers).score).toBe(percent)
  })

  test('badge-10: a percent that rounds to 100 before complete shows 99', () => {
    const many = numbered('one', 250)
    const staged = worked(
      each(many, YES_NO),
      treeNode(
        'percent',
        { op: 'staged-percent', ...MET },
        many.map((id) => at(1, id)),
        {
          adjust: [{ do: 'round', decimals: 0, mode: 'half-up' }],
        },
      ),
    )
    const answers = answerAll(
      many,
      many.map((_, n) => (n === 0 ? 'no' : 'yes')),
    )
    expect(staged.value(answers)).toBe(99)
    expect(staged.value({ ...answers, 'one-1': 'yes' })).toBe(100)
  })
})
