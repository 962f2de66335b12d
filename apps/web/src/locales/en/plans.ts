import type { plans as Swedish } from '../sv/plans.ts'

export const plans: typeof Swedish = {}
