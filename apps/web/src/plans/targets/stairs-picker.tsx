import type { PlanDimension, PlanLadder } from '@stegvis/core/plans/schema.ts'
import type { CSSProperties, KeyboardEvent } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/layout.tsx'
import styles from './stairs-picker.module.css'

type Props = {
  dimension: PlanDimension
  levels: PlanLadder['levels']
  isReadOnly: boolean
  /** a level, or null when the chosen step is pressed again */
  onChoose: (level: number | null) => void
}

const KEYS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }

/** The stairs of one dimension: press the step to stand on. Arrows walk the steps, one tab stop for all. */
export function StairsPicker({ dimension, levels, isReadOnly, onChoose }: Props) {
  const { plans } = useTexts()
  const { language } = useLanguage()
  const { level: now, top, baseline } = dimension
  const target = dimension.target?.level ?? null
  const canChoose = (level: number) => !isReadOnly && now !== null && level > now && level <= top
  const stop = target !== null && canChoose(target) ? target : (now ?? 0) + 1
  const isStop = (level: number) => level === Math.min(stop, levels.length)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as stairs in every browser.
    <div
      role="group"
      aria-label={plans.targets.steps({ dimension: dimension.name[language] })}
      className={styles.stairs}
      style={{ '--steps': levels.length } as CSSProperties}
      onKeyDown={walk}
    >
      {levels.map(({ level, name }) => (
        <button
          key={level}
          type="button"
          tabIndex={isStop(level) ? 0 : -1}
          aria-pressed={level === target}
          aria-disabled={!canChoose(level)}
          title={name[language]}
          onClick={() => canChoose(level) && onChoose(level === target ? null : level)}
          style={{ '--rise': level - 1 } as CSSProperties}
          className={cx(
            styles.step,
            now !== null && level <= now && styles.reached,
            now !== null && target !== null && level > now && level <= target && styles.toward,
            level > top && styles.out,
          )}
        >
          {level === target && (
            <span className={styles.flag}>
              <Icon name="flag" />
            </span>
          )}
          {level === baseline && level !== target && <span className={styles.start} />}
          <span aria-hidden>{level}</span>
          <VisuallyHidden>
            {[
              plans.targets.step({ level, name: name[language] }),
              now !== null && level <= now && plans.targets.reached,
              level === baseline && plans.targets.baseline.toLowerCase(),
              level === target && plans.targets.isTarget,
              level > top && plans.targets.outOfReach,
            ]
              .filter(Boolean)
              .join(', ')}
          </VisuallyHidden>
        </button>
      ))}
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by = KEYS[event.key]
  if (by === undefined) return
  const steps = [...event.currentTarget.querySelectorAll('button')]
  const at = steps.indexOf(document.activeElement as HTMLButtonElement)
  steps[Math.min(Math.max(at + by, 0), steps.length - 1)]?.focus()
  event.preventDefault()
}
