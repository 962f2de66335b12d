import type { PlainDate } from '../../kernel/day.ts'
import type { Language } from '../../kernel/text.ts'
import type { Block, Funding } from '../../reports/content/schema.ts'
import { type Wording, wordingIn } from '../../reports/content/wording.ts'
import { fundingOf } from '../../reports/funding.ts'
import { certificateSections } from './certificate.ts'
import { declarationSections } from './declaration.ts'
import { informationSections } from './information.ts'
import type { PaperData, PaperMaterial } from './material.ts'
import { signatureRecordSections } from './signature-record.ts'
import { smeSections } from './sme-declaration.ts'
import { PAPER_TITLES } from './titles.ts'
import { both } from './words.ts'

/** A part of a paper. The first has no title: it says what matters most. */
export type PaperSection = { title: string; blocks: Block[] }

/** A paper as it reads, in one language. */
export type PaperContent = {
  kind: PaperMaterial['kind']
  language: Language
  title: string
  madeOn: PlainDate
  programme: string
  company: string
  /** below the title: whose paper it is */
  about: string
  demonstration: string
  funding: Funding
  sections: PaperSection[]
}

export function paperContent(data: PaperData, language: Language): PaperContent {
  const w = wordingIn(language)
  const { material, company, programme } = data
  const name = company.name
  return {
    kind: material.kind,
    language,
    title: w.pick(PAPER_TITLES[material.kind]),
    madeOn: data.madeOn,
    programme: w.pick(programme.name),
    company: name,
    about: `${name}, ${company.organisationNumber}`,
    demonstration: programme.demonstration
      ? w.pick(both('Exempel med ett påhittat företag', 'An example with an invented company'))
      : '',
    funding: fundingOf(data, w),
    sections: sectionsOf(data, w),
  }
}

function sectionsOf(data: PaperData, w: Wording): PaperSection[] {
  const { material } = data
  switch (material.kind) {
    case 'declaration':
      return declarationSections(material, data, w)
    case 'aid-information':
      return informationSections(material, data, w)
    case 'aid-certificate':
      return certificateSections(material, data, w)
    case 'sme-declaration':
      return smeSections(material, data, w)
    case 'signature-record':
      return signatureRecordSections(material, w)
  }
}
