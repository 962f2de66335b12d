import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTreeModel } from './parse.ts'
import { printTreeModel } from './print.ts'
import { testTree } from './test-tree.ts'
import { anyTree } from './test-trees.ts'

const TEXT = printTreeModel(testTree())

describe('reading a tree model', () => {
  test('gives the model it was printed from, without a warning', () => {
    expect(parseTreeModel(TEXT, 'tree.yaml')).toMatchObject({ ok: true, model: testTree() })
  })

  test('reads JSON as well as YAML', () => {
    const parsed = parseTreeModel(JSON.stringify(testTree(), null, '\t'), 'tree.json')
    expect(parsed).toMatchObject({ ok: true, model: testTree() })
  })

  test('printing and reading any model gives the same model', () => {
    fc.assert(
      fc.property(anyTree(), (model) => {
        expect(parseTreeModel(printTreeModel(model), 'tree.yaml')).toMatchObject({ ok: true, model })
      }),
      { numRuns: 100 },
    )
  })
})
