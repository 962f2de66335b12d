import { lastContact, logSession } from '@stegvis/core/coaching/rules.ts'
import type {
  CoachingSession,
  NewSession,
  SessionChange,
  SessionPage,
  SessionStart,
} from '@stegvis/core/coaching/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { type CompanyId, type ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import { type Actor, type CompanySubject, can } from '@stegvis/core/people/permissions.ts'
import { z } from 'zod'
import { passGate } from '../aid/gate/service.ts'
import { recordEvent } from '../audit/store.ts'
import { requireCompany, requireInCompany } from '../companies/access.ts'
import { setLastContact, setNextStep } from '../companies/contact-service.ts'
import type { Tx } from '../db/tenancy.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { Problem } from '../http/problem.ts'
import {
  findSession,
  insertSession,
  listContactDays,
  listSessions,
  markRemoved,
  readStart,
  type SessionFilter,
  type SessionStanding,
  type StoredSession,
  sumSessions,
  updateSession,
} from './store.ts'

const PAGE = 25
const Cursor = z.strictObject({ heldOn: PlainDate, id: RecordId })

/** Logs a session. The same id again answers with what was logged the first time. */
export async function log(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  entry: NewSession,
  today: PlainDate,
): Promise<CoachingSession> {
  const subject = await requireCompany(tx, actor, 'session.log', companyId)
  const decision = logSession(entry, today)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  // What was logged when the first answer got lost is not judged again.
  const known = await findSession(tx, actor.programmeId, entry.id)
  const standing = known ? standingOf(known) : await judged(tx, actor, subject, entry, today)
  const added = await insertSession(tx, actor.programmeId, companyId, actor.personId, entry, standing)
  if (added) {
    await followUp(tx, actor.programmeId, companyId, entry)
    await recordSessionEvents(tx, actor, companyId, entry)
    await recordStanding(tx, actor, companyId, entry, standing)
  }
  return seenBy(actor, subject, await getSession(tx, actor.programmeId, entry.id, companyId))
}

/** Corrects a session. Throws `changed-meanwhile` with the present entry when somebody else was first. */
export async function correct(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  change: SessionChange,
  today: PlainDate,
): Promise<CoachingSession> {
  const { before, subject } = await requireSession(tx, actor, id)
  const decision = logSession(change, today)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const entry = { ...change, aid: change.aid ?? before.aid }
  const standing = isJudgedAgain(before, change) ? await judged(tx, actor, subject, entry, today) : null
  const written = await updateSession(tx, actor.programmeId, id, change, standing)
  if (!written) throw new Problem('changed-meanwhile', undefined, { current: seenBy(actor, subject, before) })
  await followUp(tx, actor.programmeId, before.companyId, change)
  await recordEvent(tx, actor, {
    kind: 'session.corrected',
    companyId: before.companyId,
    subjectId: id,
    detail: { from: factsOf(before), to: change },
  })
  if (standing) await recordStanding(tx, actor, before.companyId, { ...change, id }, standing)
  return seenBy(actor, subject, await getSession(tx, actor.programmeId, id, before.companyId))
}

/** One session, for correcting it. */
export async function getOne(tx: Tx, actor: Actor, id: RecordId): Promise<CoachingSession> {
  const { before, subject } = await requireSession(tx, actor, id)
  return seenBy(actor, subject, before)
}

/** Takes a session out of lists and sums; `restore` puts it back. */
export async function remove(tx: Tx, actor: Actor, id: RecordId, at: string): Promise<CoachingSession> {
  return setRemoved(tx, actor, id, at)
}

export async function restore(tx: Tx, actor: Actor, id: RecordId): Promise<CoachingSession> {
  return setRemoved(tx, actor, id, null)
}

async function setRemoved(tx: Tx, actor: Actor, id: RecordId, at: string | null): Promise<CoachingSession> {
  const { before, subject } = await requireSession(tx, actor, id)
  await markRemoved(tx, actor.programmeId, id, at)
  await refreshLastContact(tx, actor.programmeId, before.companyId)
  const kind = at === null ? 'session.restored' : 'session.removed'
  await recordEvent(tx, actor, { kind, companyId: before.companyId, subjectId: id, detail: { heldOn: before.heldOn } })
  return seenBy(actor, subject, await getSession(tx, actor.programmeId, id, before.companyId))
}

/** What the form for the next session starts from: the choices, and what was chosen last time. */
export async function startSession(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  today: PlainDate,
): Promise<SessionStart> {
  await requireCompany(tx, actor, 'session.log', companyId)
  const [latest] = await listSessions(tx, actor.programmeId, { companyId }, null, 1)
  const last = latest ? { how: latest.how, minutes: latest.minutes, focusAreaIds: latest.focusAreaIds } : null
  return { ...(await readStart(tx, actor.programmeId, companyId)), last, today }
}

/** The sessions of a company, newest first, with the team's notes for the team only. */
export async function listOfCompany(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  after: string | undefined,
): Promise<SessionPage> {
  const subject = await requireInCompany(tx, actor, 'session.read', companyId)
  return page(tx, actor.programmeId, { companyId }, after, (session) => seenBy(actor, subject, session))
}

/** The actor's own sessions as a coach, in a period. */
export async function listOwn(
  tx: Tx,
  actor: Actor,
  period: { from: PlainDate | null; to: PlainDate | null },
  after: string | undefined,
): Promise<SessionPage> {
  const filter = { coachId: actor.personId, ...period }
  return page(tx, actor.programmeId, filter, after, (session) => ({ ...session, mayChange: true }))
}

