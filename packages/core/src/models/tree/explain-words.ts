import type { Language, Text } from '../../kernel/text.ts'
import { type Fillings, fillText } from '../fill-text.ts'

/**
 * Why a figure of a tree is what it is: one rule, what it was applied to, and what that rests on. The sentences are
 * in `treeExplanationText`; programs switch on `rule`. `node` or `question` says what it is about.
 */
export type TreeExplanation = {
  rule: TreeRule
  node?: string
  question?: string
  inputs: Fillings
  because: TreeExplanation[]
}

const SENTENCES = {
  node: { sv: '{name}: {standing}.', en: '{name}: {standing}.' },
  'node-open': {
    sv: '{name}: kan inte räknas ut än. Resultatet blir mellan {low} och {high}.',
    en: '{name}: cannot be worked out yet. The result will lie between {low} and {high}.',
  },
  'node-open-without-range': {
    sv: '{name}: kan inte räknas ut än.',
    en: '{name}: cannot be worked out yet.',
  },
  'node-none': { sv: '{name}: en profil utan eget resultat.', en: '{name}: a profile without a result of its own.' },
  'node-profile-level': { sv: '{name}: {standing}.', en: '{name}: {standing}.' },
  'node-off': { sv: '{name}: gäller inte här. {because}', en: '{name}: does not apply here. {because}' },
  'node-nothing-applies': {
    sv: '{name}: gäller inte här, eftersom inget i den gör det.',
    en: '{name}: does not apply here, because nothing in it does.',
  },
  'node-nothing-counts': {
    sv: '{name}: inget att räkna på.',
    en: '{name}: nothing to work with.',
  },

  'answered-by': {
    sv: 'Svaret för helheten går före delarna.',
    en: 'The answer for the whole goes before the parts.',
  },
  sum: {
    sv: 'Summan av det som räknas, {counted} av {children}.',
    en: 'The sum of what counts, {counted} of {children}.',
  },
  mean: {
    sv: 'Medelvärdet av det som räknas, {counted} av {children}.',
    en: 'The mean of what counts, {counted} of {children}.',
  },
  'weighted-mean': {
    sv: 'Medelvärdet med vikter av det som räknas, {counted} av {children}.',
    en: 'The weighted mean of what counts, {counted} of {children}.',
  },
  median: {
    sv: 'Medianen av det som räknas, {counted} av {children}.',
    en: 'The median of what counts, {counted} of {children}.',
  },
  min: { sv: 'Det lägsta avgör.', en: 'The lowest decides.' },
  max: { sv: 'Det högsta avgör.', en: 'The highest decides.' },
  product: { sv: 'Delarna gånger varandra.', en: 'The parts multiplied with each other.' },
  points: { sv: '{reached} av {possible} möjliga poäng.', en: '{reached} of {possible} possible points.' },
  'count-met': {
    sv: 'Antalet som når minst {least}, av {counted} som räknas.',
    en: 'The number that reach at least {least}, of {counted} that count.',
  },
  'share-met': {
    sv: 'Andelen som når minst {least}, av {counted} som räknas.',
    en: 'The share that reach at least {least}, of {counted} that count.',
  },
  deduct: {
    sv: 'Från {from} dras vikten av allt som inte når {least}.',
    en: 'From {from} the weight of everything that does not reach {least} is taken away.',
  },
  gate: { sv: 'Uppfyllt när {need} når minst {least}.', en: 'Met when {need} reach at least {least}.' },
  ladder: {
    sv: 'Den högsta nivå där {need} når minst {least}, på den och på alla lägre nivåer.',
    en: 'The highest level where {need} reach at least {least}, on it and on all levels below.',
  },
  'high-water': {
    sv: 'Den högsta nivå där något når minst {least}, vad som än saknas under.',
    en: 'The highest level where anything reaches at least {least}, whatever is missing below.',
  },
  'staged-percent': {
    sv: '100 för varje hel nivå, och en del av nästa först när alla under är hela.',
    en: '100 for each whole level, and part of the next only when all below are whole.',
  },
  'broad-step': {
    sv: 'Det högsta steg som minst {share} har nått, när ingen står mer än {floor} under.',
    en: 'The highest step that at least {share} have reached while none stands more than {floor} below.',
  },
  formula: { sv: 'Räknas fram som {formula}.', en: 'Worked out as {formula}.' },
  undetermined: {
    sv: 'Formeln går inte att räkna ut med de svar som finns.',
    en: 'The formula cannot be worked out from the answers there are.',
  },

  buckets: { sv: 'Fördelat: {parts}.', en: 'Divided: {parts}.' },
  'held-back': { sv: '{next} hålls tillbaka av {names}.', en: '{next} is held back by {names}.' },
  ahead: { sv: 'Uppfyllt i förväg: {names}.', en: 'Met ahead of its turn: {names}.' },
  map: {
    sv: 'Från skalan {fromLow}–{fromHigh} till {toLow}–{toHigh}: {before} blir {after}.',
    en: 'From the scale {fromLow}–{fromHigh} to {toLow}–{toHigh}: {before} becomes {after}.',
  },
  clamp: {
    sv: 'Hålls mellan {least} och {most}: {before} blir {after}.',
    en: 'Kept between {least} and {most}: {before} becomes {after}.',
  },
  factor: { sv: 'Gånger {by}: {before} blir {after}.', en: 'Times {by}: {before} becomes {after}.' },
  cap: { sv: 'Högst {at}: {before} blir {after}.', en: 'At most {at}: {before} becomes {after}.' },
  floor: { sv: 'Minst {at}: {before} blir {after}.', en: 'At least {at}: {before} becomes {after}.' },
  round: { sv: 'Avrundat: {before} blir {after}.', en: 'Rounded: {before} becomes {after}.' },
  'height-open': {
    sv: 'Gränsen {at} går inte att räkna ut än.',
    en: 'The limit {at} cannot be worked out yet.',
  },
  band: { sv: '{score} hör till ”{band}”, {edge}.', en: '{score} belongs to “{band}”, {edge}.' },
  'star-reached': { sv: '{star} är nådd: {when}.', en: '{star} is reached: {when}.' },
  'star-not-reached': { sv: '{star} är inte nådd: {when}.', en: '{star} is not reached: {when}.' },
  'stars-open': {
    sv: 'Nivån går inte att avgöra förrän mer är besvarat.',
    en: 'The level cannot be told until more is answered.',
  },
  'weight-changed': {
    sv: '”{name}” räknas {factor} gånger så tungt, eftersom {when}.',
    en: '“{name}” counts {factor} times as much, because {when}.',
  },

  answer: { sv: '”{name}” Svar: {answer}{worth}', en: '“{name}” Answer: {answer}{worth}' },
  'answer-lowered': {
    sv: '”{name}” Svar: {answer}. Det behövs {needs} och det som finns är {has}, så det räknas som {counts}{worth}',
    en: '“{name}” Answer: {answer}. It needs {needs} and has {has}, so it counts as {counts}{worth}',
  },
  missing: { sv: '”{name}” Inte besvarad. {effect}', en: '“{name}” Not answered. {effect}' },
  unknown: { sv: '”{name}” Svar: vet ej. {effect}', en: '“{name}” Answer: don’t know. {effect}' },
  'not-applicable': { sv: '”{name}” Gäller inte här. {effect}', en: '“{name}” Does not apply here. {effect}' },
  hidden: { sv: '”{name}” Inte ställd, och räknas därför inte.', en: '“{name}” Not asked, and so it does not count.' },
} as const satisfies Record<string, Text>

