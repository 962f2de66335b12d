import type { TreeComparison } from '@stegvis/core/assessments/company-tree-results.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { useInWords } from '../../model-context.tsx'
import styles from '../../results/results.module.css'
import type { TreeWords } from '../tree-query.ts'

type NotRestatedProps = { notRestated: TreeComparison['notRestated']; compiled: CompiledTree; words: TreeWords }

/** The questions of the newer version that the older answers could not be said on, and why. */
export function NotRestated({ notRestated, ...rest }: NotRestatedProps) {
  const { trees } = useTexts()
  if (notRestated.length === 0) return null
  return (
    <Disclosure plain summary={trees.notRestated({ count: notRestated.length })}>
      <ul className={styles.why}>
        <Newer {...{ notRestated, ...rest }} />
      </ul>
    </Disclosure>
  )
}

/** The questions a comparison leaves out: those only the newer version could tell, and those only the older asked. */
export function NotCompared({ gone, notRestated, ...rest }: NotRestatedProps & Pick<TreeComparison, 'gone'>) {
  const { trees } = useTexts()
  const inWords = useInWords()
  const count = notRestated.length + gone.length
  if (count === 0) return null
  return (
    <Disclosure plain summary={trees.notCompared({ count })}>
      <ul className={styles.why}>
        <Newer {...{ notRestated, ...rest }} />
        {gone.map(({ question, version, text }) => (
          <li key={question}>
            {inWords(text)} {trees.onlyIn({ version })}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Newer({ notRestated, compiled, words }: NotRestatedProps) {
  const inWords = useInWords()
  return notRestated.map(({ question, text }) => (
    <li key={question}>
      {words(compiled.questions[compiled.questionAt.get(question) ?? -1]?.question.text)} {inWords(text)}
    </li>
  ))
}
