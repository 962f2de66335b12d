import type { Text } from '../../kernel/text.ts'
import { cell, column, NOTHING, numbers } from '../../reports/content/blocks.ts'
import type { Block, Cell } from '../../reports/content/schema.ts'
import type { Wording } from '../../reports/content/wording.ts'
import type { SmeAggregation, SmeCategory, SmeLine, SmeStatus } from '../size/schema.ts'
import type { PaperSection } from './content.ts'
import { TO_SIGN } from './declaration.ts'
import type { PaperData, SmeDeclarationMaterial } from './material.ts'
import { both, euroText, facts, yesNo } from './words.ts'

const CATEGORIES: Readonly<Record<SmeCategory, Text>> = {
  micro: both('mikroföretag', 'a microenterprise'),
  small: both('litet företag', 'a small enterprise'),
  medium: both('medelstort företag', 'a medium-sized enterprise'),
  not_sme: both('större än ett medelstort företag', 'larger than a medium-sized enterprise'),
}

const ANCHORS: Readonly<Record<SmeStatus['anchor'], Text>> = {
  grant: both('dagen då stöd beviljas', 'the day aid is granted'),
  application: both('dagen för ansökan', 'the day of the application'),
  other: both('annan dag', 'another day'),
}

/** How the acts are called in a sentence, by the id of the definition. */
const DEFINITIONS: Readonly<Record<string, Text>> = {
  'sme-2003': both(
    'bilagan till kommissionens rekommendation 2003/361/EG, med samma text som bilaga I till förordning (EU) nr 651/2014',
    'Annex to Commission Recommendation 2003/361/EC, the same text as Annex I of Regulation (EU) No 651/2014',
  ),
}

/**
 * The size of an enterprise on one day, as it was worked out and frozen.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 2 to 6 (RULES.md A.1).
 */
export function smeSections(material: SmeDeclarationMaterial, data: PaperData, w: Wording): PaperSection[] {
  const { status } = material
  const shown = status.present ?? status.years.at(-1)
  return [
    { title: '', blocks: [{ kind: 'lead', text: leadOf(material, data, w) }, statusFacts(material, data, w)] },
    ...(shown
      ? [
          {
            title: w.pick(both('Så räknades det', 'How it was counted')),
            blocks: [linesTable(shown, w), ...accountsUsed(shown, w)],
          },
        ]
      : []),
    ...(status.years.length > 0
      ? [
          {
            title: w.pick(both('År för år', 'Year by year')),
            blocks: [{ kind: 'text' as const, text: w.pick(TWO_YEARS) }, yearsTable(status.years, w)],
          },
        ]
      : []),
    ...(status.reasons.length > 0
      ? [{ title: w.pick(both('Att känna till', 'To be aware of')), blocks: [reasonsList(status, w)] }]
      : []),
    { title: w.pick(both('Försäkran', 'Declaration')), blocks: [{ kind: 'text', text: w.pick(ASSURANCE) }] },
    { title: w.pick(both('Underskrift', 'Signature')), blocks: [{ kind: 'text', text: w.pick(TO_SIGN) }] },
  ]
}

const TWO_YEARS = both(
  'En gräns är passerad först när den har passerats två räkenskapsår i rad (artikel 4.2).',
  'A ceiling is crossed only once it has been crossed in two financial years in a row (Article 4(2)).',
)

const ASSURANCE = both(
  'Uppgifterna om ägare, andra företag, anställda, omsättning och balansomslutning är riktiga och fullständiga. Företaget meddelar programmet om något ändras innan stödet är beviljat.',
  'What is stated about owners, other enterprises, staff, turnover and balance sheet total is correct and complete. The enterprise will tell the programme if anything changes before the aid is granted.',
)

function leadOf({ status, review }: SmeDeclarationMaterial, { company }: PaperData, w: Wording): string {
  const [name, day] = [company.name, w.longDay(status.on)]
  if (status.category && status.verdict !== 'review') {
    const category = w.pick(CATEGORIES[status.category])
    return w.language === 'sv'
      ? `${name} är den ${day} ett ${category}.`.replace('ett större', 'större')
      : `On ${day}, ${name} is ${category}.`
  }
  if (review) {
    const isSme = review.verdict === 'pass'
    return w.language === 'sv'
      ? `${name} har bedömts ${isSme ? '' : 'inte '}vara ett mikroföretag eller ett litet eller medelstort företag den ${day}.`
      : `${name} was judged ${isSme ? '' : 'not '}to be a micro, small or medium-sized enterprise on ${day}.`
  }
  return w.language === 'sv'
    ? `Storleken på ${name} den ${day} behöver bedömas av en person.`
    : `The size of ${name} on ${day} has to be judged by a person.`
}

