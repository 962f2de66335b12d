import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonId } from '@stegvis/core/kernel/ids.ts'
import type {
  LinkOwner,
  LinkRequest,
  NewPassword,
  NewPasswordRequest,
  PasswordSignIn,
  SignInOptions,
} from '@stegvis/core/people/sign-in/schema.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { peopleMail } from '../../locales/people-mail.ts'
import { type AttemptLimit, limitAttempts } from '../attempts.ts'
import { layOutMail, STEGVIS } from '../mail-layout.ts'
import { findPersonByEmail } from '../person-store.ts'
import { getInstallation } from '../set-up/installation-store.ts'
import { linkAddress, newPasswordAddress } from '../sign-in.ts'
import { listDemonstrationPeople } from './demonstration/service.ts'
import { findLinkOwner, insertLink, type LinkPurpose, takeLink } from './link-store.ts'
import { requireStrongPassword } from './passwords.ts'
import { deleteSessions } from './sessions/store.ts'

const PER_ADDRESS: AttemptLimit = { attempts: 5, minutes: 15 }
const PASSWORDS_PER_ADDRESS: AttemptLimit = { attempts: 10, minutes: 15 }
/** Wide, since a whole company may share one address on the net. */
const PER_CALLER: AttemptLimit = { attempts: 60, minutes: 15 }
const LINK_MINUTES = 15
/** Longer than the work behind a request for a link, so that the time it takes says nothing either. */
const ANSWER_AFTER_MS = 150

export async function getSignInOptions(deps: Deps): Promise<SignInOptions> {
  const { setUp } = await deps.database.asInstallation(getInstallation, { readOnly: true })
  return { setUp, demonstration: await listDemonstrationPeople(deps) }
}

/** Mails a link to the person with this address. An unknown address gets the same answer and no mail. */
export async function requestLink(deps: Deps, input: LinkRequest, caller: string): Promise<void> {
  await requestMail(deps, 'sign-in', input, caller, (token) =>
    linkAddress(deps.config.publicUrl, token, input.returnTo ?? '/'),
  )
}

export async function requestNewPassword(deps: Deps, input: NewPasswordRequest, caller: string): Promise<void> {
  await requestMail(deps, 'new-password', input, caller, (token) => newPasswordAddress(deps.config.publicUrl, token))
}

async function requestMail(
  deps: Deps,
  purpose: LinkPurpose,
  input: NewPasswordRequest,
  caller: string,
  addressOf: (token: string) => string,
): Promise<void> {
  await limitAttempts(deps.database, `${purpose}-link`, caller, PER_CALLER)
  await limitAttempts(deps.database, `${purpose}-link`, input.email, PER_ADDRESS)
  await Promise.all([sleep(ANSWER_AFTER_MS), mailLink(deps, purpose, input, addressOf)])
}

async function mailLink(
  { database, sendMail, clock }: Deps,
  purpose: LinkPurpose,
  { email, language }: NewPasswordRequest,
  addressOf: (token: string) => string,
): Promise<void> {
  const expiresAt = new Date(Date.parse(clock.now()) + LINK_MINUTES * 60_000).toISOString()
  await database.asInstallation(async (tx) => {
    const person = await findPersonByEmail(tx, email)
    if (!person) return
    const texts = purpose === 'sign-in' ? peopleMail[language].signIn : peopleMail[language].newPassword
    const address = addressOf(await insertLink(tx, purpose, person.id, expiresAt))
    const content = {
      ...{ language, letterhead: STEGVIS, subject: texts.subject, to: person.name },
      ...{ paragraphs: [texts.paragraph], action: { label: texts.action, address }, notes: texts.notes },
    }
    await sendMail(tx, { to: email, language, kind: `${purpose}-link`, ...layOutMail(content) })
  })
}

export async function lookAtLink(deps: Deps, purpose: LinkPurpose, token: string, caller: string): Promise<LinkOwner> {
  await limitAttempts(deps.database, 'link', caller, PER_CALLER)
  const now = deps.clock.now()
  const owner = await deps.database.asInstallation((tx) => findLinkOwner(tx, purpose, token, now))
  if (!owner) throw new Problem('link-expired')
  return { name: owner.name, email: owner.email }
}

/** Uses a sign-in link up; answers whom to sign in. */
export async function takeSignInLink({ database, clock }: Deps, token: string, caller: string): Promise<PersonId> {
  await limitAttempts(database, 'link', caller, PER_CALLER)
  const personId = await database.asInstallation((tx) => takeLink(tx, 'sign-in', token, clock.now()))
  if (!personId) throw new Problem('link-expired')
  return personId
}

export async function signInByPassword(
  { database, signIn }: Deps,
  input: PasswordSignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  await limitAttempts(database, 'password', request.ip, PER_CALLER)
  await limitAttempts(database, 'password', input.email, PASSWORDS_PER_ADDRESS)
  if (!(await signIn.signInWithPassword(input, request, reply))) throw new Problem('sign-in-failed')
}

/** Sets the password on the word of a mailed link, and signs every device out: who knew the old one is out too. */
export async function setNewPassword(deps: Deps, input: NewPassword, caller: string): Promise<PersonId> {
  const { database, clock, signIn } = deps
  const owner = await lookAtLink(deps, 'new-password', input.token, caller)
  await requireStrongPassword(input.password, [owner.name, owner.email])
  const personId = await database.asInstallation((tx) => takeLink(tx, 'new-password', input.token, clock.now()))
  if (!personId) throw new Problem('link-expired')
  await signIn.setPassword(personId, input.password)
  await database.asInstallation((tx) => deleteSessions(tx, personId))
  return personId
}
