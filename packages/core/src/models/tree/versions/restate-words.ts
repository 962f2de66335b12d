import type { Text } from '../../../kernel/text.ts'
import { fillText } from '../../fill-text.ts'
import type { NotRestated, Restated, WhyNot } from './restate.ts'
import type { RestateRule } from './way.ts'

const WHY: Readonly<Record<WhyNot, Text>> = {
  new: { sv: '”{question}” är ny i {at}.', en: '“{question}” is new in {at}.' },
  'not-declared': {
    sv: '{at} säger inte var svaret på ”{question}” kommer ifrån.',
    en: '{at} does not say where the answer to “{question}” comes from.',
  },
  'partly-answered': {
    sv: '”{question}” slår ihop {from}, och någon av dem var inte besvarad.',
    en: '“{question}” merges {from}, and one of them was not answered.',
  },
  'answers-differ': {
    sv: '”{question}” slår ihop {from}, som hade olika svar.',
    en: '“{question}” merges {from}, which had different answers.',
  },
  'scale-differs': {
    sv: 'Svaret på {from} går inte att läsa som ett svar på ”{question}”.',
    en: 'The answer to {from} cannot be read as an answer to “{question}”.',
  },
  'value-not-mapped': {
    sv: 'Svaret på {from} har ingen motsvarighet på ”{question}”.',
    en: 'The answer to {from} has no counterpart on “{question}”.',
  },
  'unit-differs': {
    sv: 'Svaret på {from} är i en enhet som ”{question}” inte räknar om.',
    en: 'The answer to {from} is in a unit that “{question}” does not convert.',
  },
  'does-not-fit': {
    sv: 'Svaret på {from} godtas inte längre på ”{question}”.',
    en: 'The answer to {from} is no longer accepted on “{question}”.',
  },
}

/** What the question arrived at, or one it came from, is called in a sentence. */
export type NameQuestion = (id: string, side: 'from' | 'to') => Text

const byId: NameQuestion = (id) => ({ sv: id, en: id })

/** Why a question of the newer version has no restated answer. Questions are called by their ids, or as `nameOf` says. */
export function whyNotText({ question, from, why, at }: NotRestated, nameOf: NameQuestion = byId): Text {
  const sources = from.map((id) => nameOf(id, 'from'))
  const name = nameOf(question, 'to')
  const said = (language: 'sv' | 'en', [open, close]: readonly [string, string]) =>
    fillText(WHY[why], {
      ...{ question: name[language], at },
      from: sources.map((source) => `${open}${source[language]}${close}`).join(', '),
    })[language]
  return { sv: said('sv', ['”', '”']), en: said('en', ['“', '”']) }
}

const RULES: Readonly<Record<RestateRule, Text>> = {
  'same-version': { sv: 'Svaren är redan på version {to}.', en: 'The answers are on version {to} already.' },
  declared: {
    sv: '{restated} av {questions} frågor följde med från {from} till {to}.',
    en: '{restated} of {questions} questions came along from {from} to {to}.',
  },
  implied: {
    sv: '{restated} av {questions} frågor följde med från {from} till {to}. Inget som påverkar resultatet har ändrats.',
    en: '{restated} of {questions} questions came along from {from} to {to}. Nothing that changes the result has changed.',
  },
  'no-migration': {
    sv: 'Det finns ingen väg från version {from} till {to}: {to} säger inte hur frågorna lever vidare.',
    en: 'There is no way from version {from} to {to}: {to} does not say how the questions live on.',
  },
  'other-model': {
    sv: 'Det är två olika modeller, inte två versioner av en.',
    en: 'They are two different models, not two versions of one.',
  },
}

const TOO_LITTLE: Text = {
  sv: ' Det är för få för att räkna om hela resultatet.',
  en: ' That is too few to restate the whole result.',
}

/** What came along, in a sentence or two, and whether it is enough for a restated result. */
export function restatedText({ rule, versions, coverage, needed, comparable }: Restated): Text {
  const fillings = { from: versions[0]!, to: versions.at(-1)!, ...coverage }
  const text = fillText(RULES[rule], fillings)
  const isThin = needed !== null && !comparable
  return isThin ? { sv: text.sv + TOO_LITTLE.sv, en: text.en + TOO_LITTLE.en } : text
}
