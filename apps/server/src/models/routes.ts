import { WantedModel } from '@stegvis/core/models/authoring/schema.ts'
import { ModelKey, ModelVersion } from '@stegvis/core/models/schema.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { reviewRoutes } from './authoring/review-routes.ts'
import { authoringRoutes, MODELS_BASE } from './authoring/routes.ts'
import { downloadModel, fileOf } from './export-service.ts'
import { findModel } from './library.ts'
import { createModelTexts, type ModelText } from './model-texts.ts'

const ByVersion = z.object({ id: ModelKey, version: ModelVersion })
const InProgramme = ByVersion.extend({ programme: z.string() })
const tags = ['models']

export function modelsRoutes(app: App, deps: Deps): void {
  readingRoutes(app, deps)
  fileRoutes(app, deps)
  authoringRoutes(app, deps)
  reviewRoutes(app, deps)
}

/** A published version never changes, so a browser keeps it for as long as it likes. */
function readingRoutes(app: App, { database, models }: Deps): void {
  const texts = createModelTexts()
  app.get(
    '/api/models/:id/:version',
    {
      config: { access: { signedIn: true } },
      schema: {
        tags,
        summary: 'One version of an installed model',
        params: ByVersion,
        querystring: WantedModel,
        produces: ['application/json'],
      },
    },
    async (request, reply) => {
      const { id, version } = request.params
      const found = models.find(id, version)
      if (!found) throw new Problem('not-found')
      const { language, for: use } = request.query
      return send(request, reply, texts(found.model, { language, trimmed: use !== undefined }))
    },
  )

  app.get(
    `${MODELS_BASE}/versions/:id/:version`,
    {
      config: { access: { action: 'programme.read' } },
      schema: {
        tags,
        summary: 'One version of an installed model, or of an own one that was published',
        params: InProgramme,
        querystring: WantedModel,
        produces: ['application/json'],
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      const found = await database.inTenant(actor, (tx) => findModel(tx, models, params.id, params.version), {
        readOnly: true,
      })
      if (!found) throw new Problem('not-found')
      return send(request, reply, texts(found.model, { language: query.language, trimmed: query.for !== undefined }))
    },
  )
}

function send({ headers }: FastifyRequest, reply: FastifyReply, { body, tag, published }: ModelText) {
  reply.header('etag', tag).header('cache-control', published ? 'private, max-age=31536000, immutable' : 'no-cache')
  if (headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

function fileRoutes(app: App, { database, models }: Deps): void {
  app.get(
    `${MODELS_BASE}/versions/:id/:version/file`,
    {
      config: { access: { action: 'model.read' } },
      schema: { tags, summary: 'The version as a file', params: InProgramme, produces: ['application/yaml'] },
    },
    async ({ actor, params }, reply) =>
      sendFile(
        reply,
        await database.inTenant(actor, (tx) => downloadModel(tx, models, params.id, params.version), {
          readOnly: true,
        }),
      ),
  )

  app.get(
    `${MODELS_BASE}/:model/file`,
    {
      config: { access: { action: 'model.read' } },
      schema: {
        tags,
        summary: 'An own model as a file; a draft with errors as it stands',
        params: z.object({ programme: z.string(), model: z.uuid() }),
        produces: ['application/yaml'],
      },
    },
    async ({ actor, params }, reply) =>
      sendFile(reply, await database.inTenant(actor, (tx) => fileOf(tx, params.model), { readOnly: true })),
  )
}

function sendFile(reply: FastifyReply, { name, text }: { name: string; text: string }) {
  return reply
    .type('application/yaml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text)
}
