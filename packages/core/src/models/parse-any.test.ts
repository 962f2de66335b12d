import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnyModel } from './parse-any.ts'
import { printModel } from './print.ts'
import { testModel } from './test-model.ts'
import { compileTree } from './tree/compile.ts'
import { printTreeModel } from './tree/print.ts'
import { scoreTree } from './tree/score-tree.ts'
import { testTree } from './tree/test-tree.ts'
import { readSource, SOURCE_LIMITS } from './yaml-source.ts'

const MODELS = new URL('../../../../content/models/', import.meta.url)
const FILES = readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()

/** At least a thousand damaged files, shared evenly. */
const EACH = Math.ceil(1000 / FILES.length)

describe('a model of either format', () => {
  test('is told apart by its format', () => {
    expect(parseAnyModel(printModel(testModel()), 'a.yaml')).toEqual({
      ...{ ok: true, kind: 'ladder', model: testModel(), warnings: [] },
    })
    expect(parseAnyModel(printTreeModel(testTree()), 'b.yaml')).toMatchObject({
      ...{ ok: true, kind: 'tree', model: testTree() },
    })
  })

  test.each(['', 'a: 1', '[]', 'null', 'format: stegvis-model/3', 'format: [1]'])(
    'is refused when its format is not known: %j',
    (text) => {
      const parsed = parseAnyModel(text, 'a.yaml')
      expect(parsed.ok ? [] : parsed.errors.map(({ code, path }) => [code, path])).toEqual([
        ['unknown-format', 'format'],
      ])
    },
  )
})

describe('a damaged model is accepted or refused with a place and a sentence, never thrown at', () => {
  test.each(FILES)('%s', { timeout: 240_000 }, (path) => {
    const text = readFileSync(new URL(path, MODELS), 'utf8')
    const read = readSource(text)
    const data = read.ok ? read.source.data : null
    const damages = fc.array(fc.oneof(byteDamage(), keyDamage(data)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(damages, (changes) => {
        expectAnswer(changes.reduce((damaged, change) => change(damaged), text))
      }),
      { numRuns: EACH, seed: 20_261_123 },
    )
  })
})

function expectAnswer(text: string): void {
  const parsed = parseAnyModel(text, 'model.yaml')
  if (parsed.ok) {
    if (parsed.kind === 'tree') scoreTree(compileTree(parsed.model), new Map(), { voice: 'self' })
    return
  }
  const lines = text.split('\n').length
  expect(parsed.errors.length).toBeGreaterThan(0)
  expect(parsed.errors.length).toBeLessThanOrEqual(200)
  for (const { file, line, column, message } of parsed.errors) {
    expect(file).toBe('model.yaml')
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message.sv.length * message.en.length).toBeGreaterThan(0)
    expect(message.sv + message.en).not.toMatch(/\{\w+\}|undefined|\[object/)
  }
}

type Damage = (text: string) => string

/** A character or a stretch of the text changed, lost, doubled or moved. */
function byteDamage(): fc.Arbitrary<Damage> {
  const characters = fc.constantFrom(...'{}[]:-"\'#&*!|>%@ \t\n\0,?xå5~', '\u2028', '\ud800')
  return fc
    .record({ at: fc.nat(), to: fc.nat(), length: fc.nat(200), character: characters, way: fc.nat(4) })
    .map(({ at, to, length, character, way }) => (text) => {
      const place = at % (text.length + 1)
      const [before, part, after] = [
        text.slice(0, place),
        text.slice(place, place + length),
        text.slice(place + length),
      ]
      const other = to % (before.length + after.length + 1)
      const rest = before + after
      return [
        before + character + part + after,
        before + character + part.slice(1) + after,
        rest,
        before + part + part + after,
        rest.slice(0, other) + part + rest.slice(other),
      ][way]!
    })
}

/** A key or an item of the model lost, renamed, given another kind of value, doubled or filled from elsewhere. */
function keyDamage(data: unknown): fc.Arbitrary<Damage> {
  const values = fc.constantFrom<unknown[]>(
    ...[null, true, -1, 0.5, 1e308, '', 'x', 'constructor', '__proto__', [], {}, [[]], { op: 'mean' }, 'answer(x)'],
  )
  return fc
    .record({ at: fc.nat(), from: fc.nat(), way: fc.nat(4), value: values })
    .map(({ at, from, way, value }) => () => {
      const copy: unknown = structuredClone(data)
      const places = placesIn(copy)
      const { holder, key } = places[at % places.length]!
      const other = places[from % places.length]!
      if (way === 0) remove(holder, key)
      else if (way === 1 && !Array.isArray(holder)) rename(holder, key)
      else if (way === 2) put(holder, key, value)
      else if (way === 3 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
      else put(holder, key, structuredClone(read(other.holder, other.key)))
      return JSON.stringify(copy, null, 1)
    })
}

type Holder = unknown[] | Record<string, unknown>

function placesIn(value: unknown): { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(read(holder, key))])
}

