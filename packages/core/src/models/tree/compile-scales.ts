import { evidenceRank } from '../schema.ts'
import { settle } from './numbers.ts'
import type { CompiledScale } from './program.ts'
import type { Curve, Option, Scale } from './schema-scales.ts'

export function compileScale(scale: Scale): CompiledScale {
  const options = 'options' in scale ? scale.options : 'cells' in scale ? scale.cells : []
  const [least, most] = boundsOf(scale)
  const isQuick = scale.type === 'single' && options.length <= 6 && !options.some(({ reason }) => reason)
  return {
    scale,
    least,
    most,
    isSingle: scale.type === 'single',
    few: isQuick ? options.map(({ id }) => id) : [],
    reasons: Uint8Array.from(options, ({ reason }) => (reason ? 1 : 0)),
    optionAt: new Map(options.map(({ id }, at) => [id, at])),
    values: Float64Array.from(options, ({ value }) => value),
    needs: Int8Array.from(options, ({ evidence }) => (evidence ? evidenceRank(evidence) : -1)),
    below: Int16Array.from(options, (option, at) => nextBelow(options, option, at)),
  }
}

/** The place of the option with the highest value below this one; its own where there is none. */
function nextBelow(options: readonly Option[], { value }: Option, own: number): number {
  let below = own
  options.forEach((option, at) => {
    if (option.value < value && (below === own || option.value > options[below]!.value)) below = at
  })
  return below
}

function boundsOf(scale: Scale): [number, number] {
  switch (scale.type) {
    case 'single':
      return extent(scale.options.map(({ value }) => value))
    case 'multiple':
      return multipleBounds(scale)
    case 'rungs':
      return extent(scale.rungs.map(({ level }) => level))
    case 'likert':
      return extent(scale.steps.map(({ value }) => value))
    case 'number':
      return numberBounds(scale)
    case 'split':
      return extent(scale.parts.map(({ value }) => value))
    case 'matrix': {
      const [least, most] = extent(scale.cells.map(({ value }) => value))
      const cells = scale.worth === 'sum' ? scale.rows.length * scale.columns.length : 1
      return [least * cells, most * cells]
    }
    default:
      return [Number.NaN, Number.NaN]
  }
}

function multipleBounds({ options, worth, cap }: Extract<Scale, { type: 'multiple' }>): [number, number] {
  const values = options.map(({ value }) => value)
  const added = (side: (value: number) => boolean) => values.filter(side).reduce((sum, value) => sum + value, 0)
  const [least, most] = extent([0, ...values])
  const bounds: Record<typeof worth, [number, number]> = {
    sum: [added((value) => value < 0), added((value) => value > 0)],
    highest: [least, most],
    count: [0, options.length],
    share: [0, 1],
  }
  const limit = cap ?? Number.POSITIVE_INFINITY
  return [Math.min(bounds[worth][0], limit), Math.min(bounds[worth][1], limit)]
}

function numberBounds({ least, most, curve }: Extract<Scale, { type: 'number' }>): [number, number] {
  const low = least ?? Number.NEGATIVE_INFINITY
  const high = most ?? Number.POSITIVE_INFINITY
  if (!curve) return [low, high]
  const inside = curve.points.filter(([x]) => x >= low && x <= high).map(([, value]) => value)
  const ends = [low, high].flatMap((x) => onCurve(curve, x) ?? [])
  return extent([...inside, ...ends])
}

/** Where `x` lies on a curve; undefined outside a curve that refuses that. */
export function onCurve({ shape, points, outside }: Curve, x: number): number | undefined {
  const first = points[0]!
  const last = points.at(-1)!
  if (x < first[0]) return outside === 'clamp' ? first[1] : undefined
  if (x > last[0]) return outside === 'clamp' ? last[1] : undefined
  let at = points.length - 1
  while (at > 0 && points[at]![0] > x) at--
  const [fromX, from] = points[at]!
  const next = points[at + 1]
  if (shape === 'steps' || !next || next[0] === fromX) return from
  return settle(from + ((x - fromX) * (next[1] - from)) / (next[0] - fromX))
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return least <= most ? [least, most] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
}
