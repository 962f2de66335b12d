import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { AssessmentId, CompanyId, FocusAreaId, PersonId, RecordId } from '../kernel/ids.ts'
import { DraftText, Language } from '../kernel/text.ts'
import { Answer } from '../models/answers.ts'
import { ModelKind } from '../models/authoring/schema.ts'
import { EvidenceClass, ModelKey, ModelVersion } from '../models/schema.ts'
import { TreeAnswer } from '../models/tree/answers.ts'
import { Email, PersonName } from '../people/email.ts'
import { AssessmentResult } from './result.ts'
import { AssessmentFact, TreeAssessment } from './tree-schema.ts'

/** When in a company's time in the programme it is measured. */
export const OccasionKind = z.enum(['baseline', 'follow-up', 'closing'])
export type OccasionKind = z.infer<typeof OccasionKind>

/** `self`: the company answers; `coach`: the coach validates; `submitted`: closed for ever; `withdrawn`: given up. */
export const AssessmentStatus = z.enum(['self', 'coach', 'submitted', 'withdrawn'])
export type AssessmentStatus = z.infer<typeof AssessmentStatus>

/** An answer to a question of a ladder or of a tree. */
export const AnyAnswer = z.union([Answer, TreeAnswer])
export type AnyAnswer = z.infer<typeof AnyAnswer>

/** An answer as saved; null where it was taken back. */
export const SavedAnswer = AnyAnswer.nullable()
export type SavedAnswer = z.infer<typeof SavedAnswer>

export const QuestionId = ModelKey
export type QuestionId = z.infer<typeof QuestionId>

export const ModelRef = z.strictObject({ id: ModelKey, version: ModelVersion }).meta({ id: 'ModelRef' })
export type ModelRef = z.infer<typeof ModelRef>

export const FocusAreaView = z
  .strictObject({ id: FocusAreaId, slug: z.string(), name: DraftText, accent: z.int() })
  .meta({ id: 'FocusAreaView' })
export type FocusAreaView = z.infer<typeof FocusAreaView>

/** Facts about the company that the rules of a model read; null while not known. */
export const ProfileFacts = z.strictObject({ employees: z.number().nullable() })
export type ProfileFacts = z.infer<typeof ProfileFacts>

// Planning

/** Someone asked to answer: a person the company has here already, or somebody new to be invited. */
export const Invitee = z.union([
  z.strictObject({ personId: PersonId }),
  z.strictObject({
    name: PersonName,
    email: Email,
    title: z.string().trim().max(120).optional(),
    language: Language.optional(),
  }),
])
export type Invitee = z.infer<typeof Invitee>

export const NewOccasion = z.strictObject({
  id: RecordId,
  kind: OccasionKind,
  plannedOn: PlainDate.nullable(),
  ladders: z
    .array(z.strictObject({ assessmentId: AssessmentId, focusAreaId: FocusAreaId }))
    .min(1)
    .max(20),
  invitees: z.array(Invitee).max(40),
})
export type NewOccasion = z.infer<typeof NewOccasion>

/** A ladder that could be measured now, and what stands in the way. */
export const LadderOption = z.strictObject({
  focusArea: FocusAreaView,
  model: ModelRef,
  modelKind: ModelKind,
  /** the company asked for help here */
  wanted: z.boolean(),
  baselineOn: PlainDate.nullable(),
  /** an assessment under way, which has to be finished first */
  openId: AssessmentId.nullable(),
})
export type LadderOption = z.infer<typeof LadderOption>

export const InviteeOption = z.strictObject({
  /** null: a contact who has no sign-in yet */
  personId: PersonId.nullable(),
  name: z.string(),
  email: z.string(),
  title: z.string().nullable(),
})
export type InviteeOption = z.infer<typeof InviteeOption>

export const PlanningOptions = z
  .strictObject({
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    ladders: z.array(LadderOption),
    people: z.array(InviteeOption),
    today: PlainDate,
  })
  .meta({ id: 'PlanningOptions' })
