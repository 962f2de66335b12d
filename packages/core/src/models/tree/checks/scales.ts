import type { Path } from '../../yaml-source.ts'
import { own } from '../own.ts'
import type { TreeModel } from '../schema.ts'
import type { Curve, Scale } from '../schema-scales.ts'
import { repeatedIds, type TreeFinding } from './finding.ts'
import type { Places } from './places.ts'

/** Scales by themselves: ids and levels once, numbers in order, answers that are worth different things. */
export function scaleFindings({ model }: Places): TreeFinding[] {
  const used = new Set(model.questions.map(({ scale }) => scale))
  const scales = Object.entries(model.scales).flatMap(([id, scale]): TreeFinding[] => {
    const path = ['scales', id]
    const unused: TreeFinding[] = used.has(id)
      ? []
      : [{ path, code: 'scale-unused', details: { scale: id }, severity: 'warning' }]
    return [...unused, ...insideFindings(scale, path)]
  })
  return [...scales, ...sameAllowances(model)]
}

/** What a question says as its scale does already. */
function sameAllowances({ scales, questions }: TreeModel): TreeFinding[] {
  return questions.flatMap((question, at) =>
    (['unknown', 'not-applicable'] as const).flatMap((key): TreeFinding[] => {
      if (question[key] === undefined || question[key] !== own(scales, question.scale)?.[key]) return []
      const details = { key, scale: question.scale }
      return [{ path: ['questions', at, key], code: 'allowance-as-scale', details, severity: 'warning' }]
    }),
  )
}

function insideFindings(scale: Scale, path: Path): TreeFinding[] {
  switch (scale.type) {
    case 'single':
    case 'multiple':
      return [...listFindings(scale.options, [...path, 'options']), ...equalFindings(scale, path)]
    case 'matrix':
      return [
        ...listFindings(scale.rows, [...path, 'rows']),
        ...listFindings(scale.columns, [...path, 'columns']),
        ...listFindings(scale.cells, [...path, 'cells']),
        ...equalFindings(scale, path),
      ]
    case 'split':
      return [...listFindings(scale.parts, [...path, 'parts']), ...equalFindings(scale, path)]
    case 'rungs':
      return risingFindings(scale.rungs.map(({ level }, at) => [level, [...path, 'rungs', at, 'level']]))
    case 'likert':
      // An answer names its step by value, so no two may share one.
      return repeatedIds(scale.steps.map(({ value }, at) => [String(value), [...path, 'steps', at, 'value']]))
    case 'number':
      return numberFindings(scale, path)
    default:
      return []
  }
}

function listFindings(list: readonly { id: string }[], path: Path): TreeFinding[] {
  return repeatedIds(list.map(({ id }, at) => [id, [...path, at, 'id']]))
}

function equalFindings(
  scale: Extract<Scale, { type: 'single' | 'multiple' | 'matrix' | 'split' }>,
  path: Path,
): TreeFinding[] {
  const valued = scale.type === 'split' ? scale.parts : scale.type === 'matrix' ? scale.cells : scale.options
  // The more of several are chosen, the more they are worth, even where each is worth the same.
  if (scale.type === 'multiple' || valued.length < 2 || valued.some(({ value }) => value !== valued[0]!.value))
    return []
  return [{ path, code: 'values-all-equal', severity: 'warning' }]
}

function numberFindings(scale: Extract<Scale, { type: 'number' }>, path: Path): TreeFinding[] {
  const { least, most, units, unit, curve } = scale
  const over: TreeFinding[] =
    least !== undefined && most !== undefined && least > most
      ? [{ path: [...path, 'least'], code: 'least-over-most', details: { least, most } }]
      : []
  const others = (units ?? []).map(({ id }, at): [string, Path] => [id, [...path, 'units', at, 'id']])
  return [
    ...over,
    ...repeatedIds([[unit, [...path, 'unit']], ...others]),
    ...(curve ? curveFindings(curve, [...path, 'curve']) : []),
  ]
}

function curveFindings({ points }: Curve, path: Path): TreeFinding[] {
  return risingFindings(points.map(([x], at) => [x, [...path, 'points', at]]))
}

/** Each value is more than the one before it. */
export function risingFindings(values: readonly (readonly [number, Path])[]): TreeFinding[] {
  return values.flatMap(([value, path], at): TreeFinding[] => {
    const before = values[at - 1]?.[0]
    if (before === undefined || value > before) return []
    return [{ path, code: 'values-not-rising', details: { value, before } }]
  })
}
