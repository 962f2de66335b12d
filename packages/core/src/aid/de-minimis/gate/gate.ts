import { z } from 'zod'
import { PlainDate } from '../../../kernel/day.ts'
import { Text } from '../../../kernel/text.ts'
import { Role } from '../../../people/roles.ts'
import { type DeMinimisLaw, isValidOn } from '../law.ts'
import { Verdict } from '../reasons.ts'

const Judged = z.strictObject({ verdict: Verdict, on: PlainDate })

/** Advice is aid to one company; an open event gives no company an advantage of its own. */
const LoggedActivity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('advice'), on: PlainDate }),
  z.strictObject({
    kind: z.literal('open-event'),
    on: PlainDate,
    reason: z.string().trim().max(1000).describe('Why it is no aid'),
    advantage: z.enum(['none', 'unclear']).describe('Whether any company gains more by it than the public does'),
  }),
])

/** What is known of a company when somebody wants to log an activity as done. null: not there yet. */
export const GateFacts = z.strictObject({
  eligibility: Judged.nullable(),
  declaration: z.strictObject({ signedOn: PlainDate }).nullable(),
  headroom: Judged.nullable(),
  grantingDecision: z.strictObject({ outcome: z.enum(['approved', 'refused']), decidedOn: PlainDate }).nullable(),
  activity: LoggedActivity,
  on: PlainDate.describe('The day it is logged'),
  override: z
    .strictObject({ by: Role, reason: z.string().trim().max(1000) })
    .nullable()
    .default(null)
    .describe('Somebody who logs it in spite of what is missing'),
})
export type GateFacts = z.infer<typeof GateFacts>

const SENTENCES = {
  ELIGIBILITY_UNDECIDED: {
    sv: 'Det är inte avgjort om företaget får delta.',
    en: 'It is not decided whether the company may take part.',
  },
  NOT_ELIGIBLE: { sv: 'Företaget får inte delta.', en: 'The company may not take part.' },
  ELIGIBILITY_REVIEW: {
    sv: 'Någon behöver ta ställning till om företaget får delta.',
    en: 'Somebody has to decide whether the company may take part.',
  },
  NO_DECLARATION: {
    sv: 'Företaget har inte skrivit under försäkran om försumbart stöd.',
    en: 'The company has not signed the declaration of de minimis aid.',
  },
  DECLARATION_LATE: {
    sv: 'Försäkran skrevs under efter att stödet beviljades.',
    en: 'The declaration was signed after the aid was awarded.',
  },
  HEADROOM_UNCHECKED: {
    sv: 'Det är inte kontrollerat hur mycket stöd företaget kan få.',
    en: 'How much aid the company can receive is not checked.',
  },
  HEADROOM_SHORT: { sv: 'Stödet kan inte ges som försumbart stöd.', en: 'The aid cannot be given as de minimis aid.' },
  HEADROOM_REVIEW: {
    sv: 'Någon behöver ta ställning till om stödet ryms.',
    en: 'Somebody has to decide whether the aid fits.',
  },
  NO_GRANTING_DECISION: {
    sv: 'Beslutet att bevilja stödet är inte registrerat. Utan det får timmarna inte redovisas.',
    en: 'The decision to award the aid is not recorded. Without it the hours cannot be claimed.',
  },
  GRANT_REFUSED: { sv: 'Stödet har fått avslag.', en: 'The aid was refused.' },
  BEFORE_GRANT: {
    sv: 'Rådgivningen skedde innan stödet beviljades. Timmarna får inte redovisas utan beslut av den som beviljar.',
    en: 'The advice took place before the aid was awarded. The hours cannot be claimed without the authority’s decision.',
  },
  NOT_DONE_YET: {
    sv: 'Aktiviteten ligger framåt i tiden. Planera den i stället.',
    en: 'The activity lies ahead. Plan it instead.',
  },
  REASON_MISSING: {
    sv: 'Skriv varför aktiviteten inte är stöd till ett enskilt företag.',
    en: 'Write why the activity is no aid to a single company.',
  },
  ADVANTAGE_UNCLEAR: {
    sv: 'Någon behöver ta ställning till om ett enskilt företag får en fördel.',
    en: 'Somebody has to decide whether a single company gains an advantage.',
  },
  OVERRIDE_NOT_ALLOWED: {
    sv: 'Bara programledaren får gå förbi spärren.',
    en: 'Only the programme manager may pass the gate.',
  },
  OVERRIDE_REASON_MISSING: { sv: 'Skriv varför spärren gås förbi.', en: 'Write why the gate is passed.' },
} as const satisfies Record<string, Text>
type StepCode = keyof typeof SENTENCES

/** In the order they are taken. */
const GateStep = z.enum(['eligibility', 'declaration', 'headroom', 'granting-decision', 'activity', 'override'])
type GateStep = z.infer<typeof GateStep>

const MissingStep = z.strictObject({
  step: GateStep,
  code: z.enum(Object.keys(SENTENCES) as [StepCode]),
  effect: z.enum(['block', 'review']),
  fixedBy: z.array(Role).describe('Who can take the step; the first is the one to ask'),
  text: Text,
  source: z.string(),
})
type MissingStep = z.infer<typeof MissingStep>

export const GateAnswer = z.strictObject({
  verdict: Verdict,
  isAid: z.boolean(),
  billable: z.boolean().describe('Whether the hours may be claimed: what is aid needs an earlier award'),
  missing: z.array(MissingStep),
  override: z
    .strictObject({ reason: z.string() })
    .nullable()
    .describe('Set where the missing steps were passed by the programme manager; shown in every report'),
})
export type GateAnswer = z.infer<typeof GateAnswer>

