import { createHash } from 'node:crypto'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import { Problem } from '../http/problem.ts'
import type { ModelLibrary } from './library.ts'

export type Wanted = { language?: Language | undefined; trimmed: boolean }
export type ModelText = { body: string; tag: string; published: boolean }

/** Models as JSON, written out once for each form they are asked for in. */
export function createModelTexts(models: ModelLibrary) {
  const written = new Map<string, ModelText>()
  return (id: string, version: string, wanted: Wanted): ModelText => {
    const model = models.list().find((one) => one.id === id && one.version === version)
    if (!model) throw new Problem('not-found')
    const key = [id, version, wanted.language, wanted.trimmed].join(' ')
    const found = written.get(key) ?? write(model, wanted)
    written.set(key, found)
    return found
  }
}

function write(model: Model, { language, trimmed }: Wanted): ModelText {
  const shown = trimmed ? { ...model, sources: [], 'key-figures': [], actions: [] } : model
  const body = JSON.stringify(shown, (_key, value: unknown) =>
    language && isText(value) ? only(language, value) : value,
  )
  const published = model.status === 'published'
  return { body, published, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

function isText(value: unknown): value is { sv: string; en: string } {
  return typeof value === 'object' && value !== null && 'sv' in value && 'en' in value
}

/** The other language stays as an empty text, which every reader of texts passes over. */
function only(language: Language, text: { sv: string; en: string }): { sv: string; en: string } {
  return { sv: '', en: '', [language]: text[language] }
}
