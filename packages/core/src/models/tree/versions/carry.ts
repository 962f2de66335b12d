import type { TreeAnswer } from '../answers.ts'
import type { Scale } from '../schema-scales.ts'

/** Why an answer of the older version says nothing certain on the newer one. */
export type CarryFault = 'scale-differs' | 'value-not-mapped' | 'unit-differs' | 'does-not-fit'
export type Carried = { ok: true; answer: TreeAnswer } | { ok: false; why: CarryFault }
/** Old value by new one, as a migration writes it. Without a map, each value stays what it is called. */
export type ValueMap = Readonly<Record<string, string>>

type AnswerOf<K extends TreeAnswer['kind']> = Extract<TreeAnswer, { kind: K }>
type ScaleOf<T extends Scale['type']> = Extract<Scale, { type: T }>

const no = (why: CarryFault): Carried => ({ ok: false, why })
const carried = (answer: TreeAnswer): Carried => ({ ok: true, answer })

/**
 * The values of a scale that can be mapped to others, as a migration writes them: ids of options, levels of rungs,
 * values of steps, ids of parts. Empty for numbers, days and texts.
 */
export function valuesOf(scale: Scale): string[] {
  switch (scale.type) {
    case 'single':
    case 'multiple':
      return scale.options.map(({ id }) => id)
    case 'rungs':
      return scale.rungs.map(({ level }) => String(level))
    case 'likert':
      return scale.steps.map(({ value }) => String(value))
    case 'split':
      return scale.parts.map(({ id }) => id)
    case 'matrix':
      return scale.cells.map(({ id }) => id)
    default:
      return []
  }
}

const POINTS: ReadonlySet<Scale['type']> = new Set(['single', 'rungs', 'likert'])

/** Whether answers on the one scale can say the same on the other, if the values are mapped. */
export function canCarry(from: Scale, to: Scale): boolean {
  return from.type === to.type || (POINTS.has(from.type) && POINTS.has(to.type))
}

/**
 * An answer said on the newer scale, with its remarks. "Don't know" and "not applicable" stay what they are where
 * the newer scale takes them. Nothing is guessed: a value without a counterpart is refused. Whether the
 * newer scale's bounds and demands hold is for the caller to ask.
 */
export function carry(answer: TreeAnswer, from: Scale, to: Scale, values?: ValueMap): Carried {
  if (answer.kind === 'unknown' || answer.kind === 'not-applicable') {
    return to[answer.kind] === 'refused' ? no('does-not-fit') : carried(answer)
  }
  if (!canCarry(from, to)) return no('scale-differs')
  const known = new Set(valuesOf(to))
  const map = (value: string): string | undefined => {
    const target = values ? (Object.hasOwn(values, value) ? values[value] : undefined) : value
    return target !== undefined && known.has(target) ? target : undefined
  }
  switch (answer.kind) {
    case 'option':
      return carryPoint(answer, answer.option, to, map)
    case 'rung':
      return carryPoint(answer, String(answer.level), to, map)
    case 'number':
      if (to.type === 'number') return from.type === 'number' ? carryNumber(answer, from, to) : no('scale-differs')
      return carryPoint(answer, String(answer.value), to, map)
    case 'options':
      return to.type === 'multiple' ? carryOptions(answer, map) : no('scale-differs')
    case 'split':
      return to.type === 'split' ? carrySplit(answer, map) : no('scale-differs')
    case 'matrix':
      return to.type === 'matrix' ? carryMatrix(answer, to, map) : no('scale-differs')
    case 'text':
      return to.type === 'text' ? carried(answer) : no('scale-differs')
    case 'day':
      return to.type === 'day' ? carried(answer) : no('scale-differs')
  }
}

type MapValue = (value: string) => string | undefined
const remarksOf = ({ reason, evidence }: TreeAnswer) => ({
  ...(reason !== undefined && { reason }),
  ...(evidence !== undefined && { evidence }),
})

function carryPoint(answer: TreeAnswer, value: string, to: Scale, map: MapValue): Carried {
  const target = map(value)
  if (target === undefined) return no('value-not-mapped')
  const remarks = remarksOf(answer)
  if (to.type === 'single') return carried({ kind: 'option', option: target, ...remarks })
  if (to.type === 'rungs') return carried({ kind: 'rung', level: Number(target), ...remarks })
  return to.type === 'likert' ? carried({ kind: 'number', value: Number(target), ...remarks }) : no('scale-differs')
}

function carryOptions(answer: AnswerOf<'options'>, map: MapValue): Carried {
  const targets = answer.options.map(map)
  if (targets.includes(undefined)) return no('value-not-mapped')
  return carried({ ...answer, options: [...new Set(targets as string[])] })
}

/** Parts that become one are added up. */
function carrySplit(answer: AnswerOf<'split'>, map: MapValue): Carried {
  const parts = new Map<string, number>()
  for (const [part, percent] of Object.entries(answer.parts)) {
    const target = map(part)
    if (target === undefined) return no('value-not-mapped')
    parts.set(target, (parts.get(target) ?? 0) + percent)
  }
  return carried({ ...answer, parts: Object.fromEntries(parts) })
}

function carryMatrix(answer: AnswerOf<'matrix'>, to: ScaleOf<'matrix'>, map: MapValue): Carried {
  const [rows, columns] = [new Set(to.rows.map(({ id }) => id)), new Set(to.columns.map(({ id }) => id))]
  const cells: Record<string, Record<string, string>> = {}
  for (const [row, line] of Object.entries(answer.cells)) {
    if (!rows.has(row)) return no('value-not-mapped')
    const mapped: [string, string][] = []
    for (const [column, cell] of Object.entries(line)) {
      const target = map(cell)
      if (!columns.has(column) || target === undefined) return no('value-not-mapped')
      mapped.push([column, target])
    }
    cells[row] = Object.fromEntries(mapped)
  }
  return carried({ ...answer, cells })
}

function carryNumber(answer: AnswerOf<'number'>, from: ScaleOf<'number'>, to: ScaleOf<'number'>): Carried {
  const unit = answer.unit ?? from.unit
  if (unit !== to.unit && !to.units?.some(({ id }) => id === unit)) return no('unit-differs')
  const { unit: _, ...rest } = answer
  // The unit is kept as it was given, and named wherever the newer scale counts in another.
  return carried(answer.unit === undefined && unit === to.unit ? rest : { ...rest, unit })
}
