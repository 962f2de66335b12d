import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { NewGoal } from '@stegvis/core/plans/schema.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { addGoal } from '../api.ts'
import { NewDialog } from '../new-dialog.tsx'
import { usePlace, usePlan, useRefresh } from '../plan-context.tsx'

export function NewGoalDialog({ onClose }: { onClose: () => void }) {
  const { programme, company } = usePlace()
  const { today } = usePlan()
  const { plans } = useTexts()
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
    <NewDialog title={plans.goals.addTitle} confirm={plans.goals.add} save={save} onClose={onClose}>
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
    </NewDialog>
  )
}
