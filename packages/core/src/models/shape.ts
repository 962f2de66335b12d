import type { z } from 'zod'
import type { Text } from '../kernel/text.ts'
import type { ModelErrorCode } from './errors.ts'
import type { Fillings } from './fill-text.ts'
import type { Path } from './yaml-source.ts'

export type ShapeFault = { path: Path; onKey?: true; code: ModelErrorCode; details?: Fillings }

const TYPES: Record<string, Text> = {
  string: { sv: 'en text', en: 'a text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  array: { sv: 'en lista', en: 'a list' },
  tuple: { sv: 'en lista med två tal', en: 'a list of two numbers' },
  object: { sv: 'en grupp av nycklar', en: 'a group of keys' },
  record: { sv: 'en grupp av nycklar', en: 'a group of keys' },
  boolean: { sv: 'true eller false', en: 'true or false' },
}

const UNITS: Record<string, Text> = {
  string: { sv: 'tecken', en: 'characters' },
  array: { sv: 'rader i listan', en: 'items' },
}

const LANGUAGES: Record<string, Text> = {
  sv: { sv: 'svenska', en: 'Swedish' },
  en: { sv: 'engelska', en: 'English' },
}

/** Forms by the last key of the path; every other text is a paragraph. */
const FORMS: Record<string, Text> = {
  version: { sv: 'tre tal, till exempel 1.0.0', en: 'three numbers, such as 1.0.0' },
  'published-on': { sv: 'en dag, till exempel 2026-11-23', en: 'a day, such as 2026-11-23' },
  need: {
    sv: 'all, { count: 3 }, { share: 0.8 } eller { all-but: 1 }',
    en: 'all, { count: 3 }, { share: 0.8 } or { all-but: 1 }',
  },
  paragraph: {
    sv: 'ett stycke utan radbrytning och utan mellanslag först eller sist',
    en: 'one paragraph without line breaks, without a space first or last',
  },
  url: { sv: 'en webbadress som börjar med https://', en: 'a web address that starts with https://' },
  language: {
    sv: 'en språkkod, till exempel sv, en eller pt-BR',
    en: 'a language tag, such as sv, en or pt-BR',
  },
  id: {
    sv: 'små bokstäver a till z, siffror och bindestreck, först en bokstav',
    en: 'small letters a to z, digits and hyphens, a letter first',
  },
}

/** Says what Zod found in the words of the format. One issue can name several unknown keys. */
export function shapeFaults(issue: z.core.$ZodIssue, data: unknown): ShapeFault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], onKey: true, code: 'unknown-key', details: { key } }))
    case 'invalid_type':
      return [valueAt(data, path) === undefined ? missing(path) : wrongType(path, issue.expected)]
    case 'invalid_value':
      return [
        valueAt(data, path) === undefined
          ? missing(path)
          : { path, code: 'not-one-of', details: { allowed: issue.values.map(String).join(', ') } },
      ]
    case 'too_small':
      return [size(path, 'too-small', issue.minimum, issue.origin)]
    case 'too_big':
      return [size(path, 'too-big', issue.maximum, issue.origin)]
    case 'invalid_format':
      return [wrongForm(path, data, issue.format)]
    case 'not_multiple_of': {
      const expected = { sv: 'högst tre decimaler', en: 'at most three decimals' }
      return [{ path, code: 'wrong-form', details: { expected } }]
    }
    case 'custom':
      return [wrongForm(path, data)]
    case 'invalid_union':
      return unionFaults(issue, path, data)
    case 'invalid_key':
    case 'invalid_element':
      // The key of a group of texts is a language; of every other group, an id.
      return [
        {
          path,
          onKey: true,
          code: 'wrong-form',
          details: { expected: isTexts(data, path) ? FORMS.language! : FORMS.id! },
        },
      ]
  }
}

/**
 * A key that says what kind of thing it is (`op`, `type`, `do`) says which are allowed. Where the keys themselves
 * tell the kinds apart, what is wrong is said of the kind that the value comes closest to.
 */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Path, data: unknown): ShapeFault[] {
  if (issue.errors.length === 0) {
    if (!isGroup(valueAt(data, path.slice(0, -1)))) return [wrongType(path.slice(0, -1), 'object')]
    if (valueAt(data, path) === undefined) return [missing(path)]
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
    return [{ path, code: 'not-one-of', details: { allowed: options.map(String).join(', ') } }]
  }
  const value = valueAt(data, path)
  // A word in place of a group comes no closer to any one of the groups there could be.
  if (!isGroup(value) && value !== undefined && Object.hasOwn(FORMS, String(path.at(-1))))
    return [wrongForm(path, data)]
  const [closest] = issue.errors
    .map((issues, at) => ({ issues, at, distance: distance(issues, value) }))
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
  return closest!.issues.flatMap((inner) => shapeFaults({ ...inner, path: [...issue.path, ...inner.path] }, data))
}

/** How far a value is from a kind: by the keys it lacks, and more by those it has and should not. */
function distance(issues: readonly z.core.$ZodIssue[], value: unknown): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length
    if (issue.path.length === 0) return sum + 100
    return sum + (issue.path.length === 1 && valueAt(value, issue.path.map(String)) === undefined ? 1 : 0)
  }, 0)
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the group a path ends in is one text in several languages: each of its keys looks like a language. */
function isTexts(data: unknown, path: Path): boolean {
  const group = valueAt(data, path.slice(0, -1))
  return (
    isGroup(group) && Object.entries(group as object).every(([key, text]) => typeof text === 'string' && TAG.test(key))
  )
}

/** Loose on purpose: `EN` and `english` are meant as languages too. */
const TAG = /^[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]+)*$|^(?:swedish|english|svenska|engelska)$/i

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

function missing(path: Path): ShapeFault {
  const key = String(path.at(-1) ?? '')
  const language = LANGUAGES[key]
  if (language) return { path, code: 'translation-missing', details: { language } }
  return { path, code: 'missing-key', details: { key } }
}

function wrongType(path: Path, expected: string): ShapeFault {
  return { path, code: 'wrong-type', details: { expected: TYPES[expected] ?? expected } }
}

function size(path: Path, code: 'too-small' | 'too-big', limit: number | bigint, origin: string): ShapeFault {
  const key = String(path.at(-1))
  if (code === 'too-small' && origin === 'string' && LANGUAGES[key]) return missing(path)
  if (code === 'too-small' && origin === 'string') return { path, code: 'empty' }
  const unit = UNITS[origin]
  if (unit) return { path, code, details: { limit: String(limit), unit } }
  return { path, code: `number-${code}`, details: { limit: String(limit) } }
}

function wrongForm(path: Path, data: unknown, format?: string): ShapeFault {
  const key = String(path.at(-1))
  const form = format === 'url' ? format : LANGUAGES[key] || isTexts(data, path) ? 'paragraph' : key
  return { path, code: 'wrong-form', details: { expected: (Object.hasOwn(FORMS, form) && FORMS[form]) || FORMS.id! } }
}
