import { z } from 'zod'
import { FieldChange } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import { AssessmentId, CompanyId, FocusAreaId, PersonId, RecordId } from '../kernel/ids.ts'
import { DraftText, Text } from '../kernel/text.ts'
import { LevelNumber, ModelKey } from '../models/schema.ts'

/** Where an action stands. `dropped` is given up or declined, always with a reason. */
export const ActionStatus = z.enum(['proposed', 'planned', 'ongoing', 'done', 'dropped'])
export type ActionStatus = z.infer<typeof ActionStatus>

/** How the plan goes, at a quarterly check. */
export const PlanMood = z.enum(['on-track', 'slow', 'stuck'])
export type PlanMood = z.infer<typeof PlanMood>

const Person = z.strictObject({ id: PersonId, name: z.string() })

// Targets

/** The level a dimension is to reach; `level` null: there is no target. `base` is the revision it builds on, 0 for none. */
export const TargetInput = z.strictObject({
  level: LevelNumber.nullable(),
  dueOn: PlainDate.nullable(),
  base: z.int().min(0),
})
export type TargetInput = z.infer<typeof TargetInput>

export const Target = z
  .strictObject({
    focusAreaId: FocusAreaId,
    dimensionId: z.string(),
    level: LevelNumber.nullable(),
    dueOn: PlainDate.nullable(),
    revision: z.int(),
    setAt: z.string(),
    setBy: z.string().nullable(),
  })
  .meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

// Goals

export const NewGoal = z
  .strictObject({
    id: RecordId,
    title: z.string().trim().min(1).max(200),
    measure: z.string().trim().max(500).nullable(),
    dueOn: PlainDate.nullable(),
  })
  .meta({ id: 'NewGoal' })
export type NewGoal = z.infer<typeof NewGoal>

export const Goal = z
  .strictObject({
    id: RecordId,
    title: z.string(),
    measure: z.string().nullable(),
    dueOn: PlainDate.nullable(),
    position: z.int(),
  })
  .meta({ id: 'Goal' })
export type Goal = z.infer<typeof Goal>

// Actions

/** An action of somebody's own making. What is left out is filled in later, field by field. */
export const NewAction = z
  .strictObject({
    id: RecordId,
    title: z.string().trim().min(1).max(200),
    status: z.enum(['proposed', 'planned']),
    goalId: RecordId.nullable(),
    focusAreaId: FocusAreaId.nullable(),
    dimensionId: ModelKey.nullable(),
  })
  .meta({ id: 'NewAction' })
export type NewAction = z.infer<typeof NewAction>

/** The answer to an action that the ladder proposes. Declining needs a reason, which is remembered. */
export const SuggestionAnswer = z
  .strictObject({
    id: RecordId,
    focusAreaId: FocusAreaId,
    action: ModelKey,
    answer: z.enum(['accept', 'decline']),
    reason: z.string().trim().max(500),
  })
  .meta({ id: 'SuggestionAnswer' })
export type SuggestionAnswer = z.infer<typeof SuggestionAnswer>

/** What the ladder says of an action it proposes, in both languages. */
export const ActionTemplate = z
  .strictObject({
    id: z.string(),
    name: Text,
    how: Text,
    who: Text,
    effect: Text,
    help: Text,
    hours: z.int(),
    weeks: z.int(),
    cost: z.enum(['none', 'low', 'medium', 'high']),
    impact: z.int(),
    moves: z.array(z.string()),
  })
  .meta({ id: 'ActionTemplate' })
export type ActionTemplate = z.infer<typeof ActionTemplate>

export const ActionView = z
  .strictObject({
    id: RecordId,
    title: z.string(),
    description: z.string().nullable(),
    status: ActionStatus,
    reason: z.string().nullable(),
    goalId: RecordId.nullable(),
    focusAreaId: FocusAreaId.nullable(),
    dimensionId: z.string().nullable(),
    toLevel: z.int().nullable(),
    ownerId: PersonId.nullable(),
    ownerName: z.string().nullable(),
    /** the owner's name, whichever way it is known */
    owner: z.string().nullable(),
    dueOn: PlainDate.nullable(),
    startedOn: PlainDate.nullable(),
    doneOn: PlainDate.nullable(),
    effortHours: z.int().nullable(),
    costCents: z.int().nullable(),
    effectText: z.string().nullable(),
    effectKeyFigureId: z.string().nullable(),
    effectAmount: z.number().nullable(),
    createdAt: z.string(),
    removedAt: z.string().nullable(),
    /** the ladder's action it came from, when it did */
    template: ActionTemplate.nullable(),
    /** what the reader may change: everything, what an owner may, or nothing */
    mayChange: z.enum(['all', 'own', 'nothing']),
  })
  .meta({ id: 'PlanAction' })
