import type { TargetLevel } from '@stegvis/core/assessments/company-results.ts'
import type { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Radar } from '../../ui/radar.tsx'
import { Staircase, StaircaseStrip } from '../../ui/staircase.tsx'
import { useInWords } from '../model-context.tsx'
import styles from './results.module.css'
import { type Before, dimensionStandings, ladderStanding } from './standings.ts'

type LadderFiguresProps = {
  compiled: CompiledModel
  accent: number
  result: AssessmentResult
  today: PlainDate
  baseline: Before
  targets?: readonly TargetLevel[]
}

/** The ladder in pictures: the staircase, one for each dimension, and the shape across them; each with its table. */
export function LadderFigures({ compiled, accent, result, today, baseline, targets = [] }: LadderFiguresProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const input = { compiled, result, baseline, targets, today, words }
  const rows = dimensionStandings(input)
  const name = words(compiled.model.name)
  return (
    <div className={styles.figures}>
      <Staircase
        title={name}
        steps={compiled.model.levels.map((level) => words(level.name))}
        standing={ladderStanding(input)}
        accent={accent}
      />
      <div className={styles.pair}>
        <StaircaseStrip title={assessments.stripTitle({ ladder: name })} rows={rows} accent={accent} captioned />
        {rows.length >= 3 && (
          <Radar
            title={assessments.radarTitle({ ladder: name })}
            rows={compiled.model.dimensions.map(({ short }, at) => ({ ...rows[at]!, name: words(short) }))}
            accent={accent}
            captioned
          />
        )}
      </div>
    </div>
  )
}
