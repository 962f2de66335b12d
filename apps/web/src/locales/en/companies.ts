import type { companies as Swedish } from '../sv/companies.ts'

export const companies: typeof Swedish = {}
