import type { Text } from '../../kernel/text.ts'
import { type Fillings, fillText } from '../fill-text.ts'
import type { TreeAnswer } from './answers.ts'
import { settle } from './numbers.ts'
import type { CompiledScale } from './program.ts'
import type { Option, Scale } from './schema-scales.ts'

type Of<Kind extends TreeAnswer['kind']> = Extract<TreeAnswer, { kind: Kind }>

const SENTENCES = {
  misfit: {
    sv: 'En fråga på en skala av typen ”{type}” besvaras inte med ”{kind}”.',
    en: 'A question on a scale of type “{type}” is not answered with “{kind}”.',
  },
  refused: { sv: 'Svaret ”{kind}” är inte tillåtet här.', en: 'The answer “{kind}” is not allowed here.' },
  'needs-reason': { sv: 'Svaret ”{kind}” behöver ett skäl.', en: 'The answer “{kind}” needs a reason.' },
  'option-needs-reason': {
    sv: 'Alternativet ”{option}” behöver ett skäl.',
    en: 'The option “{option}” needs a reason.',
  },
  'no-option': {
    sv: 'Det finns inget alternativ ”{option}”. Välj något av: {options}.',
    en: 'There is no option “{option}”. Choose one of: {options}.',
  },
  'option-twice': { sv: 'Alternativet ”{option}” står två gånger.', en: 'The option “{option}” is given twice.' },
  'no-rung': { sv: 'Det finns ingen nivå {level}, bara {levels}.', en: 'There is no level {level}, only {levels}.' },
  'no-step': { sv: 'Det finns inget steg {value}, bara {steps}.', en: 'There is no step {value}, only {steps}.' },
  'no-finite-number': { sv: 'Svaret är inget tal.', en: 'The answer is not a number.' },
  'step-with-unit': { sv: 'Ett steg har ingen enhet.', en: 'A step has no unit.' },
  'no-unit': {
    sv: 'Enheten ”{unit}” finns inte här. Svara i: {units}.',
    en: 'There is no unit “{unit}” here. Answer in: {units}.',
  },
  'too-low': { sv: 'Talet ska vara minst {least} {unit}.', en: 'The number must be at least {least} {unit}.' },
  'too-high': { sv: 'Talet får vara högst {most} {unit}.', en: 'The number must be at most {most} {unit}.' },
  'no-part': {
    sv: 'Det finns ingen del ”{part}”. Delarna är: {parts}.',
    en: 'There is no part “{part}”. The parts are: {parts}.',
  },
  'share-below-0': { sv: 'En andel kan inte vara under 0 procent.', en: 'A share cannot be below 0 percent.' },
  'not-100': {
    sv: 'Delarna blir {sum} procent tillsammans och ska bli 100.',
    en: 'The parts add up to {sum} percent and must be 100.',
  },
  'no-row': {
    sv: 'Det finns ingen rad ”{row}”. Raderna är: {rows}.',
    en: 'There is no row “{row}”. The rows are: {rows}.',
  },
  'no-column': {
    sv: 'Det finns ingen kolumn ”{column}”. Kolumnerna är: {columns}.',
    en: 'There is no column “{column}”. The columns are: {columns}.',
  },
} as const satisfies Record<string, Text>

const say = (code: keyof typeof SENTENCES, details: Fillings = {}): Text => fillText(SENTENCES[code], details)
const listed = (ids: readonly { id: string }[]) => ids.map(({ id }) => id).join(', ')

/**
 * Why an answer does not fit a scale, in a sentence for whoever wrote the answers; undefined when it fits. An answer
 * that does not fit is refused where it is saved, and counts as missing where it is scored.
 */
export function answerFault(compiled: CompiledScale, answer: TreeAnswer): Text | undefined {
  const { scale } = compiled
  switch (answer.kind) {
    case 'unknown':
    case 'not-applicable':
      return openFault(scale[answer.kind], answer)
    case 'option':
      return scale.type === 'single'
        ? optionFault(compiled, scale.options, answer.option, answer)
        : misfit(scale, answer)
    case 'options':
      return scale.type === 'multiple' ? optionsFault(compiled, scale.options, answer) : misfit(scale, answer)
    case 'rung':
      return scale.type === 'rungs' ? rungFault(scale, answer) : misfit(scale, answer)
    case 'number':
      return numberFault(scale, answer)
    case 'split':
      return scale.type === 'split' ? splitFault(scale, answer) : misfit(scale, answer)
    case 'matrix':
      return scale.type === 'matrix' ? matrixFault(compiled, scale, answer) : misfit(scale, answer)
    default:
      return scale.type === answer.kind ? undefined : misfit(scale, answer)
  }
}

