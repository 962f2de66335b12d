import type { Text } from '../../kernel/text.ts'
import { type Fillings, fillText } from '../fill-text.ts'
import { TreeAnswer } from './answers.ts'
import { settle } from './numbers.ts'
import type { Scale } from './schema-scales.ts'

export type Expanded = { answer: TreeAnswer } | { message: Text }

/** An answer written in short, read as its scale reads it. A value that means nothing there is refused, not bent. */
export function expandAnswer(scale: Scale, value: unknown): Expanded {
  if (typeof value === 'string') return expandWord(scale, value)
  if (typeof value === 'number') return expandNumber(scale, value)
  if (typeof value === 'boolean') return expandTruth(scale, value)
  if (Array.isArray(value)) {
    if (scale.type === 'multiple') return parsed(scale, { kind: 'options', options: value })
  } else if (scale.type === 'split') return parsed(scale, { kind: 'split', parts: value })
  else if (scale.type === 'matrix') return parsed(scale, { kind: 'matrix', cells: value })
  return refused('wrong-form', { expected: FORMS[scale.type] })
}

function expandWord(scale: Scale, word: string): Expanded {
  if (scale.type === 'single' && scale.options.some(({ id }) => id === word)) return option(word)
  if (word === 'unknown' || word === 'not-applicable') return { answer: { kind: word } }
  if (scale.type === 'single') {
    return refused('no-option', { word, options: scale.options.map(({ id }) => id).join(', ') })
  }
  if (scale.type === 'text') return parsed(scale, { kind: 'text', text: word })
  if (scale.type === 'day') return parsed(scale, { kind: 'day', day: word })
  return refused('wrong-form', { expected: FORMS[scale.type] })
}

function expandNumber(scale: Scale, value: number): Expanded {
  if (scale.type === 'number' || scale.type === 'likert') return parsed(scale, { kind: 'number', value })
  if (scale.type === 'rungs') return parsed(scale, { kind: 'rung', level: value })
  if (scale.type !== 'single') return refused('wrong-form', { expected: FORMS[scale.type] })
  const worth = scale.options.filter((one) => settle(one.value) === settle(value))
  return worth.length === 1 ? option(worth[0]!.id) : refused('no-one-option', { value })
}

function expandTruth(scale: Scale, value: boolean): Expanded {
  const word = value ? 'yes' : 'no'
  const has = (id: string) => scale.type === 'single' && scale.options.some((one) => one.id === id)
  return has('yes') && has('no') ? option(word) : refused('no-truth')
}

const option = (id: string): Expanded => ({ answer: { kind: 'option', option: id } })

/** Whether it has the shape of an answer; whether the scale knows what is in it is asked afterwards. */
function parsed(scale: Scale, answer: unknown): Expanded {
  const read = TreeAnswer.safeParse(answer)
  return read.success ? { answer: read.data } : refused('wrong-form', { expected: FORMS[scale.type] })
}

const FORMS: Readonly<Record<Scale['type'], Text>> = {
  single: { sv: 'id:t för ett alternativ', en: 'the id of an option' },
  multiple: { sv: 'en lista med id:n för alternativ', en: 'a list of ids of options' },
  rungs: { sv: 'nivån som ett heltal', en: 'the level as a whole number' },
  likert: { sv: 'värdet på ett av stegen', en: 'the value of one of the steps' },
  number: { sv: 'ett tal', en: 'a number' },
  split: { sv: 'procent per del, till exempel { "done": 100 }', en: 'percent by part, such as { "done": 100 }' },
  matrix: { sv: 'alternativ per rad och kolumn', en: 'option by row and column' },
  text: { sv: 'en text', en: 'a text' },
  day: { sv: 'en dag, till exempel "2026-11-23"', en: 'a day, such as "2026-11-23"' },
}

const SENTENCES = {
  'wrong-form': { sv: 'Svaret ska vara {expected}.', en: 'The answer must be {expected}.' },
  'no-option': {
    sv: 'Det finns inget alternativ ”{word}”. Välj något av: {options}.',
    en: 'There is no option “{word}”. Choose one of: {options}.',
  },
  'no-one-option': {
    sv: 'Inget ensamt alternativ är värt {value}. Skriv dess id.',
    en: 'No single option is worth {value}. Write its id.',
  },
  'no-truth': {
    sv: 'Sant och falskt går bara där alternativen heter yes och no.',
    en: 'True and false only work where the options are called yes and no.',
  },
} as const satisfies Record<string, Text>

function refused(code: keyof typeof SENTENCES, details: Fillings = {}): Expanded {
  return { message: fillText(SENTENCES[code], details) }
}
