import type { Text } from '../kernel/text.ts'
import type { SectionId } from './content/schema.ts'
import type { ReportKind } from './schema.ts'

export const REPORT_KIND_NAMES: Record<ReportKind, Text> = {
  baseline: { sv: 'Nulägesrapport', en: 'Baseline report' },
  plan: { sv: 'Plan för nästa steg', en: 'Plan for the next steps' },
  'follow-up': { sv: 'Uppföljningsrapport', en: 'Follow-up report' },
}

export const SECTION_TITLES: Record<SectionId, Text> = {
  summary: { sv: 'Det viktigaste', en: 'In short' },
  standing: { sv: 'Var ni står och vad det betyder', en: 'Where you stand and what it means' },
  target: { sv: 'Dit ni vill', en: 'Where you want to be' },
  plan: { sv: 'Planen', en: 'The plan' },
  change: { sv: 'Vad som har ändrats', en: 'What has changed' },
  'key-figures': { sv: 'Nyckeltal', en: 'Key figures' },
  method: { sv: 'Så har vi mätt', en: 'How it was measured' },
}
