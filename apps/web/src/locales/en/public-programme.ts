import type { publicProgramme as Swedish } from '../sv/public-programme.ts'

export const publicProgramme: typeof Swedish = {}
