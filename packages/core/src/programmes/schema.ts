import { z } from 'zod'
import { FieldChange } from '../kernel/changes.ts'
import { PlainDate } from '../kernel/day.ts'
import { DocumentId, FocusAreaId, PartnerId, PersonId, ProgrammeId, RecordId, SubProjectId } from '../kernel/ids.ts'
import { DraftText } from '../kernel/text.ts'
import { ModelKind } from '../models/authoring/schema.ts'
import { ModelKey } from '../models/schema.ts'

/** `draft`: being set up, seen by its own people only; `open`: the public page answers; `closed`: read only. */
export const ProgrammeStatus = z.enum(['draft', 'open', 'closed'])
export type ProgrammeStatus = z.infer<typeof ProgrammeStatus>

/** The programme's address: `/p/<slug>`. */
export const ProgrammeSlug = z
  .string()
  .trim()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'lower case letters, digits and single hyphens')
  // A programme is found by address or by id: an address must not look like an id.
  .refine((slug) => !z.uuid().safeParse(slug).success, { error: 'reads as an id' })

export const PARTNER_KINDS = ['owner', 'partner'] as const
export const PartnerKind = z.enum(PARTNER_KINDS)
export const FUNDER_KINDS = ['eu', 'state', 'region', 'municipal', 'other'] as const
export const FunderKind = z.enum(FUNDER_KINDS)
export type FunderKind = z.infer<typeof FunderKind>

/** What a visitor meets on the public page. */
export const TEXT_KEYS = ['summary', 'about', 'offer', 'contact', 'visibility'] as const
export type TextKey = (typeof TEXT_KEYS)[number]
const EMPTY: DraftText = { sv: '', en: '' }
const optionalText = DraftText.default(EMPTY)
export const ProgrammeTexts = z.object({
  summary: optionalText,
  about: optionalText,
  offer: optionalText,
  contact: optionalText,
  visibility: optionalText,
})
export type ProgrammeTexts = z.infer<typeof ProgrammeTexts>

/** Fewer companies than this and a comparison could point one out; a programme may ask for more, never less. */
export const LEAST_COMPARISON_THRESHOLD = 5
export const Threshold = z.int().min(LEAST_COMPARISON_THRESHOLD).max(100)
export const SilentDays = z.int().min(7).max(365)
export const FollowUpMonths = z.int().min(3).max(36)
export const ProgrammeSettings = z.object({
  /** companies a comparison needs at least */
  comparisonThreshold: Threshold.default(10),
  /** days without contact after which a company counts as gone quiet */
  silentDays: SilentDays.default(60),
  /** months from the baseline to the follow-up, as a plan */
  followUpMonths: FollowUpMonths.default(12),
})
export type ProgrammeSettings = z.infer<typeof ProgrammeSettings>

export const TimeZone = z.string().refine(
  (name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    } catch {
      return false
    }
  },
  { error: 'not a time zone' },
)
export const Country = z.string().regex(/^[A-Z]{2}$/)

/** A model with its version in one word, as a choice offers it: `energy-transition@1.0.0`. */
export const ModelChoice = z
  .string()
  .regex(/^[a-z][a-z0-9-]*@\d+\.\d+\.\d+$/)
  .refine((word) => ModelKey.safeParse(word.split('@')[0]).success)

export const PARTS = ['partner', 'funder', 'sub-project', 'focus-area'] as const
export const Part = z.enum(PARTS)
export type Part = z.infer<typeof Part>
const needed = (max: number) => z.string().trim().min(1).max(max)

const nullableCount = z.int().nullable().default(null)
export const TargetCompanies = z.object({ micro: nullableCount, small: nullableCount, medium: nullableCount })
export type TargetCompanies = z.infer<typeof TargetCompanies>

export const ProgrammePartner = z
  .strictObject({
    id: PartnerId,
    name: z.string(),
    organisationNumber: z.string().nullable(),
    kind: PartnerKind,
    budgetCents: z.int().nullable(),
    targetCompanies: TargetCompanies,
  })
  .meta({ id: 'ProgrammePartner' })
