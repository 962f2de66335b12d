import { useEffect, useRef } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Callout } from '../../ui/states.tsx'
import type { Sheet } from '../document/places.ts'
import { ActionsSheet } from '../forms/actions-sheet.tsx'
import { ExamplesSheet } from '../forms/examples-sheet.tsx'
import { FactsSheet } from '../forms/facts-sheet.tsx'
import { FiguresSheet } from '../forms/figures-sheet.tsx'
import { ModelSheet } from '../forms/model-sheet.tsx'
import { NodeForm } from '../forms/node-form.tsx'
import { QuestionForm } from '../forms/question-form.tsx'
import { RankingSheet } from '../forms/ranking-sheet.tsx'
import { ScaleForm } from '../forms/scale-form.tsx'
import { ScalesSheet } from '../forms/scales-sheet.tsx'
import { SourcesSheet } from '../forms/sources-sheet.tsx'
import { TargetsSheet } from '../forms/targets-sheet.tsx'
import { VersionsSheet } from '../forms/versions-sheet.tsx'
import { useNames } from '../use-names.ts'
import styles from './editor.module.css'
import { useEditor } from './editor-context.ts'

const SHEET_FORMS: Readonly<Record<Sheet, () => React.ReactNode>> = {
  model: () => <ModelSheet />,
  scales: () => <ScalesSheet />,
  facts: () => <FactsSheet />,
  targets: () => <TargetsSheet />,
  actions: () => <ActionsSheet />,
  ranking: () => <RankingSheet />,
  figures: () => <FiguresSheet />,
  sources: () => <SourcesSheet />,
  examples: () => <ExamplesSheet />,
  versions: () => <VersionsSheet />,
}

/** The form of what is open. */
export function PartForm() {
  const { part } = useEditor()
  const title = usePartTitle()
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part begins at its top.
  useEffect(() => {
    if (!isFirst.current) heading.current?.closest('[data-scrolls]')?.scrollTo({ top: 0 })
    isFirst.current = false
  }, [part])
  return (
    <section aria-labelledby="part-title">
      <h2 id="part-title" ref={heading} className={styles.partTitle}>
        {title}
      </h2>
      <Content key={part} />
    </section>
  )
}

function usePartTitle(): string {
  const { outline, part } = useEditor()
  const { outline: texts } = useTexts().models
  const names = useNames()
  const row = outline.byKey.get(part)
  if (row) return names.row(row)
  if (part.startsWith('scale.')) return texts.scaleTitle({ id: part.slice('scale.'.length) })
  return texts.sheets[part as Sheet] ?? texts.sheets.model
}

function Content() {
  const { model, outline, part } = useEditor()
  const { outline: texts } = useTexts().models
  const row = outline.byKey.get(part)
  if (row?.kind === 'node') return <NodeForm row={row} node={row.node} />
  if (row?.kind === 'leaf') return <QuestionForm row={row} question={row.leaf.question} />
  const id = part.startsWith('scale.') ? part.slice('scale.'.length) : undefined
  const scale = id === undefined ? undefined : model.scales[id]
  if (id !== undefined && scale) return <ScaleForm id={id} scale={scale} />
  const sheet = SHEET_FORMS[part as Sheet]
  return sheet ? sheet() : <Callout>{texts.gone}</Callout>
}
