import { factName } from '@stegvis/core/companies/facts.ts'
import { CompanyStatus, STATUS_NAMES } from '@stegvis/core/companies/standing/status.ts'
import type { TimelineEvent } from '@stegvis/core/companies/timeline/schema.ts'
import { groupOf, TIMELINE_GROUPS } from '@stegvis/core/companies/timeline/timeline.ts'
import { type Language, Text } from '@stegvis/core/kernel/text.ts'
import { ROLES, Role } from '@stegvis/core/people/roles.ts'
import { accountsSubject, factSubject, partySubject, sizeSubject } from '../aid/groups/event-words.ts'
import type { Formats } from '../locales/format.ts'
import type { companies as texts } from '../locales/sv/companies.ts'

type Texts = (typeof texts)['events']

export type EventContext = {
  events: Texts
  language: Language
  formats: Formats
  /** what people call a municipality */
  municipality: (code: string) => string | null
}

export type EventWords = { title: string; more: string[] }

/** What happened, in a sentence, with what was said about it. A kind without words of its own names its group. */
export function eventWords(
  { kind, detail }: Pick<TimelineEvent, 'kind' | 'detail'>,
  context: EventContext,
): EventWords {
  const { events, language } = context
  const more = [...keyFigure(detail, context), ...remarks(detail)]
  const known = SENTENCES[kind]?.(detail, context) ?? plainSentence(kind, events)
  if (known) return { title: known, more }
  const group = groupOf(kind)
  return { title: group ? TIMELINE_GROUPS[group].name[language] : events.other, more }
}

type Detail = TimelineEvent['detail']
type Sentence = (detail: Detail, context: EventContext) => string | undefined

