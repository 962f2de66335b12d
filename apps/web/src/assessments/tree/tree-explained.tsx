import type { Language } from '@stegvis/core/kernel/text.ts'
import type { TreeAnswers } from '@stegvis/core/models/tree/answers.ts'
import { explainTree } from '@stegvis/core/models/tree/explain.ts'
import { type TreeExplanation, treeExplanationText } from '@stegvis/core/models/tree/explain-words.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeScoreOptions } from '@stegvis/core/models/tree/state.ts'
import { useLanguage } from '../../locales/texts.tsx'
import { ExplainedInWords, type Said } from '../explained.tsx'

/** What a figure is worked out from, for its explanation. */
export type Basis = { compiled: CompiledTree; answers: TreeAnswers; options: TreeScoreOptions }

/** Why a node came to what it did: its rule, its parts, and theirs in turn. */
export function TreeExplained({ summary, node, basis }: { summary: string; node: string; basis: Basis }) {
  const { language } = useLanguage()
  const { compiled, answers, options } = basis
  return (
    <ExplainedInWords summary={summary} said={() => say(explainTree(compiled, answers, options, node), language)} />
  )
}

function say(explanation: TreeExplanation, language: Language): Said {
  const { because, node } = explanation
  return {
    text: treeExplanationText({ ...explanation, because: [] }, language)[0] ?? '',
    because: because.map((reason) => say(reason, language)),
    folds: node !== undefined,
  }
}
