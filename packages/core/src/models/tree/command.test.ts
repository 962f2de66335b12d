import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkModelFile, explainAnswersFile, scoreAnswersFile } from '../command.ts'
import { scoreTable } from '../score-table.ts'
import { TreeAnswersFile } from './answers-file.ts'
import { printTreeModel } from './print.ts'
import { TreeScoreFile } from './score-file.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from './test-tree.ts'

const read = (file: string) => readFileSync(new URL(`../../../../../${file}`, import.meta.url), 'utf8')

/** A root over an area that only larger companies have, one with a gap, and a text that counts for nothing. */
const MODEL = printTreeModel(
  testTree({
    questions: [
      treeQuestion('plan', 'single'),
      treeQuestion('owner', 'single'),
      treeQuestion('safety', 'yes-no'),
      treeQuestion('note', 'text'),
    ],
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('flow', { op: 'mean' }, ['plan', 'owner', 'note']),
      treeNode('committee', { op: 'mean' }, [treeNode('members', { op: 'sum' }, ['safety'])], {
        'applies-when': 'fact(employees) >= 50',
        because: treeTexts('Krävs först vid 50 anställda.', 'Required from 50 employees.'),
      }),
    ]),
  }),
)
const score = (input: unknown) => {
  const output = scoreAnswersFile(MODEL, 'tree.yaml', input)
  if (!output.ok) throw new Error(JSON.stringify(output.errors))
  return output.score.nodes
}

describe('the example of answers to a tree', () => {
  const [model, answers] = ['content/models/waste-and-materials-check/1.0.0.yaml', 'docs/tree-answers-example.json']

  test('has the published shape, and gives the example of a score', () => {
    const input: unknown = JSON.parse(read(answers))
    expect(TreeAnswersFile.safeParse(input).error).toBeUndefined()
    const output = scoreAnswersFile(read(model), model, input)
    // After a change: node scripts/stegvis.mjs model score --json, with the two files named above.
    expect(output).toEqual(JSON.parse(read('docs/tree-score-example.json')))
    expect(TreeScoreFile.parse(output)).toEqual(output)
  })
})

describe('scoring a tree from a file', () => {
  test('tells of each node its score, level, share answered, what does not apply, and why', () => {
    const nodes = score({ facts: { employees: 80 }, answers: { plan: 'all', owner: 'most', safety: 'not-applicable' } })
    expect(
      nodes.map(({ node, state, score, shareAnswered, notApplicable }) => [
        node,
        state,
        score,
        shareAnswered,
        notApplicable,
      ]),
    ).toEqual([
      ['root', 'complete', 3.25, 2 / 3, 1],
      ['flow', 'complete', 3.25, 2 / 3, 0],
      ['committee', 'not-applicable', null, null, 1],
      ['members', 'not-applicable', null, null, 1],
    ])
    expect(nodes[1]!.reason.text).toEqual({
      sv: 'Del flow: 3,25. Medelvärdet av det som räknas, 2 av 3.',
      en: 'Part flow: 3.25. The mean of what counts, 2 of 3.',
    })
  })

  test('says once, for all below, why a node does not apply', () => {
    const nodes = score({ facts: { employees: 8 }, answers: { plan: 'all', owner: 'all' } })
    const [committee, members] = nodes.slice(2)
    expect(committee!.reason.text.en).toBe('Part committee: does not apply here. Required from 50 employees.')
    expect(members!.reason.text).toEqual(committee!.reason.text)
  })

  test('refuses answers that do not fit with a pointer, and a model with errors with its lines', () => {
    expect(scoreAnswersFile(MODEL, 'tree.yaml', { answers: { plan: 'sum', none: 1 } })).toEqual({
      ok: false,
      errors: [
        {
          pointer: '#/answers/plan',
          detail: 'There is no option “sum”. Choose one of: none, some, most, all.',
          message: {
            sv: 'Det finns inget alternativ ”sum”. Välj något av: none, some, most, all.',
            en: 'There is no option “sum”. Choose one of: none, some, most, all.',
          },
        },
        {
          pointer: '#/answers/none',
          detail: 'The model has no question “none”.',
          message: { sv: 'Modellen har ingen fråga ”none”.', en: 'The model has no question “none”.' },
        },
      ],
    })
    const broken = scoreAnswersFile(MODEL.replace('op: "mean"', 'op: "meen"'), 'tree.yaml', { answers: {} })
    if (broken.ok) expect.unreachable()
    expect(broken.errors[0]).toMatchObject({
      pointer: '#/model',
      detail: expect.stringMatching(/^tree\.yaml:\d+:\d+: tree/),
      message: { sv: expect.stringMatching(/^tree\.yaml:\d+:\d+: tree.*Värdet måste vara/) },
    })
  })

  test('counts what is in a sound file', () => {
    expect(checkModelFile(MODEL, 'tree.yaml')).toMatchObject({
      ok: true,
      model: { format: 'stegvis-model/2', id: 'test-tree', questions: 4, nodes: 4, views: 0, actions: 0 },
    })
    expect(checkModelFile('format: stegvis-model/3', 'tree.yaml').ok).toBe(false)
  })
})

test('explains the whole, or one node, down to its answers', () => {
  const input = { answers: { plan: 'all', owner: 'some' } }
  const whole = explainAnswersFile(MODEL, 'tree.yaml', input)
  const part = explainAnswersFile(MODEL, 'tree.yaml', input, 'flow')
  if (!whole.ok || !part.ok) expect.unreachable()
  expect(whole.node).toBe('root')
  expect(whole.explanation.sv).toEqual(expect.arrayContaining(part.explanation.sv.map((line) => `  ${line}`)))
  expect(part.explanation.en).toContain('  “Question plan?” Answer: Choice all, worth 4.')
  expect(explainAnswersFile(MODEL, 'tree.yaml', input, 'nowhere')).toMatchObject({
    ok: false,
    errors: [{ pointer: '#/model', message: { sv: 'Modellen har ingen nod ”nowhere”.' } }],
  })
})

test('shows a result in columns, with the span of what is still open', () => {
  const lines = scoreTable(score({ answers: { plan: 'all', safety: 'yes' } }), 'sv')
  const cells = lines.map((line) => line.split(/ {2,}/))
  expect(cells[0]).toEqual(['Del', 'Namn', 'Resultat', 'Nivå', 'Besvarat', 'Gäller ej', 'Varför'])
  expect(cells[1]!.slice(0, 6)).toEqual(['root', 'Del root', '1,5–2,5', '–', '2/4', '0'])
  expect(cells[2]!.slice(0, 3)).toEqual(['flow', 'Del flow', '2–4'])
  expect(cells[3]!.slice(0, 3)).toEqual(['committee', 'Del committee', '1'])
  // Columns start at the same place in every line.
  expect(new Set(lines.map((line) => line.search(/(?<= {2})(?:Del |Namn)/))).size).toBe(1)
})
