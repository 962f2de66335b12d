import type { audit as Swedish } from '../sv/audit.ts'

export const audit: typeof Swedish = {}
