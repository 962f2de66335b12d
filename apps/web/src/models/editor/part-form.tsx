import { useEffect, useRef } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Callout } from '../../ui/states.tsx'
import type { PartKey, Sheet } from '../document/places.ts'
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
  const heading = useHeadingOf(part)
  return (
    <section aria-labelledby="part-title">
      <h2 id="part-title" ref={heading} tabIndex={-1} className={styles.partTitle}>
        {title}
      </h2>
      <Content key={part} />
    </section>
  )
}

/** Another part begins at its top. Where the outline has given way to it, as on a phone, the focus goes along. */
function useHeadingOf(part: PartKey) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(part)
  useEffect(() => {
    const title = heading.current
    if (!title || shown.current === part) return
    shown.current = part
    if (title.getBoundingClientRect().top < 0) title.scrollIntoView({ block: 'start' })
    const focused = document.activeElement
    const isLost = !focused || focused === document.body || focused.getClientRects().length === 0
    if (isLost) title.focus()
  }, [part])
  return heading
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
