import type { Text } from '../kernel/text.ts'
import { type Fillings, fillText } from './fill-text.ts'
import { TREE_SENTENCES } from './tree/errors.ts'
import { EXPRESSION_SENTENCES } from './tree/expression-faults.ts'

/** One fault in a model file. `line` and `column` count from 1; `path` is `''` for the whole file. */
export type ModelError = {
  file: string
  line: number
  column: number
  path: string
  code: ModelErrorCode
  message: Text
}

/** Sentences by code. `{name}` is filled in by `fillText`. */
const SENTENCES = {
  syntax: { sv: 'Filen går inte att läsa som YAML: {detail}', en: 'The file cannot be read as YAML: {detail}' },
  'duplicate-key': { sv: 'Nyckeln står två gånger.', en: 'The key is written twice.' },
  alias: {
    sv: 'Ankare och hänvisningar (& och *) får inte användas. Skriv ut värdet.',
    en: 'Anchors and aliases (& and *) are not allowed. Write the value out.',
  },
  'several-documents': { sv: 'Filen får bara innehålla en modell.', en: 'The file may hold one model only.' },
  'too-large': {
    sv: 'Filen är för stor: {size} tecken, högst {limit}.',
    en: 'The file is too large: {size} characters, at most {limit}.',
  },
  'too-deep': {
    sv: 'Något ligger för djupt: fler än {limit} nivåer.',
    en: 'Something is nested too deep: more than {limit} levels.',
  },
  'too-many': { sv: 'För många värden: fler än {limit}.', en: 'Too many values: more than {limit}.' },
  'missing-key': { sv: '”{key}” saknas.', en: '“{key}” is missing.' },
  'unknown-key': { sv: 'Nyckeln ”{key}” finns inte i formatet.', en: 'The key “{key}” is not part of the format.' },
  'wrong-type': { sv: 'Här ska det stå {expected}.', en: 'This must be {expected}.' },
  'not-one-of': { sv: 'Värdet måste vara något av: {allowed}.', en: 'The value must be one of: {allowed}.' },
  'wrong-form': { sv: 'Värdet har fel form: {expected}.', en: 'The value has the wrong form: {expected}.' },
  empty: { sv: 'Värdet är tomt.', en: 'The value is empty.' },
  'too-small': { sv: 'Minst {limit} {unit} behövs.', en: 'At least {limit} {unit} needed.' },
  'too-big': { sv: 'Högst {limit} {unit} får plats.', en: 'At most {limit} {unit} allowed.' },
  'number-too-small': { sv: 'Talet ska vara minst {limit}.', en: 'The number must be at least {limit}.' },
  'number-too-big': { sv: 'Talet får vara högst {limit}.', en: 'The number must be at most {limit}.' },
  'not-valid': { sv: 'Värdet går inte att använda: {detail}.', en: 'The value cannot be used: {detail}.' },
  'translation-missing': {
    sv: 'Texten saknas på {language}.',
    en: 'The text is missing in {language}.',
  },
  'language-missing': {
    sv: 'En modell skrivs på både svenska och engelska: languages ska vara [sv, en] eller [en, sv].',
    en: 'A model is written in both Swedish and English: languages must be [sv, en] or [en, sv].',
  },
  'published-on-missing': {
    sv: 'En publicerad modell ska ha sitt datum i ”published-on”.',
    en: 'A published model needs its date in “published-on”.',
  },
  'id-not-unique': {
    sv: 'Id:t ”{id}” finns redan (rad {first}).',
    en: 'The id “{id}” exists already (line {first}).',
  },
  'id-not-formed': { sv: 'Id:t ska börja med ”{prefix}”.', en: 'The id must start with “{prefix}”.' },
  'listed-twice': { sv: '”{id}” står två gånger i listan.', en: '“{id}” is listed twice.' },
  'levels-not-in-order': {
    sv: 'Nivåerna ska stå i ordning 1, 2, 3 … utan lucka: här ska det stå {expected}.',
    en: 'The levels must run 1, 2, 3 … without a gap: this must be {expected}.',
  },
  'rungs-incomplete': {
    sv: 'Delområdet ska ha ett steg för var och en av trappans {expected} nivåer, men har {found}.',
    en: "The dimension needs one rung for each of the ladder's {expected} levels, but has {found}.",
  },
  'required-criterion-missing': {
    sv: 'Steg {level} i ”{dimension}” saknar ett kriterium som krävs.',
    en: 'Rung {level} of “{dimension}” has no required criterion.',
  },
  'first-rung-has-criteria': {
    sv: 'Första steget ska inte ha några kriterier.',
    en: 'The first rung must have no criteria.',
  },
  'evidence-below-level': {
    sv: 'Ett kriterium som krävs på steg {level} behöver minst {least}.',
    en: 'A required criterion on level {level} needs at least {least}.',
  },
  'weights-not-one': {
    sv: 'Vikterna ska bli 1 tillsammans, men blir {sum}.',
    en: 'The weights must add up to 1, but give {sum}.',
  },
  'share-out-of-range': {
    sv: 'Andelen ska vara större än 0 och högst 1.',
    en: 'The share must be more than 0 and at most 1.',
  },
  'index-range': {
    sv: 'Indexet ska räknas från trappans första till sista nivå, [1, {top}], och till två olika tal i stigande ordning.',
    en: "The index must run from the ladder's first to its last level, [1, {top}], and to two different numbers in rising order.",
  },
  'unknown-id': { sv: 'Det finns {kind} med id ”{id}”.', en: 'There is {kind} with the id “{id}”.' },
  'level-not-on-ladder': {
    sv: 'Trappan har stegen 2 till {top} att nå; {level} finns inte bland dem.',
    en: 'The ladder has levels 2 to {top} to reach; {level} is not one of them.',
  },
  'requires-cycle': {
    sv: 'Åtgärderna väntar på varandra i en ring: {cycle}.',
    en: 'The actions wait for each other in a circle: {cycle}.',
  },
  'step-without-action': {
    sv: 'Ingen åtgärd leder till steg {level} i ”{dimension}”.',
    en: 'No action leads to rung {level} of “{dimension}”.',
  },
  'rule-without-effect': {
    sv: 'Regeln gör aldrig någon skillnad: regeln på rad {other} slår redan av samma steg eller ett lägre.',
    en: 'The rule never makes a difference: the rule on line {other} already switches off the same rung or a lower one.',
  },
  'crosswalk-dimension-missing': {
    sv: 'Delområdet ”{id}” nämns inte. Skriv ”none” med skäl om det inte rör vid någon punkt.',
    en: 'The dimension “{id}” is not mentioned. Write “none” with a reason if it touches no point.',
  },
  'crosswalk-point-missing': {
    sv: 'Inget delområde rör vid ”{id}”. Ställ punkten under ”untouched” med skäl.',
    en: 'No dimension touches “{id}”. Put the point under “untouched” with a reason.',
  },
  'crosswalk-point-touched': {
    sv: 'Ett delområde rör vid ”{id}”, så den hör inte hemma här.',
    en: 'A dimension touches “{id}”, so it does not belong here.',
  },
  'crosswalk-gainsays': {
    sv: 'Trappan själv säger att ”{dimension}” har förhållandet ”{relation}” till ”{point}”.',
    en: 'The ladder itself says that “{dimension}” has the relation “{relation}” to “{point}”.',
  },
  ...EXPRESSION_SENTENCES,
  ...TREE_SENTENCES,
  'migration-none': {
    sv: 'Versionen säger inte hur frågorna i {version} lever vidare. Äldre svar går inte att räkna om.',
    en: 'The version does not say how the questions of {version} live on. Older answers cannot be restated.',
  },
  'migration-twice': {
    sv: 'Vägen från {version} är beskriven två gånger (rad {first}).',
    en: 'The way from {version} is described twice (line {first}).',
  },
  'migration-not-earlier': {
    sv: '{version} är inte en tidigare version än {own}.',
    en: '{version} is not an earlier version than {own}.',
  },
  'migration-question-missing': {
    sv: 'Frågan ”{id}” i version {version} nämns inte.',
    en: 'The question “{id}” of version {version} is not mentioned.',
  },
  'migration-question-twice': {
    sv: 'Frågan ”{id}” i version {version} nämns redan (rad {first}).',
    en: 'The question “{id}” of version {version} is mentioned already (line {first}).',
  },
  'migration-not-same': {
    sv: 'Frågan ”{id}” lyder inte som förut: skriv ”reworded” om den betyder detsamma.',
    en: 'The question “{id}” does not read as before: write “reworded” if it means the same.',
  },
  'migration-scale-differs': {
    sv: 'Ett svar på ”{from}” går inte att läsa som ett svar på ”{to}”.',
    en: 'An answer to “{from}” cannot be read as an answer to “{to}”.',
  },
  'migration-value-missing': {
    sv: 'Svaret ”{value}” på ”{from}” har ingen motsvarighet på ”{to}”.',
    en: 'The answer “{value}” to “{from}” has no counterpart on “{to}”.',
  },
  'migration-value-unknown': {
    sv: '”{value}” är inget svar på ”{id}”.',
    en: '“{value}” is not an answer to “{id}”.',
  },
  'migration-not-ordered': {
    sv: 'Lägst och högst går bara att välja där man svarar med ett av flera steg. Skriv ”equal”.',
    en: 'The lowest and the highest can only be picked where the answer is one of several steps. Write “equal”.',
  },
} as const satisfies Record<string, Text>

export type ModelErrorCode = keyof typeof SENTENCES
/** The sentence of a fault in both languages. */
export function describeError(code: ModelErrorCode, details: Fillings = {}): Text {
  return fillText(SENTENCES[code], details)
}
