import type { Text } from '../../kernel/text.ts'

/** What can be wrong in an expression; part of the sentences in `errors.ts`. */
export const EXPRESSION_SENTENCES = {
  'expression-character': {
    sv: 'Tecknet ”{found}” hör inte till uttryckens språk.',
    en: 'The character “{found}” is not part of the expression language.',
  },
  'expression-foreign': {
    sv: 'Skriv {instead} i stället för {found}.',
    en: 'Write {instead} in place of {found}.',
  },
  'expression-number': {
    sv: 'Talet går inte att läsa. Skriv det med siffror och punkt, högst {limit}.',
    en: 'The number cannot be read. Write it with digits and a point, at most {limit}.',
  },
  'expression-open-code': {
    sv: 'Koden saknar sitt avslutande citattecken.',
    en: 'The code lacks its closing quotation mark.',
  },
  'expression-unexpected': {
    sv: 'Här ska det stå {expected}, inte ”{found}”.',
    en: 'This must be {expected}, not “{found}”.',
  },
  'expression-ends-early': {
    sv: 'Uttrycket slutar för tidigt: {expected} saknas.',
    en: 'The expression ends too early: {expected} is missing.',
  },
  'expression-unknown-word': {
    sv: '”{word}” är inget ord i uttryckens språk. Det som finns är {allowed}.',
    en: '“{word}” is no word of the expression language. There are {allowed}.',
  },
  'expression-chained-comparison': {
    sv: 'Jämför två värden i taget och sätt ”and” emellan.',
    en: 'Compare two values at a time, with “and” between.',
  },
  'expression-too-long': {
    sv: 'Uttrycket är för långt: högst {limit} tecken.',
    en: 'The expression is too long: at most {limit} characters.',
  },
  'expression-too-many-terms': {
    sv: 'Uttrycket har för många delar: högst {limit}.',
    en: 'The expression has too many parts: at most {limit}.',
  },
  'expression-too-deep': {
    sv: 'Uttrycket är för djupt: högst {limit} parenteser i varandra.',
    en: 'The expression is too deep: at most {limit} parentheses inside each other.',
  },
  'expression-wrong-kind': {
    sv: 'Här behövs {expected}, men det här är {found}.',
    en: 'This needs {expected}, but it is {found}.',
  },
} as const satisfies Record<string, Text>

export type ExpressionFault = keyof typeof EXPRESSION_SENTENCES

/** What the sentences say was expected or found. */
export const WORDS = {
  end: { sv: 'slutet på uttrycket', en: 'the end of the expression' },
  value: { sv: 'ett värde', en: 'a value' },
  number: { sv: 'ett tal', en: 'a number' },
  code: { sv: 'en kod', en: 'a code' },
  truth: { sv: 'ett villkor', en: 'a condition' },
  constant: { sv: 'ett tal eller en kod', en: 'a number or a code' },
  id: { sv: 'ett id', en: 'an id' },
} as const satisfies Record<string, Text>
