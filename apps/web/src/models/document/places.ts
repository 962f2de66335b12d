import type { ModelFault } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Outline, OutlineRow } from './outline.ts'
import { isWithin, type Path, pathOf } from './path.ts'

/** The parts of a model beside its trees, in the order they are listed. */
export const SHEETS = [
  'model',
  'scales',
  'facts',
  'targets',
  'actions',
  'ranking',
  'figures',
  'sources',
  'examples',
  'versions',
] as const
export type Sheet = (typeof SHEETS)[number]

/** What is open in the editor: a line of the outline by its key, a scale (`scale.met`), or a sheet. */
export type PartKey = string

const OF_SHEETS: Readonly<Record<string, Sheet>> = {
  scales: 'scales',
  facts: 'facts',
  targets: 'targets',
  actions: 'actions',
  ranking: 'ranking',
  'key-figures': 'figures',
  sources: 'sources',
  examples: 'examples',
  migrates: 'versions',
}

/** Where something in the document is written on: the part to open. */
export function partOf(model: TreeModel, outline: Outline, pointer: string): PartKey {
  const path = pathOf(pointer)
  const [first = '', second = ''] = path
  if (first === 'questions') return questionPart(model, outline, Number(second))
  if (first === 'scales' && second !== '') return `scale.${second}`
  return rowOver(outline, path)?.key ?? OF_SHEETS[first] ?? 'model'
}

/** The innermost line that holds the place. */
function rowOver({ byKey }: Outline, path: Path): OutlineRow | undefined {
  const holding = [...byKey.values()].filter((row) => isWithin(path, row.path))
  return holding.sort((a, b) => b.path.length - a.path.length)[0]
}

/** A question is written on at the first of its places. */
function questionPart({ questions }: TreeModel, { byKey }: Outline, at: number): PartKey {
  const id = questions[at]?.id
  const rows = [...byKey.values()]
  const place = rows.find((row) => row.kind === 'leaf' && row.leaf.question === id)
  const beaten = rows.find((row) => row.kind === 'node' && row.node['answered-by'] === id)
  return place?.key ?? beaten?.key ?? 'model'
}

/** Whether the part is still there, after something was taken away or undone. */
export function hasPart({ scales }: TreeModel, { byKey }: Outline, part: PartKey): boolean {
  if (part.startsWith('scale.')) return Object.hasOwn(scales, part.slice('scale.'.length))
  return byKey.has(part) || (SHEETS as readonly string[]).includes(part)
}

/** Faults by the part that has them, so that each part can say that it has some. */
export function faultsByPart(
  model: TreeModel,
  outline: Outline,
  faults: readonly ModelFault[],
): ReadonlyMap<PartKey, number> {
  const counts = new Map<PartKey, number>()
  for (const { pointer } of faults) {
    const part = partOf(model, outline, pointer)
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  return counts
}
