import { History } from '@stegvis/core/audit/schema.ts'
import { RecordId } from '@stegvis/core/kernel/ids.ts'
import {
  AuthoredModelView,
  DocumentInput,
  DocumentReply,
  ModelList,
  NewModel,
  StructureList,
} from '@stegvis/core/models/authoring/schema.ts'
import { STRUCTURES } from '@stegvis/core/models/authoring/structures.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { createModel, getHistory, getModel, listModels, removeDraft, saveDraft } from './service.ts'

export const MODELS_BASE = '/api/programmes/:programme/models'
export const ByModel = z.object({ programme: z.string(), model: RecordId })

const ByProgramme = z.object({ programme: z.string() })
const tags = ['models']
const READ = { access: { action: 'model.read' } } as const
const WRITE = { access: { action: 'model.write' } } as const
/** As much as a model file may hold, written as JSON. */
const bodyLimit = 10 * 1024 * 1024

/** The programme's own models while they are written. */
export function authoringRoutes(app: App, deps: Deps): void {
  const { database, clock, models } = deps
  app.get(
    MODELS_BASE,
    {
      config: READ,
      schema: { tags, summary: 'Installed models and own ones', params: ByProgramme, response: { 200: ModelList } },
    },
    ({ actor }) => database.inTenant(actor, (tx) => listModels(tx, actor, models), { readOnly: true }),
  )

  app.get(
    `${MODELS_BASE}/structures`,
    {
      config: READ,
      schema: { tags, summary: 'What a model can start from', params: ByProgramme, response: { 200: StructureList } },
    },
    () => ({ structures: [...STRUCTURES] }),
  )

  app.post(
    MODELS_BASE,
    {
      config: WRITE,
      bodyLimit,
      schema: {
        tags,
        summary: 'Begin a model: from a structure, another version or a file',
        params: ByProgramme,
        body: NewModel,
        response: { 200: AuthoredModelView },
      },
    },
    ({ actor, body }) => database.inTenant(actor, (tx) => createModel(tx, actor, body, models)),
  )

  app.get(
    `${MODELS_BASE}/:model`,
    {
      config: READ,
      schema: {
        tags,
        summary: 'An own model with its document and reviews',
        params: ByModel,
        response: { 200: AuthoredModelView },
      },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => getModel(tx, actor, params.model), { readOnly: true }),
  )

  app.put(
    `${MODELS_BASE}/:model/document`,
    {
      config: WRITE,
      bodyLimit,
      schema: {
        tags,
        summary: 'Save a draft as it is, finished or not',
        params: ByModel,
        body: DocumentInput,
        response: { 200: DocumentReply },
      },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => saveDraft(tx, actor, params.model, body, clock.now())),
  )

  app.delete(
    `${MODELS_BASE}/:model`,
    {
      config: WRITE,
      schema: { tags, summary: 'Throw a draft away', params: ByModel, response: { 204: z.null() } },
    },
    async ({ actor, params }, reply) => {
      await database.inTenant(actor, (tx) => removeDraft(tx, actor, params.model))
      return reply.code(204).send(null)
    },
  )

  app.get(
    `${MODELS_BASE}/:model/history`,
    {
      config: READ,
      schema: { tags, summary: 'What happened to the model', params: ByModel, response: { 200: History } },
    },
    ({ actor, params }) => database.inTenant(actor, (tx) => getHistory(tx, params.model), { readOnly: true }),
  )
}
