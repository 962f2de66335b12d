import type { Text } from '../../kernel/text.ts'
import { cell, column, NOTHING, numbers } from '../../reports/content/blocks.ts'
import type { Block } from '../../reports/content/schema.ts'
import type { Wording } from '../../reports/content/wording.ts'
import type { PaperSection } from './content.ts'
import type { DeclarationMaterial, PaperData } from './material.ts'
import { amountText, both, euroText, facts, rateText, shortRateText, yesNo } from './words.ts'

/**
 * The company's own declaration before it is given aid.
 *
 * Source: Regulation (EU) 2023/2831, Art. 7(4) (RULES.md B-15, B.3).
 */
export function declarationSections(material: DeclarationMaterial, data: PaperData, w: Wording): PaperSection[] {
  return [
    { title: '', blocks: [{ kind: 'lead', text: leadOf(data, w) }, companyFacts(material, data, w)] },
    ...statementSections(material, data, w),
    {
      title: w.pick(both('Försäkran', 'Declaration')),
      blocks: [{ kind: 'list', items: assurances(material, data, w) }],
    },
    { title: w.pick(both('Så används uppgifterna', 'How the information is used')), blocks: usage(w) },
    { title: w.pick(both('Underskrift', 'Signature')), blocks: [{ kind: 'text', text: w.pick(TO_SIGN) }] },
  ]
}

/** What the company states, without its assurance: in the certificate too. */
export function statementSections(material: DeclarationMaterial, data: PaperData, w: Wording): PaperSection[] {
  return [
    { title: w.pick(both('Stödet som planeras', 'The aid that is planned')), blocks: [supportFacts(material, w)] },
    {
      title: w.pick(both('Företag som räknas ihop', 'Enterprises counted together')),
      blocks: undertaking(material, data, w),
    },
    { title: w.pick(both('Tidigare försumbart stöd', 'Earlier de minimis aid')), blocks: earlierAid(material, w) },
    { title: w.pick(both('Verksamhet', 'Activities')), blocks: activities(material, w) },
  ]
}

/** The regulation by its title and where it was published, or by its number where the title is not known. */
export function actText({ act }: PaperData, regulation: string, w: Wording): string {
  if (!act) return w.language === 'sv' ? `förordning (EU) ${regulation}` : `Regulation (EU) ${regulation}`
  const title = w.pick(act.title)
  const inSentence = w.language === 'sv' ? title.charAt(0).toLowerCase() + title.slice(1) : title
  return act.published ? `${inSentence} (${w.pick(act.published)})` : inSentence
}

function leadOf({ programme, company }: PaperData, w: Wording): string {
  const [name, of] = [company.name, w.pick(programme.name)]
  return w.language === 'sv'
    ? `${name} lämnar de här uppgifterna innan företaget får stöd genom ${of}.`
    : `${name} states the following before it is given aid through ${of}.`
}

function companyFacts(material: DeclarationMaterial, data: PaperData, w: Wording): Block {
  const { company, programme, madeOn } = data
  const { scheme, authority, regulation } = material
  return facts(
    [
      [both('Företag', 'Enterprise'), company.name],
      [both('Organisationsnummer', 'Organisation number'), company.organisationNumber],
      [both('Näringsgren', 'Industry'), material.activities.map(({ code }) => code).join(', ')],
      [both('Program', 'Programme'), w.pick(programme.name)],
      [both('Projekt', 'Project'), scheme ? [scheme.name, scheme.reference].filter(Boolean).join(', ') : ''],
      [both('Beviljas av', 'Granting authority'), authority],
      [both('Försumbart stöd enligt', 'De minimis aid under'), actText(data, regulation, w)],
      [both('Uppgifterna gäller den', 'As of'), w.longDay(madeOn)],
    ],
    w,
  )
}

function supportFacts({ support, ceilingEurCents }: DeclarationMaterial, w: Wording): Block {
  const { amount, description } = support
  return facts(
    [
      [both('Vad stödet är', 'What the aid is'), w.pick(description)],
      [both('Stödets värde, som mest', 'Value of the aid, at most'), amountText(amount, w)],
      [both('I euro', 'In euro'), rateText(amount, w)],
      [
        both('Tak under tre år', 'Ceiling over three years'),
        ceilingEurCents === null ? '' : euroText(ceilingEurCents, w),
      ],
    ],
    w,
  )
}

