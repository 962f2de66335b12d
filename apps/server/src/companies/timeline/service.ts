import { OPENING_HOURS, openAnswers } from '@stegvis/core/companies/standing/opening.ts'
import type { TimelineGroup, TimelinePage } from '@stegvis/core/companies/timeline/schema.ts'
import { audiencesFor, detailFor, groupsFor, TIMELINE_GROUPS } from '@stegvis/core/companies/timeline/timeline.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { requireCompany } from '../access.ts'
import { keyOf } from '../key.ts'
import { readCursor, writeCursor } from '../keyset.ts'
import { insertOpening, listEvents } from './store.ts'

export type TimelineRequest = { group?: TimelineGroup | undefined; after?: string | undefined; limit: number }

/** What happened to the company, newest first, as far as this person may read it. */
export async function readTimeline(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { group, after, limit }: TimelineRequest,
): Promise<TimelinePage> {
  const needs = group === undefined ? 'company.read' : TIMELINE_GROUPS[group].needs
  const subject = await requireCompany(tx, actor, needs, companyId)
  const audiences = audiencesFor(actor, subject)
  const groups = group === undefined ? groupsFor(actor, subject) : [group]
  const prefixes = groups.flatMap((id) => TIMELINE_GROUPS[id].prefixes)
  const page = { after: readCursor(after), limit }
  const { events, end } = await listEvents(tx, keyOf(actor, companyId), { audiences, prefixes }, page)
  return {
    events: events.map((event) => ({ ...event, detail: detailFor(event.detail, audiences) })),
    next: end && writeCursor(end),
  }
}

/** Opens the company's answers for some hours. The reason is on the timeline, where the company reads it. */
export async function openRecord(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  opening: { id: RecordId; reason: string },
  now: string,
): Promise<{ until: string }> {
  await requireCompany(tx, actor, 'company.open-answers', companyId)
  const decision = openAnswers(opening.reason)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const until = new Date(Date.parse(now) + OPENING_HOURS * 3_600_000).toISOString()
  const reason = decision.value
  if (await insertOpening(tx, keyOf(actor, companyId), { id: opening.id, personId: actor.personId, reason, until })) {
    const detail = { reason, until }
    await recordEvent(tx, actor, { kind: 'company.opened', companyId, detail, audience: 'all' })
  }
  return { until }
}
