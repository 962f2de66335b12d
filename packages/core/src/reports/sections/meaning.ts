import type { Blocking } from '../../assessments/score.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { EVIDENCE_NAMES, type EvidenceClass } from '../../models/schema.ts'
import { cell, column, list } from '../content/blocks.ts'
import { type DimensionScene, type LadderScene, rungName } from '../content/scene.ts'
import type { Block } from '../content/schema.ts'
import type { Wording } from '../content/wording.ts'

const TERMS = {
  sv: {
    strong: 'Det här är ni bra på',
    strength: (p: { name: string; level: number; rung: string; statement: string }) =>
      `${p.name}, steg ${p.level} (${p.rung}). ${p.statement}`,
    allFirst: 'Alla delområden står på första steget. Välj ett par att börja med, så märks skillnaden snart.',
    gaps: (name: string) => `Närmast nästa steg i ${name}`,
    columns: { dimension: 'Delområde', left: 'Det som återstår' },
    next: (p: { level: number; rung: string }) => `Nästa: steg ${p.level}, ${p.rung}`,
    partly: 'delvis klart',
    unknown: 'ni visste inte',
    evidence: (needs: string) => `inte visat än: ${needs} behövs`,
    ahead: 'Det här klarar ni redan, fast det hör till högre steg',
    higher: (names: string) => `I ${names} bedömde ni er högre än utvecklaren.`,
    lower: (names: string) => `I ${names} bedömde ni er lägre än utvecklaren.`,
    agree: 'Ni och utvecklaren är överens i alla delområden.',
    restAgree: 'I övrigt är ni överens.',
    self: 'Er egen bedömning och utvecklarens',
    evidenceHeading: 'Underlag',
    verified: (p: { n: string; of: string }) =>
      `${p.n} av ${p.of} delområden över första steget är bekräftade med underlag.`,
    lapsed: (names: string) =>
      `Underlaget för ${names} har gått ut. Stegen står kvar, men behöver nytt underlag för att räknas som bekräftade.`,
    unknownHeading: 'Värt att ta reda på',
  },
  en: {
    strong: 'What you are good at',
    strength: (p: { name: string; level: number; rung: string; statement: string }) =>
      `${p.name}, step ${p.level} (${p.rung}). ${p.statement}`,
    allFirst: 'Every dimension is on the first step. Choose a couple to begin with, and the difference will soon show.',
    gaps: (name: string) => `Closest to the next step in ${name}`,
    columns: { dimension: 'Dimension', left: 'What remains' },
    next: (p: { level: number; rung: string }) => `Next: step ${p.level}, ${p.rung}`,
    partly: 'partly done',
    unknown: 'you did not know',
    evidence: (needs: string) => `not shown yet: needs ${needs}`,
    ahead: 'What you already meet, though it belongs to higher steps',
    higher: (names: string) => `In ${names} you placed yourselves higher than the coach did.`,
    lower: (names: string) => `In ${names} you placed yourselves lower than the coach did.`,
    agree: 'You and the coach agree in every dimension.',
    restAgree: 'Otherwise you agree.',
    self: 'Your own assessment and the coach’s',
    evidenceHeading: 'Evidence',
    verified: (p: { n: string; of: string }) =>
      `${p.n} of ${p.of} dimensions above the first step are verified by evidence.`,
    lapsed: (names: string) =>
      `The evidence for ${names} has lapsed. The steps stand, but need new evidence to count as verified.`,
    unknownHeading: 'Worth finding out',
  },
} satisfies Record<Language, unknown>

/** What the levels of a ladder mean, in words. */
export function meaningOf(ladder: LadderScene, w: Wording): Block[] {
  const terms = TERMS[w.language]
  return [
    ...strengths(ladder, w),
    ...gaps(ladder, w),
    ...list(terms.ahead, ahead(ladder, w)),
    ...voices(ladder, w),
    ...list(terms.evidenceHeading, evidence(ladder, w)),
    ...list(terms.unknownHeading, unknowns(ladder, w)),
  ]
}

