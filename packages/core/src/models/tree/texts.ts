import type { Text } from '../../kernel/text.ts'
import { own } from './own.ts'
import type { TreeModel } from './schema.ts'
import type { Texts } from './schema-words.ts'

/**
 * A text of a model for a reader of `language`, and the language it is in, so that a stand-in can be shown as one:
 * the language itself, those that `fallback` names, the same language without its region, the model's first one,
 * and last any there is.
 */
export function textIn(
  model: Pick<TreeModel, 'languages' | 'fallback'>,
  texts: Texts,
  language: string,
): { text: string; language: string } {
  const [bare = language] = language.split('-')
  const order = [
    language,
    ...(own(model.fallback ?? {}, language) ?? []),
    bare,
    ...(own(model.fallback ?? {}, bare) ?? []),
    ...model.languages,
    ...Object.keys(texts),
  ]
  for (const candidate of order) {
    const text = own(texts, candidate)
    if (text) return { text, language: candidate }
  }
  return { text: '', language }
}

/** A text of a model in each language of the product. */
export function productText(model: Pick<TreeModel, 'languages' | 'fallback'>, texts: Texts): Text {
  return { sv: textIn(model, texts, 'sv').text, en: textIn(model, texts, 'en').text }
}