export type TreeRule = keyof typeof SENTENCES

/** What becomes of a child without a value, after its policy. */
export const EFFECTS = {
  open: {
    sv: 'Resultatet är öppet tills det finns ett svar.',
    en: 'The result stays open until there is an answer.',
  },
  lowest: { sv: 'Räknas som det lägsta, {low}.', en: 'Counts as the lowest, {low}.' },
  exclude: { sv: 'Räknas inte med.', en: 'Left out.' },
  met: { sv: 'Räknas som uppfylld.', en: 'Counts as met.' },
  'redistribute-equal': {
    sv: 'Dess del går i lika delar till de andra.',
    en: 'Its part goes in equal parts to the others.',
  },
  'redistribute-proportional': {
    sv: 'Dess del går till de andra efter deras egna vikter.',
    en: 'Its part goes to the others by their own weights.',
  },
} as const satisfies Record<string, Text>

/** The explanation in words, one line each; what a line rests on follows it, two spaces further in. */
export function treeExplanationText(explanation: TreeExplanation, language: Language): string[] {
  return [
    fillText(SENTENCES[explanation.rule], explanation.inputs)[language].trim(),
    ...explanation.because.flatMap((reason) => treeExplanationText(reason, language).map((line) => `  ${line}`)),
  ]
}
