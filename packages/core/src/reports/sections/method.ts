import type { OccasionKind } from '../../assessments/schema.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { EVIDENCE_NAMES, type Model } from '../../models/schema.ts'
import { cell, column, NOTHING } from '../content/blocks.ts'
import type { LadderScene, Scene } from '../content/scene.ts'
import type { Block, Cell } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'
import type { ReportMeasurement } from '../schema.ts'

const OCCASIONS: Record<OccasionKind, Text> = {
  baseline: { sv: 'Startmätning', en: 'Baseline' },
  'follow-up': { sv: 'Uppföljning', en: 'Follow-up' },
  closing: { sv: 'Avslutande mätning', en: 'Closing assessment' },
}

const TERMS = {
  sv: {
    table: 'Mätningarna som rapporten bygger på',
    columns: {
      ladder: 'Trappa',
      occasion: 'Mätning',
      by: 'Bedömd av',
      answered: 'Svarade',
      coverage: 'Täckning',
      evidence: 'Underlag',
    },
    version: (version: string) => `version ${version}`,
    days: (from: string, to: string) => (from === to ? from : `${from} till ${to}`),
    of: (n: number, all: number) => `${n} av ${all}`,
    corrected: (p: { revision: number; reason: string }) => `Rättad, version ${p.revision}: ${p.reason}`,
    rules: 'Så sätts stegen',
    rung: 'Ett delområde står på det högsta steg där alla krav är uppfyllda, liksom alla krav på stegen under. Det som är delvis klart räknas inte, och ”vet ej” räknas inte som uppfyllt. Krav som inte gäller er står inte i vägen.',
    broad: (p: { names: string; share: string; floor: number }) =>
      p.floor === 0
        ? `Hela trappan (${p.names}) står på det högsta steg som minst ${p.share} av delområdena har nått, om inget står under det.`
        : `Hela trappan (${p.names}) står på det högsta steg som minst ${p.share} av delområdena har nått, om inget står mer än ${p.floor} steg under det.`,
    share: (a: number, b: number) => `${a} av ${b}`,
    self: 'Den egna bedömningen är det mittersta av medarbetarnas svar. Finns det två i mitten gäller det lägre.',
    verified:
      'Bekräftat betyder att underlag av rätt slag finns sparat för varje krav. När ett underlag blir för gammalt står steget kvar, men visas med att underlaget har gått ut.',
    coverage: 'Täckning är hur många av utvecklarens frågor som fick ett tydligt svar. ”Vet ej” är inget tydligt svar.',
    figures: 'Nyckeltal och jämförelser med andra företag påverkar aldrig stegen.',
    exceptions: 'Möten som loggades innan stödet var klart',
    exception: (p: { on: string; by: string | null; reason: string }) =>
      p.by === null ? `${p.on}: ${p.reason}` : `${p.on}, efter beslut av ${p.by}: ${p.reason}`,
    licence: (p: { names: string; licence: string }) => `${p.names} får användas fritt enligt licensen ${p.licence}.`,
    data: 'Uppgifterna som rapporten bygger på följer med pdf-filen som data.json, så att ett datorprogram kan läsa dem.',
  },
  en: {
    table: 'The assessments behind this report',
    columns: {
      ladder: 'Ladder',
      occasion: 'Assessment',
      by: 'Assessed by',
      answered: 'Answered',
      coverage: 'Coverage',
      evidence: 'Evidence',
    },
    version: (version: string) => `version ${version}`,
    days: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    of: (n: number, all: number) => `${n} of ${all}`,
    corrected: (p: { revision: number; reason: string }) => `Corrected, version ${p.revision}: ${p.reason}`,
    rules: 'How the steps are set',
    rung: 'A dimension stands on the highest step where every requirement is met, as are all requirements of the steps below. What is partly done does not count, and “don’t know” does not count as met. Requirements that do not apply to you do not stand in the way.',
    broad: (p: { names: string; share: string; floor: number }) =>
      p.floor === 0
        ? `The whole ladder (${p.names}) stands on the highest step that at least ${p.share} dimensions have reached, if none is below it.`
        : `The whole ladder (${p.names}) stands on the highest step that at least ${p.share} dimensions have reached, if none is more than ${p.floor === 1 ? 'one step' : `${p.floor} steps`} below it.`,
    share: (a: number, b: number) => `${a} in ${b}`,
    self: 'Your own assessment is the middle one of your people’s answers. If there are two in the middle, the lower one counts.',
    verified:
      'Verified means that evidence of the right kind is on file for every requirement. When a piece of evidence grows too old, the step stands but is shown as having lapsed evidence.',
    coverage:
      'Coverage is how many of the coach’s questions had a definite answer. “Don’t know” is not a definite answer.',
    figures: 'Key figures and comparisons with other companies never affect the steps.',
    exceptions: 'Sessions logged before the aid was in order',
    exception: (p: { on: string; by: string | null; reason: string }) =>
      p.by === null ? `${p.on}: ${p.reason}` : `${p.on}, decided by ${p.by}: ${p.reason}`,
    licence: (p: { names: string; licence: string }) => `${p.names} may be used freely under the licence ${p.licence}.`,
    data: 'The data behind this report comes with the PDF file as data.json, so that programs can read it.',
  },
} satisfies Record<Language, unknown>

