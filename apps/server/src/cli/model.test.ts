import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { printTreeModel } from '@stegvis/core/models/tree/print.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { STRUCTURES, startModel } from '@stegvis/core/models/tree/starters/start.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand } from './test-command.ts'

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const TREE = path.join(ROOT, 'content/models/waste-and-materials-check/1.0.0.yaml')
const TREE_ANSWERS = path.join(ROOT, 'docs/tree-answers-example.json')
const LADDER = path.join(ROOT, 'content/models/resource-efficient-production/1.0.0.yaml')
const LADDER_ANSWERS = path.join(ROOT, 'docs/answers-example.json')

const folder = mkdtempSync(path.join(os.tmpdir(), 'stegvis-model-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const model = (...words: string[]) => runCommand(['model', ...words])
function fileOf(name: string, content: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('model score', () => {
  test('answers for a tree as the example says, and for a ladder in the same rows', async () => {
    const tree = await model('score', '--model', TREE, '--answers', TREE_ANSWERS, '--json')
    expect([tree.code, tree.problem]).toEqual([0, ''])
    expect(JSON.parse(tree.out)).toEqual(
      JSON.parse(readFileSync(path.join(ROOT, 'docs/tree-score-example.json'), 'utf8')),
    )
    const ladder = await model('score', '--model', LADDER, '--answers', LADDER_ANSWERS, '--json')
    const { score } = JSON.parse(ladder.out)
    expect(score.step).toBe(2)
    expect(score.nodes[1]).toMatchObject({
      node: 'flow',
      score: 3,
      level: 3,
      shareAnswered: 1,
      notApplicable: 1,
      reason: { rule: 'level', text: { en: expect.stringContaining('Flow and lead time: step 3') } },
    })
  })

  test('shows people a table, in the language they ask for', async () => {
    const { out } = await model('score', '--model', TREE, '--answers', TREE_ANSWERS, '--language', 'sv')
    const [head, whole] = out.split('\n')
    expect(head).toMatch(/^Del +Namn +Resultat +Nivå/)
    expect(whole).toMatch(/^waste-and-materials +Avfall och material +49,9–55,8/)
  })

  test('takes the two files one after the other as well, and answers in JSON', async () => {
    const { code, out } = await model('score', LADDER, LADDER_ANSWERS)
    expect([code, JSON.parse(out).ok]).toEqual([0, true])
  })

  test('reads one of the files from standard input', async () => {
    const input = readFileSync(TREE_ANSWERS, 'utf8')
    const { out } = await runCommand(['model', 'score', '--model', TREE, '--answers', '-', '--json'], { input })
    expect(JSON.parse(out).ok).toBe(true)
    const both = await model('score', '--model', '-', '--answers', '-')
    expect([both.code, both.problem]).toEqual([1, 'Only one of the two can be standard input.\n'])
  })

  test('ends with 1 and a reason in one line for each fault, never with a stack', async () => {
    const answers = fileOf('wrong.json', JSON.stringify({ answers: { weighed: { done: 40 }, nothing: true } }))
    const wrong = await model('score', '--model', TREE, '--answers', answers, '--json')
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, errors: [{ pointer: '#/answers/weighed' }, {}] })
    expect(wrong.problem.split('\n')).toEqual([
      '#/answers/weighed: The parts add up to 40 percent and must be 100.',
      '#/answers/nothing: The model has no question “nothing”.',
      '',
    ])
    const broken = fileOf('broken.yaml', 'format: stegvis-model/2\nid: Broken\n')
    const unread = await model('score', '--model', broken, '--answers', TREE_ANSWERS)
    expect([unread.code, unread.out]).toEqual([1, ''])
    expect(unread.problem).toMatch(/^#\/model: .*broken\.yaml:\d+:\d+: /)
    for (const words of [['--model', TREE], ['--modell', TREE], ['--model', TREE, '--answers'], [], ['a', 'b', 'c']]) {
      const { code, problem } = await model('score', ...words)
      expect(code).toBe(1)
      expect(problem).toContain('stegvis model score --model FILE --answers FILE')
      expect(problem).not.toMatch(/^ +at /m)
    }
  }, 30_000)
})

test('model explain tells why, of the whole or of one node', async () => {
  const whole = await model('explain', '--model', TREE, '--answers', TREE_ANSWERS)
  expect(whole.out.split('\n')[0]).toBe(
    'Waste and materials: cannot be worked out yet. The result will lie between 49.9 and 55.8.',
  )
  const part = await model(
    'explain',
    '--model',
    TREE,
    '--answers',
    TREE_ANSWERS,
    '--node',
    'prevent',
    '--language',
    'sv',
  )
  expect(part.out).toContain(
    '  ”Hur stor del av leveranserna in kommer i emballage som går i retur eller används igen?” Svar: Gjort 100 %, värt 1.',
  )
  const ladder = await model('explain', '--model', LADDER, '--answers', LADDER_ANSWERS, '--node', 'flow', '--json')
  expect(JSON.parse(ladder.out)).toMatchObject({ ok: true, node: 'flow' })
  const nowhere = await model('explain', '--model', TREE, '--answers', TREE_ANSWERS, '--node', 'nowhere')
  expect([nowhere.code, nowhere.problem.trim()]).toEqual([1, '#/model: The model has no node “nowhere”.'])
  const language = await model('explain', '--model', TREE, '--answers', TREE_ANSWERS, '--language', 'fi')
  expect([language.code, language.problem.trim()]).toEqual([1, '--language is sv or en, not fi.'])
}, 30_000)

describe('model new', () => {
  test.each(STRUCTURES)('prints a sound %s that model check accepts', async (structure) => {
    const { code, out } = await model('new', structure, '--id', 'my-model', '--name', 'Min "egen" modell')
    expect(code).toBe(0)
    const checked = await runCommand(['model', 'check', '-'], { input: out })
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, model: { id: 'my-model' }, warnings: [] })
  })

  test('refuses a structure it does not have, and an id of another form', async () => {
    const unknown = await model('new', 'pyramid', '--id', 'a', '--name', 'A')
    expect([unknown.code, unknown.problem]).toEqual([1, expect.stringContaining('There is no structure pyramid.')])
    const badId = await model('new', 'index', '--id', 'My Model', '--name', 'A')
    expect([badId.code, badId.out]).toEqual([1, ''])
  })
})