const misfit = ({ type }: Scale, { kind }: TreeAnswer) => say('misfit', { type, kind })

function openFault(allowance: Scale['unknown'], { kind, reason }: Of<'unknown' | 'not-applicable'>): Text | undefined {
  if (allowance === 'refused') return say('refused', { kind })
  return allowance === 'with-reason' && !reason ? say('needs-reason', { kind }) : undefined
}

function optionFault(
  { optionAt }: CompiledScale,
  options: readonly Option[],
  option: string,
  { reason }: TreeAnswer,
): Text | undefined {
  const at = optionAt.get(option)
  if (at === undefined) return say('no-option', { option, options: listed(options) })
  return options[at]!.reason && !reason ? say('option-needs-reason', { option }) : undefined
}

function optionsFault(compiled: CompiledScale, options: readonly Option[], answer: Of<'options'>): Text | undefined {
  for (const [at, option] of answer.options.entries()) {
    if (answer.options.indexOf(option) < at) return say('option-twice', { option })
    const fault = optionFault(compiled, options, option, answer)
    if (fault) return fault
  }
  return undefined
}

function rungFault({ rungs }: Extract<Scale, { type: 'rungs' }>, { level }: Of<'rung'>): Text | undefined {
  if (rungs.some((rung) => rung.level === level)) return undefined
  return say('no-rung', { level, levels: rungs.map((rung) => rung.level).join(', ') })
}

function numberFault(scale: Scale, answer: Of<'number'>): Text | undefined {
  if (!Number.isFinite(answer.value)) return say('no-finite-number')
  if (scale.type === 'likert') {
    if (answer.unit !== undefined) return say('step-with-unit')
    if (scale.steps.some(({ value }) => settle(value) === settle(answer.value))) return undefined
    return say('no-step', { value: answer.value, steps: scale.steps.map(({ value }) => value).join(', ') })
  }
  if (scale.type !== 'number') return misfit(scale, answer)
  const { unit, units = [] } = scale
  const value = inScaleUnit(scale, answer)
  if (value === undefined) {
    return say('no-unit', { unit: answer.unit ?? '', units: listed([{ id: unit }, ...units]) })
  }
  const { least, most } = answerEnds(scale)
  if (value < least) return say('too-low', { least, unit })
  return value > most ? say('too-high', { most, unit }) : undefined
}

/** Between what a number may lie: as the scale says, and within a curve that refuses what is outside. */
function answerEnds({ least, most, curve }: Extract<Scale, { type: 'number' }>): { least: number; most: number } {
  const points = curve?.outside === 'refuse' ? curve.points : []
  return {
    least: Math.max(least ?? Number.NEGATIVE_INFINITY, points[0]?.[0] ?? Number.NEGATIVE_INFINITY),
    most: Math.min(most ?? Number.POSITIVE_INFINITY, points.at(-1)?.[0] ?? Number.POSITIVE_INFINITY),
  }
}

/** The number in the scale's own unit; undefined for a unit it does not convert from. */
export function inScaleUnit(scale: Extract<Scale, { type: 'number' }>, answer: Of<'number'>): number | undefined {
  if (answer.unit === undefined || answer.unit === scale.unit) return answer.value
  const unit = scale.units?.find(({ id }) => id === answer.unit)
  return unit && settle(answer.value * unit.factor)
}

function splitFault({ parts }: Extract<Scale, { type: 'split' }>, answer: Of<'split'>): Text | undefined {
  let sum = 0
  for (const [part, share] of Object.entries(answer.parts)) {
    if (!parts.some(({ id }) => id === part)) return say('no-part', { part, parts: listed(parts) })
    if (!(share >= 0)) return say('share-below-0')
    sum += share
  }
  // Refused and never stretched to fit: what is wrong is for the person to say.
  return settle(sum) === 100 ? undefined : say('not-100', { sum: settle(sum) })
}

function matrixFault(
  { optionAt }: CompiledScale,
  { rows, columns, cells: options }: Extract<Scale, { type: 'matrix' }>,
  { cells }: Of<'matrix'>,
): Text | undefined {
  for (const [row, line] of Object.entries(cells)) {
    if (!rows.some(({ id }) => id === row)) return say('no-row', { row, rows: listed(rows) })
    for (const [column, option] of Object.entries(line)) {
      if (!columns.some(({ id }) => id === column)) return say('no-column', { column, columns: listed(columns) })
      if (!optionAt.has(option)) return say('no-option', { option, options: listed(options) })
    }
  }
  return undefined
}