export type ActionView = z.infer<typeof ActionView>

/** An action the ladder proposes for a gap, in the order in which they are most worthwhile. */
export const SuggestionView = z
  .strictObject({
    focusAreaId: FocusAreaId,
    dimensionId: z.string(),
    to: LevelNumber,
    priority: z.number(),
    because: Text,
    template: ActionTemplate,
  })
  .meta({ id: 'SuggestedAction' })
export type SuggestionView = z.infer<typeof SuggestionView>

// The plan as a whole

export const PlanDimension = z
  .strictObject({
    id: z.string(),
    name: Text,
    short: Text,
    /** the coach's level at the newest submitted measurement; null while not measured */
    level: LevelNumber.nullable(),
    baseline: LevelNumber.nullable(),
    /** the highest rung there is for this company */
    top: LevelNumber,
    target: Target.nullable(),
  })
  .meta({ id: 'PlanDimension' })
export type PlanDimension = z.infer<typeof PlanDimension>

export const PlanLadder = z
  .strictObject({
    focusArea: z.strictObject({ id: FocusAreaId, slug: z.string(), name: DraftText, accent: z.int() }),
    model: z.strictObject({ id: z.string(), version: z.string(), name: Text }),
    levels: z.array(z.strictObject({ level: LevelNumber, name: Text })),
    measured: z.strictObject({ assessmentId: AssessmentId, on: PlainDate }).nullable(),
    step: LevelNumber.nullable(),
    baselineStep: LevelNumber.nullable(),
    dimensions: z.array(PlanDimension),
  })
  .meta({ id: 'PlanLadder' })
export type PlanLadder = z.infer<typeof PlanLadder>

export const StatusCounts = z.strictObject({
  proposed: z.int(),
  planned: z.int(),
  ongoing: z.int(),
  done: z.int(),
  dropped: z.int(),
})
export type StatusCounts = z.infer<typeof StatusCounts>

export const NewPlanCheck = z
  .strictObject({ id: RecordId, mood: PlanMood, note: z.string().trim().max(2000) })
  .meta({ id: 'NewPlanCheck' })
export type NewPlanCheck = z.infer<typeof NewPlanCheck>

export const PlanCheck = z
  .strictObject({
    id: RecordId,
    checkedOn: PlainDate,
    mood: PlanMood,
    note: z.string(),
    counts: StatusCounts,
    checkedBy: z.string().nullable(),
  })
  .meta({ id: 'PlanCheck' })
export type PlanCheck = z.infer<typeof PlanCheck>

export const PlanKeyFigure = z
  .strictObject({ id: z.string(), name: Text, unit: Text, decimals: z.int(), better: z.enum(['up', 'down']) })
  .meta({ id: 'PlanKeyFigure' })
export type PlanKeyFigure = z.infer<typeof PlanKeyFigure>

export const PlanView = z
  .strictObject({
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    today: PlainDate,
    ladders: z.array(PlanLadder),
    goals: z.array(Goal),
    actions: z.array(ActionView),
    suggestions: z.array(SuggestionView),
    /** newest first */
    checks: z.array(PlanCheck),
    /** days since the last check, or since there is a plan to check; null while there is none */
    daysSinceCheck: z.int().nullable(),
    /** who can own an action: people of the company and its coach */
    owners: z.array(Person.extend({ isCoach: z.boolean() })),
    keyFigures: z.array(PlanKeyFigure),
    mayEdit: z.boolean(),
    mayReadHistory: z.boolean(),
  })
  .meta({ id: 'Plan' })
export type PlanView = z.infer<typeof PlanView>

export const PlanChanges = z.strictObject({ changes: z.array(FieldChange).min(1).max(30) }).meta({ id: 'PlanChanges' })

/** An action of the signed-in person's own, over all their companies in the programme. */
export const MyActions = z
  .strictObject({
    today: PlainDate,
    actions: z.array(ActionView.extend({ companyId: CompanyId, companyName: z.string() })),
  })
  .meta({ id: 'MyActions' })
export type MyActions = z.infer<typeof MyActions>
