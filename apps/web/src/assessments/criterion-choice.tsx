import type { Answer } from '@stegvis/core/models/answers.ts'
import { type ReactNode, useId } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import styles from './criterion-choice.module.css'

export const CRITERION_KINDS = ['yes', 'partly', 'no', 'unknown', 'not-applicable'] as const
export type CriterionKind = (typeof CRITERION_KINDS)[number]

type CriterionChoiceProps = {
  /** the statement to judge */
  text: string
  answer: Answer['kind'] | undefined
  onChoose: (kind: CriterionKind) => void
  /** on the statement's line: how it is saved, how important it is */
  aside?: ReactNode
  /** under the answers */
  children?: ReactNode
}

/** One statement, judged yes, partly, no, don't know or not applicable. */
export function CriterionChoice({ text, answer, onChoose, aside, children }: CriterionChoiceProps) {
  const { assessments } = useTexts()
  const name = useId()
  return (
    <fieldset className={styles.criterion}>
      <legend className={styles.text}>{text}</legend>
      {aside && <div className={styles.aside}>{aside}</div>}
      <div className={styles.answers}>
        {CRITERION_KINDS.map((kind) => (
          <label key={kind} className={styles.answer} data-kind={kind}>
            <input
              type="radio"
              name={name}
              value={kind}
              checked={answer === kind}
              onChange={() => onChoose(kind)}
              className={styles.radio}
            />
            <span>{assessments.answers[kind]}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
