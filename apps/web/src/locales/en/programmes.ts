import type { programmes as Swedish } from '../sv/programmes.ts'

export const programmes: typeof Swedish = {}
