import type { Language, Text } from '../kernel/text.ts'
import { type Fillings, fillText } from '../models/fill-text.ts'

/**
 * Why a result is what it is: one rule, what it was applied to, and what that rests on. The sentences are in
 * `explanationText`; programs switch on `rule`.
 */
export type Explanation = { rule: ExplanationRule; inputs: Fillings; because: Explanation[] }

const SENTENCES = {
  level: { sv: '{name}: steg {level}, {rung}.', en: '{name}: step {level}, {rung}.' },
  'level-open': {
    sv: '{name}: steget kan inte sättas än. Det ligger {between}. Svar saknas: {missing}.',
    en: '{name}: the step cannot be set yet. It lies {between}. Answers missing: {missing}.',
  },
  'level-none': { sv: '{name}: gäller inte här. Skäl: {reason}', en: '{name}: does not apply here. Reason: {reason}' },
  picked: { sv: 'Det valda steget är {pick}, {rung}.', en: 'The step picked is {pick}, {rung}.' },
  'pick-missing': { sv: 'Inget steg är valt.', en: 'No step is picked.' },
  'pick-unknown': {
    sv: 'Frågan om vilket steg som stämmer är besvarad med ”vet ej”. Då räknas bara det första steget.',
    en: 'The question of which step fits is answered “don’t know”. Then only the first step counts.',
  },
  'ladder-ends': {
    sv: 'Trappan slutar på steg {top} för det här företaget. {because}',
    en: 'The ladder ends at step {top} for this company. {because}',
  },
  implied: {
    sv: 'Stegen upp till {level} räknas som uppfyllda, eftersom de ligger under det valda.',
    en: 'The steps up to {level} count as met, because they lie below the one picked.',
  },
  'rung-holds': {
    sv: 'Steg {level}, {rung}: {met} av {required} krav är uppfyllda.',
    en: 'Step {level}, {rung}: {met} of {required} requirements are met.',
  },
  'rung-fails': {
    sv: 'Steg {level}, {rung}, är inte nått: {met} av {required} krav är uppfyllda.',
    en: 'Step {level}, {rung}, is not reached: {met} of {required} requirements are met.',
  },
  'rung-top': { sv: 'Det finns inget högre steg.', en: 'There is no higher step.' },
  'criterion-no': { sv: 'Nej: {text}', en: 'No: {text}' },
  'criterion-partly': { sv: 'Delvis, vilket inte räcker: {text}', en: 'Partly, which is not enough: {text}' },
  'criterion-unknown': {
    sv: 'Vet ej, vilket inte räknas som uppfyllt: {text}',
    en: 'Don’t know, which does not count as met: {text}',
  },
  'criterion-missing': { sv: 'Inte besvarat: {text}', en: 'Not answered: {text}' },
  'criterion-not-asked': { sv: 'Inte frågat: {text}', en: 'Not asked: {text}' },
  'criterion-evidence-too-low': {
    sv: 'Ja, men det behövs {needs} ({needsName}) och det som finns är {has} ({hasName}): {text}',
    en: 'Yes, but it needs {needs} ({needsName}) and has {has} ({hasName}): {text}',
  },
  'criterion-passed-over': { sv: 'Gäller inte här: {text}', en: 'Does not apply here: {text}' },
  step: { sv: '{name}: steg {step}, {levelName}.', en: '{name}: step {step}, {levelName}.' },
  'step-open': {
    sv: '{name}: steget kan inte sättas än. Det ligger {between}.',
    en: '{name}: the step cannot be set yet. It lies {between}.',
  },
  'step-none': { sv: '{name}: inget av delområdena gäller här.', en: '{name}: none of the dimensions apply here.' },
  'share-met': {
    sv: '{count} av {total} delområden står på {step} eller högre. Det behövs minst {needed}.',
    en: '{count} of {total} dimensions stand at {step} or higher. At least {needed} are needed.',
  },
  'floor-met': { sv: 'Inget delområde står under {least}.', en: 'No dimension stands below {least}.' },
  'share-fails': {
    sv: 'Steg {step} nås inte: {count} av {total} delområden står på {step} eller högre, och det behövs minst {needed}.',
    en: 'Step {step} is not reached: {count} of {total} dimensions stand at {step} or higher, and at least {needed} are needed.',
  },
  'floor-fails': {
    sv: 'Steg {step} nås inte: inget delområde får stå under {least}, men det gör {names}.',
    en: 'Step {step} is not reached: no dimension may stand below {least}, but this does: {names}.',
  },
  'step-top': { sv: 'Det finns inget högre steg.', en: 'There is no higher step.' },
  index: {
    sv: 'Index {index}, bara för statistik: medelvärdet av {count} steg med summan {sum}, från skalan {fromLow}–{fromHigh} till {toLow}–{toHigh}.',
    en: 'Index {index}, for statistics only: the mean of {count} steps adding up to {sum}, from the scale {fromLow}–{fromHigh} to {toLow}–{toHigh}.',
  },
} as const satisfies Record<string, Text>

export type ExplanationRule = keyof typeof SENTENCES

export function explained(rule: ExplanationRule, inputs: Fillings, because: Explanation[] = []): Explanation {
  return { rule, inputs, because }
}

/** The explanation in words, one sentence or two a line; what a line rests on follows it, two spaces further in. */
export function explanationText(explanation: Explanation, language: Language): string[] {
  return [
    fillText(SENTENCES[explanation.rule], explanation.inputs)[language],
    ...explanation.because.flatMap((reason) => explanationText(reason, language).map((line) => `  ${line}`)),
  ]
}
