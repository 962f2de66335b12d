import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { RecordId } from '../../kernel/ids.ts'
import { Text } from '../../kernel/text.ts'
import { GateAnswer } from '../de-minimis/gate/gate.ts'
import { Headroom } from '../de-minimis/ledger/answer.ts'
import { PlannedAnswer } from '../de-minimis/planned/planned.ts'
import { Verdict } from '../de-minimis/reasons.ts'
import { Declaration } from '../declaration/schema.ts'
import { LedgerGrant } from '../ledger/schema.ts'
import { AidRules } from '../rules/schema.ts'
import { Support } from '../support/schema.ts'

/** The steps before advice, in the order they are taken. */
export const StepName = z.enum(['eligibility', 'declaration', 'headroom', 'granting-decision'])
export type StepName = z.infer<typeof StepName>

const GateStepView = z.strictObject({
  step: StepName,
  state: z.enum(['done', 'open', 'review', 'blocked']),
  text: Text.nullable().describe('What is missing; null where it is done'),
  fixedBy: z.array(z.string()).describe('Roles that can take the step; the first is the one to ask'),
  mayFix: z.boolean().describe('Whether the reader can take it'),
})

/** Advice of one day that the programme manager lets through. */
export const GateException = z.strictObject({
  id: RecordId,
  forDay: PlainDate,
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string(),
})
export type GateException = z.infer<typeof GateException>

export const NewException = z
  .strictObject({ id: RecordId, forDay: PlainDate, reason: z.string().trim().min(1).max(1000) })
  .meta({ id: 'NewAidException' })
export type NewException = z.infer<typeof NewException>

/** Everything there is to see of one company's aid. */
export const CompanyAid = z
  .strictObject({
    today: PlainDate,
    on: PlainDate.describe('The day the headroom is of'),
    rules: AidRules,
    hasRules: z.boolean(),
    gate: z
      .strictObject({
        answer: GateAnswer,
        steps: z.array(GateStepView),
        next: StepName.nullable().describe('The first step that is not done'),
      })
      .nullable()
      .describe('For advice of today; null where the programme has no gate'),
    eligibility: z
      .strictObject({
        snapshotId: RecordId,
        on: PlainDate,
        verdict: Verdict,
        category: z.enum(['micro', 'small', 'medium', 'not_sme']).nullable(),
      })
      .nullable(),
    headroom: Headroom.nullable(),
    judged: z
      .strictObject({ supportId: RecordId, answer: PlannedAnswer })
      .nullable()
      .describe('The rules on the support that is planned, if it were awarded today'),
    unjudged: z.array(Text).describe('What is missing for headroom or verdict, such as a rate'),
    grants: z.array(LedgerGrant).describe('Newest first'),
    supports: z.array(Support).describe('Newest first'),
    declarations: z.array(Declaration).describe('Newest first'),
    exceptions: z.array(GateException).describe('Newest first'),
    may: z.strictObject({
      edit: z.boolean(),
      plan: z.boolean(),
      grant: z.boolean(),
      sign: z.boolean(),
      override: z.boolean(),
      eligibility: z.boolean(),
    }),
  })
  .meta({ id: 'CompanyAid' })
export type CompanyAid = z.infer<typeof CompanyAid>
