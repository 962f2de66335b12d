import { evidenceState } from '@stegvis/core/assessments/evidence.ts'
import type { AssessmentView, EvidenceFacts } from '@stegvis/core/assessments/schema.ts'
import { EVIDENCE_NAMES } from '@stegvis/core/models/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { FileUpload } from '../../ui/file-upload.tsx'
import { SaveState } from '../../ui/save-state.tsx'
import { toast } from '../../ui/toast.tsx'
import { uploadEvidence } from '../api.ts'
import { EVIDENCE_TYPES, EVIDENCE_TYPES_IN_WORDS, MAX_EVIDENCE_BYTES } from '../evidence-types.ts'
import { useInWords } from '../model-context.tsx'
import type { SavedValues } from '../use-saved-values.ts'
import { EvidenceForm, type EvidenceSubject } from './evidence-form.tsx'
import styles from './validation.module.css'

/** Where evidence is filed: the coach's form of an assessment, on a ladder or on a tree. */
export type EvidenceDesk = { view: AssessmentView; url: string; evidence: SavedValues<EvidenceFacts> }

type EvidencePartProps = {
  desk: EvidenceDesk
  subject: EvidenceSubject
  /** what it belongs to, for the list of what waits to be sent */
  label: string
  /** told what has been filed: it has been seen, too */
  onFiled: (facts: EvidenceFacts) => void
}

/** What is on file for one question. */
export function EvidencePart({ desk, subject, label, onFiled }: EvidencePartProps) {
  const { evidence, view } = desk
  const { assessments } = useTexts()
  const [isAdding, setAdding] = useState(false)
  const filed = [...evidence.values].filter(([, facts]) => facts.question === subject.question)
  return (
    <div className={styles.evidence}>
      {filed.length > 0 && (
        <ul className={styles.evidenceList}>
          {filed.map(([id, facts]) => (
            <EvidenceRow key={id} {...{ id, facts, desk, label }} />
          ))}
        </ul>
      )}
      <Button small kind="quiet" icon="add" onPress={() => setAdding(true)}>
        {assessments.addEvidence}
      </Button>
      {isAdding && (
        <EvidenceForm
          view={view}
          subject={subject}
          onClose={() => setAdding(false)}
          onAdd={(facts) => {
            evidence.save(newId(), facts, label)
            onFiled(facts)
            setAdding(false)
          }}
        />
      )}
    </div>
  )
}

type RowProps = { id: string; facts: EvidenceFacts; desk: EvidenceDesk; label: string }

function EvidenceRow({ id, facts, desk, label }: RowProps) {
  const { evidence, view, url } = desk
  const { assessments, common } = useTexts()
  const { fileSize } = useFormats()
  const words = useInWords()
  const queryClient = useQueryClient()
  const stored = view.evidence.find((one) => one.id === id)
  const bestBefore = facts.bestBeforeOn ?? stored?.bestBeforeOn
  const state =
    bestBefore &&
    evidenceState(
      { criterion: facts.question, class: facts.class, datedOn: facts.datedOn, bestBefore },
      view.assessment.today,
    )
  const saved = evidence.stateOf(id)
  const isThere = saved === 'saved' || saved === 'untouched'
  const remove = () => {
    evidence.save(id, null, label)
    toast(assessments.evidenceRemoved, {
      action: { label: common.undo, onPress: () => evidence.save(id, facts, label) },
    })
  }
  return (
    <li className={styles.evidenceRow}>
      <span className={styles.evidenceText}>
        <strong>{facts.description}</strong>
        <span className={styles.soft}>
          {words(EVIDENCE_NAMES[facts.class])} · {facts.datedOn}
          {bestBefore && ` · ${assessments.holdsTo({ day: bestBefore })}`}
        </span>
        {state?.state === 'lapsed' && <Badge tone="warning">{assessments.lapsed({ since: state.since })}</Badge>}
        {stored?.file ? (
          <a href={`${url}/evidence/${id}/file`} download>
            {stored.file.name} ({fileSize(stored.file.sizeBytes)})
          </a>
        ) : (
          isThere && (
            <FileUpload
              label={assessments.file}
              types={EVIDENCE_TYPES}
              typesInWords={EVIDENCE_TYPES_IN_WORDS}
              maxBytes={MAX_EVIDENCE_BYTES}
              upload={async (file, progress) => {
                await uploadEvidence(`${url}/evidence/${id}`, file, progress)
                await queryClient.invalidateQueries({ queryKey: ['assessments'] })
              }}
            />
          )
        )}
        <SaveState state={saved} />
      </span>
      <IconButton small icon="trash" label={assessments.removeEvidence({ name: facts.description })} onPress={remove} />
    </li>
  )
}
