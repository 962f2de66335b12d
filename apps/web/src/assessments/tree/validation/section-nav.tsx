import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { SaveState } from '../../../ui/save-state.tsx'
import styles from '../../validation/validation.module.css'
import { worseOf } from '../../validation/validation-form.tsx'
import { questionsOf } from '../sections.ts'
import { headlineOf, rowOf } from '../standing-words.ts'
import type { TreeWords } from '../tree-query.ts'
import type { TreeValidation } from './use-tree-validation.ts'

type NavProps = { validation: TreeValidation; words: TreeWords; current: string; go: (part: string) => void }

/** The parts of the tree with what is open in each, or what it came to. */
export function SectionNav({ validation, words, current, go }: NavProps) {
  const { compiled, sections, open, result, findings, evidence } = validation
  const texts = useTexts()
  const formats = useFormats()
  const left = new Set(open.map(({ question }) => question))
  return (
    <nav className={styles.nav} aria-label={texts.trees.parts}>
      <ol className={styles.navList}>
        {sections.map((section) => {
          const count = questionsOf(section).filter((id) => left.has(id)).length
          const row = rowOf(result.coach, section.id)
          const headline = row && headlineOf(compiled, row, { texts, formats, words })
          return (
            <li key={section.id}>
              <button
                type="button"
                className={styles.navItem}
                aria-current={section.id === current ? 'step' : undefined}
                onClick={() => go(section.id)}
              >
                <span>{words(section.name) || texts.trees.general}</span>
                <span className={styles.navState}>
                  {count > 0 ? texts.assessments.openCount({ count }) : (headline?.figure ?? texts.assessments.done)}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <SaveState state={worseOf(findings.state, evidence.state)} onUndo={findings.undo} />
    </nav>
  )
}
