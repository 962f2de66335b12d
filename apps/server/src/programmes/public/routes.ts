import { DocumentId } from '@stegvis/core/kernel/ids.ts'
import { Counties } from '@stegvis/core/programmes/geography.ts'
import { Country, PublicProgramme, PublicProgrammeList } from '@stegvis/core/programmes/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { countiesOf } from '../geography.ts'
import { logoHeaders } from '../logos/routes.ts'
import { readPublicLogo, readPublicProgramme } from './service.ts'
import { listOpen } from './store.ts'

const PUBLIC = { access: { public: true } } as const
const tags = ['public']
const params = z.object({ programme: z.string() })

/** What anybody may read: open programmes, their marks, and where places are. */
export function publicRoutes(app: App, { database, models }: Deps): void {
  app.get(
    '/api/public/programmes',
    { config: PUBLIC, schema: { tags, summary: 'Open programmes', response: { 200: PublicProgrammeList } } },
    async () => ({ programmes: await database.asInstallation(listOpen, { readOnly: true }) }),
  )
  app.get(
    '/api/public/programmes/:programme',
    {
      config: PUBLIC,
      schema: { tags, summary: 'The public page of an open programme', params, response: { 200: PublicProgramme } },
    },
    ({ params: { programme } }) => readPublicProgramme({ database, models }, programme),
  )
  app.get(
    '/api/public/programmes/:programme/logos/:logo',
    {
      config: PUBLIC,
      schema: { tags, summary: 'A mark as it came', params: params.extend({ logo: DocumentId }) },
    },
    async ({ params: { programme, logo } }, reply) => {
      const { mediaType, content } = await readPublicLogo(database, programme, logo)
      return reply.headers(logoHeaders(mediaType, 'public')).send(content)
    },
  )
  app.get(
    '/api/public/geography/:country',
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Municipalities of a country by county; none where they are written as free text',
        params: z.object({ country: Country }),
        response: { 200: Counties },
      },
    },
    async ({ params: { country } }, reply) => {
      reply.header('cache-control', 'public, max-age=86400')
      return { counties: countiesOf(country) }
    },
  )
}
