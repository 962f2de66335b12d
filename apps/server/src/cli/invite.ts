import { NewAdministrator } from '@stegvis/core/people/admin/schema.ts'
import { StaffInvitation } from '@stegvis/core/people/schema.ts'
import { z } from 'zod'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { composeDeps, openMigrated } from '../main.ts'
import { loadModels } from '../models/library.ts'
import { MODELS } from '../paths.ts'
import { appoint, findProgrammeAsOperator } from '../people/admin/service.ts'
import { invite as inviteByMail } from '../people/invitations/service.ts'
import { CommandError, printJson, readJson } from './command.ts'

const USAGE = `stegvis invite FILE

FILE is JSON; a dash reads standard input. To a programme:
  { "programme": "its-slug", "name": "…", "email": "…", "language": "sv", "role": "programme-manager" }
with "partnerId" for a coach and "subProjectId" for a sub-project lead. Or an administrator of the installation:
  { "administrator": true, "name": "…", "email": "…", "language": "sv" }

The person gets a mail. The link in it is printed too, for where there is no mail server.`

const AdministratorInput = NewAdministrator.extend({ administrator: z.literal(true) })
const SLUG = z.looseObject({ programme: z.string() })
const LEFT_OUT = { partnerId: null, subProjectId: null, title: null, message: null }

/** Invites as the operator, who needs no role: the first manager of a programme, an administrator locked out. */
export async function invite([file, ...more]: readonly string[]): Promise<void> {
  if (file === undefined || more.length > 0 || file === '--help') throw new CommandError(USAGE)
  const input = await readJson(file)
  const administrator = AdministratorInput.safeParse(input)
  const programme = SLUG.safeParse(input)
  if (!administrator.success && !programme.success) throw new CommandError(USAGE)
  await withDeps(async (deps) => {
    const link = administrator.success
      ? await appointAdministrator(deps, administrator.data)
      : await inviteToProgramme(deps, programme.data!)
    printJson({ link })
  })
}

async function appointAdministrator(deps: Deps, input: z.infer<typeof AdministratorInput>): Promise<string> {
  const { administrator: _, ...person } = input
  return deps.database.asInstallation((tx) => appoint(tx, deps, null, person))
}

async function inviteToProgramme(deps: Deps, input: z.infer<typeof SLUG>): Promise<string> {
  const { programme: slug, ...rest } = input
  const parsed = StaffInvitation.safeParse({ id: newId(), ...LEFT_OUT, ...rest })
  if (!parsed.success) throw new CommandError(z.prettifyError(parsed.error))
  const programme = await findProgrammeAsOperator(deps.database, slug)
  if (!programme) throw new CommandError(`There is no programme ${slug}, or no administrator yet to see it.`)
  const operator = { programmeId: programme.id, personId: null, name: null, timeZone: programme.timeZone }
  const link = await deps.database.inTenant(operator, (tx) =>
    inviteByMail(tx, operator, deps, { ...parsed.data, companyId: null }),
  )
  if (link === undefined) throw new CommandError('There is an invitation with this id.')
  return link
}

async function withDeps(work: (deps: Deps) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog('warn')
  const models = loadModels(MODELS)
  const database = await openMigrated(config)
  try {
    await work(await composeDeps({ config, database, log, clock: systemClock, models, demonstration: false }))
  } finally {
    await database.close()
  }
}
