import { z } from 'zod'
import { ModelKey } from '../schema.ts'

/** What a model may hold at most, so that compiling and scoring stay bounded whatever the file. */
export const TREE_LIMITS = {
  nodes: 5000,
  questions: 3000,
  depth: 24,
  options: 60,
  expressionCharacters: 2000,
  expressionTerms: 200,
} as const

/** One paragraph: no line breaks or control characters, no space at either end. */
const paragraph = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u)

/** A language by its BCP 47 tag, such as `sv`, `en`, `pt-BR`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/)
const texts = (maximum: number) => z.record(LanguageTag, paragraph(maximum))
/** A text by language. Which languages it must hold is said by the head of the model. */
export const Texts = texts(2000)
export type Texts = z.infer<typeof Texts>
export const TreeName = texts(200)

/** A condition or a formula in the language of `expression.ts`, such as `fact(employees) >= 10`. */
export const Expression = z.string().min(1).max(TREE_LIMITS.expressionCharacters)

export const Amount = z.number().min(-1e9).max(1e9)
export const Weight = z.number().min(0).max(1e6)

/** Where a crosswalk points: another framework and the place in it. It never produces a score. */
export const TreeCrosswalk = z.strictObject({
  to: ModelKey.describe('vsme, esrs, gri, sdg, iso-50001, edih-dma, another model …'),
  id: z.string().min(1).max(80),
  relation: z.enum(['equal', 'part-of', 'contains', 'intersects', 'supports']),
})
