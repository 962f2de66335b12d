import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ModelError } from './errors.ts'
import { parseModel } from './parse.ts'
import { printModel } from './print.ts'
import { testModel } from './test-model.ts'
import { SOURCE_LIMITS } from './yaml-source.ts'

const TEXT = printModel(testModel())

function errorsOf(text: string): ModelError[] {
  const parsed = parseModel(text, 'ladder.yaml')
  return parsed.ok ? [] : parsed.errors
}

/** The errors of the test ladder after one change to its text, which must be there to be changed. */
function errorsAfter(from: string, to: string): ModelError[] {
  expect(TEXT).toContain(from)
  return errorsOf(TEXT.replace(from, to))
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('reading a model file', () => {
  test('gives the model it was printed from', () => {
    expect(parseModel(TEXT, 'ladder.yaml')).toEqual({ ok: true, model: testModel() })
  })

  test('reads JSON as well as YAML', () => {
    expect(parseModel(JSON.stringify(testModel(), null, '\t'), 'ladder.json')).toEqual({ ok: true, model: testModel() })
  })

  test('printing and reading any texts and numbers gives the same model', () => {
    const sentence = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((s) => /^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u.test(s))
    const words = fc.record({ sv: sentence, en: sentence })
    fc.assert(
      fc.property(words, words, sentence, fc.integer({ min: 1, max: 10_000 }), (purpose, use, title, hours) => {
        const model = testModel(['flow'], { purpose, sources: [{ id: 'some-source', title, use }] })
        model.actions[0]!.hours = hours
        expect(parseModel(printModel(model), 'ladder.yaml')).toEqual({ ok: true, model })
      }),
      { numRuns: 60 },
    )
  })

  test('a damaged file is accepted or refused with a place and a sentence, never thrown at', () => {
    fc.assert(
      fc.property(fc.array(damage(), { minLength: 1, maxLength: 4 }), (damages) => {
        const text = damages.reduce((damaged, change) => change(damaged), TEXT)
        const parsed = parseModel(text, 'ladder.yaml')
        if (parsed.ok) return
        const lines = text.split('\n').length
        expect(parsed.errors.length).toBeGreaterThan(0)
        for (const { file, line, column, message } of parsed.errors) {
          expect(file).toBe('ladder.yaml')
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(message.sv + message.en).not.toMatch(/\{\w+\}|undefined/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('any text at all is refused with a place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(errorsOf(text)[0]?.line).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

/** Deletes, doubles or moves a line, or changes, drops or adds a character. */
function damage(): fc.Arbitrary<(text: string) => string> {
  const onLines = (change: (lines: string[], at: number, other: number) => void) =>
    fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => (text: string) => {
      const lines = text.split('\n')
      change(lines, a % lines.length, b % lines.length)
      return lines.join('\n')
    })
  const onCharacters = (change: (text: string, at: number, character: string) => string) =>
    fc.tuple(fc.nat(), fc.constantFrom(...'{}[]:-"\'#&*!|>%@ \t\n\0,?xå5')).map(
      ([a, character]) =>
        (text: string) =>
          change(text, a % (text.length + 1), character),
    )
  return fc.oneof(
    onLines((lines, at) => lines.splice(at, 1)),
    onLines((lines, at) => lines.splice(at, 0, lines[at]!)),
    onLines((lines, at, other) => lines.splice(other, 0, ...lines.splice(at, 1))),
    onCharacters((text, at) => text.slice(0, at) + text.slice(at + 1)),
    onCharacters((text, at, character) => text.slice(0, at) + character + text.slice(at)),
    onCharacters((text, at, character) => text.slice(0, at) + character + text.slice(at + 1)),
  )
}

describe('what is wrong with the file itself', () => {
  test('an open bracket is one error at its line', () => {
    const errors = errorsAfter('floor: 1', 'floor: [1')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ code: 'syntax', path: '' })
    expect(Math.abs(errors[0]!.line - lineOf(TEXT, 'floor: 1'))).toBeLessThanOrEqual(1)
  })

  test('a key written twice is told at the second one', () => {
    const errors = errorsAfter('status: published', 'id: other')
    expect(errors).toContainEqual(expect.objectContaining({ code: 'duplicate-key', line: 6, column: 1 }))
  })

  test.each([
    ['anchors', 'licence: &l CC-BY-4.0', 'alias'],
    ['tags', 'licence: !secret CC-BY-4.0', 'syntax'],
    ['a second document', 'licence: CC-BY-4.0\n---\na: 1\n---', 'several-documents'],
  ])('%s are refused', (_, to, code) => {
    expect(errorsAfter('licence: CC-BY-4.0', to).map((error) => error.code)).toContain(code)
  })

  test('a file too large, too deep or too long is left at once', () => {
    expect(errorsOf(' '.repeat(SOURCE_LIMITS.characters + 1))[0]).toMatchObject({ code: 'too-large', line: 1 })
    expect(errorsOf('['.repeat(1_000_000))[0]).toMatchObject({ code: 'too-deep', line: 1 })
    expect(errorsOf(`a:\n${Array.from({ length: 6000 }, (_, at) => `  k${at}: 1\n`).join('')}`)[0]).toMatchObject({
      code: 'too-many',
      line: SOURCE_LIMITS.items + 2,
    })
    const wide = Array.from({ length: 900 }, () => `- [${'1,'.repeat(1200)}]\n`).join('')
    expect(errorsOf(wide)[0]?.code).toBe('too-many')
  })

  test('a circle of anchors is refused, not followed', () => {
    expect(errorsOf('a: &a [*a]').map((error) => error.code)).toContain('alias')
  })
})

describe('what is wrong with a key', () => {
  test('names line, column, path and both sentences', () => {
    expect(errorsAfter(', en: "Statement flow-3-b"', '')).toEqual([
      {
        file: 'ladder.yaml',
        line: lineOf(TEXT, 'Statement flow-3-b'),
        column: 19,
        path: 'dimensions[0].rungs[2].criteria[1].text.en',
        code: 'translation-missing',
        message: { sv: 'Texten saknas på engelska.', en: 'The text is missing in English.' },
      },
    ])
  })

  test.each([
    ['an empty translation', 'en: "Test ladder"', 'en: ""', 'translation-missing', 'name.en'],
    ['a missing key', '    how: ', '    hov: ', 'missing-key', 'actions[0].how'],
    ['an unknown key', '    how: ', '    extra: 1\n    how: ', 'unknown-key', 'actions[0].extra'],
    ['a number for a text', 'version: 1.0.0', 'version: 1', 'wrong-type', 'version'],
    ['a version of two numbers', 'version: 1.0.0', 'version: "1.0"', 'wrong-form', 'version'],
    ['a day that does not exist', '2026-11-23', '2026-11-31', 'wrong-form', 'published-on'],
    ['a class that does not exist', 'evidence: E3', 'evidence: E7', 'not-one-of', 'levels[3].evidence'],
    ['half an hour', 'hours: 16', 'hours: 0.5', 'wrong-type', 'actions[0].hours'],
    ['no hours', 'hours: 16', 'hours: 0', 'number-too-small', 'actions[0].hours'],
    ['an impact of six', 'impact: 3', 'impact: 6', 'number-too-big', 'actions[0].impact'],
    ['capitals in an id', 'id: lead-time', 'id: Lead-Time', 'wrong-form', 'key-figures[0].id'],
    ['a line break', '"Provstege"', '"Prov\\nstege"', 'wrong-form', 'name.sv'],
    ['a short name of 15 characters', '{ sv: "flow"', '{ sv: "123456789012345"', 'too-big', 'dimensions[0].short.sv'],
    ['a policy the engine does not know', 'missing: incomplete', 'missing: lowest', 'not-one-of', 'answers.missing'],
    ['a weight of four decimals', 'impact: 0.4', 'impact: 0.4001', 'wrong-form', 'ranking.impact'],
    ['an empty licence', 'licence: CC-BY-4.0', 'licence: ""', 'empty', 'licence'],
  ])('%s', (_, from, to, code, path) => {
    expect(errorsAfter(from, to)).toContainEqual(expect.objectContaining({ code, path }))
  })

  test('errors come in the order of the lines', () => {
    const text = TEXT.replaceAll('hours: 16', 'hours: 0').replace('E0', 'E9')
    const lines = errorsOf(text).map((error) => error.line)
    expect(lines.length).toBe(9)
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })
})
