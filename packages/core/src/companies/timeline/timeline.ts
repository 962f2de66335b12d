import type { Text } from '../../kernel/text.ts'
import { type Action, type Actor, type CompanySubject, can } from '../../people/permissions.ts'
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

/** A group of events: the kinds in it, by how they begin, and what it takes to read them. */
type Group = { name: Text; prefixes: readonly string[]; needs: Action }

/** What an event belongs to. What is read in the record itself by few is not told to more on its timeline. */
export const TIMELINE_GROUPS: Record<TimelineGroup, Group> = {
  company: {
    name: { sv: 'Resan genom programmet', en: 'The journey through the programme' },
    prefixes: [
      'company.joined',
      'company.created',
      'company.interest',
      'company.status',
      'company.coach',
      'company.opened',
    ],
    needs: 'company.read',
  },
  changes: {
    name: { sv: 'Ändrade uppgifter', en: 'Changed details' },
    prefixes: ['company.changed', 'company.year', 'company.industry', 'company.focus', 'contact.', 'workplace.'],
    needs: 'history.read',
  },
  assessment: {
    name: { sv: 'Mätningar', en: 'Assessments' },
    prefixes: ['assessment.', 'occasion.', 'evidence.', 'respondent.', 'finding.'],
    needs: 'result.read',
  },
  plan: {
    name: { sv: 'Plan', en: 'Plan' },
    prefixes: ['plan.', 'action.', 'goal.', 'target.', 'plan-check.'],
    needs: 'plan.read',
  },
  coaching: {
    name: { sv: 'Coachning', en: 'Coaching' },
    prefixes: ['session.', 'coaching.', 'coaching-session.'],
    needs: 'session.read',
  },
  'key-figure': {
    name: { sv: 'Nyckeltal', en: 'Key figures' },
    prefixes: ['key-figure.'],
    needs: 'key-figure.read',
  },
  aid: {
    name: { sv: 'Ägare, storlek och stöd', en: 'Owners, size and aid' },
    prefixes: ['group.', 'accounts.', 'size.', 'support.', 'declaration.', 'grant.', 'aid.', 'signature.'],
    needs: 'aid.read',
  },
  document: {
    name: { sv: 'Dokument och rapporter', en: 'Documents and reports' },
    prefixes: ['report.', 'document.'],
    needs: 'company.read',
  },
  people: {
    name: { sv: 'Personer', en: 'People' },
    prefixes: ['people.', 'invitation.', 'role.', 'company-people.'],
    needs: 'company.read',
  },
}

/** The groups this person may read of the company's timeline. */
export function groupsFor(actor: Actor, subject: CompanySubject): TimelineGroup[] {
  const groups = Object.entries(TIMELINE_GROUPS) as [TimelineGroup, Group][]
  return groups.flatMap(([id, { needs }]) => (can(actor, needs, subject) ? [id] : []))
}

export function groupOf(kind: string): TimelineGroup | undefined {
  const found = Object.entries(TIMELINE_GROUPS).find(([, { prefixes }]) => prefixes.some((p) => kind.startsWith(p)))
  return found?.[0] as TimelineGroup | undefined
}
