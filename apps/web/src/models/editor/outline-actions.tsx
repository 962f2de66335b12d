import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { MOVES, type Move } from '../document/moves.ts'
import { type Addable, AddDialog } from './add-dialog.tsx'
import { useEditor } from './editor-context.ts'
import styles from './outline.module.css'
import { useOutlineSteps } from './use-outline-steps.ts'

const ICONS: Readonly<Record<Move, IconName>> = {
  up: 'arrow-up',
  down: 'arrow-down',
  in: 'arrow-right',
  out: 'arrow-left',
}

/** What can be done with the part that is open. */
export function OutlineActions() {
  const { model, outline, part } = useEditor()
  const { outline: texts } = useTexts().models
  const steps = useOutlineSteps()
  const [adding, setAdding] = useState<Addable | null>(null)
  // Added where one is; from a sheet, at the end of the model's own tree.
  const row = outline.byKey.get(part) ?? outline.roots[0]
  const kinds: readonly Addable[] = model.questions.length > 0 ? ['question', 'node', 'again'] : ['question', 'node']
  return (
    <div className={styles.actions}>
      <Menu
        label={texts.add}
        entries={kinds.map((id) => ({
          ...{ id, label: texts.adds[id].name, description: texts.adds[id].about },
          onAction: () => setAdding(id),
        }))}
      >
        <Button small icon="add">
          {texts.add}
        </Button>
      </Menu>
      {MOVES.map((how) => (
        <IconButton
          key={how}
          small
          icon={ICONS[how]}
          label={texts.moves[how]}
          isDisabled={!steps.canMove(part, how)}
          onPress={() => steps.move(part, how)}
        />
      ))}
      <IconButton
        small
        icon="trash"
        label={texts.remove}
        isDisabled={!steps.canRemove(part)}
        onPress={() => steps.remove(part)}
      />
      {adding && row && <AddDialog what={adding} row={row} onClose={() => setAdding(null)} />}
    </div>
  )
}
