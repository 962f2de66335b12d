import { z } from 'zod'
import { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '../kernel/ids.ts'
import { DraftText, Language } from '../kernel/text.ts'
import { Role } from './roles.ts'

/** A role of the signed-in person, with the names their screens show. */
export const MyGrant = z.strictObject({
  role: Role,
  partnerId: PartnerId.nullable(),
  subProjectId: SubProjectId.nullable(),
  companyId: CompanyId.nullable(),
  companyName: z.string().nullable(),
})
export type MyGrant = z.infer<typeof MyGrant>

export const MyProgramme = z.strictObject({
  id: ProgrammeId,
  slug: z.string(),
  name: DraftText,
  demonstration: z.boolean(),
  timeZone: z.string(),
  grants: z.array(MyGrant),
})
export type MyProgramme = z.infer<typeof MyProgramme>

/** The signed-in person and where they hold roles: the reply of `GET /api/me`. */
export const Me = z
  .strictObject({
    id: PersonId,
    name: z.string(),
    email: z.string(),
    language: Language,
    administrator: z.boolean(),
    programmes: z.array(MyProgramme),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>
