import type { TreeAnswer } from './answers.ts'
import { onCurve } from './compile-scales.ts'
import { settle } from './numbers.ts'
import type { CompiledScale } from './program.ts'
import type { Scale } from './schema.ts'

type Of<Kind extends TreeAnswer['kind']> = Extract<TreeAnswer, { kind: Kind }>

/**
 * Why an answer does not fit a scale, in words for developers; undefined when it fits. An answer that does not
 * fit is refused where it is saved, and counts as missing where it is scored.
 */
export function answerFault(compiled: CompiledScale, answer: TreeAnswer): string | undefined {
  const { scale } = compiled
  switch (answer.kind) {
    case 'unknown':
    case 'not-applicable':
      return openFault(scale[answer.kind], answer)
    case 'option':
      return scale.type === 'single' ? optionFault(compiled, answer) : misfit(scale, answer)
    case 'options':
      return scale.type === 'multiple' ? optionsFault(compiled, answer) : misfit(scale, answer)
    case 'rung':
      if (scale.type !== 'rungs') return misfit(scale, answer)
      return scale.rungs.some(({ level }) => level === answer.level) ? undefined : `there is no rung ${answer.level}`
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

const misfit = (scale: Scale, answer: TreeAnswer) => `a scale of type ${scale.type} is not answered with ${answer.kind}`

function openFault(allowance: Scale['unknown'], answer: Of<'unknown' | 'not-applicable'>): string | undefined {
  if (allowance === 'refused') return `${answer.kind} is not allowed here`
  return allowance === 'with-reason' && !answer.reason ? `${answer.kind} needs a reason` : undefined
}

function optionFault({ scale, optionAt }: CompiledScale, answer: Of<'option'>): string | undefined {
  const at = optionAt.get(answer.option)
  if (at === undefined || scale.type !== 'single') return `there is no option ${answer.option}`
  return scale.options[at]!.reason && !answer.reason ? `the option ${answer.option} needs a reason` : undefined
}

function optionsFault({ scale, optionAt }: CompiledScale, { options, reason }: Of<'options'>): string | undefined {
  if (new Set(options).size !== options.length) return 'an option is given twice'
  for (const option of options) {
    const at = optionAt.get(option)
    if (at === undefined || scale.type !== 'multiple') return `there is no option ${option}`
    if (scale.options[at]!.reason && !reason) return `the option ${option} needs a reason`
  }
  return undefined
}

function numberFault(scale: Scale, answer: Of<'number'>): string | undefined {
  if (!Number.isFinite(answer.value)) return 'the number is not finite'
  if (scale.type === 'likert') {
    if (answer.unit !== undefined) return 'a Likert scale has no unit'
    const isStep = scale.steps.some(({ value }) => settle(value) === settle(answer.value))
    return isStep ? undefined : `there is no step ${answer.value}`
  }
  if (scale.type !== 'number') return misfit(scale, answer)
  const value = inScaleUnit(scale, answer)
  if (value === undefined) return `there is no unit ${answer.unit}`
  if (scale.least !== undefined && value < scale.least) return `the number must be at least ${scale.least}`
  if (scale.most !== undefined && value > scale.most) return `the number must be at most ${scale.most}`
  if (scale.curve && onCurve(scale.curve, value) === undefined) return 'the number lies outside the curve'
  return undefined
}

/** The number in the scale's own unit; undefined for a unit it does not convert from. */
export function inScaleUnit(scale: Extract<Scale, { type: 'number' }>, answer: Of<'number'>): number | undefined {
  if (answer.unit === undefined || answer.unit === scale.unit) return answer.value
  const unit = scale.units?.find(({ id }) => id === answer.unit)
  return unit && settle(answer.value * unit.factor)
}

function splitFault({ parts }: Extract<Scale, { type: 'split' }>, answer: Of<'split'>): string | undefined {
  let sum = 0
  for (const [id, share] of Object.entries(answer.parts)) {
    if (!parts.some((part) => part.id === id)) return `there is no part ${id}`
    if (!(share >= 0)) return 'a share is below 0'
    sum += share
  }
  // Refused and never stretched to fit: what is wrong is for the person to say.
  return settle(sum) === 100 ? undefined : `the parts sum to ${settle(sum)}, not 100`
}

function matrixFault(
  { optionAt }: CompiledScale,
  { rows, columns }: Extract<Scale, { type: 'matrix' }>,
  { cells }: Of<'matrix'>,
): string | undefined {
  for (const [row, line] of Object.entries(cells)) {
    if (!rows.some(({ id }) => id === row)) return `there is no row ${row}`
    for (const [column, option] of Object.entries(line)) {
      if (!columns.some(({ id }) => id === column)) return `there is no column ${column}`
      if (!optionAt.has(option)) return `there is no option ${option}`
    }
  }
  return undefined
}
