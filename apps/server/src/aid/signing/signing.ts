import type { PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import type { NewSignature, SigningReturned, SigningStep } from '@stegvis/core/aid/signing/schema.ts'
import { ProgrammeId, type RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { actorIn, type SignedIn } from '../../http/access.ts'
import { Problem } from '../../http/problem.ts'
import { type Moment, requirePaper, setPaper } from '../papers/service.ts'
import type { Departure, Identified } from './methods.ts'
import {
  intentOf,
  keepSignature,
  orderPaperToSign,
  type Proved,
  requireSame,
  requireSignable,
  type Signable,
  type Subject,
  stateHash,
  viewPaperToSign,
  viewSignature,
} from './service.ts'
import { findSignature, findSlug, type SigningSession, saveSession, useSession } from './store.ts'
import { KIND_OF } from './subjects.ts'

/** How long a person has to prove who they are with a provider. */
const ROUND_TRIP_MINUTES = 15

type Parts = Pick<Deps, 'database' | 'printer' | 'clock' | 'signing'>

export const momentOf = ({ clock }: Pick<Deps, 'clock'>, actor: Actor): Moment => ({
  now: clock.now(),
  today: clock.today(actor.timeZone),
})

/** The paper of what is to be signed, as it is now, with its file. */
export async function makePaperToSign(
  deps: Parts,
  actor: Actor,
  subject: Subject,
  language: Language,
): Promise<PaperToSign> {
  const { database, signing } = deps
  const moment = momentOf(deps, actor)
  const id = await database.inTenant(actor, (tx) => orderPaperToSign(tx, actor, subject, language, moment))
  await setPaper(deps, actor, id)
  return database.inTenant(actor, (tx) => viewPaperToSign(tx, actor, subject, id, signing), { readOnly: true })
}

/** Signs at once, or answers where to go. The same id again answers as the first time. */
export async function sign(
  deps: Parts,
  actor: Actor,
  account: string,
  subject: Subject,
  wanted: NewSignature,
): Promise<SigningStep> {
  const { database, signing } = deps
  const method = signing.method(wanted.method)
  if (!method) throw new Problem('signing-method-off')
  const ready = await database.inTenant(actor, (tx) => prepare(tx, actor, subject, wanted), { readOnly: true })
  if (ready === 'signed-before') return answerSigned(deps, actor, subject, wanted.id)
  const begun = await method.begin(intentOf(actor, account, ready))
  if ('address' in begun) return depart(deps, actor, ready, wanted, begun)
  return finish(deps, actor, subject, wanted.paper, proved(wanted, wanted.method, begun))
}

const proved = (
  { id, statedAuthority }: Pick<NewSignature, 'id' | 'statedAuthority'>,
  method: string,
  identified: Identified,
): Proved => ({ id, method, statedAuthority, identified })

async function prepare(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  wanted: NewSignature,
): Promise<Signable | 'signed-before'> {
  const known = await findSignature(tx, actor.programmeId, wanted.id)
  if (known?.signedBy === actor.personId && known.subject.id === subject.id) return 'signed-before'
  if (known) throw new Problem('already-exists')
  const signable = await requireSignable(tx, actor, subject, wanted)
  requireSame(signable, wanted)
  return signable
}

async function depart(
  { database, clock }: Parts,
  actor: Actor,
  { paper, consent }: Signable,
  { id, statedAuthority }: NewSignature,
  { address, state }: Departure,
): Promise<SigningStep> {
  const startedAt = clock.now()
  const session = {
    ...{ id, companyId: paper.companyId, paperId: paper.id, signedBy: actor.personId, statedAuthority, startedAt },
    expiresAt: new Date(Date.parse(startedAt) + ROUND_TRIP_MINUTES * 60_000).toISOString(),
    ...{ stateSha256: stateHash(state), consent, language: paper.language },
  }
  await database.inTenant(actor, (tx) => saveSession(tx, keyOf(actor, paper.companyId), session))
  return { state: 'elsewhere', address }
}

async function finish(
  deps: Parts,
  actor: Actor,
  subject: Subject,
  paperId: RecordId,
  known: Proved,
): Promise<Extract<SigningStep, { state: 'signed' }>> {
  const moment = momentOf(deps, actor)
  const record = await deps.database.inTenant(actor, (tx) => keepSignature(tx, actor, subject, paperId, known, moment))
  await setPaper(deps, actor, record)
  return answerSigned(deps, actor, subject, known.id)
}

async function answerSigned({ database }: Parts, actor: Actor, { companyId }: Subject, id: RecordId) {
  const read = (tx: Tx) => viewSignature(tx, actor, companyId, id)
  return { state: 'signed' as const, ...(await database.inTenant(actor, read, { readOnly: true })) }
}

/**
 * Finishes what was begun with a provider. A state is used once, whatever comes of it: who broke off begins again.
 */
export async function completeSigning(
  deps: Parts,
  person: SignedIn,
  parameters: URLSearchParams,
): Promise<SigningReturned> {
  const { database, clock, signing } = deps
  const method = signing.method('oidc')
  const state = parameters.get('state') ?? ''
  const actor = await actorOf(deps, person, state)
  if (!method || !actor) throw new Problem('signing-expired')
  const session = await database.inTenant(actor, (tx) =>
    useSession(tx, actor.programmeId, stateHash(state), clock.now()),
  )
  if (!session) throw new Problem('signing-expired')
  const begun = await database.inTenant(actor, (tx) => resume(tx, actor, person, session), { readOnly: true })
  const identified = await method.finish(parameters, begun.intent)
  const known = proved(session, 'oidc', identified)
  const { signature, complete } = await finish(deps, actor, begun.subject, session.paperId, known)
  const { companyId: company, kind, id } = begun.subject
  return { programme: begun.programme, company, subject: { kind, id }, signature, complete }
}

/** The state says which programme it is of: a person acts in one at a time. */
async function actorOf({ database }: Parts, person: SignedIn, state: string): Promise<Actor | undefined> {
  const programme = ProgrammeId.safeParse(state.split('.')[0])
  if (!programme.success) return undefined
  return actorIn(database, person, programme.data)
}

async function resume(tx: Tx, actor: Actor, person: SignedIn, session: SigningSession) {
  if (session.signedBy !== actor.personId) throw new Problem('signing-other-person')
  const paper = await requirePaper(tx, actor, session.companyId, session.paperId)
  const kind = KIND_OF[paper.kind]
  if (!kind) throw new Problem('signing-expired')
  const subject: Subject = { kind, companyId: session.companyId, id: paper.subjectId }
  const claim = { paper: paper.id, statedAuthority: session.statedAuthority }
  const signable = await requireSignable(tx, actor, subject, claim)
  return { subject, programme: await findSlug(tx, actor.programmeId), intent: intentOf(actor, person.email, signable) }
}
