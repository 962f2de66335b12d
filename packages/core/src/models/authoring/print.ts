import { stringify } from 'yaml'
import { printTreeModel } from '../tree/print.ts'
import { checkDocument } from './check.ts'
import type { ModelDocument } from './schema.ts'

/**
 * A draft as a file: in the house style when it is a model, otherwise as it stands, since its author may want to
 * go on with it by hand.
 */
export function printDocument(document: ModelDocument): string {
  const checked = checkDocument(document)
  return checked.ok ? printTreeModel(checked.model) : stringify(document, { lineWidth: 0 })
}