export type ProgrammePartner = z.infer<typeof ProgrammePartner>

export const Funder = z
  .strictObject({
    id: RecordId,
    name: z.string(),
    kind: FunderKind,
    amountCents: z.int().nullable(),
    acknowledgement: DraftText,
    logoId: DocumentId.nullable(),
  })
  .meta({ id: 'Funder' })
export type Funder = z.infer<typeof Funder>

export const SubProject = z
  .strictObject({
    id: SubProjectId,
    name: z.string(),
    partnerId: PartnerId,
    /** codes, or names in a country whose municipalities have no list */
    municipalities: z.array(z.string()),
    leads: z.array(z.strictObject({ personId: PersonId, name: z.string() })),
    /** invited as lead, and not answered yet */
    invited: z.array(z.string()),
  })
  .meta({ id: 'SubProject' })
export type SubProject = z.infer<typeof SubProject>

export const FocusArea = z
  .strictObject({
    id: FocusAreaId,
    slug: z.string(),
    name: DraftText,
    summary: DraftText,
    model: ModelChoice,
    modelKind: ModelKind,
    accent: z.int(),
    /** companies were measured with it: it can no longer be removed */
    inUse: z.boolean(),
  })
  .meta({ id: 'FocusArea' })
export type FocusArea = z.infer<typeof FocusArea>

/** What stands between a draft and its opening, and what would be good to have. */
export const ProgrammeStep = z.enum([
  'basics',
  'funders',
  'partners',
  'sub-projects',
  'focus-areas',
  'texts',
  'settings',
])
export type ProgrammeStep = z.infer<typeof ProgrammeStep>

/** A programme with all its parts, for the people who work in it. */
export const Programme = z
  .strictObject({
    id: ProgrammeId,
    slug: z.string(),
    name: DraftText,
    status: ProgrammeStatus,
    demonstration: z.boolean(),
    country: z.string(),
    timeZone: z.string(),
    startsOn: PlainDate.nullable(),
    endsOn: PlainDate.nullable(),
    logoId: DocumentId.nullable(),
    texts: ProgrammeTexts,
    settings: ProgrammeSettings,
    funders: z.array(Funder),
    partners: z.array(ProgrammePartner),
    subProjects: z.array(SubProject),
    focusAreas: z.array(FocusArea),
  })
  .meta({ id: 'Programme' })
export type Programme = z.infer<typeof Programme>

export const FieldChanges = z.strictObject({ changes: z.array(FieldChange).min(1).max(40) })

export const StatusTo = z.strictObject({ to: ProgrammeStatus })

/** A part begins with what it cannot do without; the rest is filled in field by field. */
export const NewPart = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('partner'), id: PartnerId, name: needed(200), kind: PartnerKind }),
  z.strictObject({ part: z.literal('funder'), id: RecordId, name: needed(200), kind: FunderKind }),
  z.strictObject({ part: z.literal('sub-project'), id: SubProjectId, name: needed(200), partnerId: PartnerId }),
  z.strictObject({ part: z.literal('focus-area'), id: FocusAreaId, model: ModelChoice }),
])
export type NewPart = z.infer<typeof NewPart>

/** Which of the marks that were uploaded is shown; null shows none. */
export const LogoChoice = z.strictObject({ from: DocumentId.nullable(), to: DocumentId.nullable() })
export type LogoChoice = z.infer<typeof LogoChoice>

const Codes = z.array(z.string().trim().min(2).max(80)).max(500)
export const TerritoryInput = z.strictObject({ from: Codes, to: Codes })
export type TerritoryInput = z.infer<typeof TerritoryInput>

/** The parts of one kind in another order: all of them, as they stood and as they shall stand. */
const Ids = z.array(RecordId).max(500)
export const PartOrder = z.strictObject({ from: Ids, to: Ids })
export type PartOrder = z.infer<typeof PartOrder>

