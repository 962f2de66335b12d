import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Row, Section } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { assessmentQuery, submitAssessment } from '../api.ts'
import { questionText, useInWords } from '../model-context.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'
import { Withdrawal } from './withdrawal.tsx'

type SubmitPartProps = { validation: Validation; programme: string; go: (part: string) => void }

/** What is open, each with a way to it; and when nothing is, the deed that cannot be undone. */
export function SubmitPart({ validation, programme, go }: SubmitPartProps) {
  const { open, findings, evidence, view, compiled } = validation
  const { assessments } = useTexts()
  const words = useInWords()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const [isAsking, ask] = useState(false)
  const id = view.assessment.id
  const submit = useMutation({
    mutationFn: () => submitAssessment(programme, id),
    onSuccess: async (reply) => {
      queryClient.setQueryData(assessmentQuery(programme, id).queryKey, reply)
      await Promise.all(
        ['results', 'occasions'].map((key) => queryClient.invalidateQueries({ queryKey: [key, programme] })),
      )
      window.scrollTo({ top: 0 })
    },
    onSettled: () => ask(false),
  })
  const settled = ['untouched', 'saved']
  const isSaved = settled.includes(findings.state) && settled.includes(evidence.state)
  return (
    <Section
      title={assessments.submitTitle}
      intro={open.length > 0 ? assessments.submitWhenDone : assessments.submitReady}
    >
      {open.length > 0 && (
        <ul className={styles.openList}>
          {open.map(({ question, dimension, why }) => (
            <li key={`${question} ${why}`}>
              <button type="button" className={styles.openItem} onClick={() => go(dimension)}>
                <span className={styles.soft}>{assessments.openWhy[why]}</span>
                {words(questionText(compiled, question))}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!isSaved && <Callout tone="warning">{assessments.notSentYet}</Callout>}
      {submit.error !== null && <Callout tone="danger">{problemText(submit.error)}</Callout>}
      <Row>
        <Button kind="primary" isDisabled={open.length > 0 || !isSaved} onPress={() => ask(true)}>
          {assessments.submit}
        </Button>
        <Withdrawal view={view} programme={programme} />
      </Row>
      <ConfirmDialog
        title={assessments.submitConfirmTitle}
        confirm={assessments.submit}
        isOpen={isAsking}
        isPending={submit.isPending}
        onConfirm={() => submit.mutate()}
        onClose={() => ask(false)}
      >
        <p>{assessments.submitConfirm}</p>
      </ConfirmDialog>
    </Section>
  )
}
