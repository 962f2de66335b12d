import { type CompanyStatus, STATUS_NAMES } from '@stegvis/core/companies/standing/status.ts'
import { useLanguage } from '../locales/texts.tsx'
import { StatusBadge, type Tone } from '../ui/badge.tsx'

const TONES: Record<CompanyStatus, Tone> = {
  interest: 'neutral',
  'in-dialogue': 'brand',
  eligible: 'brand',
  agreed: 'brand',
  active: 'good',
  paused: 'warning',
  completed: 'good',
  left: 'neutral',
}

export function StatusMark({ status }: { status: CompanyStatus }) {
  const { language } = useLanguage()
  return <StatusBadge tone={TONES[status]}>{STATUS_NAMES[status][language]}</StatusBadge>
}