async function page(
  tx: Tx,
  programmeId: ProgrammeId,
  filter: SessionFilter,
  after: string | undefined,
  show: (session: StoredSession) => CoachingSession,
): Promise<SessionPage> {
  const cursor = after === undefined ? null : decodeCursor(after, Cursor)
  const found = await listSessions(tx, programmeId, filter, cursor, PAGE + 1)
  const sessions = found.slice(0, PAGE)
  const last = sessions.at(-1)
  const next = found.length > PAGE && last ? encodeCursor({ heldOn: last.heldOn, id: last.id }) : null
  return { sessions: sessions.map(show), next, ...(await sumSessions(tx, programmeId, filter)) }
}

/** Sessions for a spreadsheet: one coach, one period; a coach holds at most a few thousand. */
export function listForExport(
  tx: Tx,
  actor: Actor,
  period: { from: PlainDate | null; to: PlainDate | null },
): Promise<StoredSession[]> {
  return listSessions(tx, actor.programmeId, { coachId: actor.personId, ...period }, null, 20_000)
}

async function requireSession(
  tx: Tx,
  actor: Actor,
  id: RecordId,
): Promise<{ before: StoredSession; subject: CompanySubject }> {
  const before = await findSession(tx, actor.programmeId, id)
  if (!before) throw new Problem('not-found')
  return { before, subject: await requireInCompany(tx, actor, 'session.log', before.companyId) }
}

async function getSession(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  companyId: CompanyId,
): Promise<StoredSession> {
  const session = await findSession(tx, programmeId, id)
  if (session?.companyId !== companyId) throw new Problem('not-found')
  return session
}

function seenBy(actor: Actor, subject: CompanySubject, session: StoredSession): CoachingSession {
  return {
    ...session,
    noteTeam: can(actor, 'note.team', subject) ? session.noteTeam : null,
    mayChange: can(actor, 'session.log', subject),
  }
}

async function followUp(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
  entry: { nextStep: string; nextStepOn: PlainDate | null },
): Promise<void> {
  await refreshLastContact(tx, programmeId, companyId)
  if (entry.nextStep !== '')
    await setNextStep(tx, programmeId, companyId, { text: entry.nextStep, on: entry.nextStepOn })
}

async function refreshLastContact(tx: Tx, programmeId: ProgrammeId, companyId: CompanyId): Promise<void> {
  await setLastContact(tx, programmeId, companyId, lastContact(await listContactDays(tx, programmeId, companyId)))
}

/** What the gate says of a session. Throws `aid-gate-closed` with its answer where the session may not be logged. */
async function judged(
  tx: Tx,
  actor: Actor,
  subject: CompanySubject,
  { heldOn, aid = { kind: 'advice' }, override = null }: NewSession | SessionChange,
  today: PlainDate,
): Promise<SessionStanding> {
  return { aid, ...(await passGate(tx, actor, subject, { heldOn, aid, override }, today)) }
}

function standingOf({ aid, billable }: StoredSession): SessionStanding {
  return { aid, billable, exception: null }
}

/**
 * A correction of the day, the kind or the length is judged for its day; one of the wording is not. What was logged
 * before there was a gate may be made longer or shorter.
 */
function isJudgedAgain(before: StoredSession, { heldOn, minutes, aid, override }: SessionChange): boolean {
  const isOther = heldOn !== before.heldOn || (aid !== undefined && !sameValue(aid, before.aid)) || Boolean(override)
  return isOther || (before.billable !== null && minutes !== before.minutes)
}

/** What is not advice, and what passed the gate without its papers, is told with its reason. */
async function recordStanding(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, heldOn }: { id: RecordId; heldOn: PlainDate },
  { aid, exception }: SessionStanding,
): Promise<void> {
  const about = { companyId, subjectId: id, audience: 'all' as const }
  if (aid.kind === 'open-event') {
    await recordEvent(tx, actor, { kind: 'session.open-event', ...about, detail: { heldOn, reason: aid.reason } })
  }
  if (exception) {
    await recordEvent(tx, actor, {
      kind: 'session.gate-passed',
      ...about,
      detail: { heldOn, reason: exception.reason },
    })
  }
}

/** Two events, since the timeline shows the company what is for all and the team what is for the team. */
async function recordSessionEvents(tx: Tx, actor: Actor, companyId: CompanyId, entry: NewSession): Promise<void> {
  const { heldOn, how, minutes, noteAll, noteTeam, nextStep, nextStepOn, focusAreaIds } = entry
  await recordEvent(tx, actor, {
    kind: 'session.logged',
    companyId,
    subjectId: entry.id,
    audience: 'all',
    detail: { heldOn, how, minutes, focusAreaIds, note: noteAll, nextStep, nextStepOn },
  })
  if (noteTeam === '') return
  await recordEvent(tx, actor, {
    kind: 'session.team-note',
    companyId,
    subjectId: entry.id,
    audience: 'team',
    detail: { heldOn, note: noteTeam },
  })
}

function factsOf(session: StoredSession): Record<string, unknown> {
  const { heldOn, how, minutes, focusAreaIds, participants, noteAll, noteTeam, nextStep, nextStepOn, aid } = session
  return { heldOn, how, minutes, focusAreaIds, participants, noteAll, noteTeam, nextStep, nextStepOn, aid }
}
