import { evidenceState } from '@stegvis/core/assessments/evidence.ts'
import type { EvidenceFacts } from '@stegvis/core/assessments/schema.ts'
import {
  type Criterion,
  type Dimension,
  EVIDENCE_NAMES,
  type EvidenceClass,
  evidenceRank,
} from '@stegvis/core/models/schema.ts'
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
import { EvidenceForm } from './evidence-form.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'

type EvidencePartProps = { validation: Validation; dimension: Dimension; criterion: Criterion; needs: EvidenceClass }

/** What is on file for one statement. */
export function EvidencePart({ validation, dimension, criterion, needs }: EvidencePartProps) {
  const { evidence, findings } = validation
  const { assessments } = useTexts()
  const words = useInWords()
  const [isAdding, setAdding] = useState(false)
  const label = words(dimension.name)
  /** What is filed has been seen: a yes that was only stated so far rests on it from now on. */
  const noteAsSeen = (facts: EvidenceFacts) => {
    const finding = findings.values.get(criterion.id)
    if (finding?.kind !== 'yes' || evidenceRank(finding.evidence ?? 'E0') >= evidenceRank(facts.class)) return
    findings.save(criterion.id, { ...finding, evidence: facts.class }, label)
  }
  const filed = [...evidence.values].filter(([, facts]) => facts.question === criterion.id)
  return (
    <div className={styles.evidence}>
      {filed.length > 0 && (
        <ul className={styles.evidenceList}>
          {filed.map(([id, facts]) => (
            <EvidenceRow key={id} {...{ id, facts, validation, label }} />
          ))}
        </ul>
      )}
      <Button small kind="quiet" icon="add" onPress={() => setAdding(true)}>
        {assessments.addEvidence}
      </Button>
      {isAdding && (
        <EvidenceForm
          validation={validation}
          criterion={criterion}
          needs={needs}
          onClose={() => setAdding(false)}
          onAdd={(facts) => {
            evidence.save(newId(), facts, label)
            noteAsSeen(facts)
            setAdding(false)
          }}
        />
      )}
    </div>
  )
}

type RowProps = { id: string; facts: EvidenceFacts; validation: Validation; label: string }

function EvidenceRow({ id, facts, validation, label }: RowProps) {
  const { evidence, view, url } = validation
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
