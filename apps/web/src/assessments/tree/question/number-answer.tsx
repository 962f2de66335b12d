import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import styles from './question.module.css'

type NumberScale = Extract<Scale, { type: 'number' }>

type NumberAnswerProps = {
  scale: NumberScale
  shown: TreeAnswer | undefined
  isUnfinished: boolean
  onGive: (answer: TreeAnswer | null) => void
}

/** A number in one of the units the scale takes. What is outside its limits is said, and never moved inside. */
export function NumberAnswer({ scale, shown, isUnfinished, onGive }: NumberAnswerProps) {
  const { trees } = useTexts()
  const { number } = useFormats()
  const answer = shown?.kind === 'number' ? shown : undefined
  const unit = answer?.unit ?? scale.unit
  const units = [scale.unit, ...(scale.units ?? []).map(({ id }) => id)]
  const limits = limitsOf(scale, (value) => number(value, scale.decimals), trees)
  const giveIn = (value: number, chosen: string) =>
    onGive({
      ...{ kind: 'number', value },
      ...(chosen !== scale.unit && { unit: chosen }),
      ...(answer?.reason && { reason: answer.reason }),
    })
  return (
    <div className={styles.number}>
      <NumberField
        label={trees.numberIn({ unit })}
        hint={limits}
        unit={unit}
        value={answer?.value ?? null}
        formatOptions={{ maximumFractionDigits: unit === scale.unit ? scale.decimals : 6 }}
        error={isUnfinished && answer ? (limits ?? trees.notInScale) : undefined}
        onChange={(value) => (Number.isFinite(value) ? giveIn(value, unit) : answer && onGive(null))}
      />
      {units.length > 1 && (
        <Select
          short
          label={trees.unit}
          options={units.map((id) => ({ id, label: id }))}
          value={unit}
          onChange={(chosen) => chosen && answer && giveIn(answer.value, chosen)}
          isDisabled={!answer}
        />
      )}
    </div>
  )
}

function limitsOf(
  { least, most, unit, curve }: NumberScale,
  shown: (value: number) => string,
  trees: ReturnType<typeof useTexts>['trees'],
): string | undefined {
  const ends = curve?.outside === 'refuse' ? [curve.points[0]?.[0], curve.points.at(-1)?.[0]] : []
  const [low, high] = [largest(least, ends[0]), smallest(most, ends[1])]
  if (low !== undefined && high !== undefined) return trees.between({ least: shown(low), most: shown(high), unit })
  if (low !== undefined) return trees.atLeast({ least: shown(low), unit })
  return high === undefined ? undefined : trees.atMost({ most: shown(high), unit })
}

const present = (values: (number | undefined)[]) => values.filter((value) => value !== undefined)
const largest = (...values: (number | undefined)[]) =>
  present(values).length === 0 ? undefined : Math.max(...present(values))
const smallest = (...values: (number | undefined)[]) =>
  present(values).length === 0 ? undefined : Math.min(...present(values))
