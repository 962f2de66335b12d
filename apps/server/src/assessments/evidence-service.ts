import { bestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import { answersSeen, revise } from '@stegvis/core/assessments/rules.ts'
import type { EvidenceInput, EvidenceView } from '@stegvis/core/assessments/schema.ts'
import type { AssessmentId, DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../audit/store.ts'
import { requireInCompany } from '../companies/access.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import type { ModelLibrary } from '../models/library.ts'
import { findAssessment } from './assessment-store.ts'
import {
  attachDocument,
  type EvidenceFacts,
  type EvidenceRecord,
  findEvidence,
  getDocument,
  insertDocument,
  removeEvidence,
  saveEvidence,
  type UploadedFile,
  viewOf,
} from './evidence-store.ts'
import { requireOpen, requireValidating } from './validation-service.ts'

const REMOVED = null

function factsOf(stored: EvidenceRecord | undefined): EvidenceFacts | null {
  if (!stored || stored.removed) return REMOVED
  const { question, class: evidenceClass, description, datedOn, bestBeforeOn } = stored
  return { question, class: evidenceClass, description, datedOn, bestBeforeOn }
}

/** Notes or changes what a piece of evidence is. Repeating a note with the same id answers as the first did. */
export async function noteEvidence(
  tx: Tx,
  actor: Actor,
  assessmentId: AssessmentId,
  id: RecordId,
  { base, bestBeforeOn, ...input }: EvidenceInput,
  models: ModelLibrary,
): Promise<EvidenceView> {
  const assessment = await requireValidating(tx, actor, assessmentId, 'write')
  requireOpen(assessment)
  const compiled = models.get(assessment.modelId, assessment.modelVersion)
  if (!compiled.criteria.includes(input.question) && !compiled.dimensions.includes(input.question)) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '#/question', detail: 'no such question' }] })
  }
  const facts = { ...input, bestBeforeOn: bestBeforeOn ?? bestBeforeOf(compiled.model, input.question, input.datedOn) }
  if (facts.bestBeforeOn < facts.datedOn) {
    const errors = [{ pointer: '#/bestBeforeOn', detail: 'before the day it is dated' }]
    throw new Problem('invalid-input', undefined, { errors })
  }
  const stored = await findEvidence(tx, assessmentId, id)
  const revised = revise(stored && { value: factsOf(stored), revision: stored.revision }, { value: facts, base })
  if (!revised.ok) throw new Problem(revised.problem, undefined, { present: stored && viewOf(stored) })
  if (revised.value.changed) {
    const key = { programmeId: actor.programmeId, assessmentId, id }
    await saveEvidence(tx, key, facts, { personId: actor.personId, revision: revised.value.revision })
    await recordEvent(tx, actor, {
      kind: stored ? 'assessment.evidence-changed' : 'assessment.evidence-added',
      companyId: assessment.companyId,
      subjectId: assessmentId,
      detail: { evidence: id, question: facts.question, class: facts.class },
    })
  }
  return viewOf((await findEvidence(tx, assessmentId, id))!)
}

/** Keeps a file with a piece of evidence. A second one takes the place of the first. */
export async function attachFile(
  tx: Tx,
  actor: Actor,
  assessmentId: AssessmentId,
  id: RecordId,
  file: UploadedFile,
  documentId: DocumentId,
): Promise<EvidenceView> {
  const assessment = await requireValidating(tx, actor, assessmentId, 'write')
  requireOpen(assessment)
  const stored = await findEvidence(tx, assessmentId, id)
  if (!stored || stored.removed) throw new Problem('not-found')
  if (stored.file?.sha256 !== file.sha256 || stored.file.name !== file.name) {
    const { programmeId, personId } = actor
    await insertDocument(tx, { programmeId, id: documentId, companyId: assessment.companyId }, file, personId)
    await attachDocument(tx, id, documentId)
    await recordEvent(tx, actor, {
      kind: 'assessment.evidence-file-added',
      companyId: assessment.companyId,
      subjectId: assessmentId,
      detail: { evidence: id, sha256: file.sha256, sizeBytes: file.sizeBytes },
    })
  }
  return viewOf((await findEvidence(tx, assessmentId, id))!)
}

/** Takes a piece of evidence out of the assessment; noting it again brings it back, file and all. */
export async function takeAwayEvidence(
  tx: Tx,
  actor: Actor,
  assessmentId: AssessmentId,
  id: RecordId,
  now: string,
): Promise<{ revision: number }> {
  const assessment = await requireValidating(tx, actor, assessmentId, 'write')
  requireOpen(assessment)
  const stored = await findEvidence(tx, assessmentId, id)
  if (!stored) throw new Problem('not-found')
  if (stored.removed) return { revision: stored.revision }
  const revision = stored.revision + 1
  await removeEvidence(tx, id, revision, now)
  await recordEvent(tx, actor, {
    kind: 'assessment.evidence-removed',
    companyId: assessment.companyId,
    subjectId: assessmentId,
    detail: { evidence: id, question: stored.question },
  })
  return { revision }
}

/** The bytes as they came, for everybody who may see the evidence. */
export async function openFile(tx: Tx, actor: Actor, assessmentId: AssessmentId, id: RecordId): Promise<UploadedFile> {
  const assessment = await findAssessment(tx, assessmentId)
  if (!assessment) throw new Problem('not-found')
  const subject = await requireInCompany(tx, actor, 'assessment.read', assessment.companyId)
  if (answersSeen(actor, subject, assessment.status) === 'own') throw new Problem('not-found')
  const stored = await findEvidence(tx, assessmentId, id)
  if (!stored?.documentId || stored.removed) throw new Problem('not-found')
  return getDocument(tx, stored.documentId)
}
