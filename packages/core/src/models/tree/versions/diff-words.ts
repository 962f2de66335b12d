import type { Text } from '../../../kernel/text.ts'
import { type Fillings, fillText } from '../../fill-text.ts'
import type { ModelChange, Part } from './change.ts'
import type { ModelDiff } from './diff.ts'
import type { VersionStep } from './steps.ts'

const PARTS: Readonly<Record<Part, Text>> = {
  model: { sv: 'Modellen', en: 'The model' },
  fact: { sv: 'Uppgiften ”{id}”', en: 'The fact “{id}”' },
  scale: { sv: 'Skalan ”{id}”', en: 'The scale “{id}”' },
  question: { sv: 'Frågan ”{id}”', en: 'The question “{id}”' },
  node: { sv: 'Noden ”{id}”', en: 'The node “{id}”' },
  view: { sv: 'Vyn ”{id}”', en: 'The view “{id}”' },
  place: { sv: 'Frågan ”{question}” under ”{node}”', en: 'The question “{question}” under “{node}”' },
  target: { sv: 'Målbilden ”{id}”', en: 'The target profile “{id}”' },
  action: { sv: 'Åtgärden ”{id}”', en: 'The action “{id}”' },
  'key-figure': { sv: 'Nyckeltalet ”{id}”', en: 'The key figure “{id}”' },
}

const SENTENCES = {
  new: { sv: '{part} har tillkommit.', en: '{part} is new.' },
  gone: { sv: '{part} har utgått.', en: '{part} is gone.' },
  'other-id': { sv: '{part} hette tidigare ”{from}”.', en: '{part} was called “{from}” before.' },
  'other-parent': {
    sv: '{part} har flyttats från ”{from}” till ”{to}”.',
    en: '{part} has moved from “{from}” to “{to}”.',
  },
  'other-place': {
    sv: '{part} stod under {from} och står nu under {to}.',
    en: '{part} stood under {from} and now stands under {to}.',
  },
  reworded: { sv: '{part}: {key} har formulerats om.', en: '{part}: {key} has been reworded.' },
  rescaled: {
    sv: '{part} besvaras eller värderas på ett annat sätt än tidigare.',
    en: '{part} is answered or valued in another way than before.',
  },
  'key-new': { sv: '{part}: {key} har tillkommit.', en: '{part}: {key} has been added.' },
  'key-new-value': { sv: '{part}: {key} har tillkommit, {to}.', en: '{part}: {key} has been added, {to}.' },
  'key-gone': { sv: '{part}: {key} har tagits bort.', en: '{part}: {key} has been taken away.' },
  'key-changed': { sv: '{part}: {key} har ändrats.', en: '{part}: {key} has changed.' },
  'key-from-to': {
    sv: '{part}: {key} har ändrats från {from} till {to}.',
    en: '{part}: {key} has changed from {from} to {to}.',
  },
} as const satisfies Record<string, Text>

/** The keys of the format in words, and the lists whose items are told by name. */
const KEYS: Readonly<Record<string, Text>> = {
  about: { sv: 'beskrivningen', en: 'the description' },
  actions: { sv: 'åtgärderna', en: 'the actions' },
  adjust: { sv: 'justeringarna', en: 'the adjustments' },
  'answered-by': { sv: 'frågan som går före', en: 'the question that goes before' },
  'applies-when': { sv: 'villkoret för att gälla', en: 'the condition to apply' },
  'assessed-unit': { sv: 'det som bedöms', en: 'what is assessed' },
  authors: { sv: 'upphovspersonerna', en: 'the authors' },
  bands: { sv: 'intervallet', en: 'the band' },
  because: { sv: 'skälet', en: 'the reason' },
  buckets: { sv: 'det svaren delas upp i', en: 'what answers are told apart as' },
  'best-before-months': { sv: 'hur länge underlaget gäller', en: 'how long evidence holds' },
  cap: { sv: 'taket', en: 'the cap' },
  cells: { sv: 'cellernas svar', en: 'the answer of the cells' },
  codes: { sv: 'koderna', en: 'the codes' },
  columns: { sv: 'kolumnen', en: 'the column' },
  criteria: { sv: 'kriterierna', en: 'the criteria' },
  crosswalk: { sv: 'kopplingen till andra ramverk', en: 'the crosswalk' },
  curve: { sv: 'kurvan', en: 'the curve' },
  evidence: { sv: 'det underlag som krävs', en: 'the evidence needed' },
  examples: { sv: 'exemplen', en: 'the examples' },
  fallback: { sv: 'reservspråken', en: 'the fallback languages' },
  formula: { sv: 'formeln', en: 'the formula' },
  help: { sv: 'hjälptexten', en: 'the help' },
  how: { sv: 'beskrivningen', en: 'the description' },
  importance: { sv: 'vikten av frågan', en: 'how important it is' },
  languages: { sv: 'språken', en: 'the languages' },
  level: { sv: 'nivån', en: 'the level' },
  licence: { sv: 'licensen', en: 'the licence' },
  missing: { sv: 'vad ett svar som saknas betyder', en: 'what a missing answer means' },
  name: { sv: 'namnet', en: 'the name' },
  'not-applicable': { sv: 'vad ”inte tillämpligt” betyder', en: 'what “not applicable” means' },
  options: { sv: 'alternativet', en: 'the option' },
  parts: { sv: 'delen', en: 'the part' },
  points: { sv: 'poängen', en: 'the points' },
  policies: { sv: 'reglerna för svar som saknas', en: 'the rules for missing answers' },
  profile: { sv: 'profilen', en: 'the profile' },
  purpose: { sv: 'syftet', en: 'the purpose' },
  range: { sv: 'spannet', en: 'the range' },
  ranking: { sv: 'ordningen för förslag', en: 'the order of suggestions' },
  result: { sv: 'uträkningen', en: 'the calculation' },
  rows: { sv: 'raden', en: 'the row' },
  rungs: { sv: 'steget', en: 'the rung' },
  sources: { sv: 'källan', en: 'the source' },
  stars: { sv: 'stjärnan', en: 'the star' },
  statement: { sv: 'påståendet', en: 'the statement' },
  steps: { sv: 'svaret', en: 'the answer' },
  text: { sv: 'frågetexten', en: 'the wording' },
  unit: { sv: 'enheten', en: 'the unit' },
  unknown: { sv: 'vad ”vet ej” betyder', en: 'what “don’t know” means' },
  value: { sv: 'värdet', en: 'the value' },
  'visible-when': { sv: 'villkoret för att visas', en: 'the condition to be shown' },
  voices: { sv: 'vems svar som gäller', en: 'whose answers count' },
  weight: { sv: 'vikten', en: 'the weight' },
  weights: { sv: 'viktens villkor', en: 'the conditions of the weight' },
}