const STEPS: Readonly<Record<GateStep, { fixedBy: readonly Role[]; source: string }>> = {
  eligibility: { fixedBy: ['sub-project-lead', 'programme-manager'], source: 'The programme’s own grant decision' },
  declaration: { fixedBy: ['company-manager'], source: 'Regulation (EU) 2023/2831, Art. 7(4)' },
  headroom: { fixedBy: ['sub-project-lead', 'programme-manager'], source: 'Regulation (EU) 2023/2831, Art. 3(2)' },
  'granting-decision': {
    fixedBy: ['programme-manager', 'economist'],
    source: 'Regulation (EU) 2023/2831, Art. 3(3)',
  },
  activity: {
    fixedBy: ['coach', 'sub-project-lead'],
    source: 'Treaty on the Functioning of the European Union, Art. 107(1)',
  },
  override: { fixedBy: ['programme-manager'], source: 'The programme’s own grant decision' },
}

function missing(step: GateStep, code: StepCode, effect: MissingStep['effect'] = 'block'): MissingStep {
  const { fixedBy, source } = STEPS[step]
  return { step, code, effect, fixedBy: [...fixedBy], text: SENTENCES[code], source }
}

/**
 * Whether an activity may be logged as done. Advice waits for four steps in order: eligibility decided, declaration
 * signed, headroom enough, award recorded no later than the advice. What is missing can be passed by the programme
 * manager with a reason, and stays listed. An open event is no aid, and says why.
 *
 * Source: Regulation (EU) 2023/2831, Art. 3(2), 3(3) and 7(4); the order of steps is RULES.md X-05 and B-12.
 */
export function mayLogAdvice(law: DeMinimisLaw, facts: GateFacts): GateAnswer {
  const { activity, grantingDecision, on } = facts
  const isAid = activity.kind === 'advice'
  const isAwarded = grantingDecision?.outcome === 'approved' && grantingDecision.decidedOn <= activity.on
  const ahead = activity.on > on ? [missing('activity', 'NOT_DONE_YET')] : []
  const steps = isAid ? adviceSteps(law, facts) : openEventSteps(activity)
  const override = overrideOf(facts, steps)
  const left = override.allowed ? ahead : [...steps, ...ahead, ...override.faults]
  const verdict = left.some(({ effect }) => effect === 'block') ? 'block' : left.length > 0 ? 'review' : 'pass'
  return {
    verdict,
    isAid,
    billable: !isAid || isAwarded,
    missing: [...steps, ...ahead, ...override.faults],
    override: override.allowed ? { reason: override.reason } : null,
  }
}

function adviceSteps(law: DeMinimisLaw, { eligibility, declaration, headroom, ...facts }: GateFacts): MissingStep[] {
  const { grantingDecision, activity } = facts
  const decidedOn = grantingDecision?.decidedOn ?? activity.on
  const steps: (MissingStep | undefined)[] = [
    judged('eligibility', eligibility?.verdict, ['ELIGIBILITY_UNDECIDED', 'NOT_ELIGIBLE', 'ELIGIBILITY_REVIEW']),
    isValidOn(law.declaration, decidedOn) ? declared(declaration?.signedOn, decidedOn) : undefined,
    judged('headroom', headroom?.verdict, ['HEADROOM_UNCHECKED', 'HEADROOM_SHORT', 'HEADROOM_REVIEW']),
    awarded(grantingDecision, activity.on),
  ]
  return steps.filter((step) => step !== undefined)
}

function judged(step: GateStep, verdict: Verdict | undefined, [none, no, open]: [StepCode, StepCode, StepCode]) {
  if (verdict === undefined) return missing(step, none)
  if (verdict === 'block') return missing(step, no)
  return verdict === 'review' ? missing(step, open, 'review') : undefined
}

function declared(signedOn: PlainDate | undefined, decidedOn: PlainDate): MissingStep | undefined {
  if (signedOn === undefined) return missing('declaration', 'NO_DECLARATION')
  return signedOn > decidedOn ? missing('declaration', 'DECLARATION_LATE') : undefined
}

function awarded(decision: GateFacts['grantingDecision'], activityOn: PlainDate): MissingStep | undefined {
  if (!decision) return missing('granting-decision', 'NO_GRANTING_DECISION')
  if (decision.outcome === 'refused') return missing('granting-decision', 'GRANT_REFUSED')
  return activityOn < decision.decidedOn ? missing('granting-decision', 'BEFORE_GRANT') : undefined
}

function openEventSteps(activity: Extract<GateFacts['activity'], { kind: 'open-event' }>): MissingStep[] {
  return [
    ...(activity.reason === '' ? [missing('activity', 'REASON_MISSING')] : []),
    ...(activity.advantage === 'unclear' ? [missing('activity', 'ADVANTAGE_UNCLEAR', 'review')] : []),
  ]
}

type Override = { allowed: true; reason: string; faults: [] } | { allowed: false; faults: MissingStep[] }

function overrideOf({ override }: GateFacts, steps: readonly MissingStep[]): Override {
  if (!override || steps.length === 0) return { allowed: false, faults: [] }
  if (override.by !== 'programme-manager')
    return { allowed: false, faults: [missing('override', 'OVERRIDE_NOT_ALLOWED')] }
  if (override.reason === '') return { allowed: false, faults: [missing('override', 'OVERRIDE_REASON_MISSING')] }
  return { allowed: true, reason: override.reason, faults: [] }
}