const COUNTED: Text = both(
  'Taket gäller alla företag som hör ihop genom röster, avtal eller rätten att utse styrelse (ett enda företag, artikel 2.2).',
  'The ceiling is for all enterprises joined by votes, contracts or the right to appoint the board (a single undertaking, Article 2(2)).',
)

function undertaking({ members, restructurings }: DeclarationMaterial, { company }: PaperData, w: Wording): Block[] {
  const name = company.name
  const alone =
    w.language === 'sv'
      ? `Inget annat företag räknas ihop med ${name}.`
      : `No other enterprise is counted together with ${name}.`
  return [
    { kind: 'text', text: w.pick(COUNTED) },
    ...(members.length === 0 ? [{ kind: 'text' as const, text: alone }] : [membersTable(members, company, w)]),
    ...(restructurings.length === 0
      ? [{ kind: 'text' as const, text: w.pick(NO_RESTRUCTURINGS) }]
      : [
          { kind: 'text' as const, text: w.pick(RESTRUCTURINGS) },
          {
            kind: 'list' as const,
            items: restructurings.map(({ on, text }) => `${w.longDay(on)}: ${w.pick(text)}`),
          },
        ]),
  ]
}

const RESTRUCTURINGS = both(
  'Sammanslagningar och delningar de tre senaste åren:',
  'Mergers and splits in the last three years:',
)
const NO_RESTRUCTURINGS = both(
  'Inga av dem har slagits ihop eller delats de tre senaste åren.',
  'None of them has merged or been split in the last three years.',
)

function membersTable(members: DeclarationMaterial['members'], own: PaperData['company'], w: Wording): Block {
  return {
    kind: 'table',
    caption: w.pick(both('Företagen', 'The enterprises')),
    columns: [
      column(w.pick(both('Företag', 'Enterprise')), 3),
      column(w.pick(both('Nummer', 'Number')), 2),
      column(w.pick(both('Land', 'Country')), 0),
      column(w.pick(both('Varför', 'Why')), 4),
    ],
    rows: [
      [
        cell(own.name),
        cell(own.organisationNumber),
        NOTHING,
        cell(w.pick(both('Företaget självt', 'The enterprise itself'))),
      ],
      ...members.map(({ name, number, country, why }) => [
        cell(name),
        number === null ? NOTHING : cell(number),
        country === null ? NOTHING : cell(country),
        cell(w.pick(why)),
      ]),
    ],
  }
}

function earlierAid({ since, earlierAid: earlier }: DeclarationMaterial, w: Wording): Block[] {
  const day = w.longDay(since)
  if (earlier.length === 0) {
    const none =
      w.language === 'sv'
        ? `Inget annat försumbart stöd har beviljats sedan den ${day}, varken till företaget eller till de företag som räknas ihop med det.`
        : `No other de minimis aid has been awarded since ${day}, neither to the enterprise nor to those counted together with it.`
    return [{ kind: 'text', text: none }]
  }
  const all =
    w.language === 'sv'
      ? `Allt försumbart stöd, enligt vilken förordning det än är, som har beviljats sedan den ${day}. Dagen är den då stödet beviljades, inte då det betalades ut.`
      : `All de minimis aid, under whichever regulation, awarded since ${day}. The day is that of the award, not of the payment.`
  return [{ kind: 'text', text: all }, earlierTable(earlier, w), totalOf(earlier, w)]
}

function earlierTable(earlier: DeclarationMaterial['earlierAid'], w: Wording): Block {
  return {
    kind: 'table',
    caption: w.pick(both('Beviljat stöd', 'Aid awarded')),
    columns: [
      column(w.pick(both('Beviljat', 'Awarded')), 2),
      column(w.pick(both('Beviljat av', 'Granted by')), 3),
      column(w.pick(both('Till', 'To')), 3),
      column(w.pick(both('Förordning', 'Regulation')), 0),
      numbers(w.pick(both('Belopp', 'Amount')), 3),
    ],
    rows: earlier.map(({ awardedOn, authority, to, regulation, amount }) => [
      cell(w.longDay(awardedOn)),
      cell(authority),
      cell(to),
      cell(regulation),
      cell(amountText(amount, w), shortRateText(amount, w)),
    ]),
  }
}

function totalOf(earlier: DeclarationMaterial['earlierAid'], w: Wording): Block {
  const total = earlier.reduce((sum, { amount }) => sum + (amount.eurCents ?? 0), 0)
  return facts([[both('Tillsammans', 'In all'), euroText(total, w)]], w)
}

