import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSource } from '../yaml-source.ts'
import { readTreeAnswers } from './answers-file.ts'
import { compileTree } from './compile.ts'
import { parseTreeModel } from './parse.ts'
import { printTreeModel } from './print.ts'
import type { TreeModel } from './schema.ts'
import { TREE_LIMITS } from './schema-words.ts'
import { scoreTree } from './score-tree.ts'

const PAGE = readFileSync(new URL('../../../../../docs/tree-format.md', import.meta.url), 'utf8')

/** The examples of the page, each by the heading it stands under. */
const EXAMPLES = PAGE.split(/^## /m).flatMap((section) => {
  const heading = section.slice(0, section.indexOf('\n'))
  const blocks = [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text!)
  return blocks.map((text, at) => ({ heading: blocks.length > 1 ? `${heading} ${at + 1}` : heading, text }))
})

const isWhole = (text: string) => text.startsWith('format: ')

const BASE = {
  ...{ format: 'stegvis-model/2', id: 'base', version: '1.0.0', status: 'draft', languages: ['en'] },
  ...{ licence: 'CC-BY-4.0', authors: ['Stegvis'], 'assessed-unit': 'site' },
  ...{ name: { en: 'Base' }, purpose: { en: 'Holds the examples.' } },
  scales: {
    presence: {
      type: 'single',
      options: [
        { id: 'no', name: { en: 'No' }, value: 0 },
        { id: 'partly', name: { en: 'Partly' }, value: 0.5 },
        { id: 'yes', name: { en: 'Yes' }, value: 1 },
      ],
      ...{ unknown: 'allowed', 'not-applicable': 'allowed' },
    },
  },
  questions: [...'abcdef'].map((id) => ({
    id,
    scale: 'presence',
    text: { en: `Is ${id} so?` },
    importance: 'required',
  })),
  policies: { missing: 'open', unknown: 'lowest', 'not-applicable': 'exclude' },
  voices: { result: 'coach', respondents: 'lower-median' },
  tree: { id: 'base-root', result: { op: 'mean' }, children: [...'abcdef'].map((question) => ({ question })) },
}

/** The example as a model: whole as it stands, otherwise its keys in the base, whose questions and scales it joins. */
function modelText(text: string): string {
  if (isWhole(text)) return text
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const keys = read.source.data as Partial<typeof BASE>
  const own = keys.questions ?? []
  const questions = [...BASE.questions.filter(({ id }) => !own.some((question) => question.id === id)), ...own]
  return JSON.stringify({ ...BASE, ...keys, scales: { ...BASE.scales, ...keys.scales }, questions })
}

describe.each(EXAMPLES)('the example under “$heading”', ({ text }) => {
  const parsed = parseTreeModel(modelText(text), 'tree-format.md')
  const model = parsed.ok ? parsed.model : undefined

  test('is read without an error, and without a warning but of what it leaves out', () => {
    const told = parsed.ok ? parsed.warnings : parsed.errors
    const leftOut = new Set(['question-unused', 'scale-unused', ...(isWhole(text) ? [] : ['name-missing'])])
    expect(told.filter(({ code }) => !leftOut.has(code)).map(({ path, message }) => `${path}: ${message.en}`)).toEqual(
      [],
    )
  })

  test('gives what it says', () => {
    for (const example of model?.examples ?? [])
      expect(scoresOf(model!, example), example.name).toEqual(example.expected)
  })
})

/** The scores and levels of the nodes that the example tells of. */
function scoresOf(model: TreeModel, { answers, profile, expected }: NonNullable<TreeModel['examples']>[number]) {
  const compiled = compileTree(model)
  const read = readTreeAnswers(compiled, answers)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { nodes } = scoreTree(compiled, read.answers, { voice: 'self', facts: profile ?? {} })
  return Object.fromEntries(
    Object.entries(expected).map(([id, keys]) => {
      const found = nodes.find(({ node }) => node === id)
      return [id, Object.fromEntries(Object.keys(keys).map((key) => [key, found?.[key as keyof typeof found]]))]
    }),
  )
}

test('the page has examples of every roll-up, modifier, scale and ranking', () => {
  const shown = EXAMPLES.map(({ text }) => text).join('\n')
  const prose = PAGE.replaceAll(/^```yaml\n.*?^```$/gms, '')
  const kinds = (key: string) =>
    new Set([...shown.matchAll(new RegExp(`\\b${key}: ([a-z-]+)`, 'g'))].map(([, kind]) => kind))
  expect([...kinds('op')]).toEqual(
    expect.arrayContaining([
      ...['none', 'mean', 'weighted-mean', 'median', 'min', 'max', 'product', 'points', 'count-met', 'share-met'],
      ...['deduct', 'gate', 'ladder', 'high-water', 'staged-percent', 'broad-step', 'formula', 'weighted'],
    ]),
  )
  expect([...kinds('do')].toSorted()).toEqual(['cap', 'clamp', 'factor', 'floor', 'map', 'round'])
  expect([...kinds('type')]).toEqual(
    expect.arrayContaining(['single', 'multiple', 'rungs', 'likert', 'number', 'split', 'matrix', 'text', 'day']),
  )
  expect(prose).toContain('`sum`')
})

test('the page tells the limits that are kept', () => {
  for (const limit of Object.values(TREE_LIMITS)) {
    expect(PAGE).toContain(
      limit >= 1000 ? `${Math.trunc(limit / 1000)} ${String(limit % 1000).padStart(3, '0')}` : String(limit),
    )
  }
})

test('the whole model survives being printed and read again', () => {
  const whole = EXAMPLES.filter(({ text }) => isWhole(text))
  expect(whole.length).toBeGreaterThan(0)
  for (const { text } of whole) {
    const parsed = parseTreeModel(text, 'tree-format.md')
    if (!parsed.ok) throw new Error(parsed.errors[0]!.message.en)
    expect(parseTreeModel(printTreeModel(parsed.model), 'tree-format.md')).toEqual(parsed)
  }
})
