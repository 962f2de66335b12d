import type { CompanyStatus } from '../../companies/standing/status.ts'
import { addDays, daysBetween, type PlainDate, plainDate } from '../../kernel/day.ts'
import type { StoriesFile } from './content.ts'
import type { Random } from './random.ts'

export type StatusStep = { from: CompanyStatus | null; to: CompanyStatus; on: PlainDate; reason: string | null }

/** A company's way through the programme, with the days its measurements are due. */
export type Journey = {
  steps: StatusStep[]
  cameBy: 'interest-form' | 'coach' | 'referral'
  enteredOn: PlainDate
  /** the days the coach is there to measure; only companies that became active have any */
  baselineOn: PlainDate | null
  followUpOn: PlainDate | null
}

export type Fate = 'interest' | 'in-dialogue' | 'eligible' | 'left' | 'agreed' | 'active' | 'paused' | 'completed'

const SUPPORTED: readonly (readonly [Fate, number])[] = [
  ['active', 148],
  ['completed', 68],
  ['agreed', 20],
  ['paused', 14],
]
const OTHERS: readonly (readonly [Fate, number])[] = [
  ['interest', 17],
  ['in-dialogue', 17],
  ['eligible', 10],
  ['left', 16],
]
const GOLDEN = 0.618_033_988_749_895

/** Spreads the fates evenly over the companies by the golden ratio, so that any number of them has its share. */
export function fateOf(index: number, supported: boolean): Fate {
  const fates = supported ? SUPPORTED : OTHERS
  let rest = ((index * GOLDEN) % 1) * fates.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [fate, weight] of fates) {
    rest -= weight
    if (rest < 0) return fate
  }
  return fates[0]![0]
}

/** How long ago a company came in at least and at most, in days; both give way to the start of the programme. */
const AGES: Record<Fate, { least: number; most: number }> = {
  interest: { least: 0, most: 40 },
  'in-dialogue': { least: 14, most: 110 },
  eligible: { least: 25, most: 150 },
  left: { least: 40, most: 1200 },
  agreed: { least: 35, most: 130 },
  active: { least: 70, most: 1160 },
  paused: { least: 260, most: 1000 },
  completed: { least: 640, most: 1170 },
}

const UP_TO: Record<Fate, readonly CompanyStatus[]> = {
  interest: [],
  'in-dialogue': ['in-dialogue'],
  eligible: ['in-dialogue', 'eligible'],
  left: [],
  agreed: ['in-dialogue', 'eligible', 'agreed'],
  active: ['in-dialogue', 'eligible', 'agreed', 'active'],
  paused: ['in-dialogue', 'eligible', 'agreed', 'active'],
  completed: ['in-dialogue', 'eligible', 'agreed', 'active'],
}

type Period = { start: PlainDate; until: PlainDate }

/** Nothing in a journey is later than `until`. `enteredOn` is for a company whose story is told already. */
export function journeyOf(
  fate: Fate,
  { start, until }: Period,
  stories: StoriesFile['statuses'],
  random: Random,
  enteredOn: PlainDate = entryDay(fate, { start, until }, random),
): Journey {
  const cameBy = random.weighted([
    ['interest-form', 6],
    ['coach', 3],
    ['referral', 1],
  ] as const)
  const steps: StatusStep[] = [{ from: null, to: 'interest', on: workday(enteredOn), reason: null }]
  const to = (status: CompanyStatus, on: PlainDate, reasons: readonly string[]) =>
    steps.push({ from: steps.at(-1)!.to, to: status, on: workday(on), reason: random.pick(reasons) })

  const forward = fate === 'left' ? UP_TO.eligible.slice(0, random.int(0, 2)) : UP_TO[fate]
  const days = paced(forward.length, daysBetween(enteredOn, until), random)
  forward.forEach((status, at) => {
    to(status, addDays(enteredOn, days[at]!), stories[status as 'in-dialogue' | 'eligible' | 'agreed' | 'active'])
  })
  const last = steps.at(-1)!
  if (fate === 'left') to('left', between(last.on, until, 5, 60, random), stories.left)
  if (last.to !== 'active') return { steps, cameBy, enteredOn, baselineOn: null, followUpOn: null }

  const baselineOn = workday(addDays(last.on, random.int(18, 60)))
  const followUpOn = workday(addDays(baselineOn, random.int(280, fate === 'completed' ? 340 : 480)))
  if (fate === 'completed') {
    to('completed', between(followUpOn, until, 15, 40, random), stories.completed)
  } else if (fate === 'paused') {
    to('paused', between(baselineOn, until, 40, 200, random), stories.paused)
  } else if (random.chance(0.08) && daysBetween(baselineOn, until) > 200) {
    const pausedOn = addDays(baselineOn, random.int(40, 90))
    to('paused', pausedOn, stories.paused)
    to('active', addDays(pausedOn, random.int(30, 90)), stories.resumed)
  }
  const measuresAgain = fate === 'completed' || (fate === 'active' && random.chance(0.8))
  return { steps, cameBy, enteredOn, baselineOn, followUpOn: measuresAgain ? followUpOn : null }
}

function entryDay(fate: Fate, { start, until }: Period, random: Random): PlainDate {
  const { least, most } = AGES[fate]
  const age = random.int(least, most)
  const day = addDays(until, -age)
  if (day >= start) return day
  // What lies before the start is spread over the days from the start to the least age.
  const room = Math.max(0, daysBetween(start, until) - least)
  return addDays(start, random.int(0, room))
}

/** Rising offsets in days for so many steps, squeezed together where there is less time than usual. */
function paced(count: number, available: number, random: Random): number[] {
  const offsets: number[] = []
  let sum = 0
  for (let at = 0; at < count; at++) {
    sum += random.int(2, 32)
    offsets.push(sum)
  }
  const squeeze = sum > available ? available / sum : 1
  return offsets.map((offset) => Math.floor(offset * squeeze))
}

/** A day `least` to `most` days after another, but no later than `until`. */
export function between(from: PlainDate, until: PlainDate, least: number, most: number, random: Random): PlainDate {
  return earlierOf(addDays(from, random.int(least, most)), until)
}

const THURSDAY = plainDate(1970, 1, 1)

/** The day itself, or the Friday before a Saturday or Sunday. */
export function workday(day: PlainDate): PlainDate {
  const sinceMonday = (daysBetween(THURSDAY, day) + 3) % 7
  return addDays(day, Math.min(0, 4 - sinceMonday))
}

export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  if (a < b) return a
  return b
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  if (a > b) return a
  return b
}
