import type { AssessmentView, EvidenceFacts } from '@stegvis/core/assessments/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { EVIDENCE_NAMES, EvidenceClass } from '@stegvis/core/models/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useInWords } from '../model-context.tsx'
import { useOwnFormDraft } from '../own-form-draft.ts'

/** What evidence is filed for: a question of a ladder or of a tree. */
export type EvidenceSubject = {
  question: string
  text: string
  /** the class it takes */
  needs: EvidenceClass
  /** the last day evidence of a day holds, where nothing else is said */
  bestBefore: (datedOn: PlainDate) => PlainDate
}

type EvidenceFormProps = {
  view: AssessmentView
  subject: EvidenceSubject
  onAdd: (facts: EvidenceFacts) => void
  onClose: () => void
}

type Draft = { description: string; class: EvidenceClass; datedOn: PlainDate | null; bestBeforeOn: PlainDate | null }

/** Notes a piece of evidence. The file follows in its row, when there is a network. */
export function EvidenceForm({ view, subject, onAdd, onClose }: EvidenceFormProps) {
  const { assessments, common } = useTexts()
  const words = useInWords()
  const [isTried, setTried] = useState(false)
  const empty: Draft = { description: '', class: subject.needs, datedOn: view.assessment.today, bestBeforeOn: null }
  const draft = useOwnFormDraft<Draft>(`evidence:${view.assessment.id}:${subject.question}`, empty)
  const { description, class: evidenceClass, datedOn, bestBeforeOn } = draft.value
  const usual = datedOn && subject.bestBefore(datedOn)
  const wrongDay = bestBeforeOn !== null && datedOn !== null && bestBeforeOn < datedOn
  const add = () => {
    setTried(true)
    if (description.trim() === '' || !datedOn || !usual || wrongDay) return
    draft.clear()
    onAdd({
      question: subject.question,
      class: evidenceClass,
      description: description.trim(),
      datedOn,
      bestBeforeOn: bestBeforeOn ?? usual,
    })
  }
  return (
    <Dialog
      title={assessments.addEvidence}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" onPress={add}>
            {assessments.addEvidence}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{subject.text}</p>
        <TextField
          label={assessments.description}
          hint={assessments.descriptionHint}
          value={description}
          onChange={(text) => draft.change({ description: text })}
          error={isTried && description.trim() === '' ? assessments.descriptionMissing : undefined}
          maxLength={2000}
          autoFocus
        />
        <Select
          label={assessments.evidenceClass}
          options={EvidenceClass.options.map((id) => ({ id, label: `${id} ${words(EVIDENCE_NAMES[id])}` }))}
          value={evidenceClass}
          onChange={(id) => id && draft.change({ class: id })}
        />
        <DateField
          label={assessments.datedOn}
          value={datedOn}
          max={view.assessment.today}
          onChange={(day) => draft.change({ datedOn: day })}
          error={isTried && !datedOn ? assessments.dayMissing : undefined}
        />
        <DateField
          label={assessments.bestBefore}
          hint={usual ? assessments.bestBeforeHint({ day: usual }) : undefined}
          optional
          value={bestBeforeOn}
          onChange={(day) => draft.change({ bestBeforeOn: day })}
          error={wrongDay ? assessments.bestBeforeTooEarly : undefined}
        />
      </Stack>
    </Dialog>
  )
}
