import type { Texts } from '../tree/schema-words.ts'
import { STRUCTURES as STARTERS, STRUCTURE_TEXTS, startModel } from '../tree/starters/start.ts'
import type { ModelDocument, StructureKey, StructureList } from './schema.ts'

/** What a model can start from, the blank sheet first. */
export const STRUCTURES: StructureList['structures'] = [
  {
    key: 'blank',
    name: { sv: 'Tomt blad', en: 'Blank sheet' },
    about: { sv: 'Bara namn och språk. Resten bygger du själv.', en: 'Name and languages only. You build the rest.' },
  },
  ...STARTERS.map((key) => ({ key, ...STRUCTURE_TEXTS[key] })),
]

/** A structure as a draft: complete and without errors, but for the blank sheet, where questions are still missing. */
export function beginStructure(structure: StructureKey, head: { id: string; name: Texts }): ModelDocument {
  if (structure !== 'blank') return { ...startModel(structure, head) }
  const { purpose: _, profile: __, facts: ___, ...frame } = startModel('points', head)
  return {
    ...frame,
    purpose: {},
    scales: {},
    questions: [],
    tree: { id: 'whole', name: head.name, result: { op: 'none' }, children: [] },
  }
}