/** A model that can be chosen for a focus area; `dimensions` counts what it shows side by side. */
export const ModelOption = z
  .strictObject({
    ...{ id: z.string(), version: z.string(), kind: ModelKind, name: DraftText, purpose: DraftText },
    dimensions: z.int(),
    /** written by the programme itself */
    own: z.boolean(),
  })
  .meta({ id: 'ModelOption' })
export type ModelOption = z.infer<typeof ModelOption>

export const SetUpChoices = z.strictObject({ models: z.array(ModelOption) }).meta({ id: 'SetUpChoices' })
export type SetUpChoices = z.infer<typeof SetUpChoices>

/** One change of the programme, newest first. `field` is null where a whole part came, went or was opened. */
export const HistoryEntry = z
  .strictObject({
    id: RecordId,
    at: z.string(),
    by: z.string().nullable(),
    kind: z.string(),
    part: Part.nullable(),
    partId: RecordId.nullable(),
    /** the part's name at the time */
    name: z.string().nullable(),
    field: z.string().nullable(),
    from: z.unknown(),
    to: z.unknown(),
  })
  .meta({ id: 'ProgrammeHistoryEntry' })
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const HistoryPage = z
  .strictObject({ entries: z.array(HistoryEntry), next: z.string().nullable() })
  .meta({ id: 'ProgrammeHistoryPage' })
export type HistoryPage = z.infer<typeof HistoryPage>

// The installation

export const NewProgramme = z.strictObject({
  id: ProgrammeId,
  name: DraftText.refine(({ sv, en }) => sv.trim() !== '' || en.trim() !== '', { error: 'a name is needed' }),
  slug: ProgrammeSlug,
  country: Country.default('SE'),
  timeZone: TimeZone.default('Europe/Stockholm'),
})
export type NewProgramme = z.infer<typeof NewProgramme>

export const ProgrammeRow = z
  .strictObject({
    id: ProgrammeId,
    slug: z.string(),
    name: DraftText,
    status: ProgrammeStatus,
    demonstration: z.boolean(),
    startsOn: PlainDate.nullable(),
    endsOn: PlainDate.nullable(),
  })
  .meta({ id: 'ProgrammeRow' })
export type ProgrammeRow = z.infer<typeof ProgrammeRow>

export const ProgrammeList = z.strictObject({ programmes: z.array(ProgrammeRow) }).meta({ id: 'ProgrammeList' })

// The public page

export const PublicProgrammeRow = z
  .strictObject({ slug: z.string(), name: DraftText, summary: DraftText, demonstration: z.boolean() })
  .meta({ id: 'PublicProgrammeRow' })
export type PublicProgrammeRow = z.infer<typeof PublicProgrammeRow>

export const PublicProgrammeList = z
  .strictObject({ programmes: z.array(PublicProgrammeRow) })
  .meta({ id: 'PublicProgrammeList' })

export const PublicProgramme = z
  .strictObject({
    slug: z.string(),
    name: DraftText,
    demonstration: z.boolean(),
    country: z.string(),
    startsOn: PlainDate.nullable(),
    endsOn: PlainDate.nullable(),
    logoId: DocumentId.nullable(),
    texts: ProgrammeTexts,
    funders: z.array(Funder.pick({ id: true, name: true, kind: true, acknowledgement: true, logoId: true })),
    partners: z.array(ProgrammePartner.pick({ id: true, name: true, kind: true })),
    subProjects: z.array(
      z.strictObject({
        id: SubProjectId,
        name: z.string(),
        partnerId: PartnerId,
        municipalities: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      }),
    ),
    focusAreas: z.array(
      z.strictObject({
        id: FocusAreaId,
        slug: z.string(),
        name: DraftText,
        summary: DraftText,
        accent: z.int(),
        ladder: z.strictObject({
          id: z.string(),
          version: z.string(),
          name: DraftText,
          levels: z.array(z.strictObject({ level: z.int(), name: DraftText, meaning: DraftText })),
          dimensions: z.array(DraftText),
        }),
      }),
    ),
  })
  .meta({ id: 'PublicProgramme' })
export type PublicProgramme = z.infer<typeof PublicProgramme>
