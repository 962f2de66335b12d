import { bestBeforeOf, treeBestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import { answersSeen, revise } from '@stegvis/core/assessments/rules.ts'
import type { EvidenceFacts, EvidenceInput, EvidenceReply, EvidenceView } from '@stegvis/core/assessments/schema.ts'
import type { AssessmentId, DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { type AnyModel, getModel, type ModelLibrary } from '../../models/library.ts'
import { findAssessment } from '../assessment-store.ts'
import {
  attachDocument,
  type EvidenceRecord,
  type FiledFacts,
  findEvidence,
  getDocument,
  insertDocument,
  removeEvidence,
  saveEvidence,
  type UploadedFile,
  viewOf,
} from './evidence-store.ts'
import { requireOpen, requireValidating } from './service.ts'

function factsOf(stored: EvidenceRecord | undefined): FiledFacts | null {
  if (!stored || stored.removed) return null
  const { question, class: evidenceClass, description, datedOn, bestBeforeOn } = stored
  return { question, class: evidenceClass, description, datedOn, bestBeforeOn }
}

/** With the day it holds to, as the model says when nobody else does. Throws `invalid-input` by field. */
function completeFacts(model: AnyModel, input: EvidenceFacts): FiledFacts {
  const wrong = (field: string, detail: string) =>
    new Problem('invalid-input', undefined, { errors: [{ pointer: `#/value/${field}`, detail }] })
  if (!asks(model, input.question)) throw wrong('question', 'no such question')
  const { question, datedOn } = input
  const bestBeforeOn =
    input.bestBeforeOn ??
    (model.kind === 'tree'
      ? treeBestBeforeOf(model.model, question, datedOn)
      : bestBeforeOf(model.model, question, datedOn))
  if (bestBeforeOn < input.datedOn) throw wrong('bestBeforeOn', 'before the day it is dated')
  return { ...input, bestBeforeOn }
}

function asks(model: AnyModel, question: string): boolean {
  if (model.kind === 'tree') return model.model.questions.some(({ id }) => id === question)
  const { criteria, dimensions } = model.compiled
  return criteria.includes(question) || dimensions.includes(question)
}

/** Notes, changes or takes out a piece of evidence. A repeat with the same id answers as the first did. */
export async function noteEvidence(
  tx: Tx,
  actor: Actor,
  assessmentId: AssessmentId,
  id: RecordId,
  { value, base }: EvidenceInput,
  context: { models: ModelLibrary; now: string },
): Promise<EvidenceReply> {
  const assessment = await requireValidating(tx, actor, assessmentId, 'write')
  requireOpen(assessment)
  const facts = value && completeFacts(await getModel(tx, context.models, assessment), value)
  const stored = await findEvidence(tx, assessmentId, id)
  const revised = revise(stored && { value: factsOf(stored), revision: stored.revision }, { value: facts, base })
  if (!revised.ok) {
    throw new Problem(revised.problem, undefined, { present: { value: factsOf(stored), revision: stored?.revision } })
  }
  const { revision, changed } = revised.value
  if (changed) {
    if (facts) {
      const key = { programmeId: actor.programmeId, assessmentId, id }
      await saveEvidence(tx, key, facts, { personId: actor.personId, revision })
    } else await removeEvidence(tx, id, revision, context.now)
    await recordEvent(tx, actor, {
      kind: facts
        ? stored
          ? 'assessment.evidence-changed'
          : 'assessment.evidence-added'
        : 'assessment.evidence-removed',
      companyId: assessment.companyId,
      subjectId: assessmentId,
      detail: { evidence: id, revision },
    })
  }
  const kept = await findEvidence(tx, assessmentId, id)
  return { revision, evidence: kept && !kept.removed ? viewOf(kept) : null }
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
