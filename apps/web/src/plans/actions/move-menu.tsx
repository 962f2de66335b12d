import { shownTitle } from '@stegvis/core/plans/rules.ts'
import { ActionStatus, type ActionView } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES } from '@stegvis/core/plans/terms.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useMove } from '../plan-context.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Moves an action without dragging it: the way for keyboards and phones. */
export function MoveMenu({ action }: { action: ActionView }) {
  const { plans } = useTexts()
  const { language } = useFormats()
  const move = useMove()
  const [dropping, setDropping] = useState(false)
  const title = shownTitle(action, language)
  const others = ActionStatus.options.filter((status) => status !== action.status)
  return (
    <>
      <Menu
        label={plans.actions.moveLabel({ title })}
        entries={others.map((status) =>
          status === 'dropped'
            ? { id: status, label: plans.actions.drop, onAction: () => setDropping(true) }
            : {
                id: status,
                label: plans.actions.moveTo({ status: ACTION_STATUS_NAMES[status][language].toLowerCase() }),
                onAction: () => void move(action, status),
              },
        )}
      >
        <Button small kind="quiet" icon="arrow-right" aria-label={plans.actions.moveLabel({ title })}>
          {plans.actions.move}
        </Button>
      </Menu>
      {dropping && (
        <ReasonDialog
          title={plans.actions.dropTitle}
          text={plans.actions.dropText}
          label={plans.actions.dropReason}
          confirm={plans.actions.dropConfirm}
          onConfirm={(reason) => {
            setDropping(false)
            void move(action, 'dropped', reason)
          }}
          onClose={() => setDropping(false)}
        />
      )}
    </>
  )
}
