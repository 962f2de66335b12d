import type { CompiledModel, Profile } from '@stegvis/core/assessments/walk.ts'
import { topOf } from '@stegvis/core/assessments/walk.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import type { Dimension, Rung } from '@stegvis/core/models/schema.ts'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { useInWords } from './model-context.tsx'
import styles from './rung-cards.module.css'

type RungCardsProps = {
  compiled: CompiledModel
  dimension: Dimension
  profile: Profile
  label: string
  hint?: ReactNode
  answer: Answer | undefined
  onPick: (choice: { kind: 'rung'; level: number } | { kind: 'unknown' | 'not-applicable' }) => void
  /** what stands beside a rung: who picked it, where the company stood before */
  marks?: (level: number) => ReactNode
  /** digit keys pick while this is the page's one question */
  digits?: boolean
}

/** The five rungs of a dimension as a staircase of cards. One tap, arrow or digit picks; 0 is "don't know". */
export function RungCards(props: RungCardsProps) {
  const { compiled, dimension, profile, label, hint, answer, onPick, marks, digits = false } = props
  const { assessments } = useTexts()
  const name = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  useDigits(digits, group, onPick)
  const top = topOf(compiled, compiled.dimensions.indexOf(dimension.id), profile)
  return (
    <fieldset className={styles.group} ref={group}>
      <legend className={styles.legend}>{label}</legend>
      <p className={styles.hint}>
        {hint} {digits && <span className={styles.keys}>{assessments.keysHint}</span>}
      </p>
      <div className={styles.cards}>
        {dimension.rungs.map((rung) => (
          <RungCard
            key={rung.level}
            rung={rung}
            levels={compiled.levels}
            name={name}
            checked={answer?.kind === 'rung' && answer.level === rung.level}
            onPick={() => onPick({ kind: 'rung', level: rung.level })}
            marks={marks?.(rung.level)}
            beyond={rung.level > top}
          />
        ))}
      </div>
      <div className={styles.others}>
        {(['unknown', 'not-applicable'] as const).map((kind) => (
          <label key={kind} className={styles.other}>
            <input
              type="radio"
              name={name}
              value={kind}
              checked={answer?.kind === kind}
              onChange={() => onPick({ kind })}
            />
            {assessments.answers[kind]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type RungCardProps = {
  rung: Rung
  levels: number
  name: string
  checked: boolean
  onPick: () => void
  marks: ReactNode
  beyond: boolean
}

function RungCard({ rung, levels, name, checked, onPick, marks, beyond }: RungCardProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  return (
    <div className={cx(styles.card, checked && styles.checked)}>
      <label className={styles.choice}>
        <input
          type="radio"
          name={name}
          value={rung.level}
          checked={checked}
          onChange={onPick}
          className={styles.radio}
          data-level={rung.level}
        />
        <Steps level={rung.level} levels={levels} />
        <span className={styles.words}>
          <span className={styles.name}>
            <span className={styles.level}>{rung.level}</span> {words(rung.name)}
            {beyond && <Badge>{assessments.beyondLadder}</Badge>}
          </span>
          <span className={styles.statement}>{words(rung.statement)}</span>
        </span>
      </label>
      {marks && <div className={styles.marks}>{marks}</div>}
      <div className={styles.more}>
        <Disclosure plain summary={assessments.example}>
          <dl className={styles.examples}>
            <dt>{assessments.standsHere}</dt>
            <dd>{words(rung.example)}</dd>
            <dt>{assessments.looksLikeIt}</dt>
            <dd>{words(rung['counter-example'])}</dd>
            <dt>{assessments.shownBy}</dt>
            <dd>{words(rung['shown-by'])}</dd>
          </dl>
        </Disclosure>
      </div>
    </div>
  )
}

/** The staircase with this rung on it: the picture that goes with the number. */
function Steps({ level, levels }: { level: number; levels: number }) {
  const width = 40 / levels
  return (
    <svg className={styles.steps} viewBox="0 0 40 32" aria-hidden="true" focusable="false">
      {Array.from({ length: levels }, (_, at) => {
        const height = ((at + 1) * 30) / levels
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps never move.
            key={at}
            x={at * width + 0.5}
            y={31 - height}
            width={width - 1}
            height={height}
            rx="1"
            data-state={at + 1 === level ? 'here' : at + 1 < level ? 'below' : 'above'}
          />
        )
      })}
    </svg>
  )
}

const TYPING = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'

function useDigits(
  on: boolean,
  group: React.RefObject<HTMLFieldSetElement | null>,
  onPick: RungCardsProps['onPick'],
): void {
  const latest = useRef(onPick)
  useEffect(() => {
    latest.current = onPick
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      const value = event.key === '0' ? 'unknown' : event.key
      const radio = group.current?.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`)
      if (!radio) return
      event.preventDefault()
      radio.focus()
      latest.current(value === 'unknown' ? { kind: 'unknown' } : { kind: 'rung', level: Number(value) })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on, group])
}
