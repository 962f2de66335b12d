import type { Text } from '../kernel/text.ts'
import type { Quality } from './schema.ts'

/** How well a value is known. Estimated is never shown as verified. */
export const QUALITY_NAMES: Record<Quality, Text> = {
  baseline: { sv: 'Startvärde', en: 'Baseline' },
  estimated: { sv: 'Uppskattat', en: 'Estimated' },
  verified: { sv: 'Verifierat', en: 'Verified' },
}
