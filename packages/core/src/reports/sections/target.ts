import type { Language } from '../../kernel/text.ts'
import { area, cell, column, NOTHING, numbers, stripRows } from '../content/blocks.ts'
import { type DimensionScene, type LadderScene, levelName, rungName, type Scene } from '../content/scene.ts'
import type { Block } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'

const TERMS = {
  sv: {
    intro: 'Flaggorna visar vilka steg ni har satt som mål. Varje delområde har sin egen lilla trappa.',
    reached: (p: { level: number; name: string }) =>
      `När alla mål är nådda står ni på steg ${p.level}, ${p.name}, på hela trappan.`,
    strip: (name: string) => `Målbilden för ${name}`,
    table: (name: string) => `Målen i ${name}`,
    columns: { dimension: 'Delområde', now: 'Nu', target: 'Mål', due: 'Nås senast', steps: 'Steg kvar' },
    met: 'Nått',
  },
  en: {
    intro: 'The flags show the steps you have set as targets. Each dimension has a small ladder of its own.',
    reached: (p: { level: number; name: string }) =>
      `When every target is reached, you will be on step ${p.level}, ${p.name}, of the whole ladder.`,
    strip: (name: string) => `The target picture for ${name}`,
    table: (name: string) => `The targets in ${name}`,
    columns: { dimension: 'Dimension', now: 'Now', target: 'Target', due: 'Reached by', steps: 'Steps left' },
    met: 'Reached',
  },
} satisfies Record<Language, unknown>

export function target({ ladders, w }: Scene): Block[] {
  const aimed = ladders.filter(({ ladder }) => ladder.targets.length > 0)
  if (aimed.length === 0) return []
  return [{ kind: 'lead', text: TERMS[w.language].intro }, ...aimed.flatMap((ladder) => targetOf(ladder, w))]
}

function targetOf(ladder: LadderScene, w: Wording): Block[] {
  const { columns, ...terms } = TERMS[w.language]
  const { name, accent, model, standing, dimensions } = ladder
  const whole = standing.target
  return [
    area(ladder),
    ...(whole
      ? [{ kind: 'text' as const, text: terms.reached({ level: whole.level, name: levelName(model, whole.level, w) }) }]
      : []),
    { kind: 'strip', accent, caption: terms.strip(name), title: name, rows: stripRows(dimensions, w) },
    {
      kind: 'table',
      caption: terms.table(name),
      columns: [
        column(columns.dimension, 4),
        column(columns.now, 3),
        column(columns.target, 3),
        column(columns.due, 2),
        numbers(columns.steps, 2),
      ],
      rows: dimensions.flatMap((one) => (one.standing.target ? [row(one, one.standing.target, w)] : [])),
    },
  ]
}

function row(one: DimensionScene, wanted: NonNullable<DimensionScene['standing']['target']>, w: Wording) {
  const now = one.score.level
  const left = wanted.level - (now ?? 1)
  return [
    cell(w.pick(one.dimension.name)),
    now === null ? NOTHING : cell(`${now} ${rungName(one, now, w)}`),
    cell(`${wanted.level} ${rungName(one, wanted.level, w)}`),
    wanted.on ? cell(wanted.on) : NOTHING,
    cell(left > 0 ? w.number(left) : TERMS[w.language].met),
  ]
}
