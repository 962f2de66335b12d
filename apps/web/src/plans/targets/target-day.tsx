import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useEffect, useState } from 'react'
import { DateField } from '../../ui/date-field.tsx'
import { usePlan } from '../plan-context.tsx'

type Props = { label: string; value: PlainDate | null; onChange: (day: PlainDate | null) => void }

/** A day is typed digit by digit, so it is sent on leaving the field or once it is picked and whole. */
export function TargetDay({ label, value, onChange }: Props) {
  const { today } = usePlan()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const send = () => {
    const isPassed = typed !== null && typed < today
    if (typed !== value && !isPassed) onChange(typed)
  }
  return <DateField label={label} value={typed} min={today} onChange={setTyped} onBlur={send} />
}
