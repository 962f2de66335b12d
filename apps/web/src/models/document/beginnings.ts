import type { Modifier, RollUp } from '@stegvis/core/models/tree/schema-roll-up.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'

/** What a part begins as when it becomes of another kind. */

export type RollUpOp = RollUp['op']

const LEAST = { 'at-least': 1 } as const

const ROLL_UPS: { readonly [Op in RollUpOp]: Extract<RollUp, { op: Op }> } = {
  none: { op: 'none' },
  mean: { op: 'mean' },
  'weighted-mean': { op: 'weighted-mean' },
  median: { op: 'median' },
  sum: { op: 'sum' },
  points: { op: 'points' },
  min: { op: 'min' },
  max: { op: 'max' },
  product: { op: 'product' },
  'count-met': { op: 'count-met', ...LEAST },
  'share-met': { op: 'share-met', ...LEAST },
  deduct: { op: 'deduct', from: 100, ...LEAST },
  gate: { op: 'gate', need: 'all', ...LEAST },
  ladder: { op: 'ladder', need: 'all', ...LEAST },
  'high-water': { op: 'high-water', ...LEAST },
  'staged-percent': { op: 'staged-percent', ...LEAST },
  'broad-step': { op: 'broad-step', share: [2, 3], floor: 1 },
  formula: { op: 'formula', value: '0' },
}

/** In the order they are offered, the plain ones first. */
export const ROLL_UP_OPS = Object.keys(ROLL_UPS) as RollUpOp[]

/** The roll-up as another one; what both say (from which value, how many) stays. */
export function rollUpAs(op: RollUpOp, before: RollUp): RollUp {
  const begun = ROLL_UPS[op]
  const kept = Object.entries(before).filter(([key]) => key !== 'op' && key in begun)
  return { ...begun, ...Object.fromEntries(kept) } as RollUp
}

export type ScaleType = Scale['type']

type Write = (text: { sv: string; en: string }) => Texts

/** A name in the languages of the model: Swedish in Swedish, English in every other, for the author to put right. */
export const writeIn =
  (languages: readonly string[]): Write =>
  ({ sv, en }) =>
    Object.fromEntries(languages.map((language) => [language, language === 'sv' ? sv : en]))

const OPEN = { unknown: 'allowed', 'not-applicable': 'with-reason' } as const
const NO = { sv: 'Nej', en: 'No' }
const PARTLY = { sv: 'Delvis', en: 'Partly' }
const YES = { sv: 'Ja', en: 'Yes' }

const yesPartlyNo = (write: Write) => [
  { id: 'no', name: write(NO), value: 0 },
  { id: 'partly', name: write(PARTLY), value: 0.5 },
  { id: 'yes', name: write(YES), value: 1 },
]

const numbered = (write: Write, count: number, { sv, en }: { sv: string; en: string }) =>
  Array.from({ length: count }, (_, at) => write({ sv: `${sv} ${at + 1}`, en: `${en} ${at + 1}` }))

const SCALES: { readonly [Type in ScaleType]: (write: Write) => Extract<Scale, { type: Type }> } = {
  single: (write) => ({ type: 'single', options: yesPartlyNo(write), ...OPEN }),
  multiple: (write) => ({
    type: 'multiple',
    worth: 'sum',
    options: numbered(write, 3, { sv: 'Alternativ', en: 'Option' }).map((name, at) => ({
      ...{ id: `option-${at + 1}`, name, value: 1 },
    })),
    ...OPEN,
  }),
  rungs: (write) => ({
    type: 'rungs',
    rungs: numbered(write, 5, { sv: 'Steg', en: 'Step' }).map((name, at) => ({ level: at + 1, name })),
    ...OPEN,
  }),
  likert: (write) => ({
    type: 'likert',
    steps: [
      { value: 1, name: write({ sv: 'Stämmer inte alls', en: 'Not at all' }) },
      { value: 2, name: write({ sv: 'Stämmer till en liten del', en: 'A little' }) },
      { value: 3, name: write({ sv: 'Stämmer delvis', en: 'Partly' }) },
      { value: 4, name: write({ sv: 'Stämmer till stor del', en: 'Mostly' }) },
      { value: 5, name: write({ sv: 'Stämmer helt', en: 'Fully' }) },
    ],
    ...OPEN,
  }),
  number: () => ({ type: 'number', unit: '%', decimals: 0, least: 0, most: 100, ...OPEN }),
  split: (write) => ({
    type: 'split',
    parts: [
      { id: 'done', name: write({ sv: 'Gjort', en: 'Done' }), value: 1 },
      { id: 'planned', name: write({ sv: 'Planerat', en: 'Planned' }), value: 0.5 },
      { id: 'not-done', name: write({ sv: 'Inte gjort', en: 'Not done' }), value: 0 },
    ],
    ...OPEN,
  }),
  matrix: (write) => ({
    type: 'matrix',
    worth: 'mean',
    rows: numbered(write, 2, { sv: 'Rad', en: 'Row' }).map((name, at) => ({ id: `row-${at + 1}`, name })),
    columns: numbered(write, 2, { sv: 'Kolumn', en: 'Column' }).map((name, at) => ({ id: `column-${at + 1}`, name })),
    cells: yesPartlyNo(write),
    ...OPEN,
  }),
  text: () => ({ type: 'text', ...OPEN }),
  day: () => ({ type: 'day', ...OPEN }),
}

export const SCALE_TYPES = Object.keys(SCALES) as ScaleType[]

/** A scale of a kind; whether “don’t know” and “not applicable” are taken is kept from the one before. */
export function scaleAs(type: ScaleType, languages: readonly string[], before?: Scale): Scale {
  const begun = SCALES[type](writeIn(languages))
  if (!before) return begun
  return { ...begun, unknown: before.unknown, 'not-applicable': before['not-applicable'] }
}

export type ModifierDo = Modifier['do']

const MODIFIERS: { readonly [Do in ModifierDo]: Extract<Modifier, { do: Do }> } = {
  map: { do: 'map', from: [0, 1], to: [0, 100] },
  clamp: { do: 'clamp', least: 0, most: 100 },
  factor: { do: 'factor', by: 1 },
  cap: { do: 'cap', at: '1' },
  floor: { do: 'floor', at: '0' },
  round: { do: 'round', decimals: 0, mode: 'half-up' },
}

export const MODIFIER_DOS = Object.keys(MODIFIERS) as ModifierDo[]
export const modifierAs = (which: ModifierDo): Modifier => MODIFIERS[which]
