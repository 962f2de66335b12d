import type { ProblemSlug } from '@stegvis/core/kernel/problems.ts'

/** What the database refused, in the words of the interface. The one place where constraint names are known. */
const BY_CONSTRAINT: Record<string, ProblemSlug> = {
  programme_slug_key: 'slug-taken',
  assessment_open: 'assessment-exists',
  assessment_correction: 'assessment-exists',
  company_programme_id_country_organisation_number_key: 'company-exists',
  signature_signer: 'already-signed',
}

/** Undefined when the error is not a refusal of the database that a caller could have caused. */
export function constraintProblem(error: { code?: string; constraint?: string }): ProblemSlug | undefined {
  if (error.constraint === undefined) return undefined
  const named = BY_CONSTRAINT[error.constraint]
  if (named) return named
  if (error.code === '23505') return 'already-exists'
  if (error.code === '23503') return 'not-found'
  return undefined
}
