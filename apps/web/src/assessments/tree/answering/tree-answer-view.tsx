import type { AnsweringView } from '@stegvis/core/assessments/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useLanguage } from '../../../locales/texts.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Callout, useProblemText } from '../../../ui/states.tsx'
import styles from '../../answering/answering.module.css'
import { FACTS, firstWith } from '../sections.ts'
import { useTree, useTreeWords } from '../tree-query.ts'
import { FactsPart } from './facts-part.tsx'
import { SectionPart } from './section-part.tsx'
import { TreeOverview } from './tree-overview.tsx'
import { type TreeAnswering, useTreeAnswering } from './use-tree-answering.ts'

type TreeAnswerViewProps = {
  view: AnsweringView
  programme: string
  complete: { mutate: () => void; isPending: boolean; error: unknown }
}

const OVERVIEW = '-overview'

/** The self-assessment on a tree: a few questions a page, on a phone, saved at each tap. */
export function TreeAnswerView({ view, programme, complete }: TreeAnswerViewProps) {
  const compiled = useTree(view.assessment.model)
  const state = useTreeAnswering(programme, view, compiled)
  const words = useTreeWords(compiled.model)
  const { part } = useSearch({ from: '/signed-in/programmes/$programme/assessments/$assessment/answer' })
  const navigate = useNavigate({ from: '/programmes/$programme/assessments/$assessment/answer' })
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const problemText = useProblemText()
  // Where one left off when the page opened; what is asked about the company comes first.
  const [start] = useState(() => firstPart(state))
  const pages = [...(state.facts.asked.length > 0 ? [FACTS] : []), ...state.sections.map(({ id }) => id)]
  const here = part ?? start
  const at = pages.indexOf(here)
  const go = (to: string) => void navigate({ search: { part: to } })
  const steps = {
    place: { at: at + 1, of: pages.length },
    back: at > 0 ? () => go(pages[at - 1]!) : undefined,
    next: () => go(pages[at + 1] ?? OVERVIEW),
    overview: () => go(OVERVIEW),
  }
  const section = state.sections.find(({ id }) => id === here)
  return (
    <div className={styles.page} data-accent={view.assessment.focusArea.accent}>
      <PageHeader
        title={inLanguage(view.assessment.focusArea.name, language)}
        intro={`${assessments.kinds[view.assessment.kind]} · ${view.assessment.company.name}`}
      />
      {complete.error !== null && <Callout tone="danger">{problemText(complete.error)}</Callout>}
      {at === -1 && <TreeOverview {...{ state, words, go, complete }} />}
      {here === FACTS && at !== -1 && <FactsPart {...{ state, words, steps }} />}
      {section && (
        <SectionPart
          key={here}
          {...{ state, section, words, steps }}
          assessment={view.assessment.id}
          earlierOn={view.earlier?.on ?? null}
        />
      )}
    </div>
  )
}

function firstPart({ facts, open, sections }: TreeAnswering): string {
  if (facts.missing > 0) return FACTS
  return firstWith(sections, open)?.id ?? OVERVIEW
}
