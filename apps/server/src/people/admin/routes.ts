import { PersonId } from '@stegvis/core/kernel/ids.ts'
import { Administrators, Mail, MailPage, MailStatus, NewAdministrator } from '@stegvis/core/people/admin/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { getMail, getMailPage, nameAdministrator, removeAdministrator, retryMail } from './service.ts'
import { lockAdministrators } from './store.ts'

const tags = ['administration']
const config = { access: { administrator: true } } as const
const OneMail = z.object({ mail: z.uuid() })

/** The installation's mails and administrators. */
export function adminRoutes(app: App, deps: Deps): void {
  mailRoutes(app, deps)
  const { database } = deps
  app.get(
    '/api/admin/people',
    { config, schema: { tags, summary: 'Administrators of the installation', response: { 200: Administrators } } },
    async () => ({ administrators: await database.asInstallation(lockAdministrators) }),
  )
  app.post(
    '/api/admin/people',
    {
      config,
      schema: { tags, summary: 'Name an administrator', body: NewAdministrator, response: { 200: Administrators } },
    },
    ({ person, body }) => database.asInstallation((tx) => nameAdministrator(tx, deps, person, body)),
  )
  app.delete(
    '/api/admin/people/:person',
    {
      config,
      schema: {
        tags,
        summary: 'Take the administration from somebody',
        params: z.object({ person: PersonId }),
        response: { 200: Administrators },
      },
    },
    ({ person, params }) => database.asInstallation((tx) => removeAdministrator(tx, deps, person, params.person)),
  )
}

function mailRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/admin/mail',
    {
      config,
      schema: {
        tags,
        summary: 'Mails, newest first',
        querystring: z.object({
          q: z.string().trim().max(100).optional(),
          status: MailStatus.optional(),
          after: z.string().max(500).optional(),
        }),
        response: { 200: MailPage },
      },
    },
    ({ query }) => database.asInstallation((tx) => getMailPage(tx, query), { readOnly: true }),
  )
  app.get(
    '/api/admin/mail/:mail',
    { config, schema: { tags, summary: 'One mail as text', params: OneMail, response: { 200: Mail } } },
    ({ params }) => database.asInstallation((tx) => getMail(tx, params.mail), { readOnly: true }),
  )
  app.post(
    '/api/admin/mail/:mail/retry',
    { config, schema: { tags, summary: 'Send a given-up mail again', params: OneMail, response: { 200: Mail } } },
    ({ params }) => database.asInstallation((tx) => retryMail(tx, params.mail, clock.now())),
  )
}
