import { describe, expect, test } from 'vitest'
import type { EvidenceClass } from '../schema.ts'
import type { TreeAnswer } from './answers.ts'
import { compileTree } from './compile.ts'
import { confidenceOf } from './confidence.ts'
import { testTree, treeNode, treeQuestion } from './test-tree.ts'

const IDS = ['q1', 'q2', 'q3', 'q4']

/** Four questions on one scale. On `single` the option "all" needs a document, the others none. */
function four(scale: 'single' | 'yes-no', evidence?: EvidenceClass) {
  const questions = IDS.map((id) => ({ ...treeQuestion(id, scale), ...(evidence && { evidence }) }))
  return compileTree(testTree({ questions, tree: treeNode('root', { op: 'mean' }, IDS) }))
}

/** The first of the questions, answered alike but for the class of evidence; "-" is none. */
const answers = (option: string, ...classes: (EvidenceClass | '-')[]) =>
  new Map(
    classes.map((evidence, at): [string, TreeAnswer] => [
      IDS[at]!,
      { kind: 'option', option, ...(evidence !== '-' && { evidence }) },
    ]),
  )

describe('how sure a result is', () => {
  test('hangs on coverage and a coach where the model asks no evidence', () => {
    const plain = four('yes-no')
    const of = (voice: 'self' | 'coach', count: number) =>
      confidenceOf(plain, answers('yes', ...Array.from({ length: count }, () => '-' as const)), { voice }, 'root')
    expect(of('coach', 4)).toEqual({
      confidence: 'high',
      parts: { coverage: 'high', evidence: null, validated: 'high' },
    })
    expect(of('coach', 3)?.confidence).toBe('low')
    expect(of('self', 4)).toMatchObject({ confidence: 'low', parts: { coverage: 'high', validated: 'low' } })
  })

  test('hangs on the evidence too where the question asks it', () => {
    const asking = four('yes-no', 'E3')
    const of = (...classes: (EvidenceClass | '-')[]) =>
      confidenceOf(asking, answers('yes', ...classes), { voice: 'coach' }, 'root')?.parts.evidence
    expect(of('E3', 'E3', 'E4', 'E3')).toBe('high')
    expect(of('E3', 'E3', 'E2', '-')).toBe('medium')
    expect(of('E3', 'E2', 'E2', '-')).toBe('low')
  })

  test('asks evidence of the answers that need it, and of no others', () => {
    const some = four('single')
    const of = (option: string, ...classes: (EvidenceClass | '-')[]) =>
      confidenceOf(some, answers(option, ...classes), { voice: 'coach' }, 'root')
    expect(of('none', '-', '-', '-', '-')).toMatchObject({ confidence: 'high', parts: { evidence: 'high' } })
    expect(of('all', 'E2', 'E2', 'E2', 'E2')?.confidence).toBe('high')
    expect(of('all', 'E2', 'E2', '-', '-')?.confidence).toBe('medium')
    expect(of('all', '-', '-', '-', '-')?.confidence).toBe('low')
  })

  test('is told for a node that is there, and only where something is asked', () => {
    expect(confidenceOf(four('single'), new Map(), { voice: 'coach' }, 'not-there')).toBeNull()
    const none = new Map(IDS.map((id): [string, TreeAnswer] => [id, { kind: 'not-applicable' }]))
    expect(confidenceOf(four('single'), none, { voice: 'coach' }, 'root')).toBeNull()
  })
})
