import { useTexts } from '../../../locales/app-texts.tsx'
import { StatusBadge } from '../../../ui/badge.tsx'
import styles from '../../answering/answering.module.css'
import { FinishBar } from '../../answering/finish-bar.tsx'
import { useHeadingFocus } from '../../answering/page-steps.tsx'
import { FACTS, firstWith, questionsOf, type Section } from '../sections.ts'
import type { TreeWords } from '../tree-query.ts'
import type { TreeAnswering } from './use-tree-answering.ts'

type OverviewProps = {
  state: TreeAnswering
  words: TreeWords
  go: (part: string) => void
  complete: { mutate: () => void; isPending: boolean }
}

/** All pages with what is open in each, and the way to be done. */
export function TreeOverview({ state, words, go, complete }: OverviewProps) {
  const { assessments, trees } = useTexts()
  const heading = useHeadingFocus()
  const unsent = ['offline', 'conflict', 'refused'].includes(state.state) || state.facts.saved.state === 'offline'
  return (
    <section className={styles.part} aria-labelledby="overview">
      <h2 id="overview" tabIndex={-1} ref={heading}>
        {assessments.overviewTitle}
      </h2>
      <ul className={styles.list}>
        {state.facts.asked.length > 0 && (
          <li>
            <button type="button" className={styles.row} onClick={() => go(FACTS)}>
              <span className={styles.rowName}>{trees.aboutCompany}</span>
              <StatusBadge tone={state.facts.missing === 0 ? 'good' : 'warning'}>
                {state.facts.missing === 0 ? assessments.done : assessments.openCount({ count: state.facts.missing })}
              </StatusBadge>
            </button>
          </li>
        )}
        {state.sections.map((section) => (
          <SectionRow key={section.id} {...{ section, state, words, go }} />
        ))}
      </ul>
      <FinishBar
        {...{ state, unsent, complete }}
        open={state.open.length}
        toNextOpen={() => go(firstWith(state.sections, state.open)?.id ?? FACTS)}
      />
    </section>
  )
}

type RowProps = Pick<OverviewProps, 'state' | 'words' | 'go'> & { section: Section }

function SectionRow({ section, state, words, go }: RowProps) {
  const { assessments, trees } = useTexts()
  const questions = questionsOf(section)
  const open = questions.filter((id) => state.open.includes(id)).length
  const answered = questions.filter((id) => state.values.has(id)).length
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => go(section.id)}>
        <span className={styles.rowName}>
          {words(section.name) || trees.general}
          <span className={styles.soft}>
            {trees.answeredOf({ answered: String(answered), total: String(questions.length) })}
          </span>
        </span>
        {open === 0 ? (
          <StatusBadge tone="good">{assessments.done}</StatusBadge>
        ) : (
          <StatusBadge tone={answered > 0 ? 'warning' : 'neutral'}>
            {answered > 0 ? assessments.openCount({ count: open }) : assessments.notBegun}
          </StatusBadge>
        )}
      </button>
    </li>
  )
}
