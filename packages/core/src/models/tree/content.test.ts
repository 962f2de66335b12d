import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TreeAnswers } from './answers.ts'
import { compileTree } from './compile.ts'
import { parseTreeModel } from './parse.ts'
import { printTreeModel } from './print.ts'
import { visibleTreeQuestions } from './questions.ts'
import type { TreeModel } from './schema.ts'
import type { TreeNode } from './schema-nodes.ts'
import { scoreTree } from './score-tree.ts'
import type { TreeVoice } from './state.ts'

/** Every tree model that comes with Stegvis, whatever it is about. */

const FOLDER = new URL('../../../../../content/models/', import.meta.url)
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, FOLDER), 'utf8') }))
  .filter(({ text }) => /^format: stegvis-model\/2$/m.test(text))

const MODELS = FILES.flatMap(({ path, text }) => {
  const parsed = parseTreeModel(text, path)
  return parsed.ok ? [parsed.model] : []
})

describe.each(FILES)('$path', ({ path, text }) => {
  const parsed = parseTreeModel(text, path)
  const model = parsed.ok ? parsed.model : ({} as TreeModel)

  test('has neither errors nor warnings', () => {
    const told = parsed.ok ? parsed.warnings : parsed.errors
    expect(told.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([])
  })

  test('lies where its id and version say', () => {
    expect(path).toBe(`${model.id}/${model.version}.yaml`)
  })

  test('survives being printed and read again', () => {
    expect(parseTreeModel(printTreeModel(model), path)).toMatchObject({ ok: true, model })
  })

  test('is written in Swedish and English, not in one twice', () => {
    expect(model.languages).toEqual(['sv', 'en'])
    expect(textsOf(model).filter(({ sv, en }) => sv === en && en.length > 40)).toEqual([])
  })

  test('explains how to judge or says what it is about wherever it counts', () => {
    expect(nodesOf(model).filter(({ kind, about }) => (kind === 'area' || kind === 'practice') && !about)).toEqual([])
  })

  test('asks twelve to forty questions, as fits ten minutes', () => {
    const asked = visibleTreeQuestions(compileTree(model), new Map(), { voice: 'self' })
    expect(asked.length).toBeGreaterThanOrEqual(12)
    expect(model.questions.length).toBeLessThanOrEqual(40)
  })

  test('suggests something to do in every part', () => {
    const below = new Map(nodesOf(model).map((node) => [node.id, new Set(nodesUnder(node).map(({ id }) => id))]))
    const suggested = (model.actions ?? []).map(({ node }) => node)
    const idle = partsOf(model).filter((part) => !suggested.some((node) => below.get(part.id)!.has(node)))
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  test('names the licence of everything it rests on', () => {
    expect(model.licence).toBe('CC-BY-4.0')
    expect((model.sources ?? []).length).toBeGreaterThan(0)
  })

  const voices: TreeVoice[] = ['self', 'coach']
  describe.each((model.examples ?? []).map((example) => ({ example, name: example.name })))('$name', ({ example }) => {
    test.each(voices)('gives what was worked out by hand, as %s', (voice) => {
      const answers = new Map(Object.entries(example.answers)) as TreeAnswers
      const { nodes } = scoreTree(compileTree(model), answers, { facts: example.profile ?? {}, voice })
      const given = Object.fromEntries(nodes.map(({ node, score, level }) => [node, { score, level }]))
      expect(given).toMatchObject(example.expected)
    })
  })

  test('shows by at least two examples how it counts', () => {
    expect((model.examples ?? []).length).toBeGreaterThanOrEqual(2)
  })
})

test('the models together show the range of structures', () => {
  const ops = new Set(MODELS.flatMap((model) => nodesOf(model).map(({ result }) => result.op)))
  expect([...ops].sort()).toEqual(
    expect.arrayContaining([
      'formula',
      'gate',
      'ladder',
      'mean',
      'min',
      'none',
      'points',
      'share-met',
      'sum',
      'weighted-mean',
    ]),
  )
  const scales = new Set(MODELS.flatMap((model) => Object.values(model.scales).map(({ type }) => type)))
  expect([...scales].sort()).toEqual([
    'day',
    'likert',
    'matrix',
    'multiple',
    'number',
    'rungs',
    'single',
    'split',
    'text',
  ])
})

/** The parts a result is read by: the areas, practices and dimensions of the tree, or the whole where it has none. */
function partsOf(model: TreeModel): TreeNode[] {
  const parts = nodesUnder(model.tree).filter(
    ({ kind }) => kind === 'area' || kind === 'practice' || kind === 'dimension',
  )
  return parts.length > 0 ? parts : [model.tree]
}

function nodesOf(model: TreeModel): TreeNode[] {
  return [model.tree, ...(model.views ?? []).map(({ tree }) => tree)].flatMap(nodesUnder)
}

/** The node and all below it. */
function nodesUnder(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap((child) => ('question' in child ? [] : nodesUnder(child)))]
}

function textsOf(value: unknown): { sv: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('sv' in value && 'en' in value) return [{ sv: String(value.sv), en: String(value.en) }]
  return Object.values(value).flatMap(textsOf)
}
