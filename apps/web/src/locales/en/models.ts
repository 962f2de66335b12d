import type { models as Swedish } from '../sv/models.ts'

export const models: typeof Swedish = {}
