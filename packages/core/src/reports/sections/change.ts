import { compareLadders, type LevelChange, type NotComparable } from '../../assessments/compare.ts'
import { daysBetween } from '../../kernel/day.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { titleAmong } from '../../plans/rules.ts'
import { area, cell, column, NOTHING } from '../content/blocks.ts'
import { type DimensionScene, type LadderScene, levelName, rungName, type Scene } from '../content/scene.ts'
import type { Block, Cell } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'
import type { ReportMeasurement, SamePeople } from '../schema.ts'

const WHY: Record<NotComparable, Text> = {
  'other-model': { sv: 'mätt på en annan trappa', en: 'measured on another ladder' },
  'other-major-version': { sv: 'trappan har gjorts om', en: 'the ladder has been reworked' },
  incomplete: { sv: 'inget steg vid en av mätningarna', en: 'no step in one of the assessments' },
  'not-applicable': { sv: 'gällde inte vid en av mätningarna', en: 'did not apply in one of the assessments' },
  'only-once': { sv: 'mätt bara en gång', en: 'measured only once' },
}

const TERMS = {
  sv: {
    between: (p: { from: string; to: string; months: string }) =>
      `Det gick ${p.months} mellan mätningarna, ${p.from} och ${p.to}.`,
    months: { one: 'en månad', other: '{n} månader' },
    climbed: (p: { n: string; of: string }) => `Ni tog er uppåt i ${p.n} av ${p.of} delområden.`,
    dropped: { one: 'Ett delområde står lägre än vid starten.', other: '{n} delområden står lägre än vid starten.' },
    whole: (p: { from: string; to: string }) => `Hela trappan gick från ${p.from} till ${p.to}.`,
    wholeSame: (p: { at: string }) => `Hela trappan står kvar på ${p.at}.`,
    step: (level: number, name: string) => `steg ${level}, ${name}`,
    table: (name: string) => `${name}, vid starten och nu`,
    columns: { dimension: 'Delområde', before: 'Vid start', now: 'Nu', change: 'Ändring', done: 'Det ni gjorde' },
    same: 'Samma steg',
    steps: { one: '{n} steg', other: '{n} steg' },
    doneOn: (title: string, day: string) => `${title} (${day})`,
    limits: 'Att tänka på när ni läser jämförelsen',
    limitsOf: (name: string) => `Så gjordes jämförelsen för ${name}`,
    voice: 'Stegen är utvecklarens bedömning båda gångerna. Den egna bedömningen är inte inräknad.',
    sameCoach: 'Samma person gjorde bedömningen båda gångerna.',
    otherCoach: 'Olika personer gjorde bedömningen de två gångerna, vilket kan ge utslag på ett steg.',
    people: (p: { both: string; newest: string }) =>
      `${p.both} av de ${p.newest} som svarade senast svarade också första gången.`,
    noPeople: 'Ingen av dem som svarade senast svarade första gången.',
    sameVersion: (version: string) => `Båda mätningarna gjordes med version ${version} av trappan.`,
    otherVersion: (from: string, to: string) =>
      `Trappan har ändrats från version ${from} till ${to}. Kraven på stegen är desamma.`,
    remade: (from: string, to: string) =>
      `Trappan har gjorts om från version ${from} till ${to}, så stegen kan inte jämföras.`,
    coverage: (p: { first: string; newest: string }) =>
      `Täckning: ${p.first} av frågorna fick ett tydligt svar första gången, ${p.newest} senast.`,
    of: (known: number, asked: number) => `${known} av ${asked}`,
    cause: 'Jämförelsen visar vad som har ändrats, inte varför. Allt beror inte på programmet.',
    shift:
      'Den som lär sig mer ser ofta mer som återstår. En egen bedömning kan därför sjunka fast arbetet har gått framåt.',
    noise: 'Den som stod lågt vid starten hamnar ofta något högre nästa gång, även utan insatser.',
    singleRung:
      'Ett enda steg upp eller ner i ett delområde kan bero på hur bedömningen gjordes. Läs det ihop med underlaget.',
  },
  en: {
    between: (p: { from: string; to: string; months: string }) =>
      `${p.months} passed between the assessments, ${p.from} and ${p.to}.`,
    months: { one: 'One month', other: '{n} months' },
    climbed: (p: { n: string; of: string }) => `You moved up in ${p.n} of ${p.of} dimensions.`,
    dropped: {
      one: 'One dimension stands lower than at the start.',
      other: '{n} dimensions stand lower than at the start.',
    },
    whole: (p: { from: string; to: string }) => `The whole ladder went from ${p.from} to ${p.to}.`,
    wholeSame: (p: { at: string }) => `The whole ladder remains on ${p.at}.`,
    step: (level: number, name: string) => `step ${level}, ${name}`,
    table: (name: string) => `${name}, at the start and now`,
    columns: { dimension: 'Dimension', before: 'At the start', now: 'Now', change: 'Change', done: 'What you did' },
    same: 'Same step',
    steps: { one: '{n} step', other: '{n} steps' },
    doneOn: (title: string, day: string) => `${title} (${day})`,
    limits: 'To bear in mind when reading the comparison',
    limitsOf: (name: string) => `How the comparison was made for ${name}`,
    voice: 'The steps are the coach’s assessment both times. Your own assessment is not counted in.',
    sameCoach: 'The same person made the assessment both times.',
    otherCoach: 'Different people made the assessment the two times, which can make a difference of one step.',
    people: (p: { both: string; newest: string }) =>
      `${p.both} of the ${p.newest} who answered last time also answered the first time.`,
    noPeople: 'None of those who answered last time answered the first time.',
    sameVersion: (version: string) => `Both assessments used version ${version} of the ladder.`,
    otherVersion: (from: string, to: string) =>
      `The ladder has changed from version ${from} to ${to}. The requirements of the steps are the same.`,
    remade: (from: string, to: string) =>
      `The ladder was reworked between version ${from} and ${to}, so the steps cannot be compared.`,
    coverage: (p: { first: string; newest: string }) =>
      `Coverage: ${p.first} of the questions had a definite answer the first time, ${p.newest} last time.`,
    of: (known: number, asked: number) => `${known} of ${asked}`,
    cause: 'The comparison shows what has changed, not why. Not everything that happened is due to the programme.',
    shift:
      'Those who learn more often see more that remains. Your own assessment can therefore fall although the work has moved forward.',
    noise: 'Those who stood low at the start often land somewhat higher next time, even without any effort.',
    singleRung:
      'A single step up or down in one dimension can depend on how the assessment was made. Read it together with the evidence.',
  },
} satisfies Record<Language, unknown>

