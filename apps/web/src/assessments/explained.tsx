import { type Explanation, explanationText } from '@stegvis/core/assessments/explanation.ts'
import { useState } from 'react'
import { useLanguage } from '../locales/texts.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './explained.module.css'

type LadderExplainedProps = {
  summary: string
  /** made when it is opened: most are never read */
  explanation: () => Explanation
  /** leaves out what the reasons themselves rest on */
  shallow?: boolean
}

/** Why a level of a ladder is what it is, in words: the rule, and what it was applied to. */
export function Explained({ summary, explanation, shallow = false }: LadderExplainedProps) {
  const { language } = useLanguage()
  const say = (one: Explanation, depth: number): Said => ({
    text: explanationText({ ...one, because: [] }, language)[0] ?? '',
    because: depth === 0 ? [] : one.because.map((reason) => say(reason, depth - 1)),
  })
  return <ExplainedInWords summary={summary} said={() => say(explanation(), shallow ? 1 : 3)} />
}

/** A reason in words, and what it rests on. `folds` keeps that folded until it is asked for. */
export type Said = { text: string; because: readonly Said[]; folds?: boolean }

export function ExplainedInWords({ summary, said }: { summary: string; said: () => Said }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Icon name="info" />
        <span>{summary}</span>
      </summary>
      {isOpen && <Reasons said={said()} />}
    </details>
  )
}

function Reasons({ said }: { said: Said }) {
  return (
    <div className={styles.reasons}>
      <p className={styles.outcome}>{said.text}</p>
      <ReasonList reasons={said.because} />
    </div>
  )
}

function ReasonList({ reasons }: { reasons: readonly Said[] }) {
  if (reasons.length === 0) return null
  return (
    <ul>
      {reasons.map(({ text, because, folds }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons are told in their order, and two may read alike.
        <li key={at}>
          {folds && because.length > 0 ? (
            <details>
              <summary>{text}</summary>
              <ReasonList reasons={because} />
            </details>
          ) : (
            <>
              {text}
              <ReasonList reasons={because} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
