import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../../validation/validation.module.css'
import treeStyles from '../tree.module.css'
import type { Opinion } from './said-by.ts'

type CompanySaidProps = {
  opinions: readonly Opinion[]
  says: (answer: TreeAnswer) => string
  /** how many have answered anything at all */
  asked: number
  /** takes the company's answer as the coach's own, where there is but one */
  take: ((answer: TreeAnswer) => void) | undefined
}

/** Each answer of the company with who gave it, and their reasons. */
export function CompanySaid({ opinions, says, asked, take }: CompanySaidProps) {
  const { assessments, trees } = useTexts()
  if (asked === 0) return null
  const [only, ...others] = opinions
  if (!only) return <span className={styles.soft}>{assessments.notAskedInCompany}</span>
  return (
    <div className={treeStyles.said}>
      <ul className={treeStyles.opinions} aria-label={trees.companySaid}>
        {opinions.map((opinion) => (
          <li key={says(opinion.answer)}>
            <strong>{says(opinion.answer)}</strong> <span className={styles.soft}>{opinion.names.join(', ')}</span>
            {opinion.reasons.map((reason) => (
              <p key={reason} className={styles.soft}>
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {take && others.length === 0 && (
        <Button small kind="quiet" icon="check" onPress={() => take(only.answer)}>
          {trees.sameAsCompany}
        </Button>
      )}
    </div>
  )
}
