import { readsAsPersonalNumber } from '../../identity/masking.ts'
import { addDays, type PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { registerDuty } from '../de-minimis/deadlines/deadlines.ts'
import { workingDaysBetween } from '../de-minimis/deadlines/working-days.ts'
import type { DeMinimisLaw, Regime } from '../de-minimis/law.ts'
import { type Fault, faultAt, type Path } from '../input.ts'
import type { EntryDifference, NewRegistration, RegisterDeadline, RegisterEntry, RegisterStanding } from './schema.ts'

/** The awards under some regulations that have to be registered, and those of each state that are late on a day. */
export type RegisterPeriod = {
  regulations: readonly string[]
  from: PlainDate
  to: PlainDate | null
  /** awarded up to this day and not registered: late */
  late: readonly { memberState: string; until: PlainDate }[]
}

/** The duties of the law as days of award, so that a list can be searched by them. */
export function registerPeriods(law: DeMinimisLaw, today: PlainDate): RegisterPeriod[] {
  return law.register.map(({ regimes, from, to }) => ({
    regulations: law.acts.filter(({ regime }) => regimes.includes(regime)).map(({ regulation }) => regulation),
    from,
    to: to ?? null,
    late: law.calendars.flatMap(({ country }) => {
      const until = lastLate(law, regimes[0]!, country, today, from)
      return until ? [{ memberState: country, until }] : []
    }),
  }))
}

/** The last day of award whose deadline has passed; undefined where none has. */
function lastLate(law: DeMinimisLaw, regime: Regime, country: string, today: PlainDate, from: PlainDate) {
  for (let day = addDays(today, -1); day >= from; day = addDays(day, -1)) {
    const by = registerDuty(law, regime, country, day)?.by
    if (by && by < today) return day
  }
  return undefined
}

export type RegisterState = 'open' | 'registered' | 'changed' | 'void'

/** Until when an award has to stand in the register, and the working days left; null where there is no duty. */
export function deadlineOf(
  law: DeMinimisLaw,
  award: Pick<RegisterEntry, 'regulation' | 'memberState' | 'awardedOn'>,
  today: PlainDate,
): RegisterDeadline | null {
  const act = law.acts.find(({ regulation }) => regulation === award.regulation)
  const duty = act && registerDuty(law, act.regime, award.memberState, award.awardedOn)
  if (!duty) return null
  const { by, article } = duty
  return { by, article, workingDaysLeft: by && daysLeft(law, award.memberState, today, by) }
}

function daysLeft({ calendars }: DeMinimisLaw, country: string, today: PlainDate, by: PlainDate): number | null {
  const left = by >= today ? workingDaysBetween(calendars, country, today, by) : undefined
  const over = by < today ? workingDaysBetween(calendars, country, by, today) : undefined
  return left ?? (over === undefined ? null : -over)
}

export function standingOf(
  state: RegisterState,
  deadline: RegisterDeadline | null,
  today: PlainDate,
): RegisterStanding {
  if (state === 'void') return 'withdrawn'
  if (state === 'registered') return 'registered'
  if (state === 'changed') return 'to-change'
  if (!deadline) return 'no-duty'
  return deadline.by !== null && deadline.by < today ? 'late' : 'to-register'
}

/** Fields that are otherwise in the register than here, in the register's order. */
export function entryDifferences(there: RegisterEntry, here: RegisterEntry): EntryDifference[] {
  const fields = Object.keys(here) as (keyof RegisterEntry)[]
  return fields.flatMap((field) =>
    there[field] === here[field] ? [] : [{ field, there: there[field], here: here[field] }],
  )
}

/** What stands after all that was said: an undoing takes back the last before it that is not taken back yet. */
export function standingEntry<E extends { kind: 'registered' | 'undone' }>(history: readonly E[]): E | undefined {
  const standing: E[] = []
  for (const event of history) {
    if (event.kind === 'undone') standing.pop()
    else standing.push(event)
  }
  return standing.at(-1)
}

const SENTENCES = {
  before: {
    sv: 'Stödet kan inte ha registrerats före dagen det beviljades.',
    en: 'The aid cannot have been registered before the day it was awarded.',
  },
  ahead: { sv: 'Dagen har inte kommit än.', en: 'That day has not come yet.' },
  personal: {
    sv: 'Ett personnummer får inte stå i beteckningen.',
    en: 'The reference must not hold a personal number.',
  },
  nothing: {
    sv: 'Stödet drogs tillbaka innan det registrerades. Det finns inget att registrera.',
    en: 'The aid was withdrawn before it was registered. There is nothing to register.',
  },
} as const satisfies Record<string, Text>

/** What cannot be true of a registration. */
export function registrationFaults(
  { registeredOn, reference }: Pick<NewRegistration, 'registeredOn' | 'reference'>,
  award: { awardedOn: PlainDate; state: RegisterState },
  today: PlainDate,
  at: Path,
): Fault[] {
  return [
    ...(award.state === 'void' ? [faultAt([...at, 'grantId'], SENTENCES.nothing)] : []),
    ...(registeredOn < award.awardedOn ? [faultAt([...at, 'registeredOn'], SENTENCES.before)] : []),
    ...(registeredOn > today ? [faultAt([...at, 'registeredOn'], SENTENCES.ahead)] : []),
    ...(readsAsPersonalNumber(reference) ? [faultAt([...at, 'reference'], SENTENCES.personal)] : []),
  ]
}