function plainSentence(kind: string, events: Texts): string | undefined {
  return Object.hasOwn(events.plain, kind) ? events.plain[kind as keyof Texts['plain']] : undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** What it was about, reasons and notes; the team's own among them where this person may read them. */
function remarks(detail: Detail): string[] {
  const team = detail.team !== null && typeof detail.team === 'object' ? (detail.team as Detail) : {}
  const fields = ['title', 'reason', 'note', 'message'] as const
  return fields.flatMap((field) => text(team[field]) ?? text(detail[field]) ?? [])
}

/** `Ledtid: 22 dagar`, where the event speaks of a key figure by name. */
function keyFigure({ name, unit, amount }: Detail, { language, formats }: EventContext): string[] {
  const [of, inUnit] = [Text.safeParse(name), Text.safeParse(unit)]
  if (!of.success || !inUnit.success || typeof amount !== 'number') return []
  return [`${of.data[language]}: ${formats.number(amount, 2)} ${inUnit.data[language]}`]
}

const status = (value: unknown, language: Language) => {
  const parsed = CompanyStatus.safeParse(value)
  return parsed.success ? STATUS_NAMES[parsed.data][language] : ''
}

const role = (value: unknown, language: Language) => {
  const parsed = Role.safeParse(value)
  return parsed.success ? ROLES[parsed.data].name[language].toLowerCase() : ''
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** A value of a field as people read it. */
export function fieldValue(field: unknown, value: unknown, { events, formats, municipality }: EventContext): string {
  if (isEmpty(value)) return events.empty
  if (typeof value === 'boolean') return value ? events.yes : events.no
  if (typeof value === 'number') {
    return String(field).endsWith('Cents') ? formats.money(value) : formats.number(value, 2)
  }
  return field === 'municipalityCode' ? (municipality(String(value)) ?? String(value)) : String(value)
}

function changed(detail: Detail, context: EventContext, of?: string): string {
  const { events, language } = context
  const name = factName(String(detail.field))[language]
  const field = of ? `${of}: ${name.toLowerCase()}` : name
  const [from, to] = [detail.from, detail.to].map((value) => fieldValue(detail.field, value, context))
  if (isEmpty(detail.from)) return events.filledIn({ field, to: to! })
  return isEmpty(detail.to) ? events.emptied({ field, from: from! }) : events.changed({ field, from: from!, to: to! })
}

type AidEvent = Exclude<keyof Texts['aid'], 'reviewedPass' | 'reviewedBlock'>

const about = ({ events }: EventContext, kind: AidEvent, what: string) => events.aid[kind]({ what })

const SENTENCES: Record<string, Sentence> = {
  'company.interest-received': ({ contactName }, { events }) => events.interest({ contact: text(contactName) }),
  'company.interest-joined': ({ team }, { events }) =>
    events.interestJoined({ contact: text((team as Detail | undefined)?.contactName) }),
  'company.status-changed': ({ from, to }, { events, language }) =>
    events.status({ from: status(from, language), to: status(to, language) }),
  'company.coach-assigned': ({ coach }, { events }) => events.coach({ name: text(coach) ?? '' }),
  'company.changed': (detail, context) => changed(detail, context),
  'company.year-changed': (detail, context) => changed(detail, context, String(detail.year)),
  'contact.changed': (detail, context) => changed(detail, context, text(detail.name)),
  'workplace.changed': (detail, context) => changed(detail, context, text(detail.name)),
  'contact.added': ({ name }, { events }) => events.contactAdded({ name: text(name) ?? '' }),
  'contact.removed': ({ name }, { events }) => events.contactRemoved({ name: text(name) ?? '' }),
  'contact.restored': ({ name }, { events }) => events.contactRestored({ name: text(name) ?? '' }),
  'workplace.added': ({ name }, { events }) => events.workplaceAdded({ name: text(name) ?? '' }),
  'workplace.removed': ({ name }, { events }) => events.workplaceRemoved({ name: text(name) ?? '' }),
  'workplace.restored': ({ name }, { events }) => events.workplaceRestored({ name: text(name) ?? '' }),
  'company.opened': ({ until }, { events, formats }) =>
    events.opened({ until: text(until) ? formats.instant(String(until)) : '' }),
  'session.logged': ({ heldOn, minutes }, { events }) =>
    events.session({ on: text(heldOn) ?? '', minutes: typeof minutes === 'number' ? minutes : 0 }),
  'role.granted': ({ role: held }, { events, language }) => events.roleGranted({ role: role(held, language) }),
  'role.revoked': ({ role: held, name }, { events, language }) =>
    events.roleRevoked({ role: role(held, language), name: text(name) }),
  'invitation.sent': ({ name }, { events }) => events.invited({ name: text(name) ?? '' }),
  'group.fact-added': (detail, context) => about(context, 'factAdded', factSubject(detail, context)),
  'group.fact-changed': (detail, context) => about(context, 'factChanged', factSubject(detail, context)),
  'group.fact-removed': (detail, context) => about(context, 'factRemoved', factSubject(detail, context)),
  'group.fact-restored': (detail, context) => about(context, 'factRestored', factSubject(detail, context)),
  'group.party-added': (detail, context) => about(context, 'partyAdded', partySubject(detail)),
  'group.party-changed': (detail, context) => about(context, 'partyChanged', partySubject(detail)),
  'group.party-removed': (detail, context) => about(context, 'partyRemoved', partySubject(detail)),
  'group.party-restored': (detail, context) => about(context, 'partyRestored', partySubject(detail)),
  'accounts.added': (detail, context) => about(context, 'accountsAdded', accountsSubject(detail)),
  'accounts.changed': (detail, context) => about(context, 'accountsChanged', accountsSubject(detail)),
  'accounts.removed': (detail, context) => about(context, 'accountsRemoved', accountsSubject(detail)),
  'accounts.restored': (detail, context) => about(context, 'accountsRestored', accountsSubject(detail)),
  'size.snapshot-taken': (detail, context) => about(context, 'sizeTaken', sizeSubject(detail, context)),
  'size.reviewed': ({ verdict }, { events }) =>
    verdict === 'pass' ? events.aid.reviewedPass : events.aid.reviewedBlock,
  'invitation.accepted': ({ name }, { events }) => events.invitationAccepted({ name: text(name) ?? '' }),
}
