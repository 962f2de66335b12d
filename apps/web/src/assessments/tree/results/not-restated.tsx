import type { TreeComparison } from '@stegvis/core/assessments/company-tree-results.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { useInWords } from '../../model-context.tsx'
import styles from '../../results/results.module.css'
import type { TreeWords } from '../tree-query.ts'

type NotRestatedProps = { notRestated: TreeComparison['notRestated']; compiled: CompiledTree; words: TreeWords }

/** The questions of the newer version that the older answers could not be said on, and why. */
export function NotRestated({ notRestated, compiled, words }: NotRestatedProps) {
  const { trees } = useTexts()
  const inWords = useInWords()
  if (notRestated.length === 0) return null
  return (
    <Disclosure plain summary={trees.notRestated({ count: notRestated.length })}>
      <ul className={styles.why}>
        {notRestated.map(({ question, text }) => (
          <li key={question}>
            {words(compiled.questions[compiled.questionAt.get(question) ?? -1]?.question.text)} {inWords(text)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
