import type { Language } from '../../kernel/text.ts'
import { fundingOf } from '../funding.ts'
import type { ReportData, ReportKind } from '../schema.ts'
import { change } from '../sections/change.ts'
import { keyFigures } from '../sections/key-figures.ts'
import { method } from '../sections/method.ts'
import { plan } from '../sections/plan.ts'
import { standing } from '../sections/standing.ts'
import { stepCards, summary } from '../sections/summary.ts'
import { target } from '../sections/target.ts'
import { REPORT_KIND_NAMES, SECTION_TITLES } from '../terms.ts'
import { type ModelOf, type Scene, sceneOf } from './scene.ts'
import type { Block, Cover, ReportContent, SectionId } from './schema.ts'
import { wordingIn } from './wording.ts'

const BUILD: Record<SectionId, (scene: Scene) => Block[]> = {
  summary,
  standing,
  target,
  plan,
  change,
  'key-figures': keyFigures,
  method,
}

/** What each kind of report tells, in its order. */
const SECTIONS: Record<ReportKind, readonly SectionId[]> = {
  baseline: ['summary', 'standing', 'key-figures', 'method'],
  plan: ['summary', 'standing', 'target', 'plan', 'key-figures', 'method'],
  'follow-up': ['summary', 'change', 'standing', 'target', 'plan', 'key-figures', 'method'],
}

const TERMS = {
  sv: {
    number: 'Organisationsnummer',
    coach: 'Utvecklare',
    date: 'Datum',
    demonstration: 'Påhittat företag i ett demonstrationsprogram',
  },
  en: {
    number: 'Organisation number',
    coach: 'Coach',
    date: 'Date',
    demonstration: 'Invented company in a demonstration programme',
  },
} satisfies Record<Language, unknown>

/**
 * The report in one language, ready to be drawn. The same data gives the same content, whenever and wherever it
 * is asked. A section with nothing to tell is left out.
 */
export function reportContent(data: ReportData, modelOf: ModelOf, language: Language): ReportContent {
  const scene = sceneOf(data, modelOf, wordingIn(language))
  const sections = SECTIONS[data.kind].flatMap((id) => {
    const blocks = BUILD[id](scene)
    return blocks.length > 0 ? [{ id, title: SECTION_TITLES[id][language], blocks }] : []
  })
  const title = REPORT_KIND_NAMES[data.kind][language]
  return { kind: data.kind, language, title, madeOn: data.madeOn, cover: coverOf(scene), sections }
}

function coverOf(scene: Scene): Cover {
  const { data, w } = scene
  const { company, programme } = data
  const terms = TERMS[w.language]
  const coach = [company.coach, company.partner].filter((name) => name !== null).join(', ')
  return {
    programme: w.pick(programme.name),
    company: company.name,
    facts: [
      { term: terms.date, text: w.longDay(data.madeOn) },
      { term: terms.number, text: company.organisationNumber },
      ...(coach ? [{ term: terms.coach, text: coach }] : []),
    ],
    cards: stepCards(scene),
    demonstration: programme.demonstration ? terms.demonstration : '',
    funding: fundingOf(data, w),
  }
}
