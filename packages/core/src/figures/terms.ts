import type { Language } from '../kernel/text.ts'

/** Words in the figures, the same on the screen and in the report. */
export type FigureTerms = {
  self: string
  coach: string
  baseline: string
  target: string
  /** the hatched steps */
  claimed: string
  verified: string
  lapsed: string
  notMeasured: string
  dimension: string
  what: string
  level: string
  day: string
  value: string
  quality: string
  step: (level: number, name: string) => string
  by: (day: string) => string
  at: (day: string) => string
  stairs: (names: string) => string
  /** a score of the most there is */
  of: (score: string, most: string) => string
  scale: (least: string, most: string) => string
  scaleName: string
}

export const FIGURE_TERMS: Record<Language, FigureTerms> = {
  sv: {
    self: 'Egen bedömning',
    coach: 'Utvecklarens bedömning',
    baseline: 'Vid start',
    target: 'Mål',
    claimed: 'Bara enligt egen bedömning',
    verified: 'bekräftat',
    lapsed: 'underlaget har gått ut',
    notMeasured: 'inte mätt',
    dimension: 'Delområde',
    what: 'Vad',
    level: 'Steg',
    day: 'Datum',
    value: 'Värde',
    quality: 'Kvalitet',
    step: (level, name) => (name === '' ? `steg ${level}` : `steg ${level}, ${name}`),
    by: (day) => `senast ${day}`,
    at: (day) => `den ${day}`,
    stairs: (names) => `En trappa med stegen ${names}.`,
    of: (score, most) => `${score} av ${most}`,
    scale: (least, most) => `från ${least} till ${most}`,
    scaleName: 'Skala',
  },
  en: {
    self: 'Own assessment',
    coach: 'The coach’s assessment',
    baseline: 'At the start',
    target: 'Target',
    claimed: 'By own assessment only',
    verified: 'verified',
    lapsed: 'the evidence has lapsed',
    notMeasured: 'not measured',
    dimension: 'Dimension',
    what: 'What',
    level: 'Step',
    day: 'Date',
    value: 'Value',
    quality: 'Quality',
    step: (level, name) => (name === '' ? `step ${level}` : `step ${level}, ${name}`),
    by: (day) => `by ${day}`,
    at: (day) => `on ${day}`,
    stairs: (names) => `A ladder with the steps ${names}.`,
    of: (score, most) => `${score} of ${most}`,
    scale: (least, most) => `from ${least} to ${most}`,
    scaleName: 'Scale',
  },
}
