import { z } from 'zod'
import { PlainDate } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/text.ts'
import { Country, PartyId } from '../../groups/schema.ts'
import { type Fault, faultAt, type Path } from '../../input.ts'
import { Amount, amountFaults } from '../amount.ts'
import type { DeMinimisLaw } from '../law.ts'

/**
 * One award of de minimis aid. It was granted on the day the right to it was conferred, whenever it was or will be
 * paid: Regulation (EU) 2023/2831, Art. 3(3).
 */
export const AidGrant = z.strictObject({
  id: z.string().trim().min(1).max(80),
  beneficiary: PartyId,
  memberState: Country.describe('The state whose authorities awarded it'),
  regulation: z.string().trim().min(1).max(20).meta({ example: '2023/2831' }),
  awardedOn: PlainDate,
  amount: Amount,
  lowered: z
    .array(z.strictObject({ decidedOn: PlainDate, minor: z.int().min(0) }))
    .max(50)
    .default([])
    .describe('Later decisions that lowered it, in order; 0 where it was withdrawn or waived'),
  scheme: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe('The aid scheme it belongs to, for how long it is kept'),
  authority: z.string().trim().min(1).max(200).optional(),
  paidOn: PlainDate.optional().describe('Plays no part in any answer'),
})
export type AidGrant = z.infer<typeof AidGrant>

const SENTENCES = {
  twice: { sv: 'Id:t finns redan i listan.', en: 'The id is in the list already.' },
  regulation: {
    sv: 'Förordningen är okänd. Kända är {known}.',
    en: 'The regulation is not known. Known are {known}.',
  },
  before: {
    sv: 'Förordningen gällde inte den dag stödet beviljades.',
    en: 'The regulation was not in force on the day of the award.',
  },
  beneficiary: { sv: 'Det finns inget sådant företag i gruppen.', en: 'There is no such enterprise in the group.' },
  loweredOrder: {
    sv: 'Besluten ska stå i ordning, från tidigast dagen för stödet.',
    en: 'The decisions stand in order, from the day of the award on.',
  },
  raised: {
    sv: 'Beloppet är högre än förut. Mer stöd är ett nytt stöd.',
    en: 'The amount is higher than before. More aid is a new grant.',
  },
} as const satisfies Record<string, Text>

/** What cannot be true of the grants; `enterprises` are the ids that may receive aid. */
export function grantFaults(
  law: DeMinimisLaw,
  grants: readonly AidGrant[],
  enterprises: ReadonlySet<string>,
  at: Path,
): Fault[] {
  const known = law.acts.map(({ regulation }) => regulation).join(', ')
  const seen = new Set<string>()
  return grants.flatMap((grant, n) => {
    const here = [...at, n]
    const faults = amountFaults(law, grant.amount, grant.awardedOn, [...here, 'amount'])
    if (seen.has(grant.id)) faults.push(faultAt([...here, 'id'], SENTENCES.twice))
    seen.add(grant.id)
    if (!enterprises.has(grant.beneficiary)) faults.push(faultAt([...here, 'beneficiary'], SENTENCES.beneficiary))
    const act = law.acts.find(({ regulation }) => regulation === grant.regulation)
    if (!act) faults.push(faultAt([...here, 'regulation'], SENTENCES.regulation, { known }))
    else if (grant.awardedOn < act.from || grant.awardedOn > (act.transitionTo ?? act.to ?? grant.awardedOn)) {
      faults.push(faultAt([...here, 'awardedOn'], SENTENCES.before))
    }
    return [...faults, ...loweredFaults(grant, [...here, 'lowered'])]
  })
}

function loweredFaults({ awardedOn, amount, lowered }: AidGrant, at: Path): Fault[] {
  return lowered.flatMap(({ decidedOn, minor }, n) => {
    const before = n === 0 ? { decidedOn: awardedOn, minor: amount.minor } : lowered[n - 1]!
    return [
      ...(decidedOn < before.decidedOn ? [faultAt([...at, n, 'decidedOn'], SENTENCES.loweredOrder)] : []),
      ...(minor > before.minor ? [faultAt([...at, n, 'minor'], SENTENCES.raised)] : []),
    ]
  })
}

/**
 * What a grant amounts to as it stands on a day: the granted amount until a decision has lowered it, whatever was
 * delivered. At the rate of its own day.
 */
export function amountOn({ amount, lowered }: AidGrant, on: PlainDate): Amount {
  const last = lowered.findLast(({ decidedOn }) => decidedOn <= on)
  return last ? { ...amount, minor: last.minor } : amount
}
