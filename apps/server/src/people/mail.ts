import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Clock } from '../deps.ts'
import { newId } from '../ids.ts'

/** A mail ready to go, as `layOutMail` makes it. `kind` tells mails apart in lists: `sign-in-link`. */
export type NewMail = {
  to: string
  language: Language
  kind: string
  subject: string
  text: string
  html: string
}

/**
 * Queues a mail in the caller's transaction: it leaves if and only if what it tells of was saved. Sent by
 * apps/server/src/jobs/mail-sender.ts when there is a mail server, else kept for /admin/mail.
 */
export type SendMail = (tx: Tx, mail: NewMail) => Promise<void>

export function createSendMail(config: { mail: unknown }, clock: Pick<Clock, 'now'>): SendMail {
  const status = config.mail === null ? 'kept' : 'queued'
  return async (tx, mail) => {
    const now = clock.now()
    await tx
      .insertInto('mail')
      .values({
        ...{ id: newId(), created_at: now, next_attempt_at: now },
        to_address: mail.to,
        language: mail.language,
        kind: mail.kind,
        subject: mail.subject,
        body_text: mail.text,
        body_html: mail.html,
        status,
      })
      .execute()
  }
}
