import type { PlainDate } from '../kernel/day.ts'
import type { Language } from '../kernel/text.ts'
import type { FigureTable } from './shapes.ts'
import { FIGURE_TERMS } from './terms.ts'

/** Where a company stands on one ladder or dimension. Levels count from 1; `null` is not measured. */
export type Standing = {
  self: number | null
  /** the level the coach has set: the finding */
  coach: number | null
  /** whether the coach's level is backed by evidence that still counts */
  evidence: 'verified' | 'lapsed' | 'none'
  /** what the coach had found at the start; only where something was measured after it */
  baseline: { level: number; on: PlainDate | null } | null
  target: { level: number; on: PlainDate | null } | null
}

export type StandingKey = 'baseline' | 'self' | 'coach' | 'target'

/** In the order they are told and drawn. */
export const STANDING_KEYS: readonly StandingKey[] = ['baseline', 'self', 'coach', 'target']

export function levelOf(standing: Standing, key: StandingKey): number | null {
  const found = standing[key]
  return typeof found === 'number' || found === null ? found : found.level
}

/** Reached by the coach's finding, only by the own assessment, or not at all. */
export function reachOf(level: number, { coach, self }: Standing): 'solid' | 'claimed' | 'open' {
  if (coach !== null && level <= coach) return 'solid'
  return self !== null && level <= self ? 'claimed' : 'open'
}

/** Whether the own assessment goes further than what the coach has found. */
export const isClaimed = ({ coach, self }: Standing): boolean => self !== null && self > (coach ?? 0)

/** `Igångsatt, bekräftat`: what is said of one value besides its step. */
export function remarkOf(standing: Standing, key: StandingKey, language: Language): string | undefined {
  const terms = FIGURE_TERMS[language]
  if (key === 'coach') return standing.evidence === 'none' ? undefined : terms[standing.evidence]
  if (key === 'target' && standing.target?.on) return terms.by(standing.target.on)
  if (key === 'baseline' && standing.baseline?.on) return terms.at(standing.baseline.on)
  return undefined
}

/** `steg 3, Igångsatt, bekräftat`, or `inte mätt`. */
export function inWords(standing: Standing, key: StandingKey, names: readonly string[], language: Language): string {
  const terms = FIGURE_TERMS[language]
  const level = levelOf(standing, key)
  if (level === null) return terms.notMeasured
  const remark = remarkOf(standing, key, language)
  const step = terms.step(level, names[level - 1] ?? '')
  return remark ? `${step}, ${remark}` : step
}

/** What is worth telling: self and coach always, baseline and target when there is one. */
export function toldKeys(standings: readonly Standing[]): StandingKey[] {
  return STANDING_KEYS.filter(
    (key) => key === 'self' || key === 'coach' || standings.some((standing) => levelOf(standing, key) !== null),
  )
}

/** One dimension with where the company stands on it. */
export type DimensionStanding = {
  name: string
  /** its rungs from the lowest, by name */
  steps: readonly string[]
  standing: Standing
}

/** Every value of every dimension in words. */
export function describeStandings(rows: readonly DimensionStanding[], language: Language): string {
  const terms = FIGURE_TERMS[language]
  const sentences = rows.map(({ name, steps, standing }) => {
    const told = toldKeys([standing]).map((key) => `${terms[key]}: ${inWords(standing, key, steps, language)}`)
    return `${name}. ${told.join('; ')}.`
  })
  return sentences.join(' ')
}

/** The same as a table: a row a dimension, a column a value. */
export function tableOfStandings(rows: readonly DimensionStanding[], language: Language): FigureTable {
  const terms = FIGURE_TERMS[language]
  const keys = toldKeys(rows.map(({ standing }) => standing))
  return {
    columns: [terms.dimension, ...keys.map((key) => terms[key])],
    rows: rows.map(({ name, steps, standing }) => [
      name,
      ...keys.map((key) => inWords(standing, key, steps, language)),
    ]),
  }
}
