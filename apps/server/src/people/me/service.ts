import { applyChanges, type FieldChange } from '@stegvis/core/kernel/changes.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Me, MyProgramme } from '@stegvis/core/people/me.ts'
import { PROFILE_FACTS } from '@stegvis/core/people/profile.ts'
import type { MySignIn, PasswordChange } from '@stegvis/core/people/sign-in/schema.ts'
import type { Database } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import type { SignedIn } from '../../http/access.ts'
import { refuseErrors, tellConflicts } from '../../http/outcome.ts'
import { Problem } from '../../http/problem.ts'
import { peopleMail } from '../../locales/people-mail.ts'
import { limitAttempts } from '../attempts.ts'
import { layOutMail, STEGVIS } from '../mail-layout.ts'
import { hasPassword } from '../person-store.ts'
import { requireStrongPassword } from '../sign-in/passwords.ts'
import { deleteSession, deleteSessions, listSessions } from '../sign-in/sessions/store.ts'
import { companyNames, listMyProgrammes, lockProfile, saveProfile } from './store.ts'

/** With `personId` alone, so that a changed name shows in the answer to the change. */
export async function getMe(database: Database, person: SignedIn): Promise<Me> {
  const programmes = await database.asPerson(person.personId, (tx) => listMyProgrammes(tx, person.personId), {
    readOnly: true,
  })
  return {
    id: person.personId,
    name: person.name,
    email: person.email,
    language: person.language,
    administrator: person.administrator,
    programmes: await Promise.all(programmes.map((programme) => withCompanyNames(database, person, programme))),
  }
}

async function withCompanyNames(database: Database, person: SignedIn, programme: MyProgramme): Promise<MyProgramme> {
  const ids = programme.grants.flatMap(({ companyId }) => companyId ?? [])
  if (ids.length === 0) return programme
  const scope = { programmeId: programme.id, personId: person.personId }
  const names = await database.inTenant(scope, (tx) => companyNames(tx, ids), { readOnly: true })
  const named = programme.grants.map((grant) => ({
    ...grant,
    companyName: grant.companyId && (names.get(grant.companyId) ?? null),
  }))
  return { ...programme, grants: named }
}

/** Applies each change whose `from` still holds; throws `changed-meanwhile` with what the others hold now. */
export async function changeProfile(
  database: Database,
  person: SignedIn,
  changes: readonly FieldChange[],
): Promise<Me> {
  const { profile, conflicts } = await database.asInstallation(async (tx) => {
    const stored = await lockProfile(tx, person.personId)
    const result = applyChanges(stored, changes, PROFILE_FACTS)
    refuseErrors(result.errors)
    const changed = { ...stored, ...Object.fromEntries(result.apply.map(({ field, to }) => [field, to])) }
    await saveProfile(tx, person.personId, changed)
    return { profile: changed as { name: string; language: Language }, conflicts: result.conflicts }
  })
  return getMe(database, { ...person, ...tellConflicts({ value: profile, conflicts }) })
}

export async function getMySignIn(database: Database, { personId, sessionId }: SignedIn): Promise<MySignIn> {
  return database.asInstallation(async (tx) => ({
    hasPassword: await hasPassword(tx, personId),
    sessions: await listSessions(tx, personId, sessionId),
  }))
}

/** Signs one device out. The present one ends by signing out, which also takes its cookie away. */
export async function endMySession(database: Database, person: SignedIn, sessionId: string): Promise<void> {
  const ended = await database.asInstallation((tx) => deleteSession(tx, person.personId, sessionId))
  if (!ended) throw new Problem('not-found')
}

export async function endAllMySessions(database: Database, { personId }: SignedIn): Promise<void> {
  await database.asInstallation((tx) => deleteSessions(tx, personId))
}

/** Sets or changes the password, signs every other device out and tells the person by mail. */
export async function changeMyPassword(deps: Deps, person: SignedIn, input: PasswordChange): Promise<void> {
  const { database, signIn, sendMail } = deps
  const { personId, name, email, language } = person
  await limitAttempts(database, 'password-change', personId, { attempts: 10, minutes: 15 })
  if (!(await signIn.isPresentPassword(personId, input.present))) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '#/present', detail: 'not the present one' }] })
  }
  await requireStrongPassword(input.password, [name, email])
  await signIn.setPassword(personId, input.password)
  const { subject, paragraphs } = peopleMail[language].passwordChanged
  const mail = layOutMail({ language, letterhead: STEGVIS, subject, to: name, paragraphs })
  await database.asInstallation(async (tx) => {
    await deleteSessions(tx, personId, person.sessionId)
    await sendMail(tx, { to: email, language, kind: 'password-changed', ...mail })
  })
}
