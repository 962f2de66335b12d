import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printTreeModel } from '../tree/print.ts'
import type { TreeModel } from '../tree/schema.ts'
import { startModel } from '../tree/starters/start.ts'
import { checkDocument, readFile } from './check.ts'
import { headOf, keepDocument, nextVersion } from './document.ts'
import { runExamples } from './examples.ts'
import { printDocument } from './print.ts'
import { hindrancesOf, sinceNewest } from './publishing.ts'
import { StructureKey } from './schema.ts'
import { beginStructure, STRUCTURES } from './structures.ts'

const HEAD = { id: 'our-model', name: { sv: 'Vår modell', en: 'Our model' } }
const points = (): TreeModel => startModel('points', HEAD)
const READY = { errors: 0, examples: [], versions: [], since: null, approved: true }

describe('structures', () => {
  test('are offered all, each with a name', () => {
    expect(STRUCTURES.map(({ key }) => key).sort()).toEqual([...StructureKey.options].sort())
  })

  test.each(StructureKey.options)('%s begins without errors, but for what a blank sheet lacks', (key) => {
    const checked = checkDocument(beginStructure(key, HEAD))
    expect(checked.ok).toBe(key !== 'blank')
    if (!checked.ok) expect(checked.errors.map(({ pointer }) => pointer)).toContain('#/questions')
  })
})

describe('a document', () => {
  test('tells what it can about itself, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'version', 'name', 'purpose', 'languages'), fc.jsonValue()),
        (doc) => {
          const { languages, name } = headOf(doc)
          expect(languages.every((tag) => typeof tag === 'string')).toBe(true)
          expect(Object.values(name).every((text) => typeof text === 'string')).toBe(true)
        },
      ),
    )
    expect(headOf({ id: 'Not one', version: '1', name: 'x' })).toMatchObject({ modelId: undefined, version: undefined })
  })

  test('is checked without throwing, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        expect(checkDocument(document).ok).toBe(false)
      }),
    )
  })

  test('is kept with every character a text can hold, and no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(keepDocument({ text }).ok).toBe(!text.includes('\u0000') && text.isWellFormed())
      }),
    )
    expect(keepDocument({ text: '\\u0000 \\ud800' }).ok).toBe(true)
    expect(keepDocument({ '\u0000': 1 }).ok).toBe(false)
  })

  test('deeper than any model is refused, however deep', () => {
    let deep: unknown = 1
    for (let at = 0; at < 100_000; at++) deep = [deep]
    expect(keepDocument({ deep })).toMatchObject({ ok: false, problem: 'too-large' })
  })

  test('has its faults placed by pointer, escaped', () => {
    const checked = checkDocument({ ...points(), questions: [{ id: 'q' }], 'a/b~c': 1 })
    const pointers = checked.ok ? [] : checked.errors.map(({ pointer }) => pointer)
    expect(pointers.some((pointer) => pointer.startsWith('#/questions/0'))).toBe(true)
    expect(pointers.every((pointer) => !pointer.includes('a/b~c'))).toBe(true)
  })

  test('that names the same id twice is told where the first stands', () => {
    const model = points()
    const checked = checkDocument({ ...model, questions: [...model.questions, model.questions[0]!] })
    expect(checked.ok).toBe(false)
    const twice = checked.ok ? undefined : checked.errors.find(({ code }) => code === 'id-not-unique')
    expect(twice?.message.en).toContain('#/questions/0')
  })

  test('leaves as the file that comes in again', () => {
    const model = points()
    expect(printDocument({ ...model })).toBe(printTreeModel(model))
    expect(readFile(printDocument({ ...model }), 'x.yaml')).toMatchObject({ ok: true, model })
    expect(printDocument({ id: 'x' })).toBe('id: x\n')
  })
})

test('a file with faults tells line and pointer', () => {
  const read = readFile(printTreeModel(points()).replace('status: draft', 'status: odd'), 'x.yaml')
  expect(read).toMatchObject({ ok: false, errors: [{ pointer: '#/status', line: expect.any(Number) }] })
})

describe('examples', () => {
  const [first] = points().questions
  const expecting = (expected: Record<string, object>, answers: object = {}) =>
    runExamples({ ...points(), examples: [{ name: 'x', answers, expected }] } as TreeModel)[0]!

  test('hold when every figure that is stated is given', () => {
    const root = points().tree.id
    expect(expecting({ [root]: { score: null } })).toMatchObject({ holds: true, differences: [] })
    expect(expecting({ [root]: {} }).holds).toBe(true)
  })

  test('tell what was given instead', () => {
    const root = points().tree.id
    expect(expecting({ [root]: { score: 50 } })).toMatchObject({
      holds: false,
      differences: [{ node: root, expected: { score: 50 }, given: { score: null } }],
    })
    expect(expecting({ nowhere: { score: 1 } }).differences).toMatchObject([{ given: null }])
  })

  test('with an answer the model does not take are placed, not scored', () => {
    const result = expecting({}, { [first!.id]: 'no-such-option' })
    expect(result).toMatchObject({ holds: false, faults: [{ message: { sv: expect.any(String) } }] })
  })
})

describe('what hinders publishing', () => {
  const codes = (...args: Parameters<typeof hindrancesOf>) => hindrancesOf(...args).map(({ code }) => code)

  test('is nothing for a first version that is checked and approved', () => {
    expect(codes(points(), READY)).toEqual([])
  })

  test('is told all at once, with approval last', () => {
    const failing = { name: 'x', holds: false, faults: [], differences: [] }
    expect(codes(points(), { ...READY, errors: 3, examples: [failing], approved: false })).toEqual([
      'errors',
      'examples',
      'not-approved',
    ])
  })

  test('is a source whose wording may not be adapted, by question', () => {
    const use = { sv: 'Ordalydelsen', en: 'The wording' }
    const sources = [{ id: 'std', title: 'Standard', use, licence: 'closed', adaptable: false }]
    const [first, ...rest] = points().questions
    const model = { ...points(), sources, questions: [{ ...first!, source: 'std' }, ...rest] }
    expect(hindrancesOf(model, READY)).toEqual([{ code: 'sources', questions: [first!.id] }])
  })

  test('is a version there is already, or one before the newest', () => {
    expect(codes({ ...points(), version: '1.2.0' }, { ...READY, versions: ['1.10.0', '1.2.0'] })).toEqual([
      'version-taken',
    ])
    expect(hindrancesOf({ ...points(), version: '1.3.0' }, { ...READY, versions: ['1.2.0', '1.10.0'] })).toEqual([
      { code: 'version-not-newer', newest: '1.10.0' },
    ])
  })

  test('is a number that says less than what changed, and a question nobody says what became of', () => {
    const older = points()
    const newer = { ...older, version: '1.0.1', policies: { ...older.policies, missing: 'lowest' as const } }
    const found = hindrancesOf(newer, { ...READY, versions: ['1.0.0'], since: sinceNewest([older], newer) })
    expect(found).toMatchObject([
      { code: 'version-step', from: '1.0.0', needs: 'major', states: 'patch' },
      { code: 'migration', from: '1.0.0' },
    ])
    const questions = older.questions.map(({ id }) => ({ change: 'same' as const, question: id }))
    const whole = { ...newer, version: '2.0.0', migrates: [{ from: '1.0.0', comparable: 0.8, questions }] }
    expect(codes(whole, { ...READY, versions: ['1.0.0'], since: sinceNewest([older], whole) })).toEqual([])
  })
})

test('a copy gets the next minor version', () => {
  expect(nextVersion('1.2.3')).toBe('1.3.0')
})
