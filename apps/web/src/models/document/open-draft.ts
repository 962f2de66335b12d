import type { ModelDocument } from '@stegvis/core/models/authoring/schema.ts'
import { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * A stored document as the editor takes it: every part is of its kind, though texts may be empty, ids wrong and lists
 * short. Null when it has another build altogether, as only a program could have written it.
 */
export function openDraft(document: ModelDocument): TreeModel | null {
  const read = TreeModel.safeParse(document)
  if (read.success) return read.data
  return read.error.issues.some(isOfAnotherBuild) ? null : (document as TreeModel)
}

/** A union is of another build when each of its kinds is. */
function isOfAnotherBuild(issue: Issue): boolean {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return true
  if (issue.code !== 'invalid_union') return false
  return issue.errors.length === 0 || issue.errors.every((kind) => kind.some(isOfAnotherBuild))
}