export type PlanningOptions = z.infer<typeof PlanningOptions>

// Lists

export const RespondentView = z
  .strictObject({
    id: RecordId,
    personId: PersonId,
    name: z.string(),
    title: z.string().nullable(),
    invitedAt: z.string(),
    firstAnswerAt: z.string().nullable(),
    completedAt: z.string().nullable(),
  })
  .meta({ id: 'Respondent' })
export type RespondentView = z.infer<typeof RespondentView>

/** One measured ladder in a list: no answers in it. */
export const AssessmentRow = z
  .strictObject({
    id: AssessmentId,
    focusArea: FocusAreaView,
    model: ModelRef,
    modelKind: ModelKind,
    status: AssessmentStatus,
    revision: z.int(),
    correctionReason: z.string().nullable(),
    startedOn: PlainDate,
    submittedOn: PlainDate.nullable(),
    steps: z.strictObject({
      self: z.int().nullable(),
      coach: z.int().nullable(),
      verified: z.int().nullable(),
    }),
    respondents: z.array(RespondentView),
  })
  .meta({ id: 'AssessmentRow' })
export type AssessmentRow = z.infer<typeof AssessmentRow>

export const OccasionView = z
  .strictObject({
    id: RecordId,
    kind: OccasionKind,
    plannedOn: PlainDate.nullable(),
    createdAt: z.string(),
    assessments: z.array(AssessmentRow),
  })
  .meta({ id: 'Occasion' })
export type OccasionView = z.infer<typeof OccasionView>

export const OccasionList = z.strictObject({ occasions: z.array(OccasionView) }).meta({ id: 'OccasionList' })
export type OccasionList = z.infer<typeof OccasionList>

// The head that every page of one assessment shows

export const AssessmentHead = z
  .strictObject({
    id: AssessmentId,
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    kind: OccasionKind,
    focusArea: FocusAreaView,
    model: ModelRef,
    modelKind: ModelKind,
    status: AssessmentStatus,
    revision: z.int(),
    correctionReason: z.string().nullable(),
    startedOn: PlainDate,
    submittedOn: PlainDate.nullable(),
    submittedBy: z.string().nullable(),
    profile: ProfileFacts,
    today: PlainDate,
  })
  .meta({ id: 'AssessmentHead' })
export type AssessmentHead = z.infer<typeof AssessmentHead>

// Answering

export const OwnAnswer = z
  .strictObject({ question: z.string(), value: SavedAnswer, revision: z.int() })
  .meta({ id: 'OwnAnswer' })
export type OwnAnswer = z.infer<typeof OwnAnswer>

/** What the same person answered last time; told only once the new answer is given. */
export const EarlierAnswer = z.strictObject({ question: z.string(), value: AnyAnswer }).meta({ id: 'EarlierAnswer' })
export type EarlierAnswer = z.infer<typeof EarlierAnswer>

export const AnsweringView = z
  .strictObject({
    assessment: AssessmentHead,
    respondent: RespondentView,
    answers: z.array(OwnAnswer),
    /** the facts a tree model reads, in its order; empty for a ladder */
    facts: z.array(AssessmentFact),
    earlier: z.strictObject({ on: PlainDate, answers: z.array(EarlierAnswer) }).nullable(),
    /** the ladders of the same occasion that this person has still to answer */
    next: z.array(z.strictObject({ assessmentId: AssessmentId, name: DraftText })),
    coachName: z.string().nullable(),
  })
  .meta({ id: 'Answering' })
export type AnsweringView = z.infer<typeof AnsweringView>

/** `base` is the revision the answer builds on: 0 for a first answer. */
export const AnswerInput = z.strictObject({
  value: SavedAnswer,
  base: z.int().min(0),
  /** time from the question being shown to the answer */
  seconds: z.int().min(0).max(86_400).nullable(),
})
export type AnswerInput = z.infer<typeof AnswerInput>

export const AnswerReply = z
  .strictObject({ revision: z.int(), earlier: EarlierAnswer.nullable() })
  .meta({ id: 'AnswerReply' })
