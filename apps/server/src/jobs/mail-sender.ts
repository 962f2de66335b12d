import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { claimDueMail, markFailed, markSent, type QueuedMail } from './mail-store.ts'

const AT_ONCE = 20
const LEASE_MINUTES = 5
const MOST_ATTEMPTS = 10
const LONGEST_PAUSE_MINUTES = 6 * 60

export type MailSender = {
  /** Sends what is due and answers how many were sent. */
  sendDue(): Promise<number>
  close(): void
}

type Parts = Pick<Deps, 'database' | 'clock' | 'log'> & { mail: NonNullable<Config['mail']>; publicUrl: string }

/** Takes queued mails to the mail server. A mail may arrive twice after a crash, with the same message id. */
export function createMailSender({ database, clock, log, mail: server, publicUrl }: Parts): MailSender {
  const transport = createTransport({ url: server.smtpUrl, pool: true, maxConnections: 2, ...TIME_LIMITS })
  const domain = new URL(publicUrl).hostname

  async function send(mail: QueuedMail): Promise<boolean> {
    try {
      await transport.sendMail({
        ...{ from: server.from, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html },
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      })
    } catch (error) {
      const retryAt = isFinal(error) || mail.attempts >= MOST_ATTEMPTS ? null : nextAttempt(clock.now(), mail.attempts)
      await database.asInstallation((tx) => markFailed(tx, mail.id, reasonOf(error), retryAt))
      // The server's answer may quote the address, so only its code is logged.
      log.warn({ mail: mail.id, code: codeOf(error), attempts: mail.attempts }, 'a mail was not sent')
      return false
    }
    await database.asInstallation((tx) => markSent(tx, mail, clock.now()))
    return true
  }

  return {
    sendDue: async () => {
      const due = await database.asInstallation((tx) =>
        claimDueMail(tx, clock.now(), minutesAfter(clock.now(), LEASE_MINUTES), AT_ONCE),
      )
      const sent = await Promise.all(due.map(send))
      return sent.filter(Boolean).length
    },
    close: () => transport.close(),
  }
}

const TIME_LIMITS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** Twice as long each time: a minute at first, six hours at most. */
export function nextAttempt(now: string, attempts: number): string {
  return minutesAfter(now, Math.min(2 ** (attempts - 1), LONGEST_PAUSE_MINUTES))
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}

type SmtpError = { code?: string; responseCode?: number }

/** The server says that this address will never work; trouble with the server itself passes. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as SmtpError
  return code === 'EENVELOPE' && responseCode >= 500
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as SmtpError
  return [code, responseCode].filter(Boolean).join(' ')
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500)
}