describe('versions of a model', () => {
  const begun = startModel('points', { id: 'waste-check', name: { sv: 'Avfallskollen', en: 'Waste check' } })
  const save = (tree: TreeModel) => fileOf(`${tree.version}.yaml`, printTreeModel(tree))
  const older = save(begun)
  const answers = fileOf(
    'answers.json',
    JSON.stringify({
      voice: 'coach',
      answers: { sorting: { done: 100 }, weighing: { 'not-done': 100 }, packaging: 'unknown' },
    }),
  )

  /** The next version: a question gets another id, and no way is described from the older. */
  function renamed(tree: TreeModel, version: string, from: string, to: string): TreeModel {
    return { ...JSON.parse(JSON.stringify(tree).replaceAll(`"${from}"`, `"${to}"`)), version }
  }
  const mute = renamed(begun, '2.0.0', 'weighing', 'weights')
  const second: TreeModel = {
    ...mute,
    migrates: [
      {
        from: '1.0.0',
        comparable: 0.9,
        questions: begun.questions.map(({ id }) =>
          id === 'weighing' ? { change: 'moved', from: id, to: 'weights' } : { change: 'same', question: id },
        ),
      },
    ],
  }

  test('are told apart in words, and as data with the step they need', async () => {
    const newer = save(second)
    const { code, out } = await model('diff', older, newer)
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toEqual([
      'The question “weights” was called “weighing” before.',
      '',
      'What has changed is something that can change results (1.0.0 → 2.0.0). The version number 2.0.0 is enough.',
    ])
    const data = JSON.parse((await model('diff', older, newer, '--json')).out)
    expect(data).toMatchObject({
      ok: true,
      needs: 'major',
      states: 'major',
      fits: true,
      migration: [],
      suggestion: null,
    })
  })

  test('are refused where the number says too little or the old answers have no way', async () => {
    const newer = save({ ...mute, version: '1.0.1' })
    const { code, out, problem } = await model('diff', older, newer, '--json')
    expect(code).toBe(1)
    expect(problem).toContain('The version number 1.0.1 after 1.0.0 is not enough.')
    expect(problem).toMatch(
      /1\.0\.1\.yaml:\d+:\d+: version: The version does not say how the questions of 1\.0\.0 live/,
    )
    const { suggestion } = JSON.parse(out)
    expect(suggestion.questions).toContainEqual({ change: 'moved', from: 'weighing', to: 'weights' })
    // What is suggested is a way that holds.
    const declared = save({ ...mute, migrates: [suggestion] })
    expect((await model('diff', older, declared)).code).toBe(0)
  })

  test('take old answers along, and score as they did where nothing else changed', async () => {
    const newer = save(second)
    const words = ['migrate', '--from', older, '--to', newer, '--answers', answers]
    const output = JSON.parse((await model(...words, '--json')).out)
    expect(output).toMatchObject({
      ok: true,
      restated: { rule: 'declared', versions: ['1.0.0', '2.0.0'], comparable: true, notRestated: [], gone: [] },
      answers: { format: 'stegvis-answers/2', model: { id: 'waste-check', version: '2.0.0' }, voice: 'coach' },
    })
    expect(output.answers.answers).toEqual({
      sorting: { kind: 'split', parts: { done: 100 } },
      weights: { kind: 'split', parts: { 'not-done': 100 } },
      packaging: { kind: 'unknown' },
    })
    const figures = ({ node, score, range }: Row) => [node, score, range]
    expect(output.after.nodes.map(figures)).toEqual(output.before.nodes.map(figures))
    // What comes out goes in again.
    const restated = fileOf('restated.json', JSON.stringify(output.answers))
    expect((await model('score', '--model', newer, '--answers', restated)).code).toBe(0)
    expect((await model(...words)).out).toMatch(/^4 of 4 questions came along from 1\.0\.0 to 2\.0\.0\.\n/)
  }, 30_000)

  test('go over the versions between, and are refused where there is no way', async () => {
    const third = renamed(second, '3.0.0', 'sorting', 'fractions')
    const kept = ['weights', 'causes', 'packaging'].map((question) => ({ change: 'same', question }) as const)
    const last = save({
      ...third,
      migrates: [
        {
          from: '2.0.0',
          comparable: 0.9,
          questions: [...kept, { change: 'gone', question: 'sorting' }, { change: 'new', question: 'fractions' }],
        },
      ],
    })
    const words = ['migrate', '--from', older, '--to', last, '--answers', answers, '--json']
    const output = JSON.parse((await model(...words, '--via', save(second))).out)
    expect(output.restated).toMatchObject({
      versions: ['1.0.0', '2.0.0', '3.0.0'],
      comparable: false,
      coverage: { restated: 3, questions: 4 },
      gone: ['sorting'],
      notRestated: [{ question: 'fractions', why: 'new', text: { en: '“fractions” is new in 3.0.0.' } }],
    })
    const noWay = await model(...words)
    expect(noWay.code).toBe(1)
    expect(noWay.problem).toContain('There is no way from version 1.0.0 to 3.0.0')
  }, 30_000)
})

type Row = { node: string; score: number | null; range: unknown }
