import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { AssessmentId, CompanyId, RecordId } from '../kernel/ids.ts'
import { AssessmentResult } from './result.ts'
import { AssessmentStatus, EvidenceView, FindingView, FocusAreaView, ModelRef, OccasionKind } from './schema.ts'

/** One submitted measurement of a ladder: the newest revision of its occasion. */
export const Measurement = z
  .strictObject({
    assessmentId: AssessmentId,
    occasionId: RecordId,
    kind: OccasionKind,
    model: ModelRef,
    revision: z.int(),
    correctionReason: z.string().nullable(),
    startedOn: PlainDate,
    submittedOn: PlainDate,
    submittedBy: z.string().nullable(),
    result: AssessmentResult,
  })
  .meta({ id: 'Measurement' })
export type Measurement = z.infer<typeof Measurement>

/** What was done between measurements, to explain a step. */
export const DoneAction = z
  .strictObject({ dimension: z.string().nullable(), title: z.string(), doneOn: PlainDate, toLevel: z.int().nullable() })
  .meta({ id: 'DoneAction' })
export type DoneAction = z.infer<typeof DoneAction>

export const TargetLevel = z
  .strictObject({ dimension: z.string(), level: z.int(), dueOn: PlainDate.nullable() })
  .meta({ id: 'TargetLevel' })
export type TargetLevel = z.infer<typeof TargetLevel>

/** What is being measured now, and the reader's own part in it. */
export const OpenMeasurement = z.strictObject({
  assessmentId: AssessmentId,
  kind: OccasionKind,
  status: AssessmentStatus,
  asked: z.int(),
  completed: z.int(),
  /** whether the reader is asked, and done */
  mine: z.enum(['asked', 'begun', 'completed']).nullable(),
})
export type OpenMeasurement = z.infer<typeof OpenMeasurement>

export const LadderResults = z
  .strictObject({
    focusArea: FocusAreaView,
    model: ModelRef,
    /** oldest first; empty until something is submitted */
    measurements: z.array(Measurement),
    open: OpenMeasurement.nullable(),
    targets: z.array(TargetLevel),
    doneActions: z.array(DoneAction),
    /** the coach's answers and the evidence of the newest measurement; null where the reader may not see them */
    findings: z.array(FindingView).nullable(),
    evidence: z.array(EvidenceView).nullable(),
  })
  .meta({ id: 'LadderResults' })
export type LadderResults = z.infer<typeof LadderResults>

export const CompanyResults = z
  .strictObject({
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    today: PlainDate,
    /** the programme's ladders that the company measures or wants to */
    ladders: z.array(LadderResults),
    mayPlan: z.boolean(),
    mayValidate: z.boolean(),
  })
  .meta({ id: 'CompanyResults' })
export type CompanyResults = z.infer<typeof CompanyResults>
