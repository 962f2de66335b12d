import { treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import type { FindingView } from '@stegvis/core/assessments/schema.ts'
import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useMemo } from 'react'
import type { Basis } from '../tree-explained.tsx'

const NO_LEVELS: ReadonlyMap<string, number> = new Map()

/** What the coach's figures are explained from; null where the reader may not see the answers. */
export function useBasis(
  compiled: CompiledTree,
  findings: readonly FindingView[] | null,
  { facts }: Pick<TreeResult, 'facts'>,
  previous: ReadonlyMap<string, number> = NO_LEVELS,
): Basis | null {
  return useMemo(
    () =>
      findings && {
        compiled,
        answers: treeAnswersFrom(findings),
        options: { facts, voice: 'coach' as const, previous },
      },
    [compiled, findings, facts, previous],
  )
}
