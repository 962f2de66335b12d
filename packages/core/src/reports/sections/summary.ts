import type { Language } from '../../kernel/text.ts'
import { suggestActions } from '../../plans/suggestions.ts'
import { cell, column, NOTHING } from '../content/blocks.ts'
import { type LadderScene, levelName, rungName, type Scene } from '../content/scene.ts'
import type { Block, StepCard } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'
import { shownActions } from '../rules.ts'

const TERMS = {
  sv: {
    ladders: (names: string, n: number) => (n === 1 ? `trappan ${names}` : `trapporna ${names}`),
    baseline: (p: { company: string; ladders: string }) =>
      `Så här står ${p.company} på ${p.ladders}. Stegen är satta av utvecklaren, utifrån era svar och det ni kunde visa.`,
    plan: (p: { company: string }) =>
      `Så här står ${p.company} i dag, hit vill ni, och det här gör ni för att komma dit.`,
    climbed: (p: { company: string; n: string; of: string }) =>
      `Sedan startmätningen har ${p.company} tagit sig uppåt i ${p.n} av ${p.of} delområden.`,
    unchanged: (p: { company: string }) => `Sedan startmätningen har ${p.company} inte nått något nytt steg.`,
    step: (p: { level: number; of: number; name: string }) => `Steg ${p.level} av ${p.of}, ${p.name}`,
    noStep: 'Inget steg än',
    up: { one: 'ett steg upp sedan starten', other: '{n} steg upp sedan starten' },
    down: { one: 'ett steg ner sedan starten', other: '{n} steg ner sedan starten' },
    same: 'samma steg som vid starten',
    strongest: 'Starkast',
    nearest: 'Närmast nästa steg',
    at: (p: { name: string; area: string; level: number; rung: string }) =>
      `${p.name} (${p.area}): steg ${p.level}, ${p.rung}`,
    left: { one: 'ett krav kvar', other: '{n} krav kvar' },
    next: 'Det här gör ni nu',
    suggested: 'Det här kan ni börja med',
    columns: { action: 'Åtgärd', owner: 'Ansvarig', due: 'Klart senast', area: 'Trappa', hours: 'Arbetstid' },
    hours: (n: string) => `${n} timmar`,
  },
  en: {
    ladders: (names: string, n: number) => (n === 1 ? `the ${names} ladder` : `the ladders ${names}`),
    baseline: (p: { company: string; ladders: string }) =>
      `This is where ${p.company} stands on ${p.ladders}. The steps were set by the coach, based on your answers and what you could show.`,
    plan: (p: { company: string }) =>
      `This is where ${p.company} stands today, where you want to be, and what you will do to get there.`,
    climbed: (p: { company: string; n: string; of: string }) =>
      `Since the baseline, ${p.company} has moved up in ${p.n} of ${p.of} dimensions.`,
    unchanged: (p: { company: string }) =>
      `Since the baseline, ${p.company} has not reached a new step in any dimension.`,
    step: (p: { level: number; of: number; name: string }) => `Step ${p.level} of ${p.of}, ${p.name}`,
    noStep: 'No step yet',
    up: { one: 'one step up since the start', other: '{n} steps up since the start' },
    down: { one: 'one step down since the start', other: '{n} steps down since the start' },
    same: 'same step as at the start',
    strongest: 'Strongest',
    nearest: 'Closest to the next step',
    at: (p: { name: string; area: string; level: number; rung: string }) =>
      `${p.name} (${p.area}): step ${p.level}, ${p.rung}`,
    left: { one: 'one requirement left', other: '{n} requirements left' },
    next: 'What you will do now',
    suggested: 'What you could start with',
    columns: { action: 'Action', owner: 'Owner', due: 'Due', area: 'Ladder', hours: 'Effort' },
    hours: (n: string) => `${n} hours`,
  },
} satisfies Record<Language, unknown>

/** One small staircase for each ladder, for the cover and the summary. */
export function stepCards({ ladders, w }: Scene): StepCard[] {
  return ladders.map(({ name, accent, model, standing }) => {
    const level = standing.coach
    const terms = TERMS[w.language]
    const of = model.levels.length
    return {
      accent,
      area: name,
      level,
      baseline: standing.baseline?.level ?? null,
      of,
      text: level === null ? terms.noStep : terms.step({ level, of, name: levelName(model, level, w) }),
      change: level !== null && standing.baseline ? changed(level - standing.baseline.level, w) : '',
    }
  })
}

function changed(steps: number, w: Wording): string {
  const terms = TERMS[w.language]
  if (steps === 0) return terms.same
  return w.count(Math.abs(steps), steps > 0 ? terms.up : terms.down)
}