/** What the follow-up shows beside the baseline, with what must be said under every such comparison. */
export function change({ ladders, w }: Scene): Block[] {
  const terms = TERMS[w.language]
  const compared = ladders.flatMap((ladder) => (ladder.baseline ? changeOf(ladder, ladder.baseline, w) : []))
  if (compared.length === 0) return []
  const items = [terms.voice, terms.singleRung, terms.noise, terms.shift, terms.cause]
  return [...compared, { kind: 'limits', title: terms.limits, items }]
}

function changeOf(ladder: LadderScene, baseline: ReportMeasurement, w: Wording): Block[] {
  const { columns, ...terms } = TERMS[w.language]
  const { newest, name, dimensions } = ladder
  const compared = compareLadders(baseline.result.coach, newest.result.coach)
  const rows = dimensions.map((one): Cell[] => {
    const found = compared.dimensions.find(({ dimension }) => dimension === one.dimension.id)
    return [cell(w.pick(one.dimension.name)), ...(found ? levels(one, found, w) : []), done(ladder, one, baseline, w)]
  })
  return [
    area(ladder),
    { kind: 'text', text: inWords(ladder, baseline, w) },
    {
      kind: 'table',
      caption: terms.table(name),
      columns: [
        column(columns.dimension, 3),
        column(columns.before, 3),
        column(columns.now, 3),
        column(columns.change, 2),
        column(columns.done, 4),
      ],
      rows,
    },
    { kind: 'limits', title: terms.limitsOf(name), items: limits(ladder, baseline, w) },
  ]
}

