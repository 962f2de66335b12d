import { createHash } from 'node:crypto'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'

export type Wanted = { language?: Language | undefined; trimmed: boolean }
export type ModelText = { body: string; tag: string; published: boolean }

/** Models as JSON, written out once for each form they are asked for in, for as long as the model is at hand. */
export function createModelTexts() {
  const written = new WeakMap<Model | TreeModel, Map<string, ModelText>>()
  return (model: Model | TreeModel, wanted: Wanted): ModelText => {
    const forms = written.get(model) ?? new Map<string, ModelText>()
    written.set(model, forms)
    const key = [wanted.language, wanted.trimmed].join(' ')
    const found = forms.get(key) ?? write(model, wanted)
    forms.set(key, found)
    return found
  }
}

function write(model: Model | TreeModel, { language, trimmed }: Wanted): ModelText {
  const languages = new Set<string>(model.languages)
  const body = JSON.stringify(trimmed ? trim(model) : model, (_key, value: unknown) =>
    language && isText(value, languages) ? only(language, value) : value,
  )
  const published = model.status === 'published'
  return { body, published, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

/** Without what nobody reads who answers. */
function trim(model: Model | TreeModel): Model | TreeModel {
  const without = { ...model, sources: [], 'key-figures': [], actions: [] }
  return without.format === 'stegvis-model/2' ? { ...without, migrates: [], examples: [] } : without
}

/** An object with nothing in it but texts by the languages of the model. */
function isText(value: unknown, languages: ReadonlySet<string>): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => languages.has(key) && typeof text === 'string')
}

/** The other languages stay as empty texts, which every reader of texts passes over. */
function only(language: Language, text: Record<string, string>): Record<string, string> {
  if (text[language] === undefined) return text
  return Object.fromEntries(Object.entries(text).map(([tag, words]) => [tag, tag === language ? words : '']))
}
