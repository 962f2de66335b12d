import type { reports as Swedish } from '../sv/reports.ts'

export const reports: typeof Swedish = {}
