import { describe, expect, test } from 'vitest'
import type { TreeAnswer } from '../answers.ts'
import { compileTree } from '../compile.ts'
import { parseTreeModel } from '../parse.ts'
import { printTreeModel } from '../print.ts'
import type { Scale } from '../schema-scales.ts'
import { scoreTree } from '../score-tree.ts'
import { STRUCTURES, startModel } from './start.ts'

const HEAD = { id: 'my-model', name: { sv: 'Min modell', en: 'My model' } }

/** The answer worth the most, or the least, on the scales the structures use. */
function extreme(scale: Scale, isMost: boolean): TreeAnswer {
  switch (scale.type) {
    case 'single':
      return { kind: 'option', option: scale.options.at(isMost ? -1 : 0)!.id }
    case 'split':
      return { kind: 'split', parts: { [scale.parts.at(isMost ? 0 : -1)!.id]: 100 } }
    case 'number':
      return {
        kind: 'number',
        value: isMost === scale.curve!.points[0]![1] > scale.curve!.points.at(-1)![1] ? 0 : scale.most!,
      }
    default:
      throw new Error(scale.type)
  }
}

function whole(structure: (typeof STRUCTURES)[number], isMost: boolean) {
  const model = startModel(structure, HEAD)
  const answers = new Map(model.questions.map(({ id, scale }) => [id, extreme(model.scales[scale]!, isMost)]))
  return scoreTree(compileTree(model), answers, { voice: 'self' }).nodes
}

describe.each(STRUCTURES)('a model begun as %s', (structure) => {
  test('is a sound draft without a warning, and reads back as it was printed', () => {
    const model = startModel(structure, HEAD)
    expect(parseTreeModel(printTreeModel(model), 'my-model.yaml')).toEqual({ ok: true, model, warnings: [] })
    expect(model).toMatchObject({ id: 'my-model', status: 'draft', languages: ['sv', 'en'] })
  })

  test('can be begun in other languages, with English to write over', () => {
    const model = startModel(structure, { id: 'mein-modell', name: { de: 'Mein Modell', sv: 'Min modell' } })
    expect(parseTreeModel(printTreeModel(model), 'mein-modell.yaml')).toMatchObject({ ok: true, warnings: [] })
    expect(Object.keys(model.questions[0]!.text)).toEqual(['de', 'sv'])
    expect(model.questions[0]!.text.de).toBe(startModel(structure, HEAD).questions[0]!.text.en)
  })

  test('scores more for the best answers than for the worst', () => {
    const [worst, best] = [whole(structure, false), whole(structure, true)]
    const isProfile = structure === 'readiness'
    expect(best.every(({ state }, at) => state === (isProfile && at === 0 ? 'none' : 'complete'))).toBe(true)
    for (const [at, { score }] of best.entries()) {
      if (score !== null) expect(score).toBeGreaterThan(worst[at]!.score!)
    }
  })
})

test('the best answers give all there is: three steps, a hundred points, nine rungs', () => {
  const best = (structure: (typeof STRUCTURES)[number]) => whole(structure, true).map(({ score }) => score)
  expect(best('ladder')[0]).toBe(3)
  expect(best('points')[0]).toBe(100)
  expect(best('gate')).toEqual([3, 1, 1, 1])
  expect(best('index')[0]).toBe(100)
  expect(best('readiness')).toEqual([null, 9, 9])
  expect(best('streams')[0]).toBe(3)
})
