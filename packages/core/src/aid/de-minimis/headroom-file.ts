import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { publishedSchema } from '../../models/json-schema.ts'
import { checkGroup } from '../groups/check.ts'
import { Country, GroupFacts, PartyId } from '../groups/schema.ts'
import { type Fault, faultAt, type Reading, readInput } from '../input.ts'
import { amountFaults } from './amount.ts'
import { type DeMinimisLaw, isValidOn } from './law.ts'
import { Headroom } from './ledger/answer.ts'
import { AidGrant, grantFaults } from './ledger/grant.ts'
import { headroom, headroomText } from './ledger/headroom.ts'
import type { LedgerQuestion } from './ledger/ledger.ts'
import { PlannedAnswer, PlannedGrant } from './planned/planned.ts'
import { judgePlanned } from './planned/verdict.ts'

/** The input of `stegvis aid headroom`, with an example in docs/aid-headroom-example.json. */
const HeadroomFile = z.strictObject({
  format: z.literal('stegvis-aid-headroom/1'),
  enterprise: PartyId.describe('The enterprise that would receive aid'),
  memberState: Country.describe('The state that would award it'),
  regulation: z.string().trim().min(1).max(20).meta({ example: '2023/2831' }),
  on: PlainDate,
  group: GroupFacts,
  grants: z.array(AidGrant).max(10_000).default([]),
  boundaryCounts: z
    .boolean()
    .optional()
    .describe('Whether a grant of the same date three years earlier counts; left out: as content/aid has it'),
  planned: PlannedGrant.optional(),
})
type HeadroomFile = z.infer<typeof HeadroomFile>

const HeadroomResult = z.strictObject({
  headroom: Headroom,
  planned: PlannedAnswer.nullable(),
  explanation: z
    .strictObject({ sv: z.array(z.string()), en: z.array(z.string()) })
    .describe('The headroom in lines of text'),
})
type HeadroomResult = z.infer<typeof HeadroomResult>

const SENTENCES = {
  enterprise: { sv: 'Det finns inget sådant företag i gruppen.', en: 'There is no such enterprise in the group.' },
  regulation: {
    sv: 'Förordningen är okänd eller gäller inte den dagen. Den dagen gäller {known}.',
    en: 'The regulation is not known or not in force on the day. On the day, {known} are.',
  },
  past: {
    sv: 'Dagen för beslutet ligger före dagen frågan gäller.',
    en: 'The day of the award lies before the day asked about.',
  },
  limit: {
    sv: 'Skriv den högsta stödnivån eller det högsta beloppet.',
    en: 'Write the highest intensity or the highest amount.',
  },
} as const satisfies Record<string, Text>

/** The headroom, its lines, and the verdict on a planned grant; or everything that is wrong with the input. */
export function headroomOfFile(law: DeMinimisLaw, input: unknown): Reading<HeadroomResult> {
  const read = readInput(HeadroomFile, input)
  if (!read.ok) return read
  const file = read.value
  const faults = faultsIn(law, file)
  if (faults.length > 0) return { ok: false, faults }
  const { enterprise, memberState, on, group, grants, boundaryCounts, planned } = file
  const { regime } = law.acts.find(({ regulation }) => regulation === file.regulation)!
  const question: LedgerQuestion = { enterprise, memberState, on, group, grants, regime, boundaryCounts }
  const found = headroom(law, question)
  const judged = planned ? judgePlanned(law, question, planned) : null
  return { ok: true, value: { headroom: found, planned: judged, explanation: headroomText(found) } }
}

const RECEIVING = new Set([
  'enterprise',
  'public-investment-corporation',
  'venture-capital',
  'institutional-investor',
  'university',
])

function faultsIn(law: DeMinimisLaw, { enterprise, regulation, on, group, grants, planned }: HeadroomFile): Fault[] {
  const enterprises = new Set(group.parties.filter(({ kind }) => RECEIVING.has(kind)).map(({ id }) => id))
  const faults = [...checkGroup(group, ['group']), ...grantFaults(law, grants, enterprises, ['grants'])]
  if (!enterprises.has(enterprise)) faults.push(faultAt(['enterprise'], SENTENCES.enterprise))
  const isInForce = ({ from, to, transitionTo }: DeMinimisLaw['acts'][number]) =>
    isValidOn({ from, to: transitionTo ?? to }, on)
  if (!law.acts.some((act) => act.regulation === regulation && isInForce(act))) {
    const known = law.acts.filter(isInForce).map((act) => act.regulation)
    faults.push(faultAt(['regulation'], SENTENCES.regulation, { known: known.join(', ') || '–' }))
  }
  if (!planned) return faults
  const { amount, awardOn, sameCosts } = planned
  faults.push(...amountFaults(law, amount, awardOn, ['planned', 'amount']))
  if (awardOn < on) faults.push(faultAt(['planned', 'awardOn'], SENTENCES.past))
  if (sameCosts && sameCosts.maxIntensityPpm === undefined && sameCosts.maxAidMinor === undefined) {
    faults.push(faultAt(['planned', 'sameCosts', 'maxIntensityPpm'], SENTENCES.limit))
  }
  return faults
}

export function headroomJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    HeadroomFile,
    { grant: AidGrant, planned: PlannedGrant, group: GroupFacts },
    {
      $id: 'https://stegvis.example/schemas/aid-headroom-1.schema.json',
      title: 'Stegvis de minimis headroom',
      description: 'An enterprise, its group and its earlier aid: the input of `stegvis aid headroom`.',
    },
  )
}

export function headroomResultJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    HeadroomResult,
    { headroom: Headroom, planned: PlannedAnswer },
    {
      $id: 'https://stegvis.example/schemas/aid-headroom-result-1.schema.json',
      title: 'Stegvis de minimis headroom, the answer',
      description:
        'What can still be awarded, line by line: the output of `stegvis aid headroom`. Day by day in `steps`.',
    },
  )
}
