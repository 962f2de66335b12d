import type { Tx } from '../db/tenancy.ts'

export type QueuedMail = {
  id: string
  to: string
  language: 'sv' | 'en'
  subject: string
  text: string
  html: string
  /** this attempt included */
  attempts: number
}

/**
 * Takes mails that are due, for this node alone: the next attempt is set first, so that a node which dies while
 * sending leaves its mails to the others after `leaseUntil`, and two nodes never take the same one.
 */
export async function claimDueMail(tx: Tx, now: string, leaseUntil: string, most: number): Promise<QueuedMail[]> {
  const rows = await tx
    .updateTable('mail')
    .set((mail) => ({ attempts: mail('attempts', '+', 1), next_attempt_at: leaseUntil }))
    .where('id', 'in', (mail) =>
      mail
        .selectFrom('mail')
        .select('id')
        .where('status', '=', 'queued')
        .where('next_attempt_at', '<=', now)
        .orderBy('next_attempt_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'to_address', 'language', 'subject', 'body_text', 'body_html', 'attempts'])
    .execute()
  return rows.map(({ to_address, body_text, body_html, ...mail }) => ({
    ...mail,
    to: to_address,
    text: body_text,
    html: body_html,
  }))
}

/** Keeps the mail as it was sent, but for the secrets in its links: what is sent is theirs alone from then on. */
export async function markSent(tx: Tx, mail: QueuedMail, now: string): Promise<void> {
  await tx
    .updateTable('mail')
    .set({
      status: 'sent',
      sent_at: now,
      last_error: null,
      body_text: withoutSecrets(mail.text),
      body_html: withoutSecrets(mail.html),
    })
    .where('id', '=', mail.id)
    .execute()
}

/** `retryAt` null: given up. */
export async function markFailed(tx: Tx, id: string, reason: string, retryAt: string | null): Promise<void> {
  await tx
    .updateTable('mail')
    .set(retryAt === null ? { status: 'failed', last_error: reason } : { next_attempt_at: retryAt, last_error: reason })
    .where('id', '=', id)
    .execute()
}

const SECRET = /#[\w-]{40,}/g

function withoutSecrets(text: string): string {
  return text.replace(SECRET, '#…')
}
