import type { coaching as Swedish } from '../sv/coaching.ts'

export const coaching: typeof Swedish = {}