/** Model, version, dates, who, coverage and evidence of every measurement; the rules in words; and what passed them. */
export function method({ ladders, data, w }: Scene): Block[] {
  const { columns, ...terms } = TERMS[w.language]
  return [
    {
      kind: 'table',
      caption: terms.table,
      columns: [
        column(columns.ladder, 5),
        column(columns.occasion, 5),
        column(columns.by, 4),
        column(columns.answered, 2),
        column(columns.coverage, 2),
        column(columns.evidence, 4),
      ],
      rows: ladders.flatMap((ladder) => measurementRows(ladder, w)),
    },
    { kind: 'heading', text: terms.rules, note: '' },
    {
      kind: 'list',
      items: [
        terms.rung,
        ...broadRules(ladders, w),
        terms.self,
        terms.verified,
        terms.coverage,
        terms.figures,
        ...licences(ladders, w),
        terms.data,
      ],
    },
    ...exceptions(data.exceptions, w),
  ]
}

/** Every session that passed the gate before advice without its papers, with who let it and why. */
function exceptions(passed: Scene['data']['exceptions'], w: Wording): Block[] {
  if (passed.length === 0) return []
  const terms = TERMS[w.language]
  const items = passed.map(({ heldOn, by, reason }) => terms.exception({ on: w.longDay(heldOn), by, reason }))
  return [
    { kind: 'heading', text: terms.exceptions, note: '' },
    { kind: 'list', items },
  ]
}

function measurementRows({ ladder, name, model: versioned }: LadderScene, w: Wording): Cell[][] {
  const terms = TERMS[w.language]
  return ladder.measurements.map((measurement) => {
    const { model, kind, startedOn, submittedOn, submittedBy, asked, result } = measurement
    const { known, asked: questions } = result.coach.coverage
    const answered = result.self?.respondents ?? 0
    return [
      cell(name, ladderVersion(versioned, model.version, name, w)),
      cell(w.pick(OCCASIONS[kind]), [terms.days(startedOn, submittedOn), ...correction(measurement, w)].join('. ')),
      submittedBy ? cell(submittedBy) : NOTHING,
      cell(terms.of(answered, Math.max(asked, answered))),
      cell(terms.of(known, questions)),
      evidence(measurement, w),
    ]
  })
}

/** The ladder's own name where the programme calls its area something else. */
function ladderVersion({ name }: Model, version: string, area: string, w: Wording): string {
  const told = TERMS[w.language].version(version)
  return w.pick(name) === area ? told : `${w.pick(name)}, ${told}`
}

function correction({ revision, correctionReason }: ReportMeasurement, w: Wording): string[] {
  return revision > 1 && correctionReason ? [TERMS[w.language].corrected({ revision, reason: correctionReason })] : []
}

function evidence({ evidence: classes }: ReportMeasurement, w: Wording): Cell {
  const found = classes.filter(({ count }) => count > 0)
  if (found.length === 0) return NOTHING
  const total = found.reduce((sum, { count }) => sum + count, 0)
  const told = found.map(({ class: kind, count }) => `${w.number(count)} ${w.pick(EVIDENCE_NAMES[kind])}`)
  return cell(w.number(total), told.join(', '))
}

/** Ladders of the same rule are told together. */
function broadRules(ladders: readonly LadderScene[], w: Wording): string[] {
  const terms = TERMS[w.language]
  const byRule = Map.groupBy(ladders, ({ model: { result } }) => `${result.share.join('/')} ${result.floor}`)
  return [...byRule.values()].map((same) => {
    const { share, floor } = same[0]!.model.result
    return terms.broad({ names: w.list(same.map(({ name }) => name)), share: terms.share(...share), floor })
  })
}

function licences(ladders: readonly LadderScene[], w: Wording): string[] {
  const byLicence = Map.groupBy(ladders, ({ model }) => model.licence)
  return [...byLicence].map(([licence, same]) =>
    TERMS[w.language].licence({ names: w.list(same.map(({ name }) => name)), licence }),
  )
}
