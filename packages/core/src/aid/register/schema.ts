import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { CompanyId, RecordId } from '../../kernel/ids.ts'
import { GrantChange } from '../ledger/schema.ts'

/** Where an award stands on its way into the central register. */
export const RegisterStanding = z.enum(['to-register', 'late', 'registered', 'to-change', 'withdrawn', 'no-duty'])
export type RegisterStanding = z.infer<typeof RegisterStanding>

/** Which awards of the programme are listed. `registered`: and up to date; `withdrawn`: all that were taken back. */
export const RegisterShow = z.enum(['all', 'to-register', 'late', 'registered', 'to-change', 'withdrawn'])
export type RegisterShow = z.infer<typeof RegisterShow>

/** `deadline`: the first to be registered first; `newest` by day of award; `amount`: the largest first. */
export const RegisterSort = z.enum(['deadline', 'newest', 'amount'])
export type RegisterSort = z.infer<typeof RegisterSort>

export const RegisterFilter = z.object({
  show: RegisterShow.default('all'),
  search: z.string().trim().max(100).optional().describe('Name or number of a company; not the number of a person'),
  sort: RegisterSort.default('deadline'),
})
export type RegisterFilter = z.infer<typeof RegisterFilter>

export const RegisterQuery = RegisterFilter.extend({
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RegisterQuery = z.infer<typeof RegisterQuery>

/** What the register holds of an award, beside who received it. */
export const RegisterEntry = z
  .strictObject({
    memberState: z.string(),
    regulation: z.string(),
    awardedOn: PlainDate,
    currency: z.string(),
    minor: z.int().min(0).describe('What is left of it'),
    eurCents: z.int().min(0).describe('At the rate of the day of the award'),
    authority: z.string(),
    scheme: z.string(),
    instrument: z.string(),
    industryCode: z.string(),
    reference: z.string(),
    withdrawnOn: PlainDate.nullable(),
  })
  .meta({ id: 'AidRegisterEntry' })
export type RegisterEntry = z.infer<typeof RegisterEntry>

const Value = z.union([z.string(), z.int()]).nullable()

/** A field of an award that is otherwise in one place than in the other. */
export const EntryDifference = z
  .strictObject({ field: RegisterEntry.keyof(), there: Value, here: Value })
  .meta({ id: 'AidEntryDifference', description: 'there: in the register or the file; here: in the ledger' })
export type EntryDifference = z.infer<typeof EntryDifference>

export const RegisterDeadline = z.strictObject({
  by: PlainDate.nullable().describe('null where the public holidays of the state are not known'),
  workingDaysLeft: z.int().nullable().describe('0: the last day is today; negative: so many days late'),
  article: z.string(),
})
export type RegisterDeadline = z.infer<typeof RegisterDeadline>

export const RegisterRow = RegisterEntry.extend({
  id: RecordId,
  companyId: CompanyId,
  name: z.string(),
  country: z.string(),
  number: z.string().describe('A sole trader’s is masked'),
  isSoleTrader: z.boolean(),
  awardedMinor: z.int().min(0).describe('As it was awarded'),
  awardedEurCents: z.int().min(0),
  standing: RegisterStanding,
  deadline: RegisterDeadline.nullable().describe('null where there is nothing to register, or it is done'),
  registeredOn: PlainDate.nullable(),
  registerReference: z.string().nullable(),
  toChange: z.array(EntryDifference).describe('What has to be changed in the register'),
  revision: z.int(),
}).meta({ id: 'AidRegisterRow' })
export type RegisterRow = z.infer<typeof RegisterRow>

export const RegisterPage = z
  .strictObject({ rows: z.array(RegisterRow), next: z.string().nullable(), today: PlainDate, mayWrite: z.boolean() })
  .meta({ id: 'AidRegisterPage' })
export type RegisterPage = z.infer<typeof RegisterPage>

export const RegisterCounts = z.record(RegisterShow, z.int()).meta({ id: 'AidRegisterCounts' })
export type RegisterCounts = z.infer<typeof RegisterCounts>

/** That an award stands in the register as it is here now. */
export const NewRegistration = z
  .strictObject({
    id: RecordId,
    grantId: RecordId,
    revision: z.int().min(1),
    registeredOn: PlainDate,
    reference: z.string().trim().min(1).max(120),
  })
  .meta({ id: 'NewAidRegistration' })
export type NewRegistration = z.infer<typeof NewRegistration>

export const NewRegistrations = z
  .strictObject({ entries: z.array(NewRegistration).min(1).max(500) })
  .meta({ id: 'NewAidRegistrations' })

/** Takes back what was said last of the register: by mistake, or because the register does not have it. */
export const UndoRegistration = z
  .strictObject({ id: RecordId, revision: z.int().min(1), reason: z.string().trim().min(1).max(1000) })
  .meta({ id: 'UndoAidRegistration' })
export type UndoRegistration = z.infer<typeof UndoRegistration>

export const RegisterEvent = z
  .strictObject({
    id: RecordId,
    kind: z.enum(['registered', 'undone']),
    registeredOn: PlainDate.nullable(),
    reference: z.string().nullable(),
    entry: RegisterEntry.nullable(),
    reason: z.string(),
    by: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'AidRegisterEvent' })
export type RegisterEvent = z.infer<typeof RegisterEvent>

/** One award with all that was said of it in the register, and the decisions and corrections since, oldest first. */
export const RegisterRecord = z
  .strictObject({ row: RegisterRow, history: z.array(RegisterEvent), changes: z.array(GrantChange) })
  .meta({ id: 'AidRegisterRecord' })
export type RegisterRecord = z.infer<typeof RegisterRecord>

export const RegisterRows = z.strictObject({ rows: z.array(RegisterRow) }).meta({ id: 'AidRegisterRows' })
export type RegisterRows = z.infer<typeof RegisterRows>
