import type { assessments as Swedish } from '../sv/assessments.ts'

export const assessments: typeof Swedish = {}
