import { visibleQuestions } from '../assessments/questions.ts'
import { type AssessmentResult, resultOf } from '../assessments/result.ts'
import type { OccasionKind } from '../assessments/schema.ts'
import { type CompiledModel, topOf } from '../assessments/walk.ts'
import { addDays, addMonths, PlainDate } from '../kernel/day.ts'
import { AssessmentId, FocusAreaId, RecordId } from '../kernel/ids.ts'
import type { Answer } from '../models/answers.ts'
import { EVIDENCE_CLASSES } from '../models/schema.ts'
import type { ReportMaterial } from './rules.ts'
import type { ReportAction, ReportKeyFigure, ReportLadder, ReportMeasurement } from './schema.ts'

/** Invented material for tests and measurements. */

export const MADE_ON = PlainDate.parse('2026-11-23')
const STARTED = PlainDate.parse('2025-03-03')
const EMPLOYEES = 34

let count = 0
const newId = () => `01990000-0000-7000-8000-${String(++count).padStart(12, '0')}`

/** Findings that put each dimension on the level asked for, with every other criterion of the next rung met. */
function findingsFor(compiled: CompiledModel, levels: readonly number[]): Map<string, Answer> {
  const profile = { employees: EMPLOYEES }
  const wanted = compiled.dimensions.map((_, d) => Math.min(levels[d % levels.length]!, topOf(compiled, d, profile)))
  const answers = new Map<string, Answer>(
    compiled.dimensions.map((id, d) => [id, { kind: 'rung', level: wanted[d]!, evidence: 'E2' }]),
  )
  for (;;) {
    const open = visibleQuestions(compiled, answers, 'coach', profile).filter(({ id }) => !answers.has(id))
    if (open.length === 0) return answers
    for (const [at, { id, dimension, level }] of open.entries()) {
      const isMet = (level ?? 1) <= wanted[compiled.dimensions.indexOf(dimension)]! || at % 3 === 0
      answers.set(id, isMet ? { kind: 'yes', evidence: 'E4' } : { kind: at % 3 === 1 ? 'partly' : 'no' })
    }
  }
}

function resultFor(compiled: CompiledModel, levels: readonly number[], on: PlainDate): AssessmentResult {
  const findings = findingsFor(compiled, levels)
  const people = [0, 1, 0].map((more, at) => ({
    id: String(at),
    answers: findingsFor(
      compiled,
      levels.map((level, d) => Math.min(5, level + (d % 3 === 0 ? more + 1 : d % 3 === 1 ? more : 0))),
    ),
  }))
  const evidence = [...findings]
    .filter(([, { kind }], at) => kind === 'yes' && at % 5 !== 0)
    .map(([criterion], at) => ({
      criterion,
      class: EVIDENCE_CLASSES[4],
      datedOn: addDays(on, -30),
      bestBefore: at === 3 ? addDays(on, 60) : addMonths(on, 24),
    }))
  return resultOf(compiled, { respondents: people, findings, evidence, employees: EMPLOYEES }, on)
}

function measurement(compiled: CompiledModel, kind: OccasionKind, on: PlainDate, levels: readonly number[]) {
  const { id, version } = compiled.model
  return {
    assessmentId: AssessmentId.parse(newId()),
    occasionId: RecordId.parse(newId()),
    kind,
    model: { id, version },
    revision: 1,
    correctionReason: null,
    startedOn: on,
    submittedOn: addDays(on, 9),
    submittedBy: 'Karin Almqvist',
    result: resultFor(compiled, levels, addDays(on, 9)),
    asked: 4,
    evidence: [
      { class: 'E2', count: 7 },
      { class: 'E3', count: 2 },
    ],
  } satisfies ReportMeasurement
}

function ladder(compiled: CompiledModel, at: number, followed: boolean): ReportLadder {
  const start = [2, 2, 3, 2, 1, 2].map((level, d) => Math.max(1, level - (d % 4 === 1 ? at % 2 : 0)))
  const later = start.map((level, d) => level + ((d + at) % 3 === 0 ? 0 : 1))
  const measurements = [measurement(compiled, 'baseline', addDays(STARTED, at * 14), start)]
  if (followed) measurements.push(measurement(compiled, 'follow-up', addMonths(STARTED, 18 + at), later))
  const { name } = compiled.model
  return {
    focusArea: { id: FocusAreaId.parse(newId()), slug: compiled.model.id, name, accent: at + 1 },
    measurements,
    people: followed ? { first: 3, newest: 3, both: 2 } : null,
    targets: followed ? targets(compiled, later) : [],
    doneActions: followed
      ? compiled.dimensions.slice(0, 2).map((dimension, d) => ({
          dimension,
          title: compiled.model.actions.find((action) => action.dimension === dimension)?.name.sv ?? 'Åtgärd',
          doneOn: addMonths(STARTED, 7 + d),
          toLevel: 2,
        }))
      : [],
    peers: {
      companies: 131,
      dimensions: compiled.dimensions.map((dimension) => ({
        dimension,
        median: 2,
        shares: [
          { level: 1, percent: 34 },
          { level: 2, percent: 41 },
          { level: 3, percent: 19 },
          { level: 4, percent: 6 },
        ],
      })),
    },
  }
}

