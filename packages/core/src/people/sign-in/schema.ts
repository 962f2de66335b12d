import { z } from 'zod'
import { PersonId } from '../../kernel/ids.ts'
import { DraftText, Language } from '../../kernel/text.ts'
import { Email, PersonName } from '../email.ts'
import { Role } from '../roles.ts'
import { PASSWORD_MAX } from './password.ts'

/** A secret from a mail: sign-in links, new passwords, invitations. */
export const LinkToken = z.string().regex(/^[\w-]{40,80}$/)

const Password = z.string().min(1).max(PASSWORD_MAX)

export const LinkRequest = z.strictObject({
  email: Email,
  language: Language,
  /** the page to open after signing in */
  returnTo: z.string().max(500).optional(),
})
export type LinkRequest = z.infer<typeof LinkRequest>

/** Whom a link would sign in. */
export const LinkOwner = z.strictObject({ name: z.string(), email: z.string() }).meta({ id: 'LinkOwner' })
export type LinkOwner = z.infer<typeof LinkOwner>

export const TokenInput = z.strictObject({ token: LinkToken })

export const PasswordSignIn = z.strictObject({ email: Email, password: Password })
export type PasswordSignIn = z.infer<typeof PasswordSignIn>

export const NewPasswordRequest = z.strictObject({ email: Email, language: Language })
export type NewPasswordRequest = z.infer<typeof NewPasswordRequest>

export const NewPassword = z.strictObject({ token: LinkToken, password: Password })
export type NewPassword = z.infer<typeof NewPassword>

/** The present password is left out by a person who has none yet. */
export const PasswordChange = z.strictObject({ present: Password.optional(), password: Password })
export type PasswordChange = z.infer<typeof PasswordChange>

/** A person of a demonstration programme, offered on the sign-in page. */
export const DemonstrationPerson = z.strictObject({
  personId: PersonId,
  name: z.string(),
  /** `null`: the administrator of the installation */
  role: Role.nullable(),
  /** where the role is held: a company, a sub-project or a partner; empty in the whole programme */
  within: z.string(),
})
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>

export const DemonstrationSignIn = z.strictObject({ programme: DraftText, people: z.array(DemonstrationPerson) })
export type DemonstrationSignIn = z.infer<typeof DemonstrationSignIn>

/** What the sign-in page offers besides the mail link and the password. */
export const SignInOptions = z
  .strictObject({
    /** false: nobody has set the installation up yet */
    setUp: z.boolean(),
    demonstration: DemonstrationSignIn.nullable(),
  })
  .meta({ id: 'SignInOptions' })
export type SignInOptions = z.infer<typeof SignInOptions>

/** A device somebody is signed in on. */
export const SessionView = z
  .strictObject({
    id: z.uuid(),
    /** browser and system as the device names itself: 'Firefox', 'Windows'; empty when it does not say */
    browser: z.string(),
    system: z.string(),
    signedInAt: z.string(),
    lastUsedAt: z.string(),
    /** the session that asks */
    present: z.boolean(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

export const MySignIn = z
  .strictObject({ hasPassword: z.boolean(), sessions: z.array(SessionView) })
  .meta({ id: 'MySignIn' })
export type MySignIn = z.infer<typeof MySignIn>

const administrator = { name: PersonName, email: Email, password: Password.optional() }

/** What the set-up page sends: the demonstration, or a programme of one's own with its first administrator. */
export const SetUp = z.discriminatedUnion('choice', [
  z.strictObject({
    choice: z.literal('programme'),
    secret: z.string().max(200),
    language: Language,
    administrator: z.strictObject({ ...administrator, password: Password }),
  }),
  z.strictObject({
    choice: z.literal('demonstration'),
    secret: z.string().max(200),
    language: Language,
    administrator: z.strictObject(administrator).optional(),
  }),
])
export type SetUp = z.infer<typeof SetUp>
