import type { people as Swedish } from '../sv/people.ts'

export const people: typeof Swedish = {}
