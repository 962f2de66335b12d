import type { Answer } from '@stegvis/core/models/answers.ts'
import { useRef, useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { TextArea } from '../ui/text-field.tsx'
import styles from './not-applicable.module.css'
import { useOwnFormDraft } from './own-form-draft.ts'

const PAUSE_MILLISECONDS = 700

type Choice = { kind: 'rung'; level: number } | { kind: 'yes' | 'partly' | 'no' | 'unknown' | 'not-applicable' }

export type NotApplicableState = {
  /** what the screen shows as chosen: "not applicable" from the tap on, though it is saved with its reason only */
  shown: Answer | undefined
  choose: (choice: Choice) => void
  reason: string
  write: (reason: string, when: 'typing' | 'left') => void
}

/**
 * "Not applicable" counts as met, so it is saved together with its reason and not before. What is typed is kept on
 * the device meanwhile.
 */
export function useNotApplicable(
  key: string,
  saved: Answer | undefined,
  save: (answer: Answer) => void,
): NotApplicableState {
  const stored = saved?.kind === 'not-applicable' ? saved.reason : undefined
  const draft = useOwnFormDraft(`not-applicable:${key}`, { reason: stored ?? '', chosen: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isFresh, setFresh] = useState(false)
  const waits = draft.value.chosen && stored === undefined
  const reason = draft.touched ? draft.value.reason : (stored ?? '')
  // The placeholder reason is never saved: it only gives the shown answer its shape.
  const shown: Answer | undefined = waits ? { kind: 'not-applicable', reason: '…' } : saved

  const send = (text: string) => {
    clearTimeout(timer.current)
    if (text.trim() === '' || (text.trim() === stored && !waits)) return
    save({ ...remarksOf(saved), kind: 'not-applicable', reason: text.trim() })
  }
  return {
    shown,
    reason,
    choose: (choice) => {
      if (choice.kind === 'not-applicable') {
        setFresh(true)
        draft.change({ chosen: true })
        if (reason.trim() !== '') send(reason)
        return
      }
      clearTimeout(timer.current)
      if (draft.touched || isFresh) draft.clear()
      save(answerOf(choice, choice.kind))
    },
    write: (text, when) => {
      draft.change({ reason: text, chosen: true })
      clearTimeout(timer.current)
      if (when === 'left') send(text)
      else timer.current = setTimeout(() => send(text), PAUSE_MILLISECONDS)
    },
  }
}

function answerOf(choice: Choice, kind: Exclude<Choice['kind'], 'not-applicable'>): Answer {
  if (choice.kind === 'rung') return choice
  return kind === 'unknown' || kind === 'rung' ? { kind: 'unknown' } : { kind }
}

/** A coach's class of evidence stays with the answer when the reason is written. */
function remarksOf(answer: Answer | undefined): Pick<Answer, 'evidence'> {
  return answer?.evidence === undefined ? {} : { evidence: answer.evidence }
}

export function NotApplicableReason({ state }: { state: NotApplicableState }) {
  const { assessments } = useTexts()
  if (state.shown?.kind !== 'not-applicable') return null
  return (
    <div className={styles.reason}>
      <TextArea
        label={assessments.whyNotApplicable}
        hint={assessments.whyNotApplicableHint}
        rows={2}
        value={state.reason}
        onChange={(text) => state.write(text, 'typing')}
        onBlur={() => state.write(state.reason, 'left')}
      />
    </div>
  )
}
