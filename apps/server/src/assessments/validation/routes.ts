import {
  AssessmentView,
  CorrectionInput,
  EvidenceInput,
  EvidenceReply,
  EvidenceView,
  FindingInput,
  FindingView,
  QuestionId,
} from '@stegvis/core/assessments/schema.ts'
import { AssessmentId, type DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { acceptFile, downloadAs } from './evidence-file.ts'
import { attachFile, noteEvidence, openFile } from './evidence-service.ts'
import { correct, getAssessment, setFinding, submit } from './service.ts'

const ByAssessment = z.object({ programme: z.string(), assessment: AssessmentId })
const ByQuestion = ByAssessment.extend({ question: QuestionId })
const ByEvidence = ByAssessment.extend({ evidence: RecordId })

const tags = ['assessments']
const VALIDATE = { access: { action: 'assessment.validate' } } as const
const READ = { access: { action: 'assessment.read' } } as const
const base = '/api/programmes/:programme/assessments/:assessment'

export function validationRoutes(app: App, { database, clock, models }: Deps): void {
  app.get(
    base,
    {
      config: READ,
      schema: {
        tags,
        summary: 'Answers, findings and evidence',
        params: ByAssessment,
        response: { 200: AssessmentView },
      },
    },
    ({ actor, params }) =>
      database.inTenant(
        actor,
        (tx) => getAssessment(tx, actor, params.assessment, { models, today: clock.today(actor.timeZone) }),
        { readOnly: true },
      ),
  )

  app.put(
    `${base}/findings/:question`,
    {
      config: VALIDATE,
      schema: {
        tags,
        summary: "Set the coach's answer, or take it back",
        params: ByQuestion,
        body: FindingInput,
        response: { 200: FindingView },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        setFinding(tx, actor, params.assessment, params.question, body, { models, now: clock.now() }),
      ),
  )

  app.post(
    `${base}/submit`,
    {
      config: VALIDATE,
      schema: {
        tags,
        summary: 'Close the assessment with its result',
        params: ByAssessment,
        response: { 200: AssessmentView },
      },
    },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) =>
        submit(tx, actor, params.assessment, { models, today: clock.today(actor.timeZone) }),
      ),
  )

  app.post(
    `${base}/corrections`,
    {
      config: VALIDATE,
      schema: {
        tags,
        summary: 'Open a new revision with a reason',
        params: ByAssessment,
        body: CorrectionInput,
        response: { 200: AssessmentView },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        correct(tx, actor, params.assessment, body, { models, today: clock.today(actor.timeZone) }),
      ),
  )
}

export function evidenceRoutes(app: App, { database, clock, models }: Deps): void {
  app.put(
    `${base}/evidence/:evidence`,
    {
      config: VALIDATE,
      schema: {
        tags,
        summary: 'Note a piece of evidence, change it or take it out',
        params: ByEvidence,
        body: EvidenceInput,
        response: { 200: EvidenceReply },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        noteEvidence(tx, actor, params.assessment, params.evidence, body, { models, now: clock.now() }),
      ),
  )

  app.put(
    `${base}/evidence/:evidence/file`,
    {
      config: VALIDATE,
      schema: {
        tags,
        summary: 'Keep a file with the evidence',
        consumes: ['multipart/form-data'],
        params: ByEvidence,
        response: { 200: EvidenceView },
      },
    },
    async (request) => {
      const { actor, params } = request
      const upload = await request.file()
      if (!upload) throw new Problem('invalid-input', undefined, { errors: [{ pointer: '#/file', detail: 'missing' }] })
      const file = await acceptFile(upload.filename, await upload.toBuffer())
      const documentId = newId<DocumentId>()
      return database.inTenant(actor, (tx) =>
        attachFile(tx, actor, params.assessment, params.evidence, file, documentId),
      )
    },
  )

  app.get(
    `${base}/evidence/:evidence/file`,
    {
      config: READ,
      schema: { tags, summary: 'The file as it came', params: ByEvidence },
    },
    async ({ actor, params }, reply) => {
      const file = await database.inTenant(actor, (tx) => openFile(tx, actor, params.assessment, params.evidence), {
        readOnly: true,
      })
      return reply
        .header('content-type', file.mediaType)
        .header('content-disposition', downloadAs(file.name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
        .send(file.content)
    },
  )
}
