import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { Language, type Text } from '../kernel/text.ts'

/**
 * The shape of a model file, key by key as `docs/model-format.md` describes it.
 *
 * What one key alone cannot tell (unique ids, cycles, ladders without gaps) is in `checks.ts`.
 */

export const EVIDENCE_CLASSES = ['E0', 'E1', 'E2', 'E3', 'E4'] as const
/** How well something is shown, weakest first: stated, seen on site, document, data series, confirmed outside. */
export const EvidenceClass = z.enum(EVIDENCE_CLASSES)
export type EvidenceClass = z.infer<typeof EvidenceClass>

export const EVIDENCE_NAMES: Readonly<Record<EvidenceClass, Text>> = {
  E0: { sv: 'uppgift från företaget', en: 'stated by the company' },
  E1: { sv: 'sett på plats', en: 'seen on site' },
  E2: { sv: 'dokument', en: 'document' },
  E3: { sv: 'mätserie', en: 'data series' },
  E4: { sv: 'bekräftat av någon utomstående', en: 'confirmed by an outsider' },
}

const IMPORTANCES = ['required', 'recommended', 'optional'] as const
export const Importance = z.enum(IMPORTANCES)
export type Importance = z.infer<typeof Importance>

/** Kebab-case, starting with a letter. */
export const ModelKey = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
export const ModelVersion = z.string().regex(/^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/)
export const LevelNumber = z.int().min(1).max(9)

/** One paragraph: no line breaks or control characters, no space at either end. */
const paragraph = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u)
const text = (maximum: number) => z.strictObject({ sv: paragraph(maximum), en: paragraph(maximum) })

export const Name = text(120)
/** For the radar. */
export const ShortName = text(14)
export const Sentence = text(600)
export const Paragraph = text(2000)

export const Source = z.strictObject({ id: ModelKey, title: z.string().min(1).max(400), use: Sentence })

export const Level = z.strictObject({
  level: LevelNumber,
  name: Name,
  meaning: Sentence,
  evidence: EvidenceClass.describe('The least class a required criterion on this level needs'),
})
export type Level = z.infer<typeof Level>

/** The policies are named in every file, so that nobody has to guess; this engine knows one of each. */
const AnswerPolicies = z.strictObject({
  missing: z.literal('incomplete'),
  unknown: z.literal('not-met'),
  'not-applicable': z.literal('met'),
  hidden: z.literal('implied'),
  partly: z.literal('not-met'),
})

const Months = z.int().min(1).max(120)

export const BroadStep = z.strictObject({
  op: z.literal('broad-step'),
  share: z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]).describe('A fraction, such as [2, 3]'),
  floor: z.int().min(0).max(8),
})
export type BroadStep = z.infer<typeof BroadStep>

const Bound = z.int().min(-1000).max(1000)
export const MeanIndex = z.strictObject({
  op: z.literal('mean'),
  from: z.tuple([Bound, Bound]),
  to: z.tuple([Bound, Bound]),
})
export type MeanIndex = z.infer<typeof MeanIndex>

const Weight = z.number().min(0).max(1).multipleOf(0.001)
export const Ranking = z.strictObject({ impact: Weight, proximity: Weight, effort: Weight })
export type Ranking = z.infer<typeof Ranking>

export const Criterion = z.strictObject({
  id: ModelKey.describe('<dimension>-<level>-<word>'),
  importance: Importance,
  evidence: EvidenceClass.optional().describe("Another class than the level's"),
  'best-before-months': Months.optional(),
  text: Sentence,
  help: Paragraph,
})
export type Criterion = z.infer<typeof Criterion>

export const Rung = z.strictObject({
  level: LevelNumber,
  name: Name,
  statement: Sentence,
  example: Paragraph,
  'counter-example': Paragraph,
  'shown-by': Paragraph,
  criteria: z.array(Criterion).max(20),
})
export type Rung = z.infer<typeof Rung>

/** How a place of one framework relates to a place of another. */
export const CrosswalkRelation = z.enum(['equal', 'part-of', 'contains', 'intersects', 'supports'])

const Crosswalk = z.strictObject({
  to: ModelKey,
  id: z.string().min(1).max(80),
  relation: CrosswalkRelation,
})

export const Dimension = z.strictObject({
  id: ModelKey,
  name: Name,
  short: ShortName,
  about: Paragraph,
  pick: Sentence,
  crosswalk: z.array(Crosswalk).max(50).optional(),
  rungs: z.array(Rung).min(2).max(9),
})
export type Dimension = z.infer<typeof Dimension>

export const Rule = z.strictObject({
  dimension: ModelKey,
  level: LevelNumber,
  when: z.strictObject({ profile: z.literal('employees'), below: z.int().min(1).max(100_000) }),
  // biome-ignore lint/suspicious/noThenProperty: the key of the published format; a model is never awaited
  then: z.literal('not-applicable'),
  because: Sentence,
})
export type Rule = z.infer<typeof Rule>

export const KeyFigure = z.strictObject({
  id: ModelKey,
  name: Name,
  unit: Name,
  decimals: z.int().min(0).max(6),
  better: z.enum(['up', 'down']),
  formula: Sentence,
  help: Paragraph,
  dimensions: z.array(ModelKey).min(1).max(20),
})
export type KeyFigure = z.infer<typeof KeyFigure>

export const Action = z.strictObject({
  id: ModelKey.describe('<dimension>-to-<level>-<word>'),
  dimension: ModelKey,
  to: LevelNumber,
  closes: z.array(ModelKey).max(20),
  name: Name,
  how: Paragraph,
  who: Sentence,
  effect: Sentence,
  help: Sentence,
  hours: z.int().min(1).max(10_000),
  weeks: z.int().min(1).max(520),
  cost: z.enum(['none', 'low', 'medium', 'high']),
  impact: z.int().min(1).max(5),
  moves: z.array(ModelKey).max(20),
  requires: z.array(ModelKey).max(20),
})
export type Action = z.infer<typeof Action>

export const Model = z.strictObject({
  format: z.literal('stegvis-model/1'),
  id: ModelKey,
  version: ModelVersion,
  status: z.enum(['draft', 'published', 'withdrawn']),
  'published-on': PlainDate.optional(),
  languages: z.array(Language).min(1).max(2),
  licence: z.string().min(1).max(80),
  authors: z.array(z.string().min(1).max(200)).min(1).max(50),
  'assessed-unit': z.enum(['company', 'site']),
  name: Name,
  purpose: Paragraph,
  sources: z.array(Source).max(100),
  levels: z.array(Level).min(2).max(9),
  answers: AnswerPolicies,
  'best-before-months': Months,
  result: BroadStep,
  index: MeanIndex,
  ranking: Ranking,
  dimensions: z.array(Dimension).min(1).max(20),
  rules: z.array(Rule).max(100),
  'key-figures': z.array(KeyFigure).max(100),
  actions: z.array(Action).max(500),
})
export type Model = z.infer<typeof Model>

/** 0 for E0 up to 4 for E4, to compare classes by. */
export function evidenceRank(evidence: EvidenceClass): number {
  return EVIDENCE_CLASSES.indexOf(evidence)
}
