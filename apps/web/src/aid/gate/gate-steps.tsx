import type { CompanyAid, StepName } from '@stegvis/core/aid/gate/schema.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { StatusBadge, type Tone } from '../../ui/badge.tsx'
import { cx } from '../../ui/cx.ts'
import { keepDays } from '../../ui/days.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './gate-steps.module.css'
import { Who } from './who.tsx'

type Step = NonNullable<CompanyAid['gate']>['steps'][number]

const TONES: Record<Step['state'], Tone> = { done: 'good', open: 'neutral', review: 'warning', blocked: 'danger' }

type Props = {
  steps: readonly Step[]
  /** a line about a step that is done: since when, and what was decided */
  done: Partial<Record<StepName, string | undefined>>
  /** what takes a step; null where this person cannot */
  action: (step: StepName) => ReactNode
}

/** The steps before advice in their order: how each stands, what is missing, who can take it, and one button. */
export function GateSteps({ steps, done, action }: Props) {
  const { gate } = useTexts().stateAid
  const now = steps.find((step) => step.state !== 'done' && action(step.step))?.step
  return (
    <ol className={styles.steps} aria-label={gate.title}>
      {steps.map((step, at) => (
        <li key={step.step} className={cx(styles.step, styles[step.state], step.step === now && styles.now)}>
          <span className={styles.number} aria-hidden>
            {step.state === 'done' ? <Icon name="check" /> : at + 1}
          </span>
          <span className={styles.name}>{gate.steps[step.step]}</span>
          <span className={styles.state}>
            <StatusBadge tone={TONES[step.state]}>{gate.states[step.state]}</StatusBadge>
          </span>
          <StepText step={step} done={done[step.step]} action={step.step === now && action(step.step)} />
        </li>
      ))}
    </ol>
  )
}

function StepText({ step, done, action }: { step: Step; done: string | undefined; action: ReactNode }) {
  const { language } = useFormats()
  if (step.state === 'done')
    return done ? (
      <div className={styles.text}>
        <span>{keepDays(done)}</span>
      </div>
    ) : null
  return (
    <div className={styles.text}>
      {step.text && <span>{keepDays(step.text[language])}</span>}
      <Who fixedBy={step.fixedBy} />
      {action && <div data-print="hide">{action}</div>}
    </div>
  )
}
