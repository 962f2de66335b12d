import { z } from 'zod'
import { PlainDate } from '../../../kernel/day.ts'
import { Text } from '../../../kernel/text.ts'
import { fillText } from '../../../models/fill-text.ts'
import { publishedSchema } from '../../../models/json-schema.ts'
import { type Fault, faultAt, type Reading, readInput } from '../../input.ts'
import { amountFaults, Rate, toEurCents } from '../amount.ts'
import type { DeMinimisLaw } from '../law.ts'
import { Verdict } from '../reasons.ts'
import { AidInForm, EquivalentCode, equivalentOf, equivalentSentence } from './equivalent.ts'

/** The input of `stegvis aid equivalent`, with an example in docs/aid-equivalent-example.json. */
const EquivalentFile = z.strictObject({
  format: z.literal('stegvis-aid-equivalent/1'),
  awardOn: PlainDate,
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as SEK'),
  rate: Rate.optional(),
  aid: AidInForm,
})

const Minor = z.int().min(0)
const EquivalentResult = z.strictObject({
  verdict: Verdict.describe('block: it cannot be counted this way'),
  article: z.string(),
  currency: z.string(),
  equivalentMinor: Minor.nullable(),
  equivalentEurCents: Minor.nullable().describe('At the rate of the day of the award'),
  reasons: z.array(z.strictObject({ code: EquivalentCode, effect: z.enum(['block', 'review']), text: Text })),
})
type EquivalentResult = z.infer<typeof EquivalentResult>

const SENTENCES = {
  order: {
    sv: 'Delbetalningarna ska stå i ordning, tidigast först.',
    en: 'The instalments stand in order, the earliest first.',
  },
} as const satisfies Record<string, Text>

/** What aid in instalments, a loan or a guarantee is worth as a grant; or everything wrong with the input. */
export function equivalentOfFile(law: DeMinimisLaw, input: unknown): Reading<EquivalentResult> {
  const read = readInput(EquivalentFile, input)
  if (!read.ok) return read
  const { aid, awardOn, currency, rate } = read.value
  const amount = (minor: number) => ({ currency, minor, ...(rate ? { rate } : {}) })
  const faults: Fault[] = amountFaults(law, amount(0), awardOn, [])
  if (aid.form === 'instalments') {
    aid.instalments.forEach(({ on }, at) => {
      const before = aid.instalments[at - 1]
      if (before && on < before.on) faults.push(faultAt(['aid', 'instalments', at, 'on'], SENTENCES.order))
    })
  }
  if (faults.length > 0) return { ok: false, faults }
  const found = equivalentOf(law, aid, { on: awardOn, currency, rate })
  const { equivalentMinor } = found
  return {
    ok: true,
    value: {
      ...found,
      currency,
      equivalentMinor,
      equivalentEurCents: equivalentMinor === null ? null : toEurCents(law, amount(equivalentMinor)),
      reasons: found.reasons.map((reason) => ({
        code: reason.code,
        effect: reason.effect,
        text: fillText(equivalentSentence(reason), { percent: reason.percent ?? 0 }),
      })),
    },
  }
}

export function equivalentJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    EquivalentFile,
    { aid: AidInForm },
    {
      $id: 'https://stegvis.example/schemas/aid-equivalent-1.schema.json',
      title: 'Stegvis gross grant equivalent',
      description: 'Aid in instalments, a loan or a guarantee: the input of `stegvis aid equivalent`.',
    },
  )
}

export function equivalentResultJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    EquivalentResult,
    {},
    {
      $id: 'https://stegvis.example/schemas/aid-equivalent-result-1.schema.json',
      title: 'Stegvis gross grant equivalent, the answer',
      description: 'What it is worth as a grant: the output of `stegvis aid equivalent`.',
    },
  )
}
