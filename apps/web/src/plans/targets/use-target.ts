import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PlanDimension, PlanLadder, TargetInput } from '@stegvis/core/plans/schema.ts'
import { useState } from 'react'
import { ProblemError } from '../../app/send.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { setTarget } from '../api.ts'
import { TOASTS, usePlace, useRefresh } from '../plan-context.tsx'

type Wanted = Pick<TargetInput, 'level' | 'dueOn'>

/** Sets a dimension's target at once, with undo. Who was second is told, and sees what applies now. */
export function useTarget(ladder: PlanLadder, dimension: PlanDimension) {
  const { programme, company } = usePlace()
  const { plans, common } = useTexts()
  const { language } = useLanguage()
  const [isSaving, setSaving] = useState(false)
  const refresh = useRefresh()
  const problem = useProblemText()
  const name = dimension.name[language]
  const now: Wanted = { level: dimension.target?.level ?? null, dueOn: dimension.target?.dueOn ?? null }

  async function send(wanted: Wanted, base: number): Promise<number | null> {
    setSaving(true)
    try {
      const { target } = await setTarget({ programme, company }, ladder.focusArea.id, dimension.id, { ...wanted, base })
      return target?.revision ?? 0
    } catch (error) {
      const isConflict = error instanceof ProblemError && error.slug === 'changed-meanwhile'
      const text = isConflict ? plans.targets.changedBy({ dimension: name }) : problem(error)
      toast(text, { group: TOASTS, tone: isConflict ? 'info' : 'danger' })
      return null
    } finally {
      await refresh()
      setSaving(false)
    }
  }

  async function set(wanted: Wanted): Promise<void> {
    const revision = await send(wanted, dimension.target?.revision ?? 0)
    if (revision === null) return
    const text =
      wanted.level === null
        ? plans.targets.removed({ dimension: name })
        : plans.targets.saved({ dimension: name, level: wanted.level })
    toast(text, { group: TOASTS, action: { label: common.undo, onPress: () => void send(now, revision) } })
  }

  return {
    isSaving,
    choose: (level: number | null) => void set({ level, dueOn: level === null ? null : now.dueOn }),
    setDay: (dueOn: PlainDate | null) => void set({ level: now.level, dueOn }),
  }
}
