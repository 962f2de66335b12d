import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { CompanyId, FocusAreaId, PersonId, RecordId } from '../kernel/ids.ts'
import { DraftText, type Text } from '../kernel/text.ts'

/** How coach and company met. */
export const SessionHow = z.enum(['on-site', 'video', 'phone'])
export type SessionHow = z.infer<typeof SessionHow>

export const SESSION_HOW_NAMES: Record<SessionHow, Text> = {
  'on-site': { sv: 'På plats', en: 'On site' },
  video: { sv: 'Video', en: 'Video' },
  phone: { sv: 'Telefon', en: 'Phone' },
}

/** Advice is aid to one company; an open event is none, and says why. */
export const SessionAid = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('advice') }),
    z.strictObject({
      kind: z.literal('open-event'),
      reason: z.string().trim().max(1000).describe('Why it is no aid to a single company'),
      advantage: z.enum(['none', 'unclear']).describe('Whether any company gains more by it than the public does'),
    }),
  ])
  .meta({ id: 'SessionAid' })
export type SessionAid = z.infer<typeof SessionAid>

const note = z.string().trim().max(8000)

const facts = {
  heldOn: PlainDate,
  how: SessionHow,
  /** contact time with the company, in whole minutes */
  minutes: z.int().min(5).max(1440),
  focusAreaIds: z.array(FocusAreaId).max(20),
  /** names of those who took part from the company */
  participants: z.array(z.string().trim().min(1).max(120)).max(40),
  /** read by the company as well */
  noteAll: note,
  /** read by the team only */
  noteTeam: note,
  nextStep: z.string().trim().max(300),
  nextStepOn: PlainDate.nullable(),
}

/** What a session is to state aid. Left out: advice, with nothing passed. */
const aid = {
  aid: SessionAid.optional(),
  override: z
    .strictObject({ reason: z.string().trim().max(1000) })
    .nullable()
    .optional()
    .describe('The programme manager’s reason to log it in spite of what is missing'),
}

/** A session as the coach logs it. The id is made where it is written, so that a repeat is the same session. */
export const NewSession = z.strictObject({ id: RecordId, ...facts, ...aid }).meta({ id: 'NewSession' })
export type NewSession = z.infer<typeof NewSession>

/** A correction: the whole entry as it should be, and the revision it corrects. */
export const SessionChange = z
  .strictObject({ revision: z.int().min(1), ...facts, ...aid })
  .meta({ id: 'SessionChange' })
export type SessionChange = z.infer<typeof SessionChange>

const FocusAreaName = z.strictObject({ id: FocusAreaId, name: DraftText, accent: z.int() })

/** A logged session. `noteTeam` is null for those who may not read it. */
export const CoachingSession = z
  .strictObject({
    id: RecordId,
    companyId: CompanyId,
    companyName: z.string(),
    coach: z.strictObject({ id: PersonId, name: z.string() }),
    ...facts,
    focusAreas: z.array(FocusAreaName),
    noteTeam: note.nullable(),
    aid: SessionAid,
    billable: z.boolean().nullable().describe('Whether the hours may be claimed; null where no gate stood before it'),
    exception: z
      .strictObject({ reason: z.string(), by: z.string().nullable() })
      .nullable()
      .describe('Set where the programme manager let it pass the gate'),
    revision: z.int(),
    loggedAt: z.string(),
    removedAt: z.string().nullable(),
    /** whether the reader may correct or remove it */
    mayChange: z.boolean(),
  })
  .meta({ id: 'CoachingSession' })
export type CoachingSession = z.infer<typeof CoachingSession>

/** `next` is the cursor of the following page, null on the last. `minutes` and `count` are of all pages. */
export const SessionPage = z
  .strictObject({
    sessions: z.array(CoachingSession),
    next: z.string().nullable(),
    count: z.int(),
    minutes: z.int(),
  })
  .meta({ id: 'SessionPage' })
export type SessionPage = z.infer<typeof SessionPage>

/** What a coach needs to log the next session in under a minute: choices, and what was chosen last time. */
export const SessionStart = z
  .strictObject({
    companyName: z.string(),
    focusAreas: z.array(FocusAreaName),
    /** names of the company's contacts */
    contacts: z.array(z.string()),
    /** null before the first session */
    last: z.strictObject({ how: SessionHow, minutes: z.int(), focusAreaIds: z.array(FocusAreaId) }).nullable(),
    today: PlainDate,
  })
  .meta({ id: 'SessionStart' })
export type SessionStart = z.infer<typeof SessionStart>
