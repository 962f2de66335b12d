import type { Dimension } from '@stegvis/core/models/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { blockingWords } from '../blocking-words.ts'
import { useInWords } from '../model-context.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'

/** The dimension's level in three voices, and what keeps it from the next rung. */
export function DimensionLevels({ validation, dimension }: { validation: Validation; dimension: Dimension }) {
  const { result, compiled } = validation
  const { assessments } = useTexts()
  const words = useInWords()
  const at = compiled.dimensions.indexOf(dimension.id)
  const self = result.self?.dimensions[at]
  const coach = result.coach.dimensions[at]!
  const verified = result.verified.dimensions[at]!
  const shown = (level: number | null | undefined, range?: { low: number; high: number } | null) =>
    level ? String(level) : range && coach.pick !== null ? `${range.low}–${range.high}` : '–'
  return (
    <div className={styles.levels} aria-live="polite">
      <dl className={styles.levelList}>
        <div data-voice="self">
          <dt>{assessments.voices.self}</dt>
          <dd>{shown(self?.level)}</dd>
          {self?.spread && self.spread.low !== self.spread.high && (
            <dd className={styles.soft}>
              {assessments.spread({ low: String(self.spread.low), high: String(self.spread.high) })}
            </dd>
          )}
        </div>
        <div data-voice="coach">
          <dt>{assessments.voices.coach}</dt>
          <dd>{shown(coach.level, coach.range)}</dd>
        </div>
        <div data-voice="verified">
          <dt>{assessments.voices.verified}</dt>
          <dd>{shown(verified.level, verified.range)}</dd>
        </div>
      </dl>
      {coach.pick !== null && coach.blocking.length > 0 && coach.progress && (
        <div className={styles.blocking}>
          <p>
            {assessments.nextRung({
              level: String(coach.progress.rung),
              met: String(coach.progress.met),
              required: String(coach.progress.required),
            })}
          </p>
          <ul>
            {coach.blocking.map((blocking) => (
              <li key={blocking.criterion}>{blockingWords(blocking, compiled, assessments, words)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