function targets(compiled: CompiledModel, levels: readonly number[]): ReportLadder['targets'] {
  return compiled.dimensions.slice(0, 4).map((dimension, d) => ({
    dimension,
    level: Math.min(levels[d % levels.length]! + 1, topOf(compiled, d, { employees: EMPLOYEES })),
    dueOn: addMonths(MADE_ON, 6 + d * 3),
  }))
}

const STATUSES = ['done', 'ongoing', 'planned', 'planned', 'done'] as const
const OWNERS = ['Eva Lindqvist', 'Johan Berg', 'Karin Almqvist', null] as const

function actions(models: readonly CompiledModel[], goals: readonly string[], each: number): ReportAction[] {
  const all = models.flatMap(({ model }) => model.actions)
  return Array.from({ length: goals.length * each }, (_, at) => {
    const template = all[(at * 7) % all.length]!
    const status = STATUSES[at % STATUSES.length]!
    return {
      title: template.name.sv,
      status,
      goalId: at % 9 === 8 ? null : RecordId.parse(goals[at % goals.length]),
      owner: OWNERS[at % OWNERS.length]!,
      dueOn: addMonths(MADE_ON, (at % 12) - 3),
      doneOn: status === 'done' ? addMonths(MADE_ON, -(at % 8)) : null,
      effortHours: template.hours,
      costCents: at % 3 === 0 ? 1_250_000 * (1 + (at % 5)) : null,
      effect: at % 2 === 0 ? template.effect.sv : null,
    }
  })
}

function keyFigures(models: readonly CompiledModel[], followed: boolean): ReportKeyFigure[] {
  return models.flatMap(({ model }, m) =>
    model['key-figures'].slice(0, 2).map(({ id, name, unit, decimals, better }, at) => ({
      id,
      name,
      unit,
      decimals,
      better,
      accent: m + 1,
      values: [0, 1, 2].slice(0, followed ? 3 - (at % 2) : 1).map((year) => ({
        fromOn: PlainDate.parse(`${2024 + year}-01-01`),
        toOn: PlainDate.parse(year === 2 ? '2026-06-30' : `${2024 + year}-12-31`),
        amount: 1240 * (m + 1) * (1 + (better === 'up' ? 0.08 : -0.11) * year),
        unit: unit.sv,
        quality: year === 0 ? ('baseline' as const) : year === 1 ? ('estimated' as const) : ('verified' as const),
        verifiedBy: year === 2 ? 'Karin Almqvist' : null,
        source: year === 0 ? 'Bokföringen 2024' : 'Egen mätning',
      })),
    })),
  )
}

const GOALS = [
  'Halvera väntetiden mellan svets och montering',
  'Sänka elförbrukningen per producerad enhet med 15 procent',
  'Ta tillbaka och renovera de första hundra enheterna',
  'En planeringstavla som alla skift litar på',
  'Spillet från laserskärningen ska ner under fyra procent',
]

/** `short`: measured once. `full`: followed up, with a plan. `long`: the same with many actions. */
export function testMaterial(models: readonly CompiledModel[], size: 'short' | 'full' | 'long'): ReportMaterial {
  count = 0
  const followed = size !== 'short'
  const goals = (size === 'short' ? [] : size === 'full' ? GOALS.slice(0, 3) : GOALS).map((title, at) => ({
    id: RecordId.parse(newId()),
    title,
    measure: at === 1 ? 'Kilowattimmar per enhet, från energibolagets timvärden.' : null,
    dueOn: addMonths(MADE_ON, 6 + at),
  }))
  const goalIds = goals.map(({ id }) => id)
  return {
    format: 'stegvis-report/1',
    madeOn: MADE_ON,
    programme: {
      name: { sv: 'Framtidens verkstäder', en: 'Workshops of the Future' },
      demonstration: true,
      visibility: {
        sv: 'Projektet medfinansieras av Europeiska unionen genom Europeiska regionala utvecklingsfonden.',
        en: 'The project is co-funded by the European Union through the European Regional Development Fund.',
      },
    },
    funders: [
      { name: 'Europeiska regionala utvecklingsfonden', kind: 'eu', acknowledgement: null, logo: null },
      ...['Region Norrmark', 'Region Söderland', 'Mellanbygdens kommunalförbund'].map((name) => ({
        name,
        kind: 'region' as const,
        acknowledgement: { sv: `Med stöd av ${name}`, en: `Supported by ${name}` },
        logo: null,
      })),
    ],
    company: {
      name: 'Exempel Mekaniska Verkstad AB',
      organisationNumber: '559999-0008',
      coach: 'Karin Almqvist',
      partner: 'Utvecklingscentrum Norr',
    },
    ladders: models.map((model, at) => ladder(model, at, followed)),
    plan: {
      goals,
      actions: size === 'short' ? [] : actions(models, goalIds, size === 'full' ? 3 : 9),
      lastCheck:
        size === 'short'
          ? null
          : {
              on: PlainDate.parse('2026-10-05'),
              mood: 'slow',
              note: 'Två åtgärder väntar på den nya ställverkslösningen.',
            },
    },
    keyFigures: keyFigures(models, followed),
    exceptions: [],
  }
}
