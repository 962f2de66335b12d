import type { Text } from '../../../kernel/text.ts'
import type { Finding } from '../../checks.ts'
import type { Path } from '../../yaml-source.ts'

/** A finding with `severity: 'warning'` does not hinder the use of the model; any other refuses it. */
export type TreeFinding = Finding & { severity?: 'warning' }

/** What does not exist, as `unknown-id` says it. */
export const NO = {
  scale: { sv: 'ingen skala', en: 'no scale' },
  question: { sv: 'ingen fråga', en: 'no question' },
  option: { sv: 'inget svarsalternativ', en: 'no option' },
  node: { sv: 'ingen del', en: 'no node' },
  fact: { sv: 'ingen uppgift', en: 'no fact' },
  source: { sv: 'ingen källa', en: 'no source' },
  action: { sv: 'ingen åtgärd', en: 'no action' },
  keyFigure: { sv: 'inget nyckeltal', en: 'no key figure' },
} as const satisfies Record<string, Text>

type Known = { has(id: string): boolean }

export function unknownId(id: string, known: Known, kind: Text, path: Path): TreeFinding[] {
  return known.has(id) ? [] : [{ path, code: 'unknown-id', details: { id, kind } }]
}

/** Each id of a list exists and stands there once. */
export function unknownIds(ids: readonly string[], known: Known, kind: Text, path: Path): TreeFinding[] {
  const seen = new Set<string>()
  return ids.flatMap((id, at): TreeFinding[] => {
    if (seen.has(id)) return [{ path: [...path, at], code: 'listed-twice', details: { id } }]
    seen.add(id)
    return unknownId(id, known, kind, [...path, at])
  })
}

/** An id that stands there before is told with the line of the first. */
export function repeatedIds(ids: Iterable<readonly [string, Path]>): TreeFinding[] {
  const seen = new Map<string, Path>()
  const findings: TreeFinding[] = []
  for (const [id, path] of ids) {
    const first = seen.get(id)
    if (first) findings.push({ path, code: 'id-not-unique', details: { id }, other: { as: 'first', path: first } })
    else seen.set(id, path)
  }
  return findings
}
