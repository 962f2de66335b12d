import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { z } from 'zod'

export const InProgramme = z.object({ programme: z.string() })
export const OfCompany = InProgramme.extend({ company: CompanyId })
export const OfPart = OfCompany.extend({ id: RecordId })
export const OfYear = OfCompany.extend({ year: z.coerce.number().int().min(2000).max(2100) })
