import { useMemo } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/layout.tsx'
import { faultsByPart, SHEETS, type Sheet } from '../document/places.ts'
import { useNames } from '../use-names.ts'
import { useEditor } from './editor-context.ts'
import styles from './outline.module.css'
import { OutlineActions } from './outline-actions.tsx'
import { OutlineTree } from './outline-tree.tsx'
import { useOutlineSteps } from './use-outline-steps.ts'

/** Everything the model consists of: its tree, and under it what the tree rests on. */
export function OutlinePanel() {
  const { model, outline, part, visit, isReadOnly, checked } = useEditor()
  const names = useNames()
  const steps = useOutlineSteps()
  const faults = useMemo(
    () => (checked.ok ? new Map<string, number>() : faultsByPart(model, outline, checked.errors)),
    [model, outline, checked],
  )
  return (
    <div className={styles.outline}>
      <SheetButton sheet="model" faults={faults.get('model') ?? 0} />
      {!isReadOnly && <OutlineActions />}
      <OutlineTree
        roots={outline.roots}
        part={part}
        nameOf={names.row}
        faults={faults}
        onOpen={visit}
        onMove={isReadOnly ? undefined : steps.move}
        onRemove={isReadOnly ? undefined : steps.remove}
      />
      <ul className={styles.sheets}>
        {SHEETS.filter((sheet) => sheet !== 'model').map((sheet) => (
          <li key={sheet}>
            <SheetButton sheet={sheet} faults={faultsOf(sheet, faults)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The list of scales counts the faults of each of them. */
function faultsOf(sheet: Sheet, faults: ReadonlyMap<string, number>): number {
  const own = faults.get(sheet) ?? 0
  if (sheet !== 'scales') return own
  return [...faults].reduce((sum, [part, count]) => (part.startsWith('scale.') ? sum + count : sum), own)
}

function SheetButton({ sheet, faults }: { sheet: Sheet; faults: number }) {
  const { model, part, open } = useEditor()
  const { outline: texts } = useTexts().models
  const count = countOf(model, sheet)
  const isHere = part === sheet || (sheet === 'scales' && part.startsWith('scale.'))
  return (
    <button type="button" className={styles.sheet} aria-current={isHere} onClick={() => open(sheet)}>
      {texts.sheets[sheet]}
      {faults > 0 && (
        <span className={styles.faults} title={texts.faults({ count: faults })}>
          <Icon name="alert" />
          <VisuallyHidden>{texts.faults({ count: faults })}</VisuallyHidden>
        </span>
      )}
      {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
    </button>
  )
}

function countOf(model: ReturnType<typeof useEditor>['model'], sheet: Sheet): number | undefined {
  switch (sheet) {
    case 'scales':
      return Object.keys(model.scales).length
    case 'facts':
    case 'targets':
    case 'actions':
    case 'sources':
    case 'examples':
      return model[sheet]?.length
    case 'figures':
      return model['key-figures']?.length
    case 'versions':
      return model.migrates?.length
    default:
      return undefined
  }
}
