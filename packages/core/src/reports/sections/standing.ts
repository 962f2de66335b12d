import type { PeerDimension } from '../../assessments/peers.ts'
import type { Language } from '../../kernel/text.ts'
import { area, cell, column, NOTHING, stripRows } from '../content/blocks.ts'
import { type DimensionScene, type LadderScene, levelName, rungName, type Scene } from '../content/scene.ts'
import type { Block, Cell } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'
import { meaningOf } from './meaning.ts'

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
    tableWithPeers: (p: { name: string; companies: string }) =>
      `Stegen i ${p.name}, bredvid ${p.companies} andra företag i programmet`,
    columns: {
      dimension: 'Delområde',
      self: 'Egen bedömning',
      coach: 'Utvecklarens bedömning',
      evidence: 'Bekräftat',
      progress: 'Krav klara till nästa',
      peers: 'Mitten av de andra',
    },
    evidence: { verified: 'Ja', lapsed: 'Har gått ut', none: 'Nej' },
    notApplicable: 'Gäller inte här',
    spread: (low: number, high: number) => `svar ${low}–${high}`,
    of: (met: number, required: number) => `${met} av ${required}`,
    top: 'Högst upp',
    noFurther: (share: string) => `${share} på ert steg eller lägre`,
  },
  en: {
    intro:
      'The ladder shows where you stand. The filled steps are those the coach has found you to have reached. Your own assessment stands beside it and is never averaged with the coach’s.',
    at: (p: { level: number; of: number; name: string; meaning: string }) =>
      `You are on step ${p.level} of ${p.of}: ${p.name}. ${p.meaning}`,
    noStep: 'The step cannot be set yet.',
    staircase: (name: string) => `The ${name} ladder`,
    radar: (name: string) => `${name}, dimension by dimension`,
    table: (name: string) => `The steps in ${name}`,
    tableWithPeers: (p: { name: string; companies: string }) =>
      `The steps in ${p.name}, beside ${p.companies} other companies in the programme`,
    columns: {
      dimension: 'Dimension',
      self: 'Own assessment',
      coach: 'The coach’s assessment',
      evidence: 'Verified',
      progress: 'Met for the next',
      peers: 'Middle of the others',
    },
    evidence: { verified: 'Yes', lapsed: 'Lapsed', none: 'No' },
    notApplicable: 'Does not apply here',
    spread: (low: number, high: number) => `answers ${low}–${high}`,
    of: (met: number, required: number) => `${met} of ${required}`,
    top: 'At the top',
    noFurther: (share: string) => `${share} on your step or lower`,
  },
} satisfies Record<Language, unknown>

export function standing({ ladders, w }: Scene): Block[] {
  return [
    { kind: 'lead', text: TERMS[w.language].intro },
    ...ladders.flatMap((ladder): Block[] => [
      area(ladder),
      { kind: 'text', text: inWords(ladder, w) },
      staircaseOf(ladder, w),
      table(ladder, w),
      radarOf(ladder, w),
      ...meaningOf(ladder, w),
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

function staircaseOf({ name, accent, model, standing: stands }: LadderScene, w: Wording): Block {
  return {
    kind: 'staircase',
    accent,
    caption: TERMS[w.language].staircase(name),
    title: name,
    steps: model.levels.map(({ level }) => levelName(model, level, w)),
    standing: stands,
  }
}

function radarOf({ name, accent, dimensions }: LadderScene, w: Wording): Block {
  const rows = stripRows(dimensions, w).map((row, at) => ({ ...row, name: w.pick(dimensions[at]!.dimension.short) }))
  return { kind: 'radar', accent, caption: TERMS[w.language].radar(name), title: name, rows }
}

function table({ name, ladder: { peers }, newest, dimensions }: LadderScene, w: Wording): Block {
  const { columns, ...terms } = TERMS[w.language]
  return {
    kind: 'table',
    caption: peers ? terms.tableWithPeers({ name, companies: w.number(peers.companies) }) : terms.table(name),
    columns: [
      column(columns.dimension, 4),
      column(columns.self, 3),
      column(columns.coach, 4),
      column(columns.evidence, 2),
      column(columns.progress, 2),
      ...(peers ? [column(columns.peers, 3)] : []),
    ],
    rows: dimensions.map((one) => {
      const spread = newest.result.self?.dimensions.find(({ dimension }) => dimension === one.dimension.id)?.spread
      return [
        cell(w.pick(one.dimension.name)),
        self(one, spread ?? null, w),
        coach(one, w),
        ...progress(one, w),
        ...(peers ? [others(one, peers.dimensions, w)] : []),
      ]
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

/** The middle of the other companies, and how many of them have come no further. */
function others({ dimension, score: { level } }: DimensionScene, groups: readonly PeerDimension[], w: Wording): Cell {
  const group = groups.find((one) => one.dimension === dimension.id)
  if (!group) return NOTHING
  if (level === null) return cell(String(group.median))
  const percent = group.shares.filter((one) => one.level <= level).reduce((sum, one) => sum + one.percent, 0)
  return cell(String(group.median), TERMS[w.language].noFurther(w.percent(percent / 100)))
}
