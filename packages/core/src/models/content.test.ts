import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { visibleQuestions } from '../assessments/questions.ts'
import { compileModel } from '../assessments/scoring.ts'
import { printModelErrors, scoreAnswersFile } from './command.ts'
import { parseModel } from './parse.ts'
import { printModel } from './print.ts'
import { type ContentFile, checkPublished } from './published.ts'
import type { Model } from './schema.ts'

const ROOT = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

const FILES: ContentFile[] = readdirSync(new URL('content/models/', ROOT), { recursive: true, encoding: 'utf8' })
  .map((path) => `models/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: read(`content/${path}`) }))

/** The trees are tested in `tree/content.test.ts`. */
const LADDERS = FILES.filter(({ text }) => /^format: stegvis-model\/1$/m.test(text))

const MODELS: Model[] = LADDERS.flatMap(({ path, text }) => {
  const parsed = parseModel(text, path)
  return parsed.ok ? [parsed.model] : []
})

/** Every text of the model with the path to it. */
function textsOf(value: unknown, path = ''): { path: string; sv: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('sv' in value && 'en' in value) return [{ path, sv: String(value.sv), en: String(value.en) }]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`))
}

describe.each(LADDERS)('$path', ({ path, text }) => {
  const parsed = parseModel(text, path)
  const model = parsed.ok ? parsed.model : undefined

  test('has no errors', () => {
    expect(parsed.ok ? [] : printModelErrors(parsed.errors, 'en')).toEqual([])
  })

  test('lies where its id and version say', () => {
    expect(path).toBe(`models/${model?.id}/${model?.version}.yaml`)
  })

  test('survives being printed and read again', () => {
    expect(model && parseModel(printModel(model), path)).toEqual({ ok: true, model })
  })

  test('is written in two languages, not in one twice', () => {
    // Short texts may be the same word in both; a whole sentence is not.
    expect(textsOf(model).filter(({ sv, en }) => sv === en && sv.length > 40)).toEqual([])
  })

  test('has two to four criteria on each rung from the second, one or two of them required', () => {
    for (const { id, rungs } of model!.dimensions) {
      for (const { level, criteria } of rungs.slice(1)) {
        const required = criteria.filter(({ importance }) => importance === 'required').length
        expect(
          [criteria.length >= 2 && criteria.length <= 4, required >= 1 && required <= 2],
          `${id} ${level}`,
        ).toEqual([true, true])
      }
    }
  })

  test('asks at most thirty questions of a company, wherever it stands', () => {
    const compiled = compileModel(model!)
    for (let level = 1; level <= compiled.levels; level++) {
      const answers = new Map(compiled.dimensions.map((id) => [id, { kind: 'rung', level } as const]))
      expect(visibleQuestions(compiled, answers, 'self').length).toBeLessThanOrEqual(30)
    }
  })

  test('has six dimensions and six key figures', () => {
    expect(model?.dimensions).toHaveLength(6)
    expect(model?.['key-figures']).toHaveLength(6)
  })
})

test('the ladders together recommend at least 120 actions', () => {
  const latest = new Map(MODELS.map((model) => [model.id, model]))
  const actions = [...latest.values()].reduce((sum, model) => sum + model.actions.length, 0)
  expect(actions).toBeGreaterThanOrEqual(120)
})

test('a key figure belongs to one ladder', () => {
  const owners = MODELS.flatMap((model) => model['key-figures'].map(({ id }) => `${id} of ${model.id}`))
  const ids = [...new Set(owners)].map((owner) => owner.split(' of ')[0])
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([])
})

test.runIf(existsSync(new URL('content/published.sha256', ROOT)))('no published file has changed', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(checkPublished(read('content/published.sha256'), FILES, sha256)).toEqual([])
})

test('the example of an answers file scores', () => {
  const example = JSON.parse(read('docs/answers-example.json'))
  const { path, text } = FILES.find((file) => file.path === `models/${example.model.id}/${example.model.version}.yaml`)!
  const output = scoreAnswersFile(text, path, example)
  expect(output).toMatchObject({ ok: true, open: [], score: { state: 'complete' } })
})
