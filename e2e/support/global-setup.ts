import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startMailServer } from './mails.ts'
import { PORT, startServer } from './server.ts'

/** The demonstration on an embedded database of its own, with a real mail server, for the whole run. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stegvis-e2e-'))
  process.env.E2E_MAILS = path.join(folder, 'mails')
  const mails = await startMailServer(process.env.E2E_MAILS)
  const env = { SMTP_URL: mails.url, MAIL_FROM: 'Stegvis <stegvis@example.org>' }
  const server = await startServer({ port: PORT, dataDir: path.join(folder, 'data'), env })
  return async () => {
    await server.stop()
    await mails.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