const LISTS: ReadonlySet<string> = new Set([
  'options',
  'rungs',
  'steps',
  'parts',
  'rows',
  'columns',
  'bands',
  'stars',
  'sources',
])

const STEPS: Readonly<Record<VersionStep, Text>> = {
  none: { sv: 'ingen ny version', en: 'no new version' },
  patch: { sv: 'bara texter (1.0.0 → 1.0.1)', en: 'texts only (1.0.0 → 1.0.1)' },
  minor: {
    sv: 'tillägg som inte ändrar resultat (1.0.0 → 1.1.0)',
    en: 'additions that change no result (1.0.0 → 1.1.0)',
  },
  major: {
    sv: 'sådant som kan ändra resultat (1.0.0 → 2.0.0)',
    en: 'something that can change results (1.0.0 → 2.0.0)',
  },
}

const VERDICTS = {
  none: { sv: 'Inget av betydelse har ändrats.', en: 'Nothing of meaning has changed.' },
  fits: {
    sv: 'Det som har ändrats är {needs}. Versionsnumret {to} räcker.',
    en: 'What has changed is {needs}. The version number {to} is enough.',
  },
  'too-small': {
    sv: 'Det som har ändrats är {needs}. Versionsnumret {to} efter {from} räcker inte.',
    en: 'What has changed is {needs}. The version number {to} after {from} is not enough.',
  },
  'not-later': {
    sv: 'Versionen {to} är inte senare än {from}.',
    en: 'Version {to} is not later than {from}.',
  },
  'other-model': {
    sv: '”{toId}” är en annan modell än ”{fromId}”, inte en ny version av den.',
    en: '“{toId}” is another model than “{fromId}”, not a new version of it.',
  },
} as const satisfies Record<string, Text>

/** One change in a sentence. */
export function changeText(change: ModelChange): Text {
  return fillText(SENTENCES[sentenceOf(change)], {
    part: partText(change),
    key: keyText(change.key),
    from: valueText(change.from),
    to: valueText(change.to),
  })
}

/** Whether the version number goes far enough, in a sentence; this is the refusal where it does not. */
export function verdictText(diff: ModelDiff): Text {
  const fillings: Fillings = {
    needs: STEPS[diff.needs],
    from: diff.from.version,
    to: diff.to.version,
    fromId: diff.from.id,
    toId: diff.to.id,
  }
  return fillText(VERDICTS[verdictOf(diff)], fillings)
}

function verdictOf({ from, to, needs, states, fits }: ModelDiff): keyof typeof VERDICTS {
  if (from.id !== to.id) return 'other-model'
  if (needs === 'none') return 'none'
  if (fits) return 'fits'
  return states === 'none' ? 'not-later' : 'too-small'
}

function sentenceOf({ change, key, from, to }: ModelChange): keyof typeof SENTENCES {
  if (change === 'moved') return key === 'id' ? 'other-id' : key === 'parent' ? 'other-parent' : 'other-place'
  if (change !== 'changed') return change
  const [isShort, isEmpty] = [isPlain(to), to === undefined]
  if (from === undefined) return isShort ? 'key-new-value' : 'key-new'
  if (isEmpty) return 'key-gone'
  return isShort && isPlain(from) ? 'key-from-to' : 'key-changed'
}

const isPlain = (value: unknown): boolean => ['number', 'string', 'boolean'].includes(typeof value)

function partText({ part, id }: ModelChange): Text {
  const [node = '', question = ''] = id.split('/')
  return fillText(PARTS[part], { id, node, question })
}

/** `options.yes.value`: the option “yes”, the value. Keys without a word of their own stand as they are written. */
function keyText(key: string): Text {
  const steps: Text[] = []
  const words = key.split('.')
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const known = KEYS[word] ?? { sv: `”${word}”`, en: `“${word}”` }
    const name = LISTS.has(word) ? words[at + 1] : undefined
    if (name !== undefined) at++
    steps.push(name === undefined ? known : { sv: `${known.sv} ”${name}”`, en: `${known.en} “${name}”` })
  }
  return { sv: steps.map(({ sv }) => sv).join(', '), en: steps.map(({ en }) => en).join(', ') }
}

function valueText(value: unknown): Text | string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? { sv: 'ja', en: 'yes' } : { sv: 'nej', en: 'no' }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.length === 0 ? { sv: 'ingen nod', en: 'no node' } : value.join(', ')
  }
  return ''
}
