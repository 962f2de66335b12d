import { z } from 'zod'
import { FieldChange } from '../../kernel/changes.ts'
import { PlainDate } from '../../kernel/day.ts'
import { Country, Ppm } from '../groups/schema.ts'
import { Currency, RatePolicy } from '../rates/schema.ts'

/** How the aid is given, in the words of the register. */
export const AidInstrument = z.enum(['subsidised-services', 'direct-grant', 'other'])
export type AidInstrument = z.infer<typeof AidInstrument>

const OnTop = z.int().min(0).max(2_000_000)

/** What a programme has settled about the aid it gives. */
export const AidRules = z
  .strictObject({
    gate: z.boolean().describe('Whether advice waits for the four steps'),
    memberState: Country.describe('The state whose aid it is'),
    regulation: z.string().meta({ example: '2023/2831' }),
    authority: z.string().describe('Who awards the aid; empty until it is written'),
    scheme: z.string(),
    schemeReference: z.string().describe('The number of the scheme or the project with the authority'),
    instrument: AidInstrument,
    currency: Currency,
    hourlyMinor: z
      .int()
      .positive()
      .nullable()
      .describe('Pay for an hour before payroll costs, in the smallest unit; null until it is set'),
    payrollPpm: OnTop.describe('Payroll costs on top of pay, in millionths'),
    flatPpm: OnTop.describe('Flat rate on staff costs for all other costs, in millionths'),
    publicPpm: Ppm.describe('The public part of the financing, in millionths'),
    boundaryCounts: z
      .boolean()
      .nullable()
      .describe('Whether a grant of the same date three years earlier counts; null: as the file of the law has it'),
    ratePolicy: RatePolicy,
  })
  .meta({ id: 'AidRules' })
export type AidRules = z.infer<typeof AidRules>

/** The rules of a programme as its set-up shows them. */
export const AidRulesReply = z
  .strictObject({
    rules: AidRules,
    isSet: z.boolean().describe('false: nobody has written any yet; there is no gate, and these are where one starts'),
    missing: z.array(z.string()).describe('Fields to fill in before the gate can be switched on'),
    regulations: z.array(z.string()).describe('Those in force today'),
    currencies: z.array(Currency),
    register: z
      .strictObject({ workingDays: z.int(), article: z.string() })
      .nullable()
      .describe('How soon an award of today has to stand in the central register; null: no duty'),
    today: PlainDate,
    mayEdit: z.boolean(),
  })
  .meta({ id: 'AidRulesReply' })
export type AidRulesReply = z.infer<typeof AidRulesReply>

export const AidRulesChanges = z
  .strictObject({ changes: z.array(FieldChange).min(1).max(20) })
  .meta({ id: 'AidRulesChanges' })
