import type { GroupFacts, PartyKind } from '@stegvis/core/aid/groups/schema.ts'

const RECEIVING: ReadonlySet<PartyKind> = new Set<PartyKind>([
  'enterprise',
  'public-investment-corporation',
  'venture-capital',
  'institutional-investor',
  'university',
])

/** The parties that can receive aid: enterprises, neither persons nor public bodies. */
export function receivers({ parties }: GroupFacts): ReadonlySet<string> {
  return new Set(parties.filter(({ kind }) => RECEIVING.has(kind)).map(({ id }) => id))
}
