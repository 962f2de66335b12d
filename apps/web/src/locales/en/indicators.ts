import type { indicators as Swedish } from '../sv/indicators.ts'

export const indicators: typeof Swedish = {}
