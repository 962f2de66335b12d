import type { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Administrators, Mail, MailPage, MailStatus, NewAdministrator } from '@stegvis/core/people/admin/schema.ts'
import { z } from 'zod'
import type { Database, Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import type { SignedIn } from '../../http/access.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { Problem } from '../../http/problem.ts'
import { peopleMail } from '../../locales/people-mail.ts'
import { layOutMail, STEGVIS } from '../mail-layout.ts'
import { ensurePerson } from '../person-store.ts'
import { setAdministrator } from '../set-up/installation-store.ts'
import { findMail, findProgrammeBySlug, isAdministrator, listMails, lockAdministrators, requeueMail } from './store.ts'

const PAGE = 50
const LINK_DAYS = 7
const Place = z.strictObject({ at: z.string(), id: z.uuid() })

export type MailFilter = { q?: string | undefined; status?: MailStatus | undefined; after?: string | undefined }

export async function getMailPage(tx: Tx, { after, ...filter }: MailFilter): Promise<MailPage> {
  const place = after === undefined ? null : decodeCursor(after, Place)
  const found = await listMails(tx, filter, { after: place, limit: PAGE + 1 })
  const mails = found.slice(0, PAGE)
  const last = mails.at(-1)
  return { mails, next: last && found.length > PAGE ? encodeCursor({ at: last.createdAt, id: last.id }) : null }
}

export async function getMail(tx: Tx, id: string): Promise<Mail> {
  const mail = await findMail(tx, id)
  if (!mail) throw new Problem('not-found')
  return mail
}

/** Puts a mail that was given up back in the queue. Repeating it changes nothing. */
export async function retryMail(tx: Tx, id: string, now: string): Promise<Mail> {
  await requeueMail(tx, id, now)
  return getMail(tx, id)
}

export async function nameAdministrator(
  tx: Tx,
  deps: Deps,
  by: SignedIn,
  input: NewAdministrator,
): Promise<Administrators> {
  await appoint(tx, deps, by, input)
  return { administrators: await lockAdministrators(tx) }
}

/** Makes somebody an administrator and mails them a link, which is answered. `by` null: the operator. */
export async function appoint(
  tx: Tx,
  { signIn, sendMail, log }: Deps,
  by: SignedIn | null,
  input: NewAdministrator,
): Promise<string> {
  const personId = await ensurePerson(tx, input)
  if (await isAdministrator(tx, personId)) {
    const errors = [{ pointer: '#/email', detail: 'is an administrator already' }]
    throw new Problem('already-exists', undefined, { errors })
  }
  await setAdministrator(tx, personId, true)
  const { language, name, email } = input
  const texts = peopleMail[language].administrator
  const address = await signIn.createSignInLink(tx, input, '/admin/programmes', LINK_DAYS)
  const mail = layOutMail({
    ...{ language, letterhead: STEGVIS, subject: texts.subject, to: name },
    ...{ paragraphs: [texts.paragraph({ inviter: by?.name ?? null })], action: { label: texts.action, address } },
    notes: texts.notes,
  })
  await sendMail(tx, { to: email, language, kind: 'administrator-named', ...mail })
  log.info({ by: by?.personId ?? 'operator', personId }, 'an administrator was named')
  return address
}

/** Throws `last-of-role` when nobody else could look after the installation. */
export async function removeAdministrator(
  tx: Tx,
  { log }: Deps,
  by: SignedIn,
  personId: PersonId,
): Promise<Administrators> {
  const before = await lockAdministrators(tx)
  if (!before.some((administrator) => administrator.personId === personId)) throw new Problem('not-found')
  if (before.length === 1) throw new Problem('last-of-role')
  await setAdministrator(tx, personId, false)
  log.info({ by: by.personId, personId }, 'an administrator was removed')
  return { administrators: before.filter((administrator) => administrator.personId !== personId) }
}

/**
 * A programme by its address, for the operator on the command line. One that is not open yet shows itself to
 * administrators only, so it is looked for as one of them; undefined when there is none.
 */
export async function findProgrammeAsOperator(
  database: Database,
  slug: string,
): Promise<{ id: ProgrammeId; timeZone: string } | undefined> {
  const [administrator] = await database.asInstallation(lockAdministrators)
  return administrator && database.asPerson(administrator.personId, (tx) => findProgrammeBySlug(tx, slug))
}
