import { treeBestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import { EVIDENCE_NAMES, EvidenceClass, evidenceRank } from '@stegvis/core/models/schema.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledQuestion } from '@stegvis/core/models/tree/program.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Select } from '../../../ui/select.tsx'
import { useInWords } from '../../model-context.tsx'
import { EvidencePart } from '../../validation/evidence-part.tsx'
import styles from '../../validation/validation.module.css'
import type { TreeWords } from '../tree-query.ts'
import { neededFor } from './said-by.ts'
import type { TreeValidation } from './use-tree-validation.ts'

type ShownByProps = {
  validation: TreeValidation
  question: CompiledQuestion
  finding: TreeAnswer
  words: TreeWords
  name: string
}

/** How the answer was shown to the coach, and what is on file for it, where the model asks for either. */
export function ShownBy({ validation, question, finding, words, name }: ShownByProps) {
  const { findings, compiled } = validation
  const { assessments, trees } = useTexts()
  const inWords = useInWords()
  const needs = neededFor(question, finding)
  const filed = [...validation.evidence.values.values()].some((piece) => piece.question === question.id)
  if (!needs && !filed) return null
  const seen = finding.evidence ?? 'E0'
  const isLower = needs !== undefined && evidenceRank(seen) < evidenceRank(needs)
  const classes = EvidenceClass.options.map((id) => ({ id, label: `${id} ${inWords(EVIDENCE_NAMES[id])}` }))
  const see = (evidence: EvidenceClass) => findings.save(question.id, { ...finding, evidence }, name)
  return (
    <>
      {needs && (
        <div className={styles.seen}>
          <Select
            label={assessments.seenAs}
            hint={trees.answerNeeds({ name: `${needs} ${inWords(EVIDENCE_NAMES[needs])}` })}
            options={classes}
            value={seen}
            onChange={(evidence) => evidence && see(evidence)}
          />
          {isLower && <p className={styles.soft}>{trees.countsAsBelow}</p>}
        </div>
      )}
      <EvidencePart
        desk={validation}
        label={name}
        subject={{
          question: question.id,
          text: words(question.question.text),
          needs: needs ?? 'E1',
          bestBefore: (datedOn) => treeBestBeforeOf(compiled.model, question.id, datedOn),
        }}
        onFiled={(facts) => {
          if (evidenceRank(seen) < evidenceRank(facts.class)) see(facts.class)
        }}
      />
    </>
  )
}
