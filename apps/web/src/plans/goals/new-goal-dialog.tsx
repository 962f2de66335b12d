import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { NewGoal } from '@stegvis/core/plans/schema.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { addGoal } from '../api.ts'
import { usePlace, usePlan, useRefresh } from '../plan-context.tsx'

export function NewGoalDialog({ onClose }: { onClose: () => void }) {
  const { programme, company } = usePlace()
  const { today } = usePlan()
  const { plans, common } = useTexts()
  const refresh = useRefresh()
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [measure, setMeasure] = useState('')
  const [dueOn, setDueOn] = useState<PlainDate | null>(null)
  const save = useMutation({
    mutationFn: () => addGoal({ programme, company }, NewGoal.parse({ id, title, measure: measure || null, dueOn })),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  return (
    <Dialog title={plans.goals.addTitle} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => save.mutate()}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {plans.goals.add}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <TextField
          name="title"
          label={plans.goals.name}
          hint={plans.goals.nameHint}
          value={title}
          onChange={setTitle}
          maxLength={200}
          isRequired
          autoFocus
        />
        <TextArea
          name="measure"
          label={plans.goals.measure}
          hint={plans.goals.measureHint}
          optional
          rows={3}
          value={measure}
          onChange={setMeasure}
          maxLength={500}
        />
        <DateField name="dueOn" label={plans.goals.dueOn} optional min={today} value={dueOn} onChange={setDueOn} />
      </Form>
    </Dialog>
  )
}
