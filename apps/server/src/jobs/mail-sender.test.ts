import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testClock } from '../../test/app.ts'
import { testDatabase } from '../../test/database.ts'
import { createSendMail } from '../people/mail.ts'
import { layOutMail } from '../people/mail-layout.ts'
import { newToken } from '../people/sign-in/tokens.ts'
import { createMailSender, nextAttempt } from './mail-sender.ts'

const database = await testDatabase()
const clock = testClock()

let received: { to: string; data: string }[] = []
let refusal: { code: number; message: string } | null = null
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_address, _session, answer) => {
    answer(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }))
  },
  onData: (stream, session, answer) => {
    let data = ''
    stream.on('data', (chunk: Buffer) => {
      data += chunk.toString('utf8')
    })
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), data })
      answer()
    })
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

const mail = { smtpUrl, from: 'Stegvis <stegvis@example.org>' }
const parts = { database, clock, log: pino({ level: 'silent' }), mail, publicUrl: 'https://stegvis.example.org' }
const sendMail = createSendMail({ mail }, clock)

beforeEach(async () => {
  received = []
  refusal = null
  await database.asInstallation((tx) => tx.deleteFrom('mail').execute())
})

const token = newToken()

async function queue(to: string): Promise<void> {
  const content = layOutMail({
    language: 'sv',
    letterhead: { name: 'Provprogrammet', acknowledgements: ['Medfinansieras av Europeiska unionen'] },
    subject: 'Hej från Åmål',
    to: 'Örjan <Å>',
    paragraphs: ['Välkommen & varmt tack.'],
    action: { label: 'Logga in', address: `https://stegvis.example.org/sign-in/link#${token}` },
  })
  await database.asInstallation((tx) => sendMail(tx, { to, language: 'sv', kind: 'test', ...content }))
}

async function onlyMail() {
  return database.asInstallation((tx) => tx.selectFrom('mail').selectAll().executeTakeFirstOrThrow())
}

/** Runs `work` with a sender, as one node would. */
async function withSender<T>(work: (sender: ReturnType<typeof createMailSender>) => Promise<T>): Promise<T> {
  const sender = createMailSender(parts)
  try {
    return await work(sender)
  } finally {
    sender.close()
  }
}

describe('the mail sender', () => {
  test('takes a queued mail to the mail server, as text and as HTML', async () => {
    await queue('orjan@example.org')
    expect(await withSender((sender) => sender.sendDue())).toBe(1)
    expect(received).toHaveLength(1)
    expect(received[0]!.to).toBe('orjan@example.org')
    expect(received[0]!.data).toContain('From: Stegvis <stegvis@example.org>')
    expect(received[0]!.data).toContain('Auto-Submitted: auto-generated')
    expect(received[0]!.data).toMatch(/multipart\/alternative/)
  })

  test('keeps what was sent without the secret of the link', async () => {
    await queue('orjan@example.org')
    await withSender((sender) => sender.sendDue())
    const kept = await onlyMail()
    expect(kept).toMatchObject({ status: 'sent', sent_at: clock.now(), attempts: 1 })
    expect(kept.body_text).toContain('https://stegvis.example.org/sign-in/link#…')
    expect(kept.body_text + kept.body_html).not.toContain(token)
    expect(received[0]!.data.replace(/=\r\n/g, '')).toContain(token)
  })

  test('sends each mail once when two nodes look at the same moment', async () => {
    for (let number = 0; number < 30; number++) await queue(`person-${number}@example.org`)
    const counts = await withSender((one) =>
      withSender((other) => Promise.all([one.sendDue(), other.sendDue(), one.sendDue(), other.sendDue()])),
    )
    expect(counts.reduce((sum, count) => sum + count)).toBe(30)
    expect(new Set(received.map(({ to }) => to)).size).toBe(30)
    expect(received).toHaveLength(30)
  })

  test('tries again later when the server is busy', async () => {
    await queue('orjan@example.org')
    refusal = { code: 451, message: 'try again later' }
    expect(await withSender((sender) => sender.sendDue())).toBe(0)
    expect(await onlyMail()).toMatchObject({ status: 'queued', next_attempt_at: nextAttempt(clock.now(), 1) })
    refusal = null
    expect(await withSender((sender) => sender.sendDue())).toBe(0)
    clock.advance(1)
    expect(await withSender((sender) => sender.sendDue())).toBe(1)
    expect((await onlyMail()).status).toBe('sent')
  })

  test('gives up at once on an address that does not exist', async () => {
    await queue('nobody@example.org')
    refusal = { code: 550, message: 'no such user' }
    await withSender((sender) => sender.sendDue())
    expect(await onlyMail()).toMatchObject({ status: 'failed', attempts: 1 })
    expect((await onlyMail()).last_error).toContain('no such user')
  })

  test('gives up after ten attempts', async () => {
    await queue('orjan@example.org')
    refusal = { code: 451, message: 'try again later' }
    for (let attempt = 0; attempt < 10; attempt++) {
      await withSender((sender) => sender.sendDue())
      clock.advance(1)
    }
    expect(await onlyMail()).toMatchObject({ status: 'failed', attempts: 10 })
  })

  test('a mail that a node died with is sent by another', async () => {
    await queue('orjan@example.org')
    await database.asInstallation((tx) =>
      tx
        .updateTable('mail')
        .set({ attempts: 1, next_attempt_at: new Date(Date.parse(clock.now()) + 300_000).toISOString() })
        .execute(),
    )
    expect(await withSender((sender) => sender.sendDue())).toBe(0)
    clock.advance(1)
    expect(await withSender((sender) => sender.sendDue())).toBe(1)
  })

  test('waits longer each time, six hours at most', () => {
    const minutes = [1, 2, 3, 9, 10].map(
      (attempts) =>
        (Date.parse(nextAttempt('2026-11-23T12:00:00Z', attempts)) - Date.parse('2026-11-23T12:00:00Z')) / 60_000,
    )
    expect(minutes).toEqual([1, 2, 4, 256, 360])
  })
})

test('without a mail server, a mail is kept and never taken', async () => {
  const keep = createSendMail({ mail: null }, clock)
  const content = { subject: 'Hej', text: 'Hej', html: '<p>Hej</p>' }
  await database.asInstallation((tx) => keep(tx, { to: 'a@example.org', language: 'sv', kind: 'test', ...content }))
  expect(await withSender((sender) => sender.sendDue())).toBe(0)
  expect((await onlyMail()).status).toBe('kept')
})

test('a mail leaves only if what it tells of was saved', async () => {
  const undone = database.asInstallation(async (tx) => {
    await sendMail(tx, { to: 'a@example.org', language: 'sv', kind: 'test', subject: 'Hej', text: 'Hej', html: 'Hej' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await withSender((sender) => sender.sendDue())).toBe(0)
})
