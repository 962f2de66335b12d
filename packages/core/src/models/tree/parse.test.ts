import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTreeData, parseTreeModel } from './parse.ts'
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

describe('what is wrong with a key', () => {
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  /** The errors of the test tree, written as JSON, after one change to its text, which must be there to be changed. */
  function errorsAfter(from: string, to: string) {
    const text = JSON.stringify(testTree(), null, 1)
    expect(text).toContain(from)
    const changed = text.replace(from, to)
    const parsed = parseTreeModel(changed, 'tree.json')
    return { changed, errors: parsed.ok ? [] : parsed.errors }
  }

  const NODE = '"id": "tools"'
  test.each([
    ['an unknown roll-up', '"op": "min"', '"op": "minimum"', 'not-one-of', 'tree.children[1].result.op'],
    ['a roll-up without its kind', '"op": "min"', '"a": 1', 'missing-key', 'tree.children[1].result.op'],
    [
      'a key a leaf does not have',
      '"question": "q3"',
      '"question": "q3", "wieght": 2',
      'unknown-key',
      'tree.children[1].children[0].wieght',
    ],
    ['a key a node does not have', NODE, `${NODE}, "colour": 1`, 'unknown-key', 'tree.children[1].colour'],
    [
      'a leaf without its question',
      '"question": "q3"',
      '"weight": 3',
      'missing-key',
      'tree.children[1].children[0].question',
    ],
    [
      'a text for a number',
      '"question": "q3"',
      '"question": "q3", "weight": "2"',
      'wrong-type',
      'tree.children[1].children[0].weight',
    ],
    [
      'a need that is not one',
      '"op": "min"',
      '"op": "gate", "at-least": 1, "need": "most"',
      'wrong-form',
      'tree.children[1].result.need',
    ],
    [
      'a need of a wrong number',
      '"op": "min"',
      '"op": "gate", "at-least": 1, "need": { "count": 0.5 }',
      'wrong-type',
      'tree.children[1].result.need.count',
    ],
    ['an unknown kind of scale', '"type": "likert"', '"type": "likard"', 'not-one-of', 'scales.likert.type'],
    [
      'an unknown modifier',
      NODE,
      `${NODE}, "adjust": [{ "do": "double" }]`,
      'not-one-of',
      'tree.children[1].adjust[0].do',
    ],
    ['a language that is none', '"sv": "Provmodell"', '"swedish": "Provmodell"', 'wrong-form', 'name.swedish'],
    ['capitals in an id of a group', '"likert":', '"Likert":', 'wrong-form', 'scales.Likert'],
    [
      'a child that is no group',
      '"question": "q3"',
      '"question": "q3" }, 7, { "question": "q3"',
      'wrong-type',
      'tree.children[1].children[1]',
    ],
  ])('%s', (_, from, to, code, path) => {
    const { changed, errors } = errorsAfter(from, to)
    expect(errors).toContainEqual(expect.objectContaining({ code, path }))
    const found = errors.find((error) => error.code === code && error.path === path)
    expect(Math.abs((found?.line ?? 0) - lineOf(changed, to))).toBeLessThanOrEqual(1)
  })

  test('a wrong roll-up says which there are, and the rest of the tree is still looked at', () => {
    const text = JSON.stringify(testTree(), null, 1).replace('"op": "min"', '"op": "least"').replace('"q4"', '4')
    const parsed = parseTreeModel(text, 'tree.json')
    const messages = parsed.ok ? [] : parsed.errors.map(({ message }) => message.en)
    expect(messages).toContainEqual(expect.stringContaining('weighted-mean, median, min, max'))
    expect(messages).toContain('This must be a text.')
  })
})

describe('a model that is not in a file', () => {
  test('is checked by the same rules, by path', () => {
    expect(checkTreeData(testTree())).toMatchObject({ ok: true, model: testTree() })
    expect(checkTreeData({ ...testTree(), profile: ['gone'] })).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([expect.objectContaining({ path: ['profile', 0], code: 'unknown-id' })]),
    })
  })

  test.each([[null], [[]], ['text'], [{ tree: 1 }], [{ tree: { children: [null, 1, { children: {} }] } }]])(
    'is refused without a throw: %j',
    (data) => {
      expect(checkTreeData(data)).toMatchObject({ ok: false })
    },
  )
})
