import { z } from 'zod'
import { DoneAction, Measurement, TargetLevel } from '../assessments/company-results.ts'
import { PeerDimension } from '../assessments/peers.ts'
import { FocusAreaView } from '../assessments/schema.ts'
import { Quality } from '../indicators/schema.ts'
import { PlainDate } from '../kernel/day.ts'
import { DocumentId, RecordId } from '../kernel/ids.ts'
import { DraftText, Language, Text } from '../kernel/text.ts'
import { EvidenceClass } from '../models/schema.ts'
import { ActionStatus, PlanMood } from '../plans/schema.ts'

/** What a report is for: where the company stood at the start, what it will do, or what has changed. */
export const ReportKind = z.enum(['baseline', 'plan', 'follow-up'])
export type ReportKind = z.infer<typeof ReportKind>

/** A measurement as a report tells of it: besides the result, who was asked and what it rests on. */
export const ReportMeasurement = Measurement.extend({
  /** how many of the company's people were asked to answer */
  asked: z.int(),
  evidence: z.array(z.strictObject({ class: EvidenceClass, count: z.int() })),
})
export type ReportMeasurement = z.infer<typeof ReportMeasurement>

/** How many people answered at the first measurement, at the newest, and at both. */
export const SamePeople = z.strictObject({ first: z.int(), newest: z.int(), both: z.int() })
export type SamePeople = z.infer<typeof SamePeople>

export const ReportPeers = z.strictObject({ companies: z.int(), dimensions: z.array(PeerDimension) })
export type ReportPeers = z.infer<typeof ReportPeers>

export const ReportLadder = z.strictObject({
  focusArea: FocusAreaView,
  /** oldest first, at least one */
  measurements: z.array(ReportMeasurement),
  /** null while measured once */
  people: SamePeople.nullable(),
  targets: z.array(TargetLevel),
  doneActions: z.array(DoneAction),
  /** null where there are too few others to show */
  peers: ReportPeers.nullable(),
})
export type ReportLadder = z.infer<typeof ReportLadder>

export const ReportAction = z.strictObject({
  title: z.string(),
  status: ActionStatus,
  goalId: RecordId.nullable(),
  owner: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  doneOn: PlainDate.nullable(),
  effortHours: z.int().nullable(),
  costCents: z.int().nullable(),
  effect: z.string().nullable(),
})
export type ReportAction = z.infer<typeof ReportAction>

export const ReportGoal = z.strictObject({
  id: RecordId,
  title: z.string(),
  measure: z.string().nullable(),
  dueOn: PlainDate.nullable(),
})
export type ReportGoal = z.infer<typeof ReportGoal>

export const ReportPlan = z.strictObject({
  goals: z.array(ReportGoal),
  actions: z.array(ReportAction),
  lastCheck: z.strictObject({ on: PlainDate, mood: PlanMood, note: z.string() }).nullable(),
})
export type ReportPlan = z.infer<typeof ReportPlan>

export const ReportValue = z.strictObject({
  fromOn: PlainDate,
  toOn: PlainDate,
  amount: z.number(),
  unit: z.string(),
  quality: Quality,
  verifiedBy: z.string().nullable(),
  source: z.string(),
})
export type ReportValue = z.infer<typeof ReportValue>

/** A key figure of the programme's ladders with the values the company has, in any order, at least one. */
export const ReportKeyFigure = z.strictObject({
  id: z.string(),
  name: Text,
  unit: Text,
  decimals: z.int(),
  better: z.enum(['up', 'down']),
  accent: z.int(),
  values: z.array(ReportValue),
})
export type ReportKeyFigure = z.infer<typeof ReportKeyFigure>

export const ReportFunder = z.strictObject({
  name: z.string(),
  kind: z.enum(['eu', 'state', 'region', 'municipal', 'other']),
  acknowledgement: DraftText.nullable(),
  logo: DocumentId.nullable(),
})
export type ReportFunder = z.infer<typeof ReportFunder>

/**
 * Everything a report is made from: kept with it, so that it can be made again, and attached to the PDF. Texts of
 * the ladders are not in it; they come from the model version that each measurement names.
 */
export const ReportData = z.strictObject({
  format: z.literal('stegvis-report/1'),
  kind: ReportKind,
  madeOn: PlainDate,
  programme: z.strictObject({ name: DraftText, demonstration: z.boolean(), visibility: DraftText.nullable() }),
  funders: z.array(ReportFunder),
  company: z.strictObject({
    name: z.string(),
    /** as it may be shown: the number of a sole trader is masked */
    organisationNumber: z.string(),
    coach: z.string().nullable(),
    partner: z.string().nullable(),
  }),
  ladders: z.array(ReportLadder),
  plan: ReportPlan,
  keyFigures: z.array(ReportKeyFigure),
  /** sessions that were logged before the aid was in order, since the programme manager let them pass */
  exceptions: z.array(z.strictObject({ heldOn: PlainDate, reason: z.string(), by: z.string().nullable() })).default([]),
})
export type ReportData = z.infer<typeof ReportData>

export const NewReport = z
  .strictObject({ id: RecordId, kind: ReportKind, language: Language })
  .meta({ id: 'NewReport' })
export type NewReport = z.infer<typeof NewReport>

/** A report that was made and is kept. */
export const ReportRow = z
  .strictObject({
    id: RecordId,
    kind: ReportKind,
    language: Language,
    /** the name under which it is saved */
    fileName: z.string(),
    sizeBytes: z.int(),
    madeAt: z.string(),
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'Report' })
export type ReportRow = z.infer<typeof ReportRow>

export const ReportPage = z
  .strictObject({
    reports: z.array(ReportRow),
    next: z.string().nullable(),
    count: z.int(),
    /** the kinds there is enough for now */
    ready: z.array(ReportKind),
    mayMake: z.boolean(),
  })
  .meta({ id: 'ReportPage' })
export type ReportPage = z.infer<typeof ReportPage>

/** A file that belongs to the company besides its reports: what its measurements rest on. */
export const CompanyFile = z
  .strictObject({
    id: DocumentId,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.int(),
    addedAt: z.string(),
    addedBy: z.string().nullable(),
    /** what it shows, where it is evidence */
    evidence: z
      .strictObject({
        description: z.string(),
        focusArea: FocusAreaView,
        question: z.string(),
        class: EvidenceClass,
        datedOn: PlainDate,
        bestBeforeOn: PlainDate,
      })
      .nullable(),
  })
  .meta({ id: 'CompanyFile' })
export type CompanyFile = z.infer<typeof CompanyFile>

export const CompanyFilePage = z
  .strictObject({ files: z.array(CompanyFile), next: z.string().nullable(), count: z.int() })
  .meta({ id: 'CompanyFilePage' })
export type CompanyFilePage = z.infer<typeof CompanyFilePage>
