import { DocumentId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { LogoChoice, Programme } from '@stegvis/core/programmes/schema.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { acceptLogo, chooseLogo, LOGO_BYTES, setLogo } from './service.ts'
import { findLogo } from './store.ts'

const BASE = '/api/programmes/:programme'
const tags = ['programmes']
const TEXTS = { access: { action: 'programme.texts' } } as const
const params = z.object({ programme: z.string() })
const ofFunder = params.extend({ id: RecordId })
const response = { 200: Programme }
const consumes = ['multipart/form-data']

/** The marks of the programme and its funders. */
export function logoRoutes(app: App, { database }: Deps): void {
  app.put(
    `${BASE}/logo`,
    { config: TEXTS, schema: { tags, summary: 'Set the mark of the programme', consumes, params, response } },
    async (request) => {
      const { actor } = request
      const logo = await acceptLogo(newId<DocumentId>(), await uploaded(request))
      return database.inTenant(actor, (tx) => setLogo(tx, actor, 'programme', logo))
    },
  )
  app.patch(
    `${BASE}/logo`,
    {
      config: TEXTS,
      schema: { tags, summary: 'Show another mark of the programme, or none', params, body: LogoChoice, response },
    },
    ({ actor, body }) => database.inTenant(actor, (tx) => chooseLogo(tx, actor, 'programme', body)),
  )
  app.put(
    `${BASE}/funders/:id/logo`,
    { config: TEXTS, schema: { tags, summary: 'Set the mark of a funder', consumes, params: ofFunder, response } },
    async (request) => {
      const { actor, params: of } = request
      const logo = await acceptLogo(newId<DocumentId>(), await uploaded(request))
      return database.inTenant(actor, (tx) => setLogo(tx, actor, { funderId: of.id }, logo))
    },
  )
  app.patch(
    `${BASE}/funders/:id/logo`,
    {
      config: TEXTS,
      schema: { tags, summary: 'Show another mark of a funder, or none', params: ofFunder, body: LogoChoice, response },
    },
    ({ actor, body, params: of }) => database.inTenant(actor, (tx) => chooseLogo(tx, actor, { funderId: of.id }, body)),
  )
  app.get(
    `${BASE}/logos/:logo`,
    {
      config: { access: { action: 'programme.read' } },
      schema: { tags, summary: 'A mark as it came', params: params.extend({ logo: DocumentId }) },
    },
    async ({ actor, params: { logo } }, reply) => {
      const found = await database.inTenant(actor, (tx) => findLogo(tx, actor.programmeId, logo), { readOnly: true })
      if (!found) throw new Problem('not-found')
      return reply.headers(logoHeaders(found.mediaType, 'private')).send(found.content)
    },
  )
}

async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const upload = await request.file({ limits: { fileSize: LOGO_BYTES } })
  if (!upload) throw new Problem('invalid-input', undefined, { errors: [{ pointer: '#/file', detail: 'missing' }] })
  return upload.toBuffer()
}

/** A document never changes: another mark is another document. */
export function logoHeaders(mediaType: string, kept: 'public' | 'private'): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': `${kept}, max-age=31536000, immutable`,
  }
}
