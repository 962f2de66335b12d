import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import type { TreeWords } from '../tree-query.ts'
import { ChoiceWords } from './choice-words.tsx'
import styles from './question.module.css'

type MultipleProps = {
  scale: Extract<Scale, { type: 'multiple' }>
  shown: TreeAnswer | undefined
  words: TreeWords
  onGive: (answer: TreeAnswer | null) => void
}

/** Several of several. "None of them" is an answer; nothing ticked is none yet. */
export function MultipleField({ scale, shown, words, onGive }: MultipleProps) {
  const { trees } = useTexts()
  const chosen = shown?.kind === 'options' ? shown.options : []
  const isNone = shown?.kind === 'options' && chosen.length === 0
  const remarks = shown?.kind === 'options' && shown.reason ? { reason: shown.reason } : {}
  const tick = (id: string, isOn: boolean) => {
    const picked = scale.options.flatMap((option) => {
      const is = option.id === id ? isOn : chosen.includes(option.id)
      return is ? [option.id] : []
    })
    onGive(picked.length === 0 ? null : { kind: 'options', options: picked, ...remarks })
  }
  return (
    <div className={styles.cards}>
      {scale.options.map(({ id, ...choice }) => (
        <label key={id} className={styles.card}>
          <input
            type="checkbox"
            className={styles.box}
            checked={chosen.includes(id)}
            onChange={(event) => tick(id, event.target.checked)}
          />
          <ChoiceWords choice={choice} words={words} />
        </label>
      ))}
      <label className={styles.other}>
        <input
          type="checkbox"
          checked={isNone}
          onChange={(event) => onGive(event.target.checked ? { kind: 'options', options: [] } : null)}
        />
        {trees.noneOfThem}
      </label>
    </div>
  )
}
