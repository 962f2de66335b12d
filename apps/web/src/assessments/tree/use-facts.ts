import type { AssessmentFact } from '@stegvis/core/assessments/tree-schema.ts'
import type { FactValues } from '@stegvis/core/models/tree/answers.ts'
import type { DataTag } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { assessmentUrl } from '../api.ts'
import { useOwnReading } from '../own-reading.ts'
import { type Saved, type SavedValues, useSavedValues } from '../use-saved-values.ts'

export type FactValue = NonNullable<AssessmentFact['value']>

export type FactsState = {
  /** all facts the model reads, as they stand on the screen */
  values: FactValues
  /** those the company record does not say, which are asked for here */
  asked: readonly string[]
  /** how many of them have no value */
  missing: number
  saved: SavedValues<FactValue>
}

type WithFacts = { facts: AssessmentFact[] } | { tree: { facts: AssessmentFact[] } | null }

/** The facts about the company that a tree reads, those of the record and those said for this measurement. */
export function useFacts<View extends WithFacts>(
  programme: string,
  assessment: string,
  facts: readonly AssessmentFact[],
  queryKey: DataTag<string[], View, Error>,
): FactsState {
  const stored = useMemo(
    () => new Map(facts.map(({ id, value, revision }): [string, Saved<FactValue>] => [id, { value, revision }])),
    [facts],
  )
  const putIntoReading = useOwnReading(queryKey)
  const onReply = useCallback(
    (_id: string, _saved: unknown, reply: unknown) => {
      const fact = reply as AssessmentFact
      putIntoReading((read) => withFact(read, fact))
    },
    [putIntoReading],
  )
  const saved = useSavedValues<FactValue>({ url: `${assessmentUrl(programme, assessment)}/facts`, stored, onReply })
  return useMemo(() => {
    const asked = facts.filter(({ source }) => source !== 'company').map(({ id }) => id)
    const values = Object.fromEntries(facts.map(({ id }) => [id, saved.values.get(id) ?? null]))
    return { values, asked, missing: asked.filter((id) => !saved.values.has(id)).length, saved }
  }, [facts, saved])
}

/** What was read, with this fact in its place. */
function withFact<View extends WithFacts>(read: View, fact: AssessmentFact): View {
  const put = (facts: AssessmentFact[]) => facts.map((one) => (one.id === fact.id ? fact : one))
  if ('facts' in read) return { ...read, facts: put(read.facts) }
  return { ...read, tree: read.tree && { ...read.tree, facts: put(read.tree.facts) } }
}
