import { NewProgramme, ProgrammeList } from '@stegvis/core/programmes/schema.ts'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { createProgramme } from './service.ts'
import { listProgrammes } from './store.ts'

const ADMINISTRATOR = { access: { administrator: true } } as const
const tags = ['administration']

/** The programmes of the installation. */
export function adminRoutes(app: App, { database }: Deps): void {
  app.get(
    '/api/admin/programmes',
    {
      config: ADMINISTRATOR,
      schema: { tags, summary: 'All programmes', response: { 200: ProgrammeList } },
    },
    async ({ person }) => ({
      programmes: await database.asPerson(person.personId, listProgrammes, { readOnly: true }),
    }),
  )
  app.post(
    '/api/admin/programmes',
    {
      config: ADMINISTRATOR,
      schema: {
        tags,
        summary: 'Create a programme and become its manager',
        body: NewProgramme,
        response: { 200: ProgrammeList },
      },
    },
    async ({ person, body }) => {
      await createProgramme(database, person.personId, body)
      return { programmes: await database.asPerson(person.personId, listProgrammes, { readOnly: true }) }
    },
  )
}
