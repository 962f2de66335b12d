import type { ActionStatus } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES } from '@stegvis/core/plans/terms.ts'
import { useLanguage } from '../../locales/texts.tsx'
import { StatusBadge, type Tone } from '../../ui/badge.tsx'

const TONES: Record<ActionStatus, Tone> = {
  proposed: 'neutral',
  planned: 'neutral',
  ongoing: 'brand',
  done: 'good',
  dropped: 'danger',
}

export function ActionStatusBadge({ status }: { status: ActionStatus }) {
  const { language } = useLanguage()
  return <StatusBadge tone={TONES[status]}>{ACTION_STATUS_NAMES[status][language]}</StatusBadge>
}
