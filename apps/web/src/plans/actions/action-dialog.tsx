import { shownTitle } from '@stegvis/core/plans/rules.ts'
import type { ActionView } from '@stegvis/core/plans/schema.ts'
import { Suspense, useEffect } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { AreaName } from '../../ui/area-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { Callout, Skeleton } from '../../ui/states.tsx'
import { dismissToast } from '../../ui/toast.tsx'
import { removeAction, restoreAction } from '../api.ts'
import { TOASTS, useAreas, useDo, usePlace, usePlan, useSearchChange } from '../plan-context.tsx'
import { ActionFields } from './action-fields.tsx'
import { ActionHistory } from './action-history.tsx'
import { ActionStatusBadge } from './action-status.tsx'
import { MoveMenu } from './move-menu.tsx'
import { TemplateFacts } from './suggestions-section.tsx'

/** One action whole: its fields save by themselves, its status is moved, its history is read. */
export function ActionDialog({ action }: { action: ActionView }) {
  const { plans, common } = useTexts()
  const { language } = useFormats()
  const { mayReadHistory } = usePlan()
  const change = useSearchChange()
  const close = () => change({ action: undefined })
  // A message about another action would lie over the buttons of this one.
  useEffect(() => dismissToast(TOASTS), [])
  return (
    <Dialog
      wide
      title={shownTitle(action, language)}
      isOpen
      onClose={close}
      actions={
        <>
          {action.mayChange === 'all' && <Remove action={action} onRemove={close} />}
          <Button kind="primary" onPress={close}>
            {common.close}
          </Button>
        </>
      }
    >
      <Stack gap="l">
        <Head action={action} />
        {action.mayChange === 'nothing' && <Callout>{plans.action.readOnly}</Callout>}
        {action.mayChange === 'own' && <Callout>{plans.action.ownOnly}</Callout>}
        <ActionFields action={action} />
        {action.template && (
          <Disclosure summary={plans.action.fromLadder}>
            <TemplateFacts template={action.template} />
          </Disclosure>
        )}
        {mayReadHistory && (
          <Disclosure summary={plans.action.history}>
            <Suspense fallback={<Skeleton />}>
              <ActionHistory action={action} />
            </Suspense>
          </Disclosure>
        )}
      </Stack>
    </Dialog>
  )
}

function Head({ action }: { action: ActionView }) {
  const { plans } = useTexts()
  const area = useAreas().find(({ id }) => id === action.focusAreaId)
  const { startedOn, doneOn } = action
  const days =
    startedOn && doneOn
      ? plans.action.days({ started: startedOn, done: doneOn })
      : startedOn && plans.action.started({ day: startedOn })
  return (
    <Stack gap="s">
      <Row gap="s">
        <ActionStatusBadge status={action.status} />
        {action.mayChange !== 'nothing' && <MoveMenu action={action} />}
        {area && <AreaName accent={area.accent}>{area.name}</AreaName>}
        {days && <Soft>{days}</Soft>}
      </Row>
      {action.status === 'dropped' && action.reason && (
        <p>
          {plans.action.reason}: {action.reason}
        </p>
      )}
    </Stack>
  )
}

function Remove({ action, onRemove }: { action: ActionView; onRemove: () => void }) {
  const { programme } = usePlace()
  const { plans } = useTexts()
  const { language } = useFormats()
  const act = useDo()
  return (
    <Button
      kind="danger"
      onPress={() => {
        onRemove()
        void act(
          () => removeAction(programme, action.id),
          plans.actions.removed({ title: shownTitle(action, language) }),
          () => restoreAction(programme, action.id),
        )
      }}
    >
      {plans.actions.remove}
    </Button>
  )
}