export type AnswerReply = z.infer<typeof AnswerReply>

// Validating

export const FindingView = z
  .strictObject({
    question: z.string(),
    value: SavedAnswer,
    revision: z.int(),
    foundBy: z.string().nullable(),
    foundAt: z.string(),
  })
  .meta({ id: 'Finding' })
export type FindingView = z.infer<typeof FindingView>

export const FindingInput = z.strictObject({ value: SavedAnswer, base: z.int().min(0) })
export type FindingInput = z.infer<typeof FindingInput>

export const EvidenceFile = z
  .strictObject({ name: z.string(), mediaType: z.string(), sizeBytes: z.int(), sha256: z.string() })
  .meta({ id: 'EvidenceFile' })
export type EvidenceFile = z.infer<typeof EvidenceFile>

export const EvidenceView = z
  .strictObject({
    id: RecordId,
    question: z.string(),
    class: EvidenceClass,
    description: z.string(),
    datedOn: PlainDate,
    bestBeforeOn: PlainDate,
    file: EvidenceFile.nullable(),
    addedBy: z.string().nullable(),
    revision: z.int(),
  })
  .meta({ id: 'Evidence' })
export type EvidenceView = z.infer<typeof EvidenceView>

/** What a piece of evidence is: for which question, of which class, from when, and how long it holds. */
export const EvidenceFacts = z.strictObject({
  question: QuestionId,
  class: EvidenceClass,
  description: z.string().trim().min(1).max(2000),
  datedOn: PlainDate,
  /** left out: as long as the model says, counted from the date */
  bestBeforeOn: PlainDate.optional(),
})
export type EvidenceFacts = z.infer<typeof EvidenceFacts>

/** null takes the evidence out of the assessment; noting it again brings it back, file and all. */
export const EvidenceInput = z.strictObject({ value: EvidenceFacts.nullable(), base: z.int().min(0) })
export type EvidenceInput = z.infer<typeof EvidenceInput>

export const EvidenceReply = z
  .strictObject({ revision: z.int(), evidence: EvidenceView.nullable() })
  .meta({ id: 'EvidenceReply' })
export type EvidenceReply = z.infer<typeof EvidenceReply>

export const RespondentAnswer = z
  .strictObject({ respondentId: RecordId, question: z.string(), value: AnyAnswer })
  .meta({ id: 'RespondentAnswer' })
export type RespondentAnswer = z.infer<typeof RespondentAnswer>

export const RevisionRow = z
  .strictObject({
    id: AssessmentId,
    revision: z.int(),
    status: AssessmentStatus,
    submittedOn: PlainDate.nullable(),
    submittedBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AssessmentRevision' })
export type RevisionRow = z.infer<typeof RevisionRow>

export const AssessmentView = z
  .strictObject({
    assessment: AssessmentHead,
    respondents: z.array(RespondentView),
    answers: z.array(RespondentAnswer),
    findings: z.array(FindingView),
    evidence: z.array(EvidenceView),
    revisions: z.array(RevisionRow),
    /** the submitted measurement before this one on the same ladder; for a tree it is in `tree` */
    earlier: z
      .strictObject({ id: AssessmentId, kind: OccasionKind, submittedOn: PlainDate, result: AssessmentResult })
      .nullable(),
    /** of a ladder */
    result: AssessmentResult.nullable(),
    /** null for a ladder */
    tree: TreeAssessment.nullable(),
    /** whether the reader may set findings, submit and correct */
    mayValidate: z.boolean(),
  })
  .meta({ id: 'Assessment' })
export type AssessmentView = z.infer<typeof AssessmentView>

export const CorrectionInput = z.strictObject({ id: AssessmentId, reason: z.string().trim().min(5).max(2000) })
export type CorrectionInput = z.infer<typeof CorrectionInput>

export const WithdrawalInput = z.strictObject({ reason: z.string().trim().min(5).max(2000) })
export type WithdrawalInput = z.infer<typeof WithdrawalInput>
