import type { Text } from '../kernel/text.ts'
import { type Actor, type CompanySubject, can } from '../people/permissions.ts'
import type { TimelineEvent, TimelineGroup } from './schema.ts'

export type Audience = TimelineEvent['audience']

/**
 * What this person may read of a company's timeline. Everybody who sees the record reads what is for all; the
 * team's own entries need the right to the team's notes, those of the office the right to open answers.
 */
export function audiencesFor(actor: Actor, subject: CompanySubject): Audience[] {
  const audiences: Audience[] = ['all']
  if (can(actor, 'note.team', subject)) audiences.push('team')
  if (can(actor, 'company.open-answers', subject)) audiences.push('office')
  return audiences
}

/** An event's `detail.team` is for the team alone, such as the reason of a status change. */
export function detailFor(detail: Record<string, unknown>, audiences: readonly Audience[]): Record<string, unknown> {
  const { team, ...rest } = detail
  return team !== undefined && audiences.includes('team') ? { ...rest, team } : rest
}

/** What an event belongs to, by the first word of its kind; the kinds of a group for the query. */
export const TIMELINE_GROUPS: Record<TimelineGroup, { name: Text; prefixes: readonly string[] }> = {
  company: {
    name: { sv: 'Resan genom programmet', en: 'The way through the programme' },
    prefixes: [
      'company.joined',
      'company.created',
      'company.interest',
      'company.status',
      'company.coach',
      'company.opened',
    ],
  },
  changes: {
    name: { sv: 'Ändrade uppgifter', en: 'Changed facts' },
    prefixes: ['company.changed', 'company.year', 'company.focus', 'contact.', 'workplace.'],
  },
  assessment: {
    name: { sv: 'Mätningar', en: 'Assessments' },
    prefixes: ['assessment.', 'occasion.', 'evidence.', 'respondent.', 'finding.'],
  },
  plan: { name: { sv: 'Plan', en: 'Plan' }, prefixes: ['plan.', 'action.', 'goal.', 'target.', 'plan-check.'] },
  coaching: { name: { sv: 'Coachning', en: 'Coaching' }, prefixes: ['session.', 'coaching.', 'coaching-session.'] },
  'key-figure': { name: { sv: 'Nyckeltal', en: 'Key figures' }, prefixes: ['key-figure.'] },
  document: { name: { sv: 'Dokument och rapporter', en: 'Documents and reports' }, prefixes: ['report.', 'document.'] },
  people: { name: { sv: 'Personer', en: 'People' }, prefixes: ['people.', 'invitation.', 'role.', 'company-people.'] },
}

export function groupOf(kind: string): TimelineGroup | undefined {
  const found = Object.entries(TIMELINE_GROUPS).find(([, { prefixes }]) => prefixes.some((p) => kind.startsWith(p)))
  return found?.[0] as TimelineGroup | undefined
}
