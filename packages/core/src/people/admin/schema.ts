import { z } from 'zod'
import { PersonId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/text.ts'
import { Email, PersonName } from '../email.ts'

/** `kept`: there is no mail server, so it is read here. */
export const MailStatus = z.enum(['queued', 'sent', 'failed', 'kept'])
export type MailStatus = z.infer<typeof MailStatus>

export const MailSummary = z.strictObject({
  id: z.uuid(),
  createdAt: z.string(),
  to: z.string(),
  subject: z.string(),
  /** what it is about: `sign-in-link`, `invitation` … */
  kind: z.string(),
  status: MailStatus,
  sentAt: z.string().nullable(),
})
export type MailSummary = z.infer<typeof MailSummary>

export const MailPage = z
  .strictObject({ mails: z.array(MailSummary), next: z.string().nullable() })
  .meta({ id: 'MailPage' })
export type MailPage = z.infer<typeof MailPage>

export const Mail = MailSummary.extend({
  language: Language,
  text: z.string(),
  attempts: z.number().int(),
  /** what the mail server answered last, when it refused */
  lastError: z.string().nullable(),
}).meta({ id: 'Mail' })
export type Mail = z.infer<typeof Mail>

/** Somebody who looks after the installation. */
export const Administrator = z.strictObject({ personId: PersonId, name: z.string(), email: z.string() })
export type Administrator = z.infer<typeof Administrator>

export const Administrators = z.strictObject({ administrators: z.array(Administrator) }).meta({ id: 'Administrators' })
export type Administrators = z.infer<typeof Administrators>

export const NewAdministrator = z.strictObject({ name: PersonName, email: Email, language: Language })
export type NewAdministrator = z.infer<typeof NewAdministrator>
