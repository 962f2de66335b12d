import type { interest as Swedish } from '../sv/interest.ts'

export const interest: typeof Swedish = {}
