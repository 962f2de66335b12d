import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Crosswalk, crosswalkJsonSchema, parseCrosswalk } from './crosswalk.ts'
import { checkCrosswalk } from './crosswalk-checks.ts'
import { printCrosswalks } from './crosswalk-table.ts'
import { printJsonSchema } from './json-schema.ts'
import { parseModel } from './parse.ts'
import { parseAnyModel } from './parse-any.ts'
import type { Model } from './schema.ts'
import { testModel } from './test-model.ts'

const ROOT = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

describe('the crosswalks we publish', () => {
  const models: Model[] = readdirSync(new URL('content/models/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => {
      const parsed = parseModel(read(`content/models/${path}`), path)
      return parsed.ok ? [parsed.model] : []
    })
  const files = readdirSync(new URL('content/crosswalks/', ROOT))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const parsed = files.map((name) => parseCrosswalk(read(`content/crosswalks/${name}`), name, models))

  test('speak of every dimension and every point, and of nothing that does not exist', () => {
    expect(parsed.flatMap((one) => (one.ok ? [] : one.errors))).toEqual([])
  })

  test('lie under their own name', () => {
    expect(parsed.map((one) => one.ok && `${one.crosswalk.id}.yaml`)).toEqual(files)
  })

  test('cover the newest version of every ladder', () => {
    const ladders = [...new Map(models.map((model) => [model.id, model])).values()]
      .filter(({ status }) => status === 'published')
      .map(({ id, version }) => `${id} ${version}`)
      .sort()
    for (const one of parsed) {
      expect(one.ok && one.crosswalk.models.map(({ model, version }) => `${model} ${version}`).sort()).toEqual(ladders)
    }
  })

  test('are written in two languages, not in one twice', () => {
    for (const one of parsed) {
      const reasons = one.ok ? texts(one.crosswalk) : []
      expect(reasons.filter(({ sv, en }) => sv === en && sv.length > 40)).toEqual([])
    }
  })

  test('know every point that a model, ladder or tree, refers to in their framework', () => {
    const referred = readdirSync(new URL('content/models/', ROOT), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .flatMap((path) => {
        const model = parseAnyModel(read(`content/models/${path}`), path)
        return model.ok ? pointers(model.model) : []
      })
    for (const one of parsed) {
      const { key, points } = one.ok ? one.crosswalk.framework : { key: '', points: [] }
      const ids = new Set(referred.filter(({ to }) => to === key).map(({ id }) => id))
      expect(ids.size).toBeGreaterThan(0)
      expect([...ids].filter((id) => !points.some((point) => point.id === id))).toEqual([])
    }
  })

  test('are on the page of the documents as the files have them', () => {
    const crosswalks = parsed.flatMap((one) => (one.ok ? [one.crosswalk] : []))
    expect(read('docs/crosswalks.md')).toBe(printCrosswalks(crosswalks, models))
  })

  test('have their shape published', () => {
    expect(read('content/crosswalks/stegvis-crosswalk-1.schema.json')).toBe(printJsonSchema(crosswalkJsonSchema()))
  })
})

function texts(value: unknown): { sv: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('sv' in value && 'en' in value) return [{ sv: String(value.sv), en: String(value.en) }]
  return Object.values(value).flatMap(texts)
}

/** Every reference of a model to another framework. */
function pointers(value: unknown): { to: string; id: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('to' in value && 'id' in value && 'relation' in value) return [{ to: String(value.to), id: String(value.id) }]
  return Object.values(value).flatMap(pointers)
}

const said = (text: string) => ({ sv: text, en: text })
const models = [testModel(['flow', 'design'])]
const [ladder] = models as [Model]

function crosswalk(changes: Partial<Crosswalk> = {}): Crosswalk {
  return {
    format: 'stegvis-crosswalk/1',
    id: 'frame',
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    authors: ['Somebody'],
    name: said('A frame'),
    about: said('About it'),
    sources: [
      { id: 'book', title: 'The book', address: 'https://example.org/book', use: said('Numbers'), licence: 'CC0-1.0' },
    ],
    framework: {
      key: 'frame',
      title: 'Frame',
      points: [
        { id: 'F1', name: said('First'), at: '1', source: 'book' },
        { id: 'F2', name: said('Second'), at: '2', source: 'book' },
      ],
    },
    models: [
      {
        model: ladder.id,
        version: ladder.version,
        dimensions: [
          { id: 'flow', points: [{ id: 'F1', relation: 'supports', because: said('It does'), source: 'book' }] },
          { id: 'design', none: said('Nothing alike') },
        ],
      },
    ],
    untouched: [{ id: 'F2', because: said('Too far off') }],
    ...changes,
  }
}

const codes = (one: Crosswalk, known: readonly Model[] = models) => checkCrosswalk(one, known).map(({ code }) => code)

test('a whole crosswalk has no findings', () => {
  expect(codes(crosswalk())).toEqual([])
})

test('a dimension left out is told', () => {
  const [first] = crosswalk().models
  const partial = crosswalk({ models: [{ ...first!, dimensions: first!.dimensions.slice(0, 1) }] })
  expect(codes(partial)).toEqual(['crosswalk-dimension-missing'])
})

test('a point is either touched or listed as untouched, with a reason', () => {
  expect(codes(crosswalk({ untouched: [] }))).toEqual(['crosswalk-point-missing'])
  const both = [
    { id: 'F2', because: said('Far off') },
    { id: 'F1', because: said('Near') },
  ]
  expect(codes(crosswalk({ untouched: both }))).toEqual(['crosswalk-point-touched'])
})

test('ids that do not exist are told: ladder, dimension, point and source', () => {
  const [first] = crosswalk().models
  expect(codes(crosswalk({ models: [{ ...first!, version: '9.0.0' }] }))).toEqual(['unknown-id'])
  const dimensions = [...first!.dimensions, { id: 'magic', none: said('No such thing') }]
  expect(codes(crosswalk({ models: [{ ...first!, dimensions }] }))).toEqual(['unknown-id'])
  const touch = { id: 'F9', relation: 'supports' as const, because: said('It does'), source: 'rumour' }
  const wrong = [{ id: 'flow', points: [touch] }, first!.dimensions[1]!]
  expect(codes(crosswalk({ models: [{ ...first!, dimensions: wrong }] }))).toEqual([
    'unknown-id',
    'unknown-id',
    'crosswalk-point-missing',
  ])
})

test('the same dimension or point twice is told', () => {
  const [first] = crosswalk().models
  const twice = { ...first!, dimensions: [...first!.dimensions, first!.dimensions[1]!] }
  expect(codes(crosswalk({ models: [twice] }))).toEqual(['listed-twice'])
})

test('a crosswalk agrees with what the ladder itself says', () => {
  const [flow, design] = ladder.dimensions
  const stating = (relation: 'supports' | 'equal') => [
    { ...ladder, dimensions: [{ ...flow!, crosswalk: [{ to: 'frame', id: 'F1', relation }] }, design!] },
  ]
  expect(codes(crosswalk(), stating('supports'))).toEqual([])
  expect(codes(crosswalk(), stating('equal'))).toEqual(['crosswalk-gainsays'])
})

test('a file that does not fit tells where', () => {
  const parsed = parseCrosswalk('format: stegvis-crosswalk/1\nid: UPPER\n', 'frame.yaml', models)
  expect(parsed.ok ? [] : parsed.errors.map(({ line, path }) => [line, path])).toContainEqual([2, 'id'])
})
