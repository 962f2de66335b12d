import type { TreeComparison } from '@stegvis/core/assessments/company-tree-results.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { useInWords } from '../../model-context.tsx'
import styles from '../../results/results.module.css'

type NotRestatedProps = Pick<TreeComparison, 'notRestated'>

/** The questions of the newer version that the older answers could not be said on, and why. */
export function NotRestated({ notRestated }: NotRestatedProps) {
  const { trees } = useTexts()
  const inWords = useInWords()
  if (notRestated.length === 0) return null
  return (
    <Disclosure plain summary={trees.notRestated({ count: notRestated.length })}>
      <ul className={styles.why}>
        {notRestated.map(({ question, text }) => (
          <li key={question}>{inWords(text)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** The questions a comparison leaves out: those only the newer version could tell, and those only the older asked. */
export function NotCompared({ notRestated, gone }: NotRestatedProps & Pick<TreeComparison, 'gone'>) {
  const { trees } = useTexts()
  const inWords = useInWords()
  const count = notRestated.length + gone.length
  if (count === 0) return null
  return (
    <Disclosure plain summary={trees.notCompared({ count })}>
      <ul className={styles.why}>
        {notRestated.map(({ question, text }) => (
          <li key={question}>{inWords(text)}</li>
        ))}
        {gone.map(({ question, version, text }) => (
          <li key={`${version} ${question}`}>{trees.onlyIn({ question: inWords(text), version })}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
