import type { Text } from '../kernel/text.ts'
import type { Action, Criterion, Dimension, EvidenceClass, Model, Rung } from './schema.ts'

/**
 * A made-up ladder for tests and measurements: five levels; on each rung from the second two required
 * criteria (`<dimension>-<level>-a` and `-b`) and a recommended one (`-c`); one action for every step up.
 */
export function testModel(dimensions: readonly string[] = ['flow', 'tools'], changes: Partial<Model> = {}): Model {
  return {
    format: 'stegvis-model/1',
    id: 'test-ladder',
    version: '1.0.0',
    status: 'published',
    'published-on': '2026-11-23' as NonNullable<Model['published-on']>,
    languages: ['sv', 'en'],
    licence: 'CC-BY-4.0',
    authors: ['Stegvis'],
    'assessed-unit': 'site',
    name: text('Provstege', 'Test ladder'),
    purpose: text('En stege att prova med.', 'A ladder to test with.'),
    sources: [{ id: 'own-work', title: 'Own work', use: text('Allt', 'Everything') }],
    levels: (['E0', 'E2', 'E2', 'E3', 'E3'] as const).map((evidence, at) => ({
      level: at + 1,
      name: text(`Nivå ${at + 1}`, `Level ${at + 1}`),
      meaning: text(`Nivå ${at + 1} av fem.`, `Level ${at + 1} of five.`),
      evidence,
    })),
    answers: {
      missing: 'incomplete',
      unknown: 'not-met',
      'not-applicable': 'met',
      hidden: 'implied',
      partly: 'not-met',
    },
    'best-before-months': 24,
    result: { op: 'broad-step', share: [2, 3], floor: 1 },
    index: { op: 'mean', from: [1, 5], to: [0, 100] },
    ranking: { impact: 0.4, proximity: 0.35, effort: 0.25 },
    dimensions: dimensions.map(testDimension),
    rules: [],
    'key-figures': [
      {
        id: 'lead-time',
        name: text('Ledtid', 'Lead time'),
        unit: text('dagar', 'days'),
        decimals: 1,
        better: 'down',
        formula: text('Från order till leverans, median.', 'From order to delivery, median.'),
        help: text('Senaste kvartalet.', 'The last quarter.'),
        dimensions: dimensions.slice(0, 1),
      },
    ],
    actions: dimensions.flatMap((dimension) => [2, 3, 4, 5].map((to) => testAction(dimension, to))),
    ...changes,
  }
}

function text(sv: string, en: string): Text {
  return { sv, en }
}

function testDimension(id: string): Dimension {
  return {
    id,
    name: text(`Område ${id}`, `Area ${id}`),
    short: text(id, id),
    about: text(`Om ${id}.`, `About ${id}.`),
    pick: text(`Var står ${id}?`, `Where does ${id} stand?`),
    crosswalk: [{ to: 'sdg', id: '9.4', relation: 'supports' }],
    rungs: [1, 2, 3, 4, 5].map((level) => testRung(id, level)),
  }
}

function testRung(dimension: string, level: number): Rung {
  return {
    level,
    name: text(`Steg ${level}`, `Rung ${level}`),
    statement: text(`Det som syns på steg ${level}.`, `What is seen on rung ${level}.`),
    example: text('Ett exempel.', 'An example.'),
    'counter-example': text('Ett motexempel.', 'A counter-example.'),
    'shown-by': text('Ett dokument.', 'A document.'),
    criteria:
      level === 1
        ? []
        : [
            testCriterion(`${dimension}-${level}-a`, 'required'),
            testCriterion(`${dimension}-${level}-b`, 'required', level === 5 ? 'E4' : undefined),
            testCriterion(`${dimension}-${level}-c`, 'recommended'),
          ],
  }
}

function testCriterion(id: string, importance: Criterion['importance'], evidence?: EvidenceClass): Criterion {
  return {
    id,
    importance,
    ...(evidence && { evidence }),
    text: text(`Påstående ${id}`, `Statement ${id}`),
    help: text('Så bedömer du det.', 'How to judge it.'),
  }
}

function testAction(dimension: string, to: number): Action {
  return {
    id: `${dimension}-to-${to}-start`,
    dimension,
    to,
    closes: [`${dimension}-${to}-a`, `${dimension}-${to}-b`],
    name: text(`Åtgärd till steg ${to}`, `Action to rung ${to}`),
    how: text('Gör så här.', 'Do it like this.'),
    who: text('Produktionschefen', 'The production manager'),
    effect: text('Kortare ledtid.', 'Shorter lead time.'),
    help: text('Utvecklaren', 'The coach'),
    hours: 16,
    weeks: 3,
    cost: 'none',
    impact: 3,
    moves: dimension === 'flow' ? ['lead-time'] : [],
    requires: [],
  }
}
