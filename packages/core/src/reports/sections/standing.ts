import type { Language } from '../../kernel/text.ts'
import { area, cell, column, NOTHING, numbers, stripRows } from '../blocks.ts'
import type { Block, Cell } from '../content-schema.ts'
import { type DimensionScene, type LadderScene, levelName, rungName, type Scene } from '../scene.ts'
import type { ReportPeers } from '../schema.ts'
import type { Wording } from '../wording.ts'

const TERMS = {
  sv: {
    intro:
      'Trappan visar var ni står. De fyllda stegen är de som utvecklaren har bedömt att ni har nått. Den egna bedömningen står bredvid och vägs aldrig ihop med utvecklarens.',
    at: (p: { level: number; of: number; name: string; meaning: string }) =>
      `Ni står på steg ${p.level} av ${p.of}: ${p.name}. ${p.meaning}`,
    noStep: 'Steget går inte att sätta än.',
    staircase: (name: string) => `Trappan ${name}`,
    radar: (name: string) => `${name}, delområde för delområde`,
    table: (name: string) => `Stegen i ${name}`,
    columns: {
      dimension: 'Delområde',
      self: 'Egen bedömning',
      coach: 'Utvecklarens bedömning',
      evidence: 'Bekräftat',
      progress: 'Krav klara till nästa steg',
    },
    evidence: { verified: 'Ja', lapsed: 'Underlaget har gått ut', none: 'Nej' },
    notApplicable: 'Gäller inte här',
    spread: (low: number, high: number) => `svaren går från ${low} till ${high}`,
    of: (met: number, required: number) => `${met} av ${required}`,
    top: 'Högst upp',
    peers: (p: { companies: string }) => `Ni och ${p.companies} andra företag i programmet`,
    peerColumns: {
      dimension: 'Delområde',
      you: 'Ni',
      median: 'Mitten av de andra',
      share: 'Andra på ert steg eller lägre',
    },
  },
  en: {
    intro:
      'The staircase shows where you stand. The filled steps are those the coach has found that you have reached. Your own assessment stands beside it and is never averaged with the coach’s.',
    at: (p: { level: number; of: number; name: string; meaning: string }) =>
      `You are on step ${p.level} of ${p.of}: ${p.name}. ${p.meaning}`,
    noStep: 'The step cannot be set yet.',
    staircase: (name: string) => `The ${name} staircase`,
    radar: (name: string) => `${name}, dimension by dimension`,
    table: (name: string) => `The steps in ${name}`,
    columns: {
      dimension: 'Dimension',
      self: 'Own assessment',
      coach: 'The coach’s assessment',
      evidence: 'Verified',
      progress: 'Requirements met for the next step',
    },
    evidence: { verified: 'Yes', lapsed: 'The evidence has lapsed', none: 'No' },
    notApplicable: 'Does not apply here',
    spread: (low: number, high: number) => `answers range from ${low} to ${high}`,
    of: (met: number, required: number) => `${met} of ${required}`,
    top: 'At the top',
    peers: (p: { companies: string }) => `You and ${p.companies} other companies in the programme`,
    peerColumns: {
      dimension: 'Dimension',
      you: 'You',
      median: 'Middle of the others',
      share: 'Others on your step or lower',
    },
  },
} satisfies Record<Language, unknown>

export function standing({ ladders, w }: Scene): Block[] {
  return [
    { kind: 'lead', text: TERMS[w.language].intro },
    ...ladders.flatMap((ladder): Block[] => [
      area(ladder),
      { kind: 'text', text: inWords(ladder, w) },
      ...pictures(ladder, w),
      table(ladder, w),
      ...(ladder.ladder.peers ? [peers(ladder, ladder.ladder.peers, w)] : []),
    ]),
  ]
}

function inWords({ model, standing: { coach } }: LadderScene, w: Wording): string {
  const terms = TERMS[w.language]
  const level = model.levels.find((one) => one.level === coach)
  if (!level) return terms.noStep
  const of = model.levels.length
  return terms.at({ level: level.level, of, name: w.pick(level.name), meaning: w.pick(level.meaning) })
}

function pictures({ name, accent, model, standing: stands, dimensions }: LadderScene, w: Wording): Block[] {
  const terms = TERMS[w.language]
  const short = dimensions.map(({ dimension }) => w.pick(dimension.short))
  return [
    {
      kind: 'staircase',
      accent,
      caption: terms.staircase(name),
      title: name,
      steps: model.levels.map(({ level }) => levelName(model, level, w)),
      standing: stands,
    },
    {
      kind: 'radar',
      accent,
      caption: terms.radar(name),
      title: name,
      rows: stripRows(dimensions, w).map((row, at) => ({ ...row, name: short[at]! })),
    },
  ]
}

function table({ name, newest, dimensions }: LadderScene, w: Wording): Block {
  const { columns, table: caption } = TERMS[w.language]
  return {
    kind: 'table',
    caption: caption(name),
    columns: [
      column(columns.dimension, 4),
      column(columns.self, 3),
      column(columns.coach, 4),
      column(columns.evidence, 2),
      numbers(columns.progress, 3),
    ],
    rows: dimensions.map((one) => {
      const spread = newest.result.self?.dimensions.find(({ dimension }) => dimension === one.dimension.id)?.spread
      return [cell(w.pick(one.dimension.name)), self(one, spread ?? null, w), coach(one, w), ...progress(one, w)]
    }),
  }
}

function self({ standing: { self: level } }: DimensionScene, spread: { low: number; high: number } | null, w: Wording) {
  if (level === null) return NOTHING
  const differ = spread && spread.low < spread.high
  return cell(String(level), differ ? TERMS[w.language].spread(spread.low, spread.high) : undefined)
}

function coach(one: DimensionScene, w: Wording): Cell {
  const { level, state } = one.score
  if (level !== null) return cell(`${level} ${rungName(one, level, w)}`)
  return state === 'not-applicable' ? cell(TERMS[w.language].notApplicable) : NOTHING
}

function progress({ score, standing: { evidence } }: DimensionScene, w: Wording): Cell[] {
  const terms = TERMS[w.language]
  const shown = score.level === null || score.level === 1 ? NOTHING : cell(terms.evidence[evidence])
  if (score.level === null) return [shown, NOTHING]
  return [shown, cell(score.progress ? terms.of(score.progress.met, score.progress.required) : terms.top)]
}

function peers({ dimensions }: LadderScene, { companies, dimensions: others }: ReportPeers, w: Wording): Block {
  const { peerColumns: columns, peers: caption } = TERMS[w.language]
  return {
    kind: 'table',
    caption: caption({ companies: w.number(companies) }),
    columns: [
      column(columns.dimension, 4),
      numbers(columns.you, 2),
      numbers(columns.median, 2),
      numbers(columns.share, 3),
    ],
    rows: dimensions.flatMap(({ dimension, score: { level } }) => {
      const group = others.find((one) => one.dimension === dimension.id)
      if (!group || level === null) return []
      const percent = group.shares.filter((one) => one.level <= level).reduce((sum, one) => sum + one.percent, 0)
      const row = [w.pick(dimension.name), String(level), String(group.median), w.percent(percent / 100)]
      return [row.map((text) => cell(text))]
    }),
  }
}
