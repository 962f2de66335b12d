import type { TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import type { ReactNode } from 'react'
import { useLanguage } from '../../../locales/texts.tsx'
import { Card } from '../../../ui/layout.tsx'
import { useTree, useTreeWords } from '../tree-query.ts'
import { VoiceFigures } from '../voice-figures.tsx'
import { beforeIn } from './before.ts'
import { TreeFigures } from './tree-figures.tsx'

/** One measured tree in a list of several: its figures and the whole as a picture. */
export function SmallTree({ area, link }: { area: TreeAreaResults; link: ReactNode }) {
  const newest = area.measurements.at(-1)!
  const compiled = useTree(newest.model)
  const words = useTreeWords(compiled.model)
  const { language } = useLanguage()
  const { accent, name } = area.focusArea
  return (
    <Card accent={accent} title={inLanguage(name, language)} level={3}>
      <VoiceFigures {...{ compiled, words }} result={newest.result} node={compiled.model.tree.id} small />
      <TreeFigures {...{ compiled, accent }} result={newest.result} before={beforeIn(area, compiled)} small />
      {link}
    </Card>
  )
}
