import type {
  CoachingSession,
  NewSession,
  SessionAid,
  SessionChange,
  SessionStart,
} from '@stegvis/core/coaching/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../db/tenancy.ts'

/** A session as stored, before it is decided what the reader may see of it. */
export type StoredSession = Omit<CoachingSession, 'noteTeam' | 'mayChange'> & { noteTeam: string }

type SessionFacts = Omit<NewSession, 'id'> & { id: RecordId }

/** How it stands to state aid, as it was judged when it was written. */
export type SessionStanding = {
  aid: SessionAid
  billable: boolean | null
  exception: { reason: string; by: PersonId } | null
}

/** Adds the session; false when its id is there already, as after a repeated call. */
export async function insertSession(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
  coachId: PersonId,
  session: NewSession,
  standing: SessionStanding,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('coaching_session')
    .values({
      programme_id: programmeId,
      id: session.id,
      company_id: companyId,
      coach_id: coachId,
      ...columns(session),
      ...standingColumns(standing),
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirst()
  if (!inserted.numInsertedOrUpdatedRows) return false
  await setFocusAreas(tx, programmeId, session)
  return true
}

/** Writes the whole entry over, `standing` only where it was judged again; false when somebody else has written since that revision. */
export async function updateSession(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  change: SessionChange,
  standing: SessionStanding | null,
): Promise<boolean> {
  const updated = await tx
    .updateTable('coaching_session')
    .set((set) => ({
      ...columns(change),
      ...(standing && standingColumns(standing)),
      revision: set('revision', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('revision', '=', change.revision)
    .executeTakeFirst()
  if (!updated.numUpdatedRows) return false
  await setFocusAreas(tx, programmeId, { ...change, id })
  return true
}

export async function markRemoved(tx: Tx, programmeId: ProgrammeId, id: RecordId, at: string | null): Promise<void> {
  await tx
    .updateTable('coaching_session')
    .set((set) => ({ removed_at: at, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

function columns(session: Omit<SessionFacts, 'id'>) {
  return {
    held_on: session.heldOn,
    how: session.how,
    minutes: session.minutes,
    participants: JSON.stringify(session.participants),
    note_all: session.noteAll,
    note_team: session.noteTeam,
    next_step: session.nextStep,
    next_step_on: session.nextStepOn,
  }
}

function standingColumns({ aid, billable, exception }: SessionStanding) {
  const event = aid.kind === 'open-event' ? aid : null
  return {
    aid_kind: aid.kind,
    aid_reason: event?.reason ?? null,
    aid_advantage: event?.advantage ?? null,
    billable,
    override_reason: exception?.reason ?? null,
    override_by: exception?.by ?? null,
  }
}

async function setFocusAreas(tx: Tx, programmeId: ProgrammeId, session: SessionFacts): Promise<void> {
  await tx
    .deleteFrom('coaching_session_focus_area')
    .where('programme_id', '=', programmeId)
    .where('session_id', '=', session.id)
    .execute()
  if (session.focusAreaIds.length === 0) return
  await tx
    .insertInto('coaching_session_focus_area')
    .values(
      [...new Set(session.focusAreaIds)].map((focusAreaId) => ({
        programme_id: programmeId,
        session_id: session.id,
        focus_area_id: focusAreaId,
      })),
    )
    .execute()
}

function sessionsWithNames(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('coaching_session as s')
    .innerJoin('company as c', (join) =>
      join.onRef('c.programme_id', '=', 's.programme_id').onRef('c.id', '=', 's.company_id'),
    )
    .leftJoin('auth.user as coach', 'coach.id', 's.coach_id')
    .leftJoin('auth.user as passer', 'passer.id', 's.override_by')
    .where('s.programme_id', '=', programmeId)
    .select([
      's.id',
      's.company_id',
      'c.name as company_name',
      's.coach_id',
      'coach.name as coach_name',
      's.held_on',
      's.how',
      's.minutes',
      's.participants',
      's.note_all',
      's.note_team',
      's.next_step',
      's.next_step_on',
      's.aid_kind',
      's.aid_reason',
      's.aid_advantage',
      's.billable',
      's.override_reason',
      'passer.name as override_by_name',
      's.revision',
      's.logged_at',
      's.removed_at',
    ])
    .select(
      sql<CoachingSession['focusAreas']>`coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'accent', f.accent) order by f.position)
        from coaching_session_focus_area a
        join focus_area f on f.programme_id = a.programme_id and f.id = a.focus_area_id
        where a.programme_id = s.programme_id and a.session_id = s.id
      ), '[]')`.as('focus_areas'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof sessionsWithNames>['execute']>>[number]

function toSession(row: Row): StoredSession {
  return {
    id: row.id,
    companyId: row.company_id,
    companyName: row.company_name,
    coach: { id: row.coach_id, name: row.coach_name ?? '' },
    heldOn: row.held_on,
    how: row.how,
    minutes: row.minutes,
    focusAreaIds: row.focus_areas.map((area) => area.id),
    focusAreas: row.focus_areas,
    participants: row.participants as string[],
    noteAll: row.note_all ?? '',
    noteTeam: row.note_team ?? '',
    nextStep: row.next_step ?? '',
    nextStepOn: row.next_step_on,
    aid:
      row.aid_kind === 'open-event'
        ? { kind: 'open-event', reason: row.aid_reason ?? '', advantage: row.aid_advantage ?? 'none' }
        : { kind: 'advice' },
    billable: row.billable,
    exception: row.override_reason === null ? null : { reason: row.override_reason, by: row.override_by_name },
    revision: row.revision,
    loggedAt: row.logged_at,
    removedAt: row.removed_at,
  }
}

export async function findSession(tx: Tx, programmeId: ProgrammeId, id: RecordId): Promise<StoredSession | undefined> {
  const row = await sessionsWithNames(tx, programmeId).where('s.id', '=', id).executeTakeFirst()
  return row && toSession(row)
}

/** Which sessions: of a company, or of a coach in a period (both days included). */
export type SessionFilter =
  | { companyId: CompanyId }
  | { coachId: PersonId; from: PlainDate | null; to: PlainDate | null }

/** Where a page starts: after this session in the order newest day first. */
export type SessionCursor = { heldOn: PlainDate; id: RecordId }

/** Up to `limit` sessions that stand, newest day first. */
export async function listSessions(
  tx: Tx,
  programmeId: ProgrammeId,
  filter: SessionFilter,
  after: SessionCursor | null,
  limit: number,
): Promise<StoredSession[]> {
  let query = sessionsWithNames(tx, programmeId).where('s.removed_at', 'is', null).where(matches(filter))
  if (after) query = query.where(sql<SqlBool>`(s.held_on, s.id) < (${after.heldOn}, ${after.id})`)
  const rows = await query.orderBy('s.held_on', 'desc').orderBy('s.id', 'desc').limit(limit).execute()
  return rows.map(toSession)
}

/** How many sessions match on all pages, and their minutes. */
export async function sumSessions(
  tx: Tx,
  programmeId: ProgrammeId,
  filter: SessionFilter,
): Promise<{ count: number; minutes: number }> {
  const row = await tx
    .selectFrom('coaching_session as s')
    .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(sum(s.minutes), 0)`.as('minutes')])
    .where('s.programme_id', '=', programmeId)
    .where('s.removed_at', 'is', null)
    .where(matches(filter))
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), minutes: Number(row.minutes) }
}

function matches(filter: SessionFilter): Expression<SqlBool> {
  if ('companyId' in filter) return sql<SqlBool>`s.company_id = ${filter.companyId}`
  return sql<SqlBool>`s.coach_id = ${filter.coachId}
    and s.held_on >= coalesce(${filter.from}::date, '-infinity')
    and s.held_on <= coalesce(${filter.to}::date, 'infinity')`
}

/** The days of a company's sessions, for the day it was last met. */
export async function listContactDays(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
): Promise<{ heldOn: PlainDate; removed: boolean }[]> {
  const rows = await tx
    .selectFrom('coaching_session')
    .select(['held_on', 'removed_at'])
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', companyId)
    .execute()
  return rows.map((row) => ({ heldOn: row.held_on, removed: row.removed_at !== null }))
}

/** What the form for a new session offers. */
export async function readStart(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
): Promise<Omit<SessionStart, 'last' | 'today'>> {
  const company = await tx
    .selectFrom('company')
    .select('name')
    .where('programme_id', '=', programmeId)
    .where('id', '=', companyId)
    .executeTakeFirstOrThrow()
  const areas = await tx
    .selectFrom('focus_area')
    .select(['id', 'name', 'accent'])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute()
  const contacts = await tx
    .selectFrom('contact')
    .select('name')
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', companyId)
    .where('removed_at', 'is', null)
    .orderBy('main', 'desc')
    .orderBy('name')
    .execute()
  return {
    companyName: company.name,
    focusAreas: areas.map((area) => ({ ...area, name: DraftText.parse(area.name) })),
    contacts: contacts.map((contact) => contact.name),
  }
}
