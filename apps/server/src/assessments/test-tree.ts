import type { FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import type { AuthoredModelView } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { TestApp } from '../../test/app.ts'
import type { TestDatabase } from '../../test/database.ts'
import { signedInAs } from '../../test/people.ts'
import { newId } from '../ids.ts'
import { begin, type Call, callerAs, edited, published } from '../models/authoring/test-authoring.ts'
import { makeScene } from './test-scene.ts'

const both = (sv: string, en: string) => ({ sv, en })
const open = { unknown: 'allowed', 'not-applicable': 'with-reason' } as const
const required = { importance: 'required' } as const

/** Two parts: a gate whose second requirement needs a document, and a figure; one question for larger companies only. */
export const TREE = {
  facts: [
    { id: 'employees', type: 'number', name: both('Anställda', 'Employees') },
    { id: 'shifts', type: 'number', name: both('Skift', 'Shifts') },
  ],
  scales: {
    met: {
      type: 'single',
      options: [
        { id: 'no', name: both('Nej', 'No'), value: 0 },
        { id: 'yes', name: both('Ja', 'Yes'), value: 1 },
      ],
      ...open,
    },
    shown: {
      type: 'single',
      options: [
        { id: 'no', name: both('Nej', 'No'), value: 0 },
        { id: 'yes', name: both('Ja', 'Yes'), value: 1, evidence: 'E2' },
      ],
      ...open,
    },
    percent: { type: 'number', unit: '%', decimals: 0, least: 0, most: 100, ...open },
  },
  questions: [
    { id: 'measured', scale: 'met', text: both('Mäter ni elen?', 'Do you measure electricity?'), ...required },
    { id: 'routine', scale: 'shown', text: both('Finns en rutin?', 'Is there a routine?'), ...required },
    {
      ...{ id: 'nights', scale: 'met', text: both('Stängs allt av på natten?', 'Is all off at night?'), ...required },
      'visible-when': 'fact(shifts) <= 2',
      'hidden-when-undetermined': true,
    },
    { id: 'share', scale: 'percent', text: both('Andel förnybart?', 'Renewable share?'), ...required },
  ],
  policies: { missing: 'open', unknown: 'lowest', 'not-applicable': 'exclude' },
  voices: { result: 'coach', respondents: 'lower-median' },
  tree: {
    id: 'whole',
    name: both('Helheten', 'The whole'),
    result: { op: 'min' },
    bands: [
      { id: 'low', name: both('Låg', 'Low'), below: 0.5, level: 1 },
      { id: 'high', name: both('Hög', 'High'), level: 2 },
    ],
    children: [
      {
        id: 'order',
        name: both('Ordning', 'Order'),
        result: { op: 'gate', need: 'all', 'at-least': 1 },
        children: [{ question: 'measured' }, { question: 'routine' }, { question: 'nights' }],
      },
      {
        id: 'energy',
        name: both('Energi', 'Energy'),
        result: { op: 'mean' },
        adjust: [{ do: 'map', from: [0, 100], to: [0, 1] }],
        children: [{ question: 'share' }],
      },
    ],
  },
} satisfies Partial<TreeModel>

/** The scene of a measurement, with a focus area that measures with a tree the programme has published itself. */
export async function makeTreeScene(test: TestApp, database: TestDatabase, given: Partial<TreeModel> = {}) {
  const scene = await makeScene(test, database)
  const person = async (role: 'model-author' | 'programme-manager') =>
    callerAs(test, scene.programme, await signedInAs(test, scene.programme, { role }))
  const [author, lead] = [await person('model-author'), await person('programme-manager')]
  const draft = await begin(author, 'blank')
  const purpose = both('Visar ordningen.', 'Shows the order.')
  const model = await publishedWith(author, lead, draft, { ...TREE, authors: ['Anna'], purpose, ...given })
  const focusAreaId = newId<FocusAreaId>()
  const chosen = await lead('POST', '/parts', { part: 'focus-area', id: focusAreaId, model: `${model.modelId}@1.0.0` })
  if (chosen.status !== 200) throw new Error(`choosing answered ${chosen.status}: ${chosen.text}`)
  return { ...scene, focusAreaId, model, author, lead }
}
export type TreeScene = Awaited<ReturnType<typeof makeTreeScene>>

/** The draft with these values, approved and published. */
export async function publishedWith(
  author: Call,
  lead: Call,
  draft: AuthoredModelView,
  values: Record<string, unknown>,
): Promise<AuthoredModelView> {
  const saved = await author('PUT', `/models/${draft.id}/document`, edited(draft, values))
  if (saved.status !== 200) throw new Error(`saving answered ${saved.status}: ${saved.text}`)
  return published(author, lead, { ...draft, revision: saved.body.revision })
}

export const WHOLE: readonly [string, TreeAnswer][] = [
  ['measured', { kind: 'option', option: 'yes' }],
  ['routine', { kind: 'option', option: 'yes' }],
  ['share', { kind: 'number', value: 80 }],
]
