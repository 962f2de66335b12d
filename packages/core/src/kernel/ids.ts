import { z } from 'zod'

const uuid = () => z.uuid()

export const ProgrammeId = uuid().brand<'ProgrammeId'>()
export type ProgrammeId = z.infer<typeof ProgrammeId>
export const PersonId = uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const PartnerId = uuid().brand<'PartnerId'>()
export type PartnerId = z.infer<typeof PartnerId>
export const SubProjectId = uuid().brand<'SubProjectId'>()
export type SubProjectId = z.infer<typeof SubProjectId>
export const FocusAreaId = uuid().brand<'FocusAreaId'>()
export type FocusAreaId = z.infer<typeof FocusAreaId>
export const CompanyId = uuid().brand<'CompanyId'>()
export type CompanyId = z.infer<typeof CompanyId>
export const AssessmentId = uuid().brand<'AssessmentId'>()
export type AssessmentId = z.infer<typeof AssessmentId>
export const PlanId = uuid().brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>
export const DocumentId = uuid().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
/** Ids of records that nothing else needs to tell apart by type. */
export const RecordId = uuid()
export type RecordId = z.infer<typeof RecordId>

// A file of its own, since the public pages take it without the schema library.
export { uuidv7 } from './uuid.ts'