function inWords({ newest, model }: LadderScene, baseline: ReportMeasurement, w: Wording): string {
  const terms = TERMS[w.language]
  const compared = compareLadders(baseline.result.coach, newest.result.coach)
  const comparable = compared.dimensions.filter(({ steps }) => steps !== null).length
  const { from, to, change: whole } = compared.step
  const at = (level: number) => terms.step(level, levelName(model, level, w))
  return [
    terms.between({ from: baseline.startedOn, to: newest.startedOn, months: months(baseline, newest, w) }),
    ...(comparable > 0 ? [terms.climbed({ n: w.number(compared.climbed), of: w.number(comparable) })] : []),
    ...(compared.dropped > 0 ? [w.count(compared.dropped, terms.dropped)] : []),
    ...(whole === 'same' ? [terms.wholeSame({ at: at(to!) })] : []),
    ...(whole === 'climbed' || whole === 'dropped' ? [terms.whole({ from: at(from!), to: at(to!) })] : []),
  ].join(' ')
}

function months(baseline: ReportMeasurement, newest: ReportMeasurement, w: Wording): string {
  const count = Math.round(daysBetween(baseline.startedOn, newest.startedOn) / 30.44)
  return w.count(count, TERMS[w.language].months)
}

function levels(one: DimensionScene, found: LevelChange, w: Wording): Cell[] {
  const terms = TERMS[w.language]
  const at = (level: number | null) => (level === null ? NOTHING : cell(`${level} ${rungName(one, level, w)}`))
  const { steps, why } = found
  const told =
    steps === null
      ? w.pick(WHY[why ?? 'incomplete'])
      : steps === 0
        ? terms.same
        : w.count(Math.abs(steps), terms.steps).replace(w.number(Math.abs(steps)), w.signed(steps))
  return [at(found.from), at(found.to), cell(told)]
}

/** The actions finished between the two measurements that this dimension's plan had. */
function done(
  { ladder, model, newest }: LadderScene,
  one: DimensionScene,
  baseline: ReportMeasurement,
  w: Wording,
): Cell {
  const between = ladder.doneActions.filter(
    ({ dimension, doneOn }) =>
      dimension === one.dimension.id && doneOn >= baseline.startedOn && doneOn <= newest.submittedOn,
  )
  if (between.length === 0) return NOTHING
  const titled = (title: string) => titleAmong(model.actions, title, w.language)
  return { text: '', items: between.map(({ title, doneOn }) => TERMS[w.language].doneOn(titled(title), doneOn)) }
}

function limits({ ladder, newest }: LadderScene, baseline: ReportMeasurement, w: Wording): string[] {
  const terms = TERMS[w.language]
  const known = ({ result: { coach } }: ReportMeasurement) => terms.of(coach.coverage.known, coach.coverage.asked)
  const sameCoach = baseline.submittedBy !== null && baseline.submittedBy === newest.submittedBy
  return [
    sameCoach ? terms.sameCoach : terms.otherCoach,
    ...(ladder.people && ladder.people.newest > 0 ? [people(ladder.people, w)] : []),
    versions(baseline, newest, w),
    terms.coverage({ first: known(baseline), newest: known(newest) }),
  ]
}

function people({ both, newest }: SamePeople, w: Wording): string {
  const terms = TERMS[w.language]
  return both === 0 ? terms.noPeople : terms.people({ both: w.number(both), newest: w.number(newest) })
}

function versions(baseline: ReportMeasurement, newest: ReportMeasurement, w: Wording): string {
  const terms = TERMS[w.language]
  const { sameVersion, versions: found, step } = compareLadders(baseline.result.coach, newest.result.coach)
  if (sameVersion) return terms.sameVersion(found.to)
  return (step.why === 'other-major-version' ? terms.remade : terms.otherVersion)(found.from, found.to)
}
