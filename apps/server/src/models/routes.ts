import { Language } from '@stegvis/core/kernel/text.ts'
import { ModelKey, ModelVersion } from '@stegvis/core/models/schema.ts'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Deps } from '../deps.ts'
import { createModelTexts } from './model-texts.ts'

const ByVersion = z.object({ id: ModelKey, version: ModelVersion })
const Wanted = z.object({
  language: Language.optional().describe('leaves the texts of the other language empty'),
  for: z.literal('answering').optional().describe('leaves out actions, key figures and sources'),
})

/** A published version never changes, so a browser keeps it for as long as it likes. */
export function modelsRoutes(app: App, { models }: Deps): void {
  const texts = createModelTexts(models)
  app.get(
    '/api/models/:id/:version',
    {
      config: { access: { signedIn: true } },
      schema: {
        tags: ['models'],
        summary: 'One version of a maturity model',
        params: ByVersion,
        querystring: Wanted,
        produces: ['application/json'],
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request
      const { body, tag, published } = texts(params.id, params.version, {
        language: query.language,
        trimmed: query.for !== undefined,
      })
      reply.header('etag', tag).header('cache-control', published ? 'private, max-age=31536000, immutable' : 'no-cache')
      if (headers['if-none-match'] === tag) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(body)
    },
  )
}
