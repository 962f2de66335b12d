import { type ReactNode, useMemo } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { hasPart, type PartKey } from '../document/places.ts'
import { PreviewContext } from '../preview/preview-context.ts'
import { PreviewPanel } from '../preview/preview-panel.tsx'
import { useTrial } from '../preview/use-trial.ts'
import { ChecksPanel } from './checks-panel.tsx'
import styles from './editor.module.css'
import { type Editor, EditorContext } from './editor-context.ts'
import { OutlinePanel } from './outline-panel.tsx'
import { PartForm } from './part-form.tsx'
import type { ModelEditing } from './use-model-editing.ts'
import { ALONE, BESIDE, type Pane, usePanes } from './use-panes.ts'

type ModelEditorProps = {
  programme: string
  editing: ModelEditing
  isReadOnly: boolean
  part: PartKey
  onPart: (part: PartKey) => void
  /** how far the saving has come, undo and redo */
  toolbar?: ReactNode
}

/** Outline, form and preview side by side; where there is less room the outline and one of them, or one alone. */
export function ModelEditor({ programme, editing, isReadOnly, part, onPart, toolbar }: ModelEditorProps) {
  const { model, outline, checked, faultsAt, edit, leave, whole } = editing
  const panes = usePanes()
  const turnTo = (next: PartKey) => {
    if (next !== part) onPart(next)
  }
  const here = hasPart(model, outline, part) ? part : 'model'
  const editor: Editor = {
    ...{ programme, model, outline, isReadOnly, edit, leave, checked, faultsAt },
    part: here,
    open: (next) => {
      panes.show('part')
      turnTo(next)
    },
    visit: (next) => {
      panes.leaveOutline()
      turnTo(next)
    },
    turnTo,
  }
  const trial = useTrial(whole)
  const { editor: texts } = useTexts().models
  return (
    <EditorContext value={editor}>
      <PreviewContext value={trial}>
        <div className={styles.wide}>
          <div className={styles.toolbar}>
            {toolbar}
            <PaneSwitch className={styles.ofThree} panes={ALONE} pane={panes.alone} onChange={panes.show} />
            <PaneSwitch className={styles.ofTwo} panes={BESIDE} pane={panes.beside} onChange={panes.show} />
            <CheckButton checked={checked} onPress={() => showChecks(() => panes.show('preview'))} />
          </div>
          <div className={styles.panes} data-alone={panes.alone} data-beside={panes.beside}>
            <nav className={cx(styles.pane, styles.outlinePane)} aria-label={texts.panes.outline}>
              <OutlinePanel />
            </nav>
            <div className={cx(styles.pane, styles.partPane)}>
              <PartForm />
            </div>
            <aside className={cx(styles.pane, styles.previewPane)} aria-label={texts.panes.preview}>
              <PreviewPanel />
              <ChecksPanel />
            </aside>
          </div>
        </div>
      </PreviewContext>
    </EditorContext>
  )
}

type PaneSwitchProps<P extends Pane> = {
  className: string | undefined
  panes: readonly P[]
  pane: P
  onChange: (pane: P) => void
}

/** Where there is no room for all three: which of them is seen. */
function PaneSwitch<P extends Pane>({ className, panes, pane, onChange }: PaneSwitchProps<P>) {
  const { editor: texts } = useTexts().models
  return (
    <fieldset className={cx(styles.switch, className)} aria-label={texts.panes.label}>
      {panes.map((id) => (
        <button
          key={id}
          type="button"
          className={styles.switchButton}
          aria-pressed={pane === id}
          onClick={() => onChange(id)}
        >
          {texts.panes[id]}
        </button>
      ))}
    </fieldset>
  )
}

function CheckButton({ checked, onPress }: { checked: Editor['checked']; onPress: () => void }) {
  const { checks: texts } = useTexts().models
  const errors = checked.ok ? 0 : checked.errors.length
  const label = useMemo(() => (errors === 0 ? texts.good : texts.errors({ count: errors })), [errors, texts])
  return (
    <Button small kind="quiet" icon={errors === 0 ? 'check' : 'alert'} onPress={onPress}>
      {label}
    </Button>
  )
}

/** The list of faults may be in a pane that is not seen, which is drawn first. */
function showChecks(showPane: () => void): void {
  showPane()
  requestAnimationFrame(() => {
    const title = document.getElementById('checks-title')
    title?.scrollIntoView({ block: 'nearest' })
    title?.focus()
  })
}
