import { useTexts } from '../../../locales/app-texts.tsx'
import styles from '../../validation/validation.module.css'
import { CoverageLine } from '../coverage-line.tsx'
import { rowOf } from '../standing-words.ts'
import { TreeExplained } from '../tree-explained.tsx'
import type { TreeWords } from '../tree-query.ts'
import { VoiceFigures } from '../voice-figures.tsx'
import type { TreeValidation } from './use-tree-validation.ts'

/** The whole tree in its voices, as it stands at this moment. */
export function TreeSummary({ validation, words }: { validation: TreeValidation; words: TreeWords }) {
  const { compiled, result, basis } = validation
  const { assessments, trees } = useTexts()
  const root = compiled.model.tree.id
  return (
    <section className={styles.summary} aria-label={assessments.standsNow}>
      <VoiceFigures {...{ compiled, result, words }} node={root} />
      <CoverageLine row={rowOf(result.coach, root)} basis={basis} />
      <TreeExplained summary={trees.whyThisResult} node={root} basis={basis} />
    </section>
  )
}
