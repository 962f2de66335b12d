import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { Signing } from './aid/signing/methods.ts'
import type { Config } from './config.ts'
import type { Database } from './db/tenancy.ts'
import type { FindSession } from './http/access.ts'
import type { ModelLibrary } from './models/library.ts'
import type { SendMail } from './people/mail.ts'
import type { SignIn } from './people/sign-in.ts'
import type { Printer } from './reports/typst/printer.ts'

/** What the application is made of; tests replace what we do not own: clock, mail. */
export type Deps = {
  config: Config
  database: Database
  log: FastifyBaseLogger
  clock: Clock
  models: ModelLibrary
  findSession: FindSession
  signIn: SignIn
  sendMail: SendMail
  printer: Printer
  signing: Signing
  /** started with --demo: people of a demonstration programme sign in with one press */
  demonstration: boolean
}

export type Clock = {
  /** the instant, as ISO 8601 in UTC */
  now(): string
  /** the calendar day at that instant in a time zone (IANA name) */
  today(timeZone: string): PlainDate
}
