import { node, OPEN, POLICIES, question, type Starter, type Write } from './parts.ts'

/** A hundred points in two areas; the points of what does not apply go to its siblings. */
export function points(write: Write): Starter {
  return {
    purpose: write(
      'Visar hur många av hundra poäng som är gjorda, och vad som återstår.',
      'Shows how many of a hundred points are done, and what is left.',
    ),
    scales: {
      progress: {
        type: 'split',
        parts: [
          { id: 'done', name: write('Gjort', 'Done'), value: 1 },
          { id: 'planned', name: write('Planerat', 'Planned'), value: 0 },
          { id: 'not-done', name: write('Inte gjort', 'Not done'), value: 0 },
        ],
        ...OPEN,
      },
    },
    questions: [
      question('sorting', 'progress', write('Avfallet sorteras där det uppstår.', 'Waste is sorted where it arises.')),
      question('weighing', 'progress', write('Varje avfallsslag vägs.', 'Each kind of waste is weighed.')),
      question(
        'causes',
        'progress',
        write('De största orsakerna till spill är kända.', 'The largest causes of scrap are known.'),
      ),
      question('packaging', 'progress', write('Förpackningar går i retur.', 'Packaging is returned.')),
    ],
    policies: { ...POLICIES, 'not-applicable': 'redistribute-equal' },
    tree: node(
      'whole',
      write('Hela modellen', 'The whole model'),
      { op: 'points' },
      [
        node('waste', write('Avfall', 'Waste'), { op: 'points' }, [
          { question: 'sorting', points: 20 },
          { question: 'weighing', points: 30 },
        ]),
        node('material', write('Material', 'Material'), { op: 'points' }, [
          { question: 'causes', points: 30 },
          { question: 'packaging', points: 20 },
        ]),
      ],
      {
        bands: [
          { id: 'begun', name: write('Påbörjat', 'Begun'), below: 35, level: 1 },
          { id: 'under-way', name: write('På god väg', 'Well under way'), below: 75, level: 2 },
          { id: 'in-place', name: write('På plats', 'In place'), level: 3 },
        ],
      },
    ),
  }
}

/** Figures with units, each on a curve of its own, and their mean from 0 to 100. */
export function index(write: Write): Starter {
  return {
    purpose: write(
      'Räknar om några nyckeltal till ett index från 0 till 100.',
      'Turns a few key figures into an index from 0 to 100.',
    ),
    scales: {
      'energy-use': {
        type: 'number',
        unit: 'kWh/t',
        units: [{ id: 'MWh/t', factor: 1000 }],
        decimals: 0,
        least: 0,
        most: 100_000,
        curve: {
          shape: 'linear',
          points: [
            [200, 5],
            [600, 3],
            [1500, 1],
          ],
          outside: 'clamp',
        },
        ...OPEN,
      },
      share: {
        type: 'number',
        unit: '%',
        decimals: 0,
        least: 0,
        most: 100,
        curve: {
          shape: 'linear',
          points: [
            [0, 1],
            [100, 5],
          ],
          outside: 'refuse',
        },
        ...OPEN,
      },
    },
    questions: [
      question(
        'energy',
        'energy-use',
        write('Hur mycket energi går åt per ton sålda varor?', 'How much energy goes into a tonne of goods sold?'),
      ),
      question(
        'renewable',
        'share',
        write('Hur stor del av energin är förnybar?', 'How much of the energy is renewable?'),
      ),
    ],
    policies: POLICIES,
    tree: node('whole', write('Index', 'Index'), { op: 'mean' }, [{ question: 'energy' }, { question: 'renewable' }], {
      adjust: [
        { do: 'map', from: [1, 5], to: [0, 100] },
        { do: 'round', decimals: 1, mode: 'half-up' },
      ],
      bands: [
        { id: 'low', name: write('Låg', 'Low'), below: 25, level: 1 },
        { id: 'middle', name: write('Mellan', 'Middle'), below: 75, level: 2 },
        { id: 'high', name: write('Hög', 'High'), level: 3 },
      ],
    }),
  }
}
