import { addMonths } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { cell, column, numbers } from '../../reports/content/blocks.ts'
import type { Block } from '../../reports/content/schema.ts'
import type { Wording } from '../../reports/content/wording.ts'
import type { PaperSection } from './content.ts'
import { actText } from './declaration.ts'
import type { AidInformationMaterial, PaperData } from './material.ts'
import { amountText, articleText, both, euroText, facts, rateText } from './words.ts'

const KEPT_YEARS = 10

/**
 * What the company must be told in writing when it is given aid: how much, that it is de minimis aid, and under which
 * regulation, by its title and where it was published.
 *
 * Source: Regulation (EU) 2023/2831, Art. 7(4) (RULES.md B-15).
 */
export function informationSections(material: AidInformationMaterial, data: PaperData, w: Wording): PaperSection[] {
  return [
    { title: '', blocks: [{ kind: 'lead', text: leadOf(material, data, w) }, awardFacts(material, data, w)] },
    ...(material.value.length === 0
      ? []
      : [
          {
            title: w.pick(both('Så har värdet räknats ut', 'How the value was worked out')),
            blocks: [valueTable(material, w)],
          },
        ]),
    {
      title: w.pick(both('Vad det betyder för företaget', 'What it means for the enterprise')),
      blocks: meaning(material, w),
    },
    { title: w.pick(both('Registrering', 'Registration')), blocks: registration(material, w) },
  ]
}

function leadOf({ support, awardedOn }: AidInformationMaterial, { company }: PaperData, w: Wording): string {
  const amount = amountText(support.amount, w)
  return w.language === 'sv'
    ? `${company.name} har den ${w.longDay(awardedOn)} beviljats försumbart stöd (stöd av mindre betydelse, de minimis-stöd) värt ${amount}.`
    : `${company.name} was granted de minimis aid worth ${amount} on ${w.longDay(awardedOn)}.`
}

function awardFacts(material: AidInformationMaterial, data: PaperData, w: Wording): Block {
  const { support, authority, scheme, regulation, awardedOn } = material
  const { amount, description } = support
  return facts(
    [
      [both('Vad stödet är', 'What the aid is'), w.pick(description)],
      [both('Belopp (bruttobidragsekvivalent)', 'Amount (gross grant equivalent)'), amountText(amount, w)],
      [both('I euro', 'In euro'), rateText(amount, w)],
      [both('Beviljat den', 'Granted on'), w.longDay(awardedOn)],
      [both('Beviljat av', 'Granting authority'), authority],
      [both('Projekt', 'Project'), scheme ? [scheme.name, scheme.reference].filter(Boolean).join(', ') : ''],
      [both('Försumbart stöd enligt', 'De minimis aid under'), actText(data, regulation, w)],
    ],
    w,
  )
}

function valueTable({ value }: AidInformationMaterial, w: Wording): Block {
  return {
    kind: 'table',
    caption: w.pick(both('Från kostnad till stöd', 'From cost to aid')),
    columns: [column(w.pick(both('Del', 'Part')), 4), numbers(w.pick(both('Belopp', 'Amount')), 2)],
    rows: value.map(({ text, amount }) => [cell(w.pick(text)), cell(w.pick(amount))]),
  }
}

function meaning(material: AidInformationMaterial, w: Wording): Block[] {
  const { awardedOn, ceilingEurCents, headroomAfterEurCents } = material
  const ends = w.longDay(addMonths(awardedOn, 36))
  const ceiling = ceilingEurCents === null ? null : euroText(ceilingEurCents, w)
  const left = headroomAfterEurCents === null ? null : euroText(headroomAfterEurCents, w)
  const items: (Text | null)[] = [
    both(
      `Stödet räknas i tre år från dagen det beviljades, till och med den ${ends}. Berätta om det för den som vill ge företaget, eller ett företag som räknas ihop med det, mer försumbart stöd.`,
      `The aid counts for three years from the day it was granted, up to and including ${ends}. Tell whoever means to give the enterprise, or one counted together with it, more de minimis aid.`,
    ),
    ceiling && left
      ? both(
          `Taket är ${ceiling} under tre år. Efter det här stödet är ${left} kvar, enligt det som är känt.`,
          `The ceiling is ${ceiling} over three years. After this aid ${left} is left, by what is known.`,
        )
      : null,
    both(
      `Spara beskedet. Handlingarna sparas i ${KEPT_YEARS} år även i programmet.`,
      `Keep this notice. The programme keeps its records for ${KEPT_YEARS} years too.`,
    ),
  ]
  return [{ kind: 'list', items: items.flatMap((text) => (text ? [w.pick(text)] : [])) }]
}

function registration({ register }: AidInformationMaterial, w: Wording): Block[] {
  if (!register) return [{ kind: 'text', text: w.pick(NO_REGISTER) }]
  const by = register.by ? w.longDay(register.by) : null
  const text = both(
    `Stödet registreras i det offentliga registret över försumbart stöd${by ? ` senast den ${by}` : ''}: vem som fick det, belopp, dag, vem som beviljade det, form och näringsgren (${articleText(register.article, w)}).`,
    `The aid is entered in the public register of de minimis aid${by ? ` by ${by}` : ''}: who received it, amount, day, granting authority, form and industry (${register.article}).`,
  )
  return [{ kind: 'text', text: w.pick(text) }]
}

const NO_REGISTER = both(
  'Stödet behöver inte registreras i det centrala registret.',
  'The aid need not be entered in the central register.',
)
