import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type Mail = { to: string; subject: string; text: string; receivedAt: number }

/** A mail server that keeps what it is given as files in `folder`, for the journeys to read. */
export async function startMailServer(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  mkdirSync(folder, { recursive: true })
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        void keep(folder, ++count, to, Buffer.concat(chunks)).then(() => done(), done)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(folder: string, number: number, to: string[], raw: Buffer): Promise<void> {
  const parsed = await PostalMime.parse(raw)
  const mail: Mail = {
    to: to.join(', '),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    receivedAt: Date.now(),
  }
  writeFileSync(path.join(folder, `${String(number).padStart(5, '0')}.json`), JSON.stringify(mail))
}

type Which = { about?: string; after?: number }

/** The newest mail to this address whose subject holds the words, sent after that instant; waits for it. */
export async function mailTo(address: string, { about = '', after = 0 }: Which = {}): Promise<Mail> {
  const folder = process.env.E2E_MAILS!
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const found = readdirSync(folder)
      .sort()
      .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Mail)
      .filter((mail) => mail.to === address && mail.subject.includes(about) && mail.receivedAt >= after)
      .at(-1)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`No mail came to ${address}${about && ` about ${about}`}`)
}

/** The address in a mail that signs its reader in. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+\/sign-in\/link\S*#[\w-]+/.exec(mail.text)?.[0]
  if (!link) throw new Error(`There is no link in the mail “${mail.subject}”:\n${mail.text}`)
  return link
}
