import { NewAction } from '@stegvis/core/plans/schema.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { addAction } from '../api.ts'
import { NewDialog } from '../new-dialog.tsx'
import { useAreas, usePlace, usePlan, useRefresh, useSearchChange } from '../plan-context.tsx'

/** One line is enough; the rest is filled in on the action itself, which opens next. */
export function NewActionDialog({ onClose }: { onClose: () => void }) {
  const place = usePlace()
  const { goals } = usePlan()
  const areas = useAreas()
  const { plans } = useTexts()
  const refresh = useRefresh()
  const change = useSearchChange()
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [goalId, setGoal] = useState<string | null>(null)
  const [focusAreaId, setArea] = useState<string | null>(null)
  const [isIdea, setIdea] = useState(false)
  const save = useMutation({
    mutationFn: () => {
      const status = isIdea ? 'proposed' : 'planned'
      return addAction(place, NewAction.parse({ id, title, status, goalId, focusAreaId, dimensionId: null }))
    },
    onSuccess: async () => {
      await refresh()
      onClose()
      change({ action: id })
    },
  })
  return (
    <NewDialog title={plans.actions.addTitle} confirm={plans.actions.create} save={save} onClose={onClose}>
      <TextField
        name="title"
        label={plans.actions.name}
        hint={plans.actions.nameHint}
        value={title}
        onChange={setTitle}
        maxLength={200}
        isRequired
        autoFocus
      />
      {goals.length > 0 && (
        <Select
          label={plans.action.goal}
          none={plans.action.noGoal}
          options={goals.map((goal) => ({ id: goal.id, label: goal.title }))}
          value={goalId}
          onChange={setGoal}
        />
      )}
      <Select
        label={plans.action.area}
        none={plans.action.noArea}
        options={areas.map((area) => ({ id: area.id as string, label: area.name }))}
        value={focusAreaId}
        onChange={setArea}
      />
      <Checkbox isSelected={isIdea} onChange={setIdea}>
        {plans.actions.asIdea}
      </Checkbox>
    </NewDialog>
  )
}
