import { explainLadder } from '@stegvis/core/assessments/explain.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Explained } from '../explained.tsx'
import { useInWords } from '../model-context.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'

/** The ladder's step in three voices, side by side and never averaged, as it stands at this moment. */
export function VoiceSummary({ validation }: { validation: Validation }) {
  const { result, compiled, findings, profile } = validation
  const { assessments } = useTexts()
  const { percent } = useFormats()
  const words = useInWords()
  const { known, asked } = result.coach.coverage
  const nameOf = (step: number | null) => (step === null ? '' : words(compiled.model.levels[step - 1]!.name))
  const ranges = {
    coach: result.coach.step === null ? result.coach.stepRange : null,
    verified: result.verified.step === null ? result.verified.stepRange : null,
  }
  const voices = [
    { id: 'self', label: assessments.voices.self, step: result.self?.step ?? null, range: null },
    { id: 'coach', label: assessments.voices.coach, step: result.coach.step, range: ranges.coach },
    { id: 'verified', label: assessments.voices.verified, step: result.verified.step, range: ranges.verified },
  ]
  return (
    <section className={styles.summary} aria-label={assessments.standsNow}>
      <dl className={styles.voices}>
        {voices.map(({ id, label, step, range }) => (
          <div key={id} className={styles.voice} data-voice={id}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.step}>{step ?? (range ? `${range.low}–${range.high}` : '–')}</span>
              <span>
                {step === null ? (range ? assessments.stillOpenRange : assessments.notAnswered) : nameOf(step)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>
        {assessments.coverage({
          share: percent(asked === 0 ? 0 : known / asked),
          known: String(known),
          asked: String(asked),
        })}
      </p>
      <Explained
        summary={assessments.whyThisStep}
        explanation={() => explainLadder(compiled, findings.values, { evidence: 'seen', profile })}
        shallow
      />
    </section>
  )
}
