import { type Explanation, explanationText } from '@stegvis/core/assessments/explanation.ts'
import { useState } from 'react'
import { useLanguage } from '../locales/texts.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './explained.module.css'

type ExplainedProps = {
  summary: string
  /** made when it is opened: most are never read */
  explanation: () => Explanation
  /** leaves out what the reasons themselves rest on */
  shallow?: boolean
}

/** Why a level is what it is, in words: the rule, and what it was applied to. */
export function Explained({ summary, explanation, shallow = false }: ExplainedProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Icon name="info" />
        <span>{summary}</span>
      </summary>
      {isOpen && <Reasons explanation={explanation()} shallow={shallow} />}
    </details>
  )
}

function Reasons({ explanation, shallow }: { explanation: Explanation; shallow: boolean }) {
  const { language } = useLanguage()
  const alone = (one: Explanation) => explanationText({ ...one, because: [] }, language)[0]
  return (
    <div className={styles.reasons}>
      <p className={styles.outcome}>{alone(explanation)}</p>
      <ReasonList reasons={explanation.because} depth={shallow ? 1 : 3} alone={alone} />
    </div>
  )
}

type ReasonListProps = {
  reasons: readonly Explanation[]
  depth: number
  alone: (one: Explanation) => string | undefined
}

function ReasonList({ reasons, depth, alone }: ReasonListProps) {
  if (depth === 0 || reasons.length === 0) return null
  return (
    <ul>
      {reasons.map((reason) => {
        const text = alone(reason)
        return (
          <li key={text}>
            {text}
            <ReasonList reasons={reason.because} depth={depth - 1} alone={alone} />
          </li>
        )
      })}
    </ul>
  )
}
