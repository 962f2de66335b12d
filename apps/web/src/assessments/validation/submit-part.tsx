import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Row, Section } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import type { SaveState } from '../../ui/use-saved-field.ts'
import { assessmentQuery, submitAssessment } from '../api.ts'
import { questionText, useInWords } from '../model-context.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'
import { Withdrawal } from './withdrawal.tsx'

type LadderSubmitProps = { validation: Validation; programme: string; go: (part: string) => void }

/** Handing in a measurement on a ladder. */
export function SubmitPart({ validation, programme, go }: LadderSubmitProps) {
  const { open, findings, evidence, view, compiled } = validation
  const { assessments } = useTexts()
  const words = useInWords()
  const items = open.map(({ question, dimension, why }) => ({
    key: `${question} ${why}`,
    why: assessments.openWhy[why],
    text: words(questionText(compiled, question)),
    go: () => go(dimension),
  }))
  return <SubmitForm open={items} states={[findings.state, evidence.state]} view={view} programme={programme} />
}

export type OpenToShow = { key: string; why: string; text: string; go: () => void }

type SubmitFormProps = {
  open: readonly OpenToShow[]
  /** how far all that was written is saved */
  states: readonly SaveState[]
  view: AssessmentView
  programme: string
}

/** What is open, each with a way to it; and when nothing is, the deed that cannot be undone. */
export function SubmitForm({ open, states, view, programme }: SubmitFormProps) {
  const { assessments } = useTexts()
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
  const isSaved = states.every((state) => state === 'untouched' || state === 'saved')
  return (
    <Section
      title={assessments.submitTitle}
      intro={open.length > 0 ? assessments.submitWhenDone : assessments.submitReady}
    >
      {open.length > 0 && (
        <ul className={styles.openList}>
          {open.map(({ key, why, text, go }) => (
            <li key={key}>
              <button type="button" className={styles.openItem} onClick={go}>
                <span className={styles.soft}>{why}</span>
                {text}
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