const CONDITIONS: Readonly<Record<keyof DeclarationMaterial['conditions'] & string, Text>> = {
  fixedOnPriceOrQuantity: both(
    'Stödet beror på pris eller mängd av jordbruks- eller fiskeprodukter',
    'The aid depends on price or quantity of agricultural or fishery products',
  ),
  passedOnToPrimaryProducers: both(
    'Stödet ska helt eller delvis föras vidare till primärproducenter',
    'All or part of the aid is to be passed on to primary producers',
  ),
  exportRelated: both('Stödet är knutet till export', 'The aid is tied to export'),
  domesticOverImported: both(
    'Stödet kräver att inhemska varor eller tjänster används före importerade',
    'The aid requires domestic goods or services before imported ones',
  ),
}

function activities({ activities: own, accountsSeparated, conditions }: DeclarationMaterial, w: Wording): Block[] {
  const supported = own.filter(({ supported: is }) => is).map(({ code }) => code)
  const others = own.filter(({ supported: is }) => !is).map(({ code }) => code)
  // Questions the law does not ask about this industry stay unanswered, and untold.
  const answered = (Object.entries(conditions) as [keyof typeof CONDITIONS, boolean | null][]).filter(
    ([, answer]) => answer !== null,
  )
  return [
    facts(
      [
        [both('Näringsgren som stödet är för', 'Industry the aid is for'), supported.join(', ')],
        [both('Annan verksamhet i företaget', 'Other activities of the enterprise'), others.join(', ')],
        [
          both(
            'Verksamheter som stödet inte får gå till hålls isär i bokföringen',
            'Activities the aid may not be for are kept apart in the accounts',
          ),
          others.length === 0 && accountsSeparated === null ? '' : yesNo(accountsSeparated, w),
        ],
        ...answered.map(([question, answer]) => [CONDITIONS[question], yesNo(answer, w)] as const),
      ],
      w,
    ),
  ]
}

function assurances({ nothingElse }: DeclarationMaterial, { company }: PaperData, w: Wording): string[] {
  const name = company.name
  const sv = [
    'Uppgifterna i den här försäkran är riktiga och fullständiga.',
    ...(nothingElse
      ? [
          `Varken ${name} eller de företag som räknas ihop med det har fått något annat försumbart stöd än det som står här.`,
        ]
      : []),
    `${name} meddelar programmet om något ändras innan stödet är beviljat.`,
    `${name} vet att stöd som har getts på oriktiga uppgifter kan krävas tillbaka.`,
  ]
  const en = [
    'The information in this declaration is correct and complete.',
    ...(nothingElse
      ? [
          `Neither ${name} nor any enterprise counted together with it has received other de minimis aid than is stated here.`,
        ]
      : []),
    `${name} will tell the programme if anything changes before the aid is granted.`,
    `${name} knows that aid given on incorrect information may have to be paid back.`,
  ]
  return w.language === 'sv' ? sv : en
}

function usage(w: Wording): Block[] {
  return [{ kind: 'list', items: USAGE.map((text) => w.pick(text)) }]
}

const USAGE: readonly Text[] = [
  both(
    'När stödet är beviljat registreras det i ett offentligt register över försumbart stöd: vem som fick det, hur mycket, när, av vem, i vilken form och för vilken näringsgren (artikel 6).',
    'Once it is granted, the aid is entered in a public register of de minimis aid: who received it, how much, when, from whom, in which form and for which industry (Article 6).',
  ),
  both(
    'Är företaget en enskild firma kan namnet i registret ersättas så att personen inte pekas ut.',
    'Where the enterprise is a sole trader, the name can be replaced in the register so that the person is not pointed out.',
  ),
  both('Handlingarna sparas i tio år.', 'The records are kept for ten years.'),
  both(
    'Uppgifterna lämnas för att lagen kräver det. Något samtycke behövs inte.',
    'The information is given because the law requires it. No consent is needed.',
  ),
]

/** In every paper that is signed: where the signature is found. */
export const TO_SIGN: Text = both(
  'Handlingen skrivs under elektroniskt av den som har rätt att företräda företaget. Underskriften gäller den här filen precis som den är. Vem som skrev under, när och hur står i ett särskilt bevis, som anger filens kontrollsumma.',
  'This document is signed electronically by a person entitled to represent the enterprise. The signature is for this very file. Who signed, when and how is told in a separate record, which states the checksum of the file.',
)
