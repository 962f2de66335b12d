import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { assessmentQuery } from '../../api.ts'
import { RespondentList } from '../../validation/respondent-list.tsx'
import { SubmitForm } from '../../validation/submit-part.tsx'
import styles from '../../validation/validation.module.css'
import { FactFields } from '../fact-fields.tsx'
import { sectionOf } from '../sections.ts'
import { type TreeWords, useTree, useTreeWords } from '../tree-query.ts'
import { SectionNav } from './section-nav.tsx'
import { SectionPanel } from './section-panel.tsx'
import { TreeSummary } from './tree-summary.tsx'
import { type TreeValidation, useTreeValidation } from './use-tree-validation.ts'

/** The form of a coach on a tree, one part at a time, with the result as it would be now above it. */
export function TreeValidationForm({ view, programme }: { view: AssessmentView; programme: string }) {
  const compiled = useTree(view.assessment.model)
  const words = useTreeWords(compiled.model)
  const validation = useTreeValidation(programme, view, compiled)
  const { part } = useSearch({ from: '/signed-in/programmes/$programme/assessments/$assessment' })
  const navigate = useNavigate({ from: '/programmes/$programme/assessments/$assessment' })
  const queryClient = useQueryClient()
  const { queryKey } = assessmentQuery(programme, view.assessment.id)
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey, refetchType: 'none' }), [queryClient, queryKey])

  const { sections } = validation
  const at = Math.max(
    0,
    sections.findIndex(({ id }) => id === part),
  )
  const section = sections[at]
  const following = sections[at + 1]
  const go = (to: string) => void navigate({ search: { part: to }, resetScroll: false })
  return (
    <div className={styles.form} data-accent={view.assessment.focusArea.accent}>
      <TreeSummary validation={validation} words={words} />
      <RespondentList view={view} programme={programme} />
      <FactsCard validation={validation} words={words} />
      {section && (
        <div className={styles.body}>
          <SectionNav {...{ validation, words, go }} current={section.id} />
          <SectionPanel
            key={section.id}
            {...{ validation, section, words }}
            next={following && (() => go(following.id))}
          />
        </div>
      )}
      <OpenAndSubmit {...{ validation, words, go, programme }} />
    </div>
  )
}

function FactsCard({ validation, words }: { validation: TreeValidation; words: TreeWords }) {
  const { trees } = useTexts()
  const { facts, compiled } = validation
  if (facts.asked.length === 0) return null
  return (
    <Card title={trees.aboutCompany}>
      <Stack>
        <p className={styles.soft}>{trees.aboutCompanyHint}</p>
        <FactFields facts={compiled.model.facts ?? []} state={facts} words={words} />
      </Stack>
    </Card>
  )
}

type OpenProps = { validation: TreeValidation; words: TreeWords; go: (part: string) => void; programme: string }

function OpenAndSubmit({ validation, words, go, programme }: OpenProps) {
  const { open, sections, compiled, findings, evidence, facts, view } = validation
  const { trees } = useTexts()
  const items = open.map(({ question, why }) => ({
    key: `${question} ${why}`,
    why: trees.openWhy[why],
    text: words(compiled.questions[compiled.questionAt.get(question) ?? -1]?.question.text),
    go: () => {
      const section = sectionOf(sections, question)
      if (section) go(section.id)
      // The question is on the page once its section is drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`q-${question}`)?.focus()))
    },
  }))
  const states = [findings.state, evidence.state, facts.saved.state]
  return <SubmitForm open={items} states={states} view={view} programme={programme} />
}