/** What a managing director reads when there is time for one page. */
export function summary(scene: Scene): Block[] {
  const terms = TERMS[scene.w.language]
  return [
    { kind: 'lead', text: leadOf(scene) },
    { kind: 'steps', cards: stepCards(scene) },
    { kind: 'heading', text: terms.strongest, note: '' },
    { kind: 'list', items: strongest(scene) },
    ...nearest(scene),
    ...doNext(scene),
  ]
}

function leadOf({ data, ladders, w }: Scene): string {
  const terms = TERMS[w.language]
  const company = data.company.name
  if (data.kind === 'plan') return terms.plan({ company })
  if (data.kind === 'baseline') {
    const names = ladders.map(({ name }) => name)
    return terms.baseline({ company, ladders: terms.ladders(w.list(names), names.length) })
  }
  const measuredTwice = ladders.flatMap(({ dimensions }) => dimensions).filter(({ standing }) => standing.baseline)
  const climbed = measuredTwice.filter(({ standing }) => (standing.coach ?? 0) > standing.baseline!.level).length
  if (climbed === 0) return terms.unchanged({ company })
  return terms.climbed({ company, n: w.number(climbed), of: w.number(measuredTwice.length) })
}

const placed = ({ ladders }: Scene) =>
  ladders.flatMap((ladder) =>
    ladder.dimensions.flatMap((one) => (one.score.level === null ? [] : [{ ladder, one, level: one.score.level }])),
  )

function strongest(scene: Scene): string[] {
  const terms = TERMS[scene.w.language]
  const best = placed(scene).toSorted((a, b) => b.level - a.level)
  return best.slice(0, 3).map(({ ladder, one, level }) =>
    terms.at({
      name: scene.w.pick(one.dimension.name),
      area: ladder.name,
      level,
      rung: rungName(one, level, scene.w),
    }),
  )
}

function nearest(scene: Scene): Block[] {
  const { w } = scene
  const terms = TERMS[w.language]
  const open = placed(scene)
    .filter(({ one }) => one.score.blocking.length > 0)
    .toSorted((a, b) => a.one.score.blocking.length - b.one.score.blocking.length)
  if (open.length === 0) return []
  const items = open.slice(0, 3).map(({ ladder, one, level }) => {
    const next = level + 1
    const name = w.pick(one.dimension.name)
    const place = terms.at({ name, area: ladder.name, level: next, rung: rungName(one, next, w) })
    return `${place} – ${w.count(one.score.blocking.length, terms.left)}`
  })
  return [
    { kind: 'heading', text: terms.nearest, note: '' },
    { kind: 'list', items },
  ]
}

/** The next actions of the plan; while there is no plan, those the ladders would begin with. */
function doNext(scene: Scene): Block[] {
  const { data, w } = scene
  const { columns, ...terms } = TERMS[w.language]
  const open = shownActions(data.plan.actions).filter(({ status }) => status !== 'done')
  if (open.length === 0) return data.kind === 'baseline' ? suggestions(scene) : []
  const soonest = open.toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1)).slice(0, 3)
  return [
    {
      kind: 'table',
      caption: terms.next,
      columns: [column(columns.action, 5), column(columns.owner, 2), column(columns.due, 2)],
      rows: soonest.map(({ title, owner, dueOn }) => [
        cell(title),
        owner ? cell(owner) : NOTHING,
        dueOn ? cell(dueOn) : NOTHING,
      ]),
    },
  ]
}

function suggestions({ ladders, w }: Scene): Block[] {
  const { columns, ...terms } = TERMS[w.language]
  const found = ladders.flatMap((ladder) => suggested(ladder))
  const best = found.toSorted((a, b) => b.priority - a.priority).slice(0, 3)
  if (best.length === 0) return []
  return [
    {
      kind: 'table',
      caption: terms.suggested,
      columns: [column(columns.action, 5), column(columns.area, 3), column(columns.hours, 2)],
      rows: best.map(({ action, ladder }) => [
        cell(w.pick(action.name), w.pick(action.effect)),
        cell(ladder.name),
        cell(terms.hours(w.number(action.hours))),
      ]),
    },
  ]
}

/** Towards the next rung everywhere. */
function suggested(ladder: LadderScene) {
  const { model, newest } = ladder
  const next = new Map(
    newest.result.coach.dimensions.flatMap(({ dimension, level, top }) =>
      level === null || level >= top ? [] : [[dimension, level + 1] as const],
    ),
  )
  return suggestActions(model, newest.result.coach, next).flatMap(({ action: id, priority }) => {
    const action = model.actions.find((one) => one.id === id)
    return action ? [{ action, priority, ladder }] : []
  })
}