function statusFacts({ status, review }: SmeDeclarationMaterial, { company }: PaperData, w: Wording): Block {
  const { definition, basis, autonomous, smallMidCap } = status
  const judged = review && [review.by, w.longDay(review.on), review.reason].filter(Boolean).join(', ')
  return facts(
    [
      [both('Företag', 'Enterprise'), company.name],
      [both('Organisationsnummer', 'Organisation number'), company.organisationNumber],
      [both('Gäller', 'As of'), `${w.longDay(status.on)}, ${w.pick(ANCHORS[status.anchor])}`],
      [both('Definition', 'Definition'), w.pick(DEFINITIONS[definition.id] ?? both(definition.act, definition.act))],
      [both('Fristående', 'Autonomous'), yesNo(autonomous, w)],
      [
        both('Underlag', 'Figures'),
        basis === null
          ? ''
          : w.pick(
              basis === 'closed'
                ? both('avslutade räkenskapsår', 'closed accounts')
                : both('uppskattning', 'an estimate'),
            ),
      ],
      [both('Litet midcap-bolag', 'Small mid-cap'), smallMidCap ? yesNo(true, w) : ''],
      [both('Bedömt av', 'Judged by'), judged ?? ''],
    ],
    w,
  )
}

const share = (ppm: number, w: Wording) => `${w.number(ppm / 10_000, ppm % 10_000 === 0 ? 0 : 2)} %`
const units = (awu: number, w: Wording) => w.number(awu, Number.isInteger(awu) ? 0 : 2)

const figureColumns = (w: Wording) => [
  numbers(w.pick(both('Årsarbetskrafter', 'Annual work units')), 2),
  numbers(w.pick(both('Omsättning', 'Turnover')), 3),
  numbers(w.pick(both('Balansomslutning', 'Balance sheet total')), 3),
]

function figures({ awu, turnoverEurCents, balanceEurCents }: SmeAggregation['total'], w: Wording): Cell[] {
  // Whole euro: the comparison was exact, and cents would hide the size.
  const euro = (cents: number) => cell(euroText(Math.round(cents / 100) * 100, w))
  return [cell(units(awu, w)), euro(turnoverEurCents), euro(balanceEurCents)]
}

function linesTable({ lines, total }: SmeAggregation, w: Wording): Block {
  return {
    kind: 'table',
    caption: w.pick(both('Vilka som räknas, och hur mycket', 'Who counts, and how much')),
    columns: [
      column(w.pick(both('Företag', 'Enterprise')), 5),
      numbers(w.pick(both('Andel', 'Share')), 0),
      ...figureColumns(w),
    ],
    rows: [
      ...lines.map((line) => [
        cell(line.name, [line.number ?? '', w.pick(line.text)].filter(Boolean).join('. ')),
        cell(share(line.sharePpm, w)),
        ...(line.accounts ? figures(line, w) : [NOTHING, NOTHING, NOTHING]),
      ]),
      [cell(w.pick(both('Tillsammans', 'In all'))), NOTHING, ...figures(total, w)],
    ],
  }
}

/** Which accounts the figures come from, and at which rates: one line for each enterprise that has any. */
function accountsUsed({ lines }: SmeAggregation, w: Wording): Block[] {
  const items = lines.flatMap((line) => (line.accounts ? [accountsLine(line, line.accounts, w)] : []))
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: w.pick(both('Uppgifterna är hämtade så här:', 'Where the figures come from:')) },
        { kind: 'list', items },
      ]
}

function accountsLine(
  { name }: SmeLine,
  { basis, on, scope, currency, rate }: NonNullable<SmeLine['accounts']>,
  w: Wording,
): string {
  const what =
    basis === 'estimate'
      ? both('uppskattning', 'estimate')
      : scope === 'consolidated'
        ? both('koncernredovisning', 'consolidated accounts')
        : both('bokslut', 'accounts')
  const at = rate
    ? `; 1 euro = ${w.language === 'sv' ? String(rate.perEuro).replace('.', ',') : rate.perEuro} ${currency}, ${w.longDay(rate.on)}, ${rate.source}`
    : ''
  return `${name}: ${w.pick(what)} ${w.longDay(on)}${at}`
}

function yearsTable(years: readonly SmeAggregation[], w: Wording): Block {
  return {
    kind: 'table',
    caption: w.pick(both('Summan för varje räkenskapsår', 'The sum of each financial year')),
    columns: [
      column(w.pick(both('Räkenskapsårets slut', 'End of the year')), 3),
      ...figureColumns(w),
      column(w.pick(both('Det året för sig', 'That year alone')), 3),
    ],
    rows: years.map((year) => [
      cell(year.closedOn ? w.longDay(year.closedOn) : w.pick(both('uppskattning', 'estimate'))),
      ...figures(year.total, w),
      cell(w.pick(CATEGORIES[year.category])),
    ]),
  }
}

function reasonsList({ reasons }: SmeStatus, w: Wording): Block {
  return { kind: 'list', items: reasons.map(({ text, source }) => `${w.pick(text)} (${source})`) }
}
