import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { ModelKey, ModelVersion } from '../schema.ts'
import { LanguageTag } from '../tree/schema-words.ts'
import { SOURCE_LIMITS } from '../yaml-source.ts'
import type { ModelDocument } from './schema.ts'

/** Each node of a tree is two levels of JSON: itself and its list of children. */
const DEPTH_LIMIT = 100

/** What an unfinished model already tells about itself. Total: anything may be missing or of another kind. */
export type DocumentHead = {
  /** undefined while it is not well formed */
  modelId: string | undefined
  version: string | undefined
  name: Record<string, string>
  purpose: Record<string, string>
  languages: string[]
}

export function headOf(document: ModelDocument): DocumentHead {
  return {
    modelId: ModelKey.safeParse(document.id).data,
    version: ModelVersion.safeParse(document.version).data,
    name: textsIn(document.name),
    purpose: textsIn(document.purpose),
    languages: Array.isArray(document.languages)
      ? document.languages.filter((tag): tag is string => LanguageTag.safeParse(tag).success)
      : [],
  }
}

function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/**
 * Whether an unfinished model can be kept: within the bounds of a file, and of characters that a database takes
 * (neither NUL nor half of a surrogate pair, which a text field of a browser can produce).
 */
export function keepDocument(document: ModelDocument): Decision<string> {
  if (!isShallow(document, DEPTH_LIMIT)) return refuse('too-large', `deeper than ${DEPTH_LIMIT}`)
  const text = JSON.stringify(document)
  if (text.length > SOURCE_LIMITS.characters) return refuse('too-large', `${text.length} characters`)
  if (/\\u0000|\\ud[89a-f]/.test(text.replaceAll('\\\\', '')))
    return refuse('invalid-input', 'a character no text holds')
  return accept(text)
}

/** Level by level, so that no depth uses up the stack. */
function isShallow(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return false
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return true
}

/** The version after a published one, for a copy: `1.2.0` gives `1.3.0`. */
export function nextVersion(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return `${major}.${minor + 1}.0`
}
