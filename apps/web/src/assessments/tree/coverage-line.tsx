import { CONFIDENCE_NAMES, confidenceOf } from '@stegvis/core/models/tree/confidence.ts'
import type { NodeScore } from '@stegvis/core/models/tree/score.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Soft } from '../../ui/layout.tsx'
import { useInWords } from '../model-context.tsx'
import type { Basis } from './tree-explained.tsx'

/** How much the figure rests on: answers, and in words how sure it is where the answers may be read. */
export function CoverageLine({ row, basis }: { row: NodeScore | undefined; basis: Basis | null }) {
  const { assessments, trees } = useTexts()
  const { percent } = useFormats()
  const inWords = useInWords()
  if (!row) return null
  const { answered, asked, notApplicable, unknown } = row.coverage
  const found = basis && confidenceOf(basis.compiled, basis.answers, basis.options, row.node)
  const parts = [
    assessments.coverage({
      share: percent(asked === 0 ? 0 : answered / asked),
      known: String(answered),
      asked: String(asked),
    }),
    unknown > 0 ? trees.unknownCount({ count: unknown }) : '',
    notApplicable > 0 ? trees.notApplicableCount({ count: notApplicable }) : '',
    found ? inWords(CONFIDENCE_NAMES[found.confidence]) : '',
  ]
  return (
    <p>
      <Soft>{parts.filter(Boolean).join(' · ')}</Soft>
    </p>
  )
}
