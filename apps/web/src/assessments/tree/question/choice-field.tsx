import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useId } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import type { TreeWords } from '../tree-query.ts'
import { type ChoiceText, ChoiceWords } from './choice-words.tsx'
import { openKindsOf } from './open-choices.ts'
import styles from './question.module.css'

type Choice = ChoiceText & { key: string; answer: TreeAnswer }

type ChoiceScale = Extract<Scale, { type: 'single' | 'rungs' | 'likert' }>

/** One of several: an option, a rung or a step, with "don't know" and "not applicable" beside them. */
export function ChoiceField(props: {
  scale: ChoiceScale
  shown: TreeAnswer | undefined
  words: TreeWords
  onGive: (answer: TreeAnswer) => void
}) {
  const { scale, shown, words, onGive } = props
  const { assessments } = useTexts()
  const name = useId()
  const choices = choicesOf(scale)
  const isShort = choices.length <= 5 && choices.every((choice) => isBrief(choice, words))
  const chosen = shown && keyOf(shown)
  const openChoices = openKindsOf(scale).map((kind) => (
    <label key={kind} className={isShort ? styles.button : styles.other}>
      <input
        type="radio"
        name={name}
        value={kind}
        className={isShort ? styles.radio : undefined}
        checked={chosen === kind}
        onChange={() => onGive({ kind })}
      />
      <span className={isShort ? styles.name : undefined}>{assessments.answers[kind]}</span>
    </label>
  ))
  return (
    <>
      <div className={isShort ? styles.buttons : styles.cards}>
        {choices.map((choice) => (
          <label key={choice.key} className={isShort ? styles.button : styles.card}>
            <input
              type="radio"
              name={name}
              value={choice.key}
              className={styles.radio}
              checked={chosen === choice.key}
              onChange={() => onGive(choice.answer)}
            />
            <ChoiceWords choice={choice} words={words} />
          </label>
        ))}
        {isShort && openChoices}
      </div>
      {!isShort && openChoices.length > 0 && <div className={styles.others}>{openChoices}</div>}
    </>
  )
}

const BRIEF = 14

function isBrief({ name, help, criteria, level }: Choice, words: TreeWords): boolean {
  return words(name).length <= BRIEF && !help && !criteria?.length && level === undefined
}

function choicesOf(scale: ChoiceScale): Choice[] {
  switch (scale.type) {
    case 'single':
      return scale.options.map(({ id, name, help, criteria }) => ({
        ...{ key: `option ${id}`, answer: { kind: 'option', option: id }, name, help, criteria },
      }))
    case 'rungs':
      return scale.rungs.map(({ level, name, statement }) => ({
        ...{ key: `rung ${level}`, answer: { kind: 'rung', level }, name, help: statement, level },
      }))
    case 'likert':
      return scale.steps.map(({ value, name }) => ({ key: `number ${value}`, answer: { kind: 'number', value }, name }))
  }
}

function keyOf(answer: TreeAnswer): string {
  if (answer.kind === 'option') return `option ${answer.option}`
  if (answer.kind === 'rung') return `rung ${answer.level}`
  return answer.kind === 'number' ? `number ${answer.value}` : answer.kind
}
