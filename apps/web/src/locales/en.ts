import { assessments } from './en/assessments.ts'
import { audit } from './en/audit.ts'
import { coaching } from './en/coaching.ts'
import { common } from './en/common.ts'
import { companies } from './en/companies.ts'
import { groups } from './en/groups.ts'
import { identity } from './en/identity.ts'
import { indicators } from './en/indicators.ts'
import { models } from './en/models.ts'
import { people } from './en/people.ts'
import { plans } from './en/plans.ts'
import { problems } from './en/problems.ts'
import { programmes } from './en/programmes.ts'
import { rates } from './en/rates.ts'
import { reports } from './en/reports.ts'
import { shell } from './en/shell.ts'
import { sizes } from './en/sizes.ts'
import { stateAid } from './en/state-aid.ts'
import { trees } from './en/trees.ts'
import { ui } from './en/ui.ts'
import type { Messages } from './sv.ts'

export const en = {
  common,
  problems,
  ui,
  shell,
  people,
  programmes,
  companies,
  groups,
  identity,
  sizes,
  rates,
  models,
  assessments,
  stateAid,
  trees,
  plans,
  coaching,
  indicators,
  reports,
  audit,
} satisfies Messages
