import type { z } from 'zod'
import { maskPersonalNumbers } from '../identity/masking.ts'
import { pointerTo } from '../kernel/pointer.ts'
import type { Text } from '../kernel/text.ts'
import { type Fillings, fillText } from '../models/fill-text.ts'
import type { InputFault } from '../models/refusal.ts'

/** One thing wrong in what was handed in, by its place. A person's number in it is masked. */
export type Fault = { pointer: string; message: Text }
export type Path = readonly PropertyKey[]

export type Reading<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

export function faultAt(path: Path, sentence: Text, details: Fillings = {}): Fault {
  const { sv, en } = fillText(sentence, details)
  const masked = { sv: maskPersonalNumbers(sv), en: maskPersonalNumbers(en) }
  return { pointer: maskPersonalNumbers(pointerTo(path)), message: masked }
}

/** Faults as the command line tells them. */
export function inputFaults(faults: readonly Fault[]): InputFault[] {
  return faults.map(({ pointer, message }) => ({ pointer, detail: message.en }))
}

/** Reads an input of a command: the value, or every fault of its shape in both languages. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): Reading<z.output<S>> {
  const read = schema.safeParse(input, { reportInput: false })
  if (read.success) return { ok: true, value: read.data }
  return { ok: false, faults: (read.error.issues as z.core.$ZodIssue[]).flatMap((issue) => faultsOf(issue, [], input)) }
}

const SENTENCES = {
  missing: { sv: 'Värdet saknas.', en: 'The value is missing.' },
  unknownKey: { sv: '”{key}” finns inte i formatet.', en: '“{key}” is not part of the format.' },
  type: { sv: 'Här ska det stå {expected}.', en: 'This must be {expected}.' },
  choice: { sv: 'Värdet måste vara något av: {allowed}.', en: 'The value must be one of: {allowed}.' },
  tooSmall: { sv: 'Minst {limit}{unit}.', en: 'At least {limit}{unit}.' },
  tooBig: { sv: 'Högst {limit}{unit}.', en: 'At most {limit}{unit}.' },
  form: { sv: 'Värdet har fel form: {expected}.', en: 'The value has the wrong form: {expected}.' },
  other: { sv: 'Värdet går inte att använda.', en: 'The value cannot be used.' },
} as const satisfies Record<string, Text>

const TYPES: Readonly<Record<string, Text>> = {
  string: { sv: 'en text', en: 'a text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  array: { sv: 'en lista', en: 'a list' },
  tuple: { sv: 'en lista', en: 'a list' },
  object: { sv: 'en grupp av nycklar', en: 'a group of keys' },
  boolean: { sv: 'true eller false', en: 'true or false' },
}

const UNITS: Readonly<Record<string, Text>> = {
  string: { sv: ' tecken', en: ' characters' },
  array: { sv: ' i listan', en: ' in the list' },
}

/** What the schemas say of themselves in English, in Swedish. */
const SWEDISH: Readonly<Record<string, string>> = {
  'not a calendar day': 'ingen dag i kalendern, till exempel 2026-11-23',
  'two capital letters, such as SE': 'två stora bokstäver, till exempel SE',
  'three capital letters, such as SEK': 'tre stora bokstäver, till exempel SEK',
  'a number from 0, with at most ten decimals after a point': 'ett tal från 0, med högst tio decimaler efter en punkt',
}

function faultsOf(issue: z.core.$ZodIssue, before: Path, input: unknown): Fault[] {
  const path = [...before, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => faultAt([...path, key], SENTENCES.unknownKey, { key }))
    case 'invalid_type':
      if (valueAt(input, path) === undefined) return [faultAt(path, SENTENCES.missing)]
      return [faultAt(path, SENTENCES.type, { expected: TYPES[issue.expected] ?? issue.expected })]
    case 'invalid_value':
      if (valueAt(input, path) === undefined) return [faultAt(path, SENTENCES.missing)]
      return [faultAt(path, SENTENCES.choice, { allowed: issue.values.map(String).join(', ') })]
    case 'too_small':
      return [faultAt(path, SENTENCES.tooSmall, limit(issue.minimum, issue.origin))]
    case 'too_big':
      return [faultAt(path, SENTENCES.tooBig, limit(issue.maximum, issue.origin))]
    case 'invalid_union':
      return unionFaults(issue, path, input)
    case 'invalid_format':
    case 'custom':
      return [
        faultAt(path, SENTENCES.form, { expected: { sv: SWEDISH[issue.message] ?? issue.message, en: issue.message } }),
      ]
    default:
      return [faultAt(path, SENTENCES.other)]
  }
}

function limit(value: number | bigint, origin: string): Fillings {
  return { limit: Number(value), unit: UNITS[origin] ?? { sv: '', en: '' } }
}

/** Of a key that tells kinds apart, which kinds there are; of values of several types, what the last type says. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Path, input: unknown): Fault[] {
  if (valueAt(input, path) === undefined) return [faultAt(path, SENTENCES.missing)]
  if (issue.errors.length === 0) {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
    return [faultAt(path, SENTENCES.choice, { allowed: options.map(String).join(', ') })]
  }
  const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0]!
  return closest.flatMap((inner) => faultsOf(inner, path, input))
}

const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map(({ path }) => path.length))

function valueAt(input: unknown, path: Path): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
