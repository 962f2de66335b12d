import { describe, expect, test } from 'vitest'
import { checkModelFile, printModelErrors, scoreAnswersFile } from './command.ts'
import type { LadderScoreOutput } from './ladder-command.ts'
import { printModel } from './print.ts'
import { testModel } from './test-model.ts'

const TEXT = printModel(testModel(['flow']))

/** An answers file for the test ladder; `undefined` takes a key away. */
function file(changes: Record<string, unknown> = {}): unknown {
  const answers = {
    flow: { kind: 'rung', level: 2 },
    'flow-2-a': { kind: 'yes', evidence: 'E2' },
    'flow-2-b': { kind: 'yes', evidence: 'E1', reason: 'Seen on the board' },
    'flow-3-a': { kind: 'no' },
    'flow-3-b': { kind: 'no' },
  }
  const whole = {
    format: 'stegvis-answers/1',
    model: { id: 'test-ladder', version: '1.0.0' },
    voice: 'self',
    answers,
    ...changes,
  }
  return JSON.parse(JSON.stringify(whole))
}

/** Scores a ladder, so what comes back is never a tree's. */
function score(input: unknown): LadderScoreOutput {
  const output = scoreAnswersFile(TEXT, 'ladder.yaml', input)
  if (output.ok && !('open' in output)) return expect.unreachable()
  return output
}

describe('model check', () => {
  test('tells what a sound file holds', () => {
    expect(checkModelFile(TEXT, 'ladder.yaml')).toEqual({
      ok: true,
      model: {
        format: 'stegvis-model/1',
        id: 'test-ladder',
        version: '1.0.0',
        status: 'published',
        dimensions: 1,
        criteria: 12,
        actions: 4,
      },
      warnings: [],
    })
  })

  test('tells every error of another with its place, also as a line a terminal can open', () => {
    const output = checkModelFile(TEXT.replace('version: 1.0.0', 'version: one'), 'ladder.yaml')
    if (output.ok) expect.unreachable()
    expect(output.errors).toMatchObject([{ line: 5, column: 10, path: 'version', code: 'wrong-form' }])
    expect(printModelErrors(output.errors, 'en')).toEqual([
      'ladder.yaml:5:10: version: The value has the wrong form: three numbers, such as 1.0.0.',
    ])
  })
})

describe('model score', () => {
  test('scores each voice by its own rule', () => {
    const level = (input: unknown) => {
      const output = score(input)
      return output.ok ? output.score.dimensions[0]!.level : output.errors
    }
    const evidence = [
      { criterion: 'flow-2-a', class: 'E2', datedOn: '2026-01-31' },
      { criterion: 'flow-2-b', class: 'E3', datedOn: '2026-01-31' },
    ]
    expect(level(file())).toBe(2)
    expect(level(file({ voice: 'coach' }))).toBe(1)
    expect(level(file({ voice: 'verified', on: '2026-11-23', evidence }))).toBe(2)
    expect(level(file({ voice: 'verified', on: '2026-11-23', evidence: [] }))).toBe(1)
  })

  test('tells what is open, what has lapsed and why, in both languages', () => {
    const output = score(
      file({
        on: '2026-11-23',
        answers: {
          flow: { kind: 'rung', level: 2 },
          'flow-2-a': { kind: 'yes' },
          'flow-2-b': { kind: 'yes' },
          'flow-3-b': { kind: 'no' },
        },
      }),
    )
    if (!output.ok) expect.unreachable()
    expect(output.open).toEqual(['flow-3-a'])
    expect(output.confirmations).toEqual([{ dimension: 'flow', unconfirmed: false, lapsed: [] }])
    expect(output.explanation.sv[0]).toBe('Provstege: steget kan inte sättas än. Det ligger på 2, vad svaren än blir.')
    expect(output.explanation.en[0]).toBe(
      'Test ladder: the step cannot be set yet. It lies at 2, whatever the answers.',
    )
  })

  test('lapsed evidence keeps the level and is told', () => {
    const evidence = ['flow-2-a', 'flow-2-b'].map((criterion) => ({ criterion, class: 'E2', datedOn: '2024-01-31' }))
    const output = score(file({ voice: 'verified', on: '2026-11-23', evidence }))
    if (!output.ok) expect.unreachable()
    expect(output.score.step).toBe(2)
    expect(output.confirmations[0]).toMatchObject({ unconfirmed: true, lapsed: [{ since: '2026-02-01' }, {}] })
  })

  test.each([
    ['another model', { model: { id: 'test-ladder', version: '2.0.0' } }, '#/model'],
    ['a question there is none of', { answers: { 'flow-2-z': { kind: 'yes' } } }, '#/answers/flow-2-z'],
    ['a rung for a criterion', { answers: { 'flow-2-a': { kind: 'rung', level: 2 } } }, '#/answers/flow-2-a'],
    ['not applicable without a reason', { answers: { flow: { kind: 'not-applicable' } } }, '#/answers/flow/reason'],
    ['an unknown voice', { voice: 'panel' }, '#/voice'],
    ['evidence without a day', { voice: 'verified' }, '#/on'],
    ['another format', { format: 'answers' }, '#/format'],
  ])('refuses %s with a pointer to it', (_, changes, pointer) => {
    const output = score(file(changes))
    if (output.ok) expect.unreachable()
    expect(output.errors.map((error) => error.pointer)).toContain(pointer)
    expect(output.errors.every(({ detail }) => detail !== '')).toBe(true)
    expect(output.errors.every(({ message }) => message && message.sv !== message.en)).toBe(true)
  })

  test('refuses a model with errors, and input that is no answers file at all', () => {
    expect(scoreAnswersFile('format: other', 'ladder.yaml', file())).toMatchObject({ ok: false })
    for (const input of [null, 'text', [], 7])
      expect(score(input)).toMatchObject({ ok: false, errors: [{ pointer: '#' }] })
  })
})
