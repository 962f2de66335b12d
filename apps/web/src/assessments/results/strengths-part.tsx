import { nearestSteps, strengthsOf } from '@stegvis/core/assessments/reading.ts'
import type { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Card } from '../../ui/layout.tsx'
import { blockingWords } from '../blocking-words.ts'
import { dimensionOf, useInWords } from '../model-context.tsx'
import styles from './results.module.css'

const SHOWN = 3

/** In words: what stands strongest, and which steps lie nearest. */
export function StrengthsPart({ compiled, result }: { compiled: CompiledModel; result: AssessmentResult }) {
  const { assessments } = useTexts()
  const words = useInWords()
  const strengths = strengthsOf(result.coach).slice(0, SHOWN)
  const steps = nearestSteps(result.coach).slice(0, SHOWN)
  return (
    <div className={styles.two}>
      <Card title={assessments.strengths}>
        {strengths.length === 0 ? (
          <p>{assessments.noStrengths}</p>
        ) : (
          <ul className={styles.list}>
            {strengths.map(({ dimension, level }) => {
              const { name, rungs } = dimensionOf(compiled, dimension)
              const rung = rungs[level - 1]!
              return (
                <li key={dimension}>
                  <strong>{words(name)}</strong>: {assessments.rung({ level: String(level), name: words(rung.name) })}
                  <p>{words(rung.statement)}</p>
                </li>
              )
            })}
          </ul>
        )}
      </Card>
      <Card title={assessments.nearest}>
        {steps.length === 0 ? (
          <p>{assessments.noNearest}</p>
        ) : (
          <ul className={styles.list}>
            {steps.map(({ dimension, progress, blocking }) => {
              const { name, rungs } = dimensionOf(compiled, dimension)
              return (
                <li key={dimension}>
                  <strong>{words(name)}</strong>:{' '}
                  {assessments.rung({ level: String(progress.rung), name: words(rungs[progress.rung - 1]!.name) })}
                  <p className={styles.soft}>
                    {assessments.missingFor({
                      count: blocking.length,
                      met: String(progress.met),
                      required: String(progress.required),
                    })}
                  </p>
                  <ul className={styles.why}>
                    {blocking.map((one) => (
                      <li key={one.criterion}>{blockingWords(one, compiled, assessments, words)}</li>
                    ))}
                  </ul>
                </li>
              )
            })}
          </ul>
        )}
      </Card>
    </div>
  )
}