function strengths({ dimensions }: LadderScene, w: Wording): Block[] {
  const terms = TERMS[w.language]
  const best = dimensions
    .filter(({ score }) => (score.level ?? 1) > 1)
    .toSorted((a, b) => b.score.level! - a.score.level!)
    .slice(0, 2)
  if (best.length === 0) return [{ kind: 'text', text: terms.allFirst }]
  return list(
    terms.strong,
    best.map((one) => {
      const level = one.score.level!
      const statement = one.dimension.rungs.find((rung) => rung.level === level)?.statement
      return terms.strength({
        name: w.pick(one.dimension.name),
        level,
        rung: rungName(one, level, w),
        statement: statement ? w.pick(statement) : '',
      })
    }),
  )
}

function gaps({ name, dimensions }: LadderScene, w: Wording): Block[] {
  const { columns, ...terms } = TERMS[w.language]
  const near = dimensions
    .filter(({ score }) => score.level !== null && score.blocking.length > 0)
    .toSorted((a, b) => a.score.blocking.length - b.score.blocking.length || a.score.level! - b.score.level!)
    .slice(0, 3)
  if (near.length === 0) return []
  return [
    {
      kind: 'table',
      caption: terms.gaps(name),
      columns: [column(columns.dimension, 2), column(columns.left, 5)],
      rows: near.map((one) => {
        const next = one.score.level! + 1
        return [
          cell(w.pick(one.dimension.name), terms.next({ level: next, rung: rungName(one, next, w) })),
          { text: '', items: one.score.blocking.map((blocking) => remaining(one, blocking, w)) },
        ]
      }),
    },
  ]
}

function remaining(one: DimensionScene, { criterion, why, needs }: Blocking, w: Wording): string {
  const terms = TERMS[w.language]
  const text = w.pick(criterionText(one, criterion) ?? one.dimension.name)
  if (why === 'partly' || why === 'unknown') return `${text} (${terms[why]})`
  return why === 'evidence-too-low' && needs ? `${text} (${terms.evidence(evidenceName(needs, w))})` : text
}

const evidenceName = (needs: EvidenceClass, w: Wording) => w.pick(EVIDENCE_NAMES[needs])

function criterionText({ dimension }: DimensionScene, id: string): Text | undefined {
  return dimension.rungs.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.text
}

function ahead({ dimensions }: LadderScene, w: Wording): string[] {
  const found = dimensions.flatMap((one) =>
    one.score.ahead.flatMap((id) => {
      const text = criterionText(one, id)
      return text ? [`${w.pick(one.dimension.name)}: ${w.pick(text)}`] : []
    }),
  )
  return found.slice(0, 4)
}

function voices({ dimensions }: LadderScene, w: Wording): Block[] {
  const terms = TERMS[w.language]
  const both = dimensions.filter(({ standing: { self, coach } }) => self !== null && coach !== null)
  if (both.length === 0) return []
  const named = (isSo: (difference: number) => boolean) =>
    both.filter(({ standing: { self, coach } }) => isSo(self! - coach!)).map(({ dimension }) => w.pick(dimension.name))
  const [higher, lower] = [named((difference) => difference > 0), named((difference) => difference < 0)]
  const told = [
    ...(higher.length > 0 ? [terms.higher(w.list(higher))] : []),
    ...(lower.length > 0 ? [terms.lower(w.list(lower))] : []),
  ]
  const apart = higher.length + lower.length
  if (apart === 0) told.push(terms.agree)
  else if (apart < both.length) told.push(terms.restAgree)
  return [
    { kind: 'heading', text: terms.self, note: '' },
    { kind: 'text', text: told.join(' ') },
  ]
}

function evidence({ dimensions }: LadderScene, w: Wording): string[] {
  const terms = TERMS[w.language]
  const risen = dimensions.filter(({ score }) => (score.level ?? 1) > 1)
  if (risen.length === 0) return []
  const verified = risen.filter(({ standing }) => standing.evidence === 'verified').length
  const lapsed = risen.filter(({ standing }) => standing.evidence === 'lapsed')
  return [
    terms.verified({ n: w.number(verified), of: w.number(risen.length) }),
    ...(lapsed.length > 0 ? [terms.lapsed(w.list(lapsed.map(({ dimension }) => w.pick(dimension.name))))] : []),
  ]
}

function unknowns({ dimensions }: LadderScene, w: Wording): string[] {
  return dimensions.flatMap((one) =>
    one.score.unknown.map((id) => w.pick(criterionText(one, id) ?? one.dimension.pick)),
  )
}