const read = (holder: Holder, key: string): unknown => (holder as Record<string, unknown>)[key]

function put(holder: Holder, key: string, value: unknown): void {
  Object.assign(holder, { [key]: value })
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

function rename(holder: Record<string, unknown>, key: string): void {
  put(holder, `${key}x`, holder[key])
  delete holder[key]
}

describe('a hostile file is left before it costs anything', () => {
  const errorsOf = (text: string) => {
    const parsed = parseAnyModel(text, 'a.yaml')
    return parsed.ok ? [] : parsed.errors
  }
  const HEAD = '{ "format": "stegvis-model/2", "tree": '

  test('5 000 nodes inside each other are left where the depth ends', () => {
    const node = '{ "id": "n", "children": [\n'
    const [error] = errorsOf(`${HEAD}${node.repeat(5000)}${']}'.repeat(5000)} }`)
    expect(error).toMatchObject({ code: 'too-deep' })
    expect(error!.line).toBeLessThanOrEqual(SOURCE_LIMITS.depth)
  })

  test('nodes deeper than a tree may be are told at the first that is too deep', () => {
    const node = '{ "id": "n", "result": { "op": "mean" }, "children": [\n'
    const errors = errorsOf(`${HEAD}${node.repeat(26)}${']}'.repeat(26)} }`)
    expect(errors.map(({ code, line }) => [code, line])).toEqual([['tree-too-deep', 25]])
  })

  test('100 000 children are left where the list ends', () => {
    const [error] = errorsOf(`${HEAD}{ "id": "root", "children": [\n${'{ "question": "q" },\n'.repeat(100_000)}] } }`)
    expect(error).toMatchObject({ code: 'too-many' })
    expect(error!.line).toBeLessThanOrEqual(SOURCE_LIMITS.items + 3)
  })

  test('more nodes than a model may have are told without a word about each', () => {
    const wide = testTree({
      tree: {
        ...testTree().tree,
        children: Array.from({ length: 6 }, (_, area) => ({
          ...testTree().tree,
          id: `area-${area}`,
          children: Array.from({ length: 900 }, (_, at) => ({
            ...testTree().tree,
            id: `n-${area}-${at}`,
            children: [],
          })),
        })),
      },
    })
    expect(errorsOf(JSON.stringify(wide)).map(({ code }) => code)).toEqual(['tree-too-large'])
  })

  test.each([
    ['of terms', '1 + '.repeat(25_000)],
    ['of parentheses', '('.repeat(100_000)],
    ['of signs', '-'.repeat(100_000)],
    ['of nots', 'not '.repeat(25_000)],
  ])('an expression of 100 kB %s is told by its length', (_, source) => {
    const [first, ...others] = testTree().questions
    const model = {
      ...testTree(),
      questions: [first, { ...others[0], 'visible-when': `${source}1` }, ...others.slice(1)],
    }
    expect(errorsOf(JSON.stringify(model)).map(({ code, path }) => [code, path])).toEqual([
      ['too-big', 'questions[1].visible-when'],
    ])
  })

  test('a bomb of anchors is refused, not blown up', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}, *a${at}]`)
    const errors = errorsOf(`format: stegvis-model/2\na0: &a0 [x, x, x]\n${lines.join('\n')}`)
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['alias']))
  })

  test('a wrong kind of everything is told in at most 200 sentences', () => {
    const questions = Array.from({ length: 3000 }, () => ({ id: 1, scale: 2, text: 3, more: 4 }))
    expect(errorsOf(JSON.stringify({ ...testTree(), questions }))).toHaveLength(200)
  })
})
