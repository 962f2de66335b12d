import type { FieldRules } from '../kernel/changes.ts'
import { Language } from '../kernel/text.ts'
import { PersonName } from './email.ts'

/** What a person changes about themselves, field by field. The address is who they are, so it is not among them. */
export const PROFILE_FACTS = { name: PersonName, language: Language } as const satisfies FieldRules
