import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import type { TreeWords } from '../tree-query.ts'
import styles from './question.module.css'

/** What stands on something that can be chosen. */
export type ChoiceText = {
  name: Texts
  help?: Texts | undefined
  /** all must hold for it to be chosen */
  criteria?: readonly Texts[] | undefined
  /** stands before the name: the number of a level */
  level?: number
}

export function ChoiceWords({ choice, words }: { choice: ChoiceText; words: TreeWords }) {
  const { level, name, help, criteria = [] } = choice
  return (
    <span className={styles.choice}>
      <span className={styles.name}>
        {level !== undefined && <span className={styles.level}>{level}</span>} {words(name)}
      </span>
      {help && <span className={styles.help}>{words(help)}</span>}
      {criteria.length > 0 && (
        <span className={styles.help}>
          {criteria.map((criterion) => (
            <span key={words(criterion)} className={styles.criterion}>
              {words(criterion)}
            </span>
          ))}
        </span>
      )}
    </span>
  )
}
