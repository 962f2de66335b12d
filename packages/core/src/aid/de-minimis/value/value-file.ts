import { z } from 'zod'
import { readsAsPersonalNumber } from '../../../identity/masking.ts'
import { PlainDate } from '../../../kernel/day.ts'
import { Text } from '../../../kernel/text.ts'
import { fillText } from '../../../models/fill-text.ts'
import { publishedSchema } from '../../../models/json-schema.ts'
import { PartyId } from '../../groups/schema.ts'
import { type Fault, faultAt, type Reading, readInput } from '../../input.ts'
import { type Amount, amountFaults, minorText, Rate, toEurCents } from '../amount.ts'
import type { DeMinimisLaw } from '../law.ts'
import { CoachingCost, type CoachingValue, reconcile, valueOfCoaching } from './coaching-value.ts'

/** The input of `stegvis aid value`, with an example in docs/aid-value-example.json. */
const ValueFile = z.strictObject({
  format: z.literal('stegvis-aid-value/1'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as SEK'),
  awardOn: PlainDate,
  rate: Rate.optional(),
  planned: CoachingCost.describe('The most it may come to: what is granted and registered'),
  delivered: CoachingCost.optional().describe('What it came to, where it is done'),
})
type ValueFile = z.infer<typeof ValueFile>

const Minor = z.int().min(0)
const ValueAnswer = z.strictObject({
  staffMinor: Minor,
  boughtMinor: Minor,
  fullMinor: Minor,
  companies: z.array(
    z.strictObject({
      party: PartyId,
      costMinor: Minor,
      paidMinor: Minor,
      aidMinor: Minor.describe('Gross grant equivalent'),
      aidEurCents: Minor.describe('At the rate of the day of the award'),
      text: Text,
    }),
  ),
})
const ValueResult = z.strictObject({
  currency: z.string(),
  article: z.string(),
  planned: ValueAnswer,
  delivered: ValueAnswer.nullable(),
  reconciled: z
    .array(
      z.strictObject({
        party: PartyId,
        grantedMinor: Minor,
        deliveredMinor: Minor,
        action: z.enum(['none', 'lower', 'new-grant']),
        text: Text,
      }),
    )
    .describe('Empty until it is delivered'),
})
type ValueResult = z.infer<typeof ValueResult>

const SENTENCES = {
  company: {
    sv: '{cost} av kostnaden, minus {paid} som företaget betalar, till den del finansieringen är offentlig: {aid} {currency}.',
    en: '{cost} of the cost, less {paid} that the company pays, as far as the financing is public: {aid} {currency}.',
  },
  none: { sv: 'Det blev som beviljat.', en: 'It came to what was granted.' },
  lower: {
    sv: 'Det blev mindre än beviljat. Det beviljade räknas tills ett beslut sänker det.',
    en: 'It came to less than granted. What was granted counts until a decision lowers it.',
  },
  'new-grant': {
    sv: 'Det blev mer än beviljat. För det som är utöver behövs ett nytt stöd, beviljat före rådgivningen.',
    en: 'It came to more than granted. What goes beyond needs a new grant, awarded before the advice.',
  },
  personal: { sv: 'Ett personnummer får inte vara id.', en: 'A person’s number may not be an id.' },
  twice: { sv: 'Företaget finns redan i listan.', en: 'The company is in the list already.' },
} as const satisfies Record<string, Text>

/** The value of coaching to each company, planned and delivered; or everything wrong with the input. */
export function valueOfFile(law: DeMinimisLaw, input: unknown): Reading<ValueResult> {
  const read = readInput(ValueFile, input)
  if (!read.ok) return read
  const file = read.value
  const faults = faultsIn(law, file)
  if (faults.length > 0) return { ok: false, faults }
  const planned = valueOfCoaching(file.planned)
  const delivered = file.delivered && valueOfCoaching(file.delivered)
  return {
    ok: true,
    value: {
      currency: file.currency,
      article: 'Regulation (EU) 2023/2831, Art. 3(5)',
      planned: inEuro(law, file, planned),
      delivered: delivered ? inEuro(law, file, delivered) : null,
      reconciled: delivered
        ? reconcile(planned, delivered).map((one) => ({ ...one, text: SENTENCES[one.action] }))
        : [],
    },
  }
}

const amountOf = ({ currency, rate }: ValueFile, minor: number): Amount => ({
  currency,
  minor,
  ...(rate ? { rate } : {}),
})

function inEuro(law: DeMinimisLaw, file: ValueFile, value: CoachingValue): z.infer<typeof ValueAnswer> {
  const words = (minor: number) => minorText(law, amountOf(file, minor))
  return {
    ...value,
    companies: value.companies.map((one) => ({
      ...one,
      aidEurCents: toEurCents(law, amountOf(file, one.aidMinor)),
      text: fillText(SENTENCES.company, {
        cost: words(one.costMinor),
        paid: words(one.paidMinor),
        aid: words(one.aidMinor),
        currency: file.currency,
      }),
    })),
  }
}

function faultsIn(law: DeMinimisLaw, file: ValueFile): Fault[] {
  const faults = amountFaults(law, amountOf(file, 0), file.awardOn, [])
  for (const key of ['planned', 'delivered'] as const) {
    const parties = file[key]?.companies.map(({ party }) => party) ?? []
    parties.forEach((party, at) => {
      const here = [key, 'companies', at, 'party']
      if (readsAsPersonalNumber(party)) faults.push(faultAt(here, SENTENCES.personal))
      else if (parties.indexOf(party) < at) faults.push(faultAt(here, SENTENCES.twice))
    })
  }
  return faults
}

export function valueJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    ValueFile,
    { 'coaching-cost': CoachingCost },
    {
      $id: 'https://stegvis.example/schemas/aid-value-1.schema.json',
      title: 'Stegvis value of coaching',
      description: 'What coaching costs, and for whom: the input of `stegvis aid value`.',
    },
  )
}

export function valueResultJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    ValueResult,
    { value: ValueAnswer },
    {
      $id: 'https://stegvis.example/schemas/aid-value-result-1.schema.json',
      title: 'Stegvis value of coaching, the answer',
      description: 'The aid to each company in kind: the output of `stegvis aid value`.',
    },
  )
}
