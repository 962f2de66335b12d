import type { Goal } from '@stegvis/core/plans/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { SavedDateField, SavedRecord, SavedTextArea, SavedTextField } from '../../ui/saved-field.tsx'
import { goalUrl, planKey, removeGoal, restoreGoal } from '../api.ts'
import { useDo, usePlace } from '../plan-context.tsx'

/** The fields of a goal save by themselves; removing can be undone. */
export function EditGoal({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { programme, company } = usePlace()
  const { plans, common } = useTexts()
  const act = useDo()
  const { title, measure, dueOn } = goal
  return (
    <Dialog
      title={plans.goals.edit}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="danger"
            onPress={() => {
              onClose()
              void act(
                () => removeGoal(programme, goal.id),
                plans.goals.removed({ title }),
                () => restoreGoal(programme, goal.id),
              )
            }}
          >
            {plans.goals.remove}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {common.close}
          </Button>
        </>
      }
    >
      <SavedRecord
        url={goalUrl(programme, goal.id)}
        queryKey={planKey(programme, company)}
        values={{ title, measure, dueOn }}
      >
        <Stack>
          <SavedTextField field="title" label={plans.goals.name} hint={plans.goals.nameHint} />
          <SavedTextArea field="measure" label={plans.goals.measure} hint={plans.goals.measureHint} optional rows={3} />
          <SavedDateField field="dueOn" label={plans.goals.dueOn} optional />
        </Stack>
      </SavedRecord>
    </Dialog>
  )
}
