import { useTexts } from '../../../locales/app-texts.tsx'
import { Stack } from '../../../ui/layout.tsx'
import styles from '../../answering/answering.module.css'
import { PageStepBar, type PageSteps, useHeadingFocus } from '../../answering/page-steps.tsx'
import { FactFields } from '../fact-fields.tsx'
import type { TreeWords } from '../tree-query.ts'
import type { TreeAnswering } from './use-tree-answering.ts'

type FactsPartProps = { state: TreeAnswering; words: TreeWords; steps: PageSteps }

/** What the questions hang on, asked before them: the facts the company's record does not hold. */
export function FactsPart({ state, words, steps }: FactsPartProps) {
  const { assessments, trees } = useTexts()
  const heading = useHeadingFocus()
  return (
    <section className={styles.part} aria-labelledby="facts">
      <header className={styles.intro}>
        <p className={styles.place}>{assessments.place({ at: String(steps.place.at), of: String(steps.place.of) })}</p>
        <h2 id="facts" tabIndex={-1} ref={heading}>
          {trees.aboutCompany}
        </h2>
        <p>{trees.aboutCompanyHint}</p>
      </header>
      <Stack>
        <FactFields facts={state.compiled.model.facts ?? []} state={state.facts} words={words} />
      </Stack>
      <PageStepBar state={state} steps={steps} />
    </section>
  )
}
