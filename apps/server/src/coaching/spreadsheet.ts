import { SESSION_HOW_NAMES } from '@stegvis/core/coaching/schema.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Spreadsheet } from '../http/spreadsheet.ts'
import type { StoredSession } from './store.ts'

const HEADINGS = {
  sv: {
    title: 'Möten',
    day: 'Dag',
    company: 'Företag',
    how: 'Hur',
    minutes: 'Minuter',
    participants: 'Från företaget',
    noteAll: 'Anteckning för alla',
    noteTeam: 'Anteckning för teamet',
    nextStep: 'Nästa steg',
    nextStepOn: 'När',
    aid: 'Statligt stöd',
    billable: 'Får redovisas',
    passed: 'Gick förbi spärren',
    advice: 'Rådgivning till företaget',
    event: (reason: string) => `Öppen aktivitet: ${reason}`,
    yes: 'ja',
    no: 'nej',
  },
  en: {
    title: 'Sessions',
    day: 'Day',
    company: 'Company',
    how: 'How',
    minutes: 'Minutes',
    participants: 'From the company',
    noteAll: 'Note for all',
    noteTeam: 'Note for the team',
    nextStep: 'Next step',
    nextStepOn: 'When',
    aid: 'State aid',
    billable: 'May be claimed',
    passed: 'Passed the gate',
    advice: 'Advice to the company',
    event: (reason: string) => `Open event: ${reason}`,
    yes: 'yes',
    no: 'no',
  },
} as const

/** A coach's sessions as a spreadsheet, in the coach's language. */
export function sessionSheet(
  sessions: readonly StoredSession[],
  language: Language,
  madeAt: string,
): Spreadsheet<StoredSession> {
  const heading = HEADINGS[language]
  return {
    fileName: `stegvis-${language === 'sv' ? 'moten' : 'sessions'}-${madeAt.slice(0, 10)}`,
    title: heading.title,
    madeAt,
    rows: sessions,
    columns: [
      { heading: heading.day, kind: 'day', value: (session) => session.heldOn },
      { heading: heading.company, kind: 'text', value: (session) => session.companyName },
      { heading: heading.how, kind: 'text', value: (session) => SESSION_HOW_NAMES[session.how][language] },
      { heading: heading.minutes, kind: 'integer', value: (session) => session.minutes },
      { heading: heading.participants, kind: 'text', value: (session) => session.participants.join(', ') },
      { heading: heading.noteAll, kind: 'long-text', value: (session) => session.noteAll },
      { heading: heading.noteTeam, kind: 'long-text', value: (session) => session.noteTeam },
      { heading: heading.nextStep, kind: 'text', value: (session) => session.nextStep },
      { heading: heading.nextStepOn, kind: 'day', value: (session) => session.nextStepOn },
      {
        heading: heading.aid,
        kind: 'text',
        value: ({ aid }) => (aid.kind === 'advice' ? heading.advice : heading.event(aid.reason)),
      },
      {
        heading: heading.billable,
        kind: 'text',
        value: ({ billable }) => (billable === null ? '' : billable ? heading.yes : heading.no),
      },
      {
        heading: heading.passed,
        kind: 'text',
        value: ({ exception }) => exception && [exception.by, exception.reason].filter(Boolean).join(': '),
      },
    ],
  }
}
