import { assessments } from './sv/assessments.ts'
import { audit } from './sv/audit.ts'
import { coaching } from './sv/coaching.ts'
import { common } from './sv/common.ts'
import { companies } from './sv/companies.ts'
import { groups } from './sv/groups.ts'
import { identity } from './sv/identity.ts'
import { indicators } from './sv/indicators.ts'
import { models } from './sv/models.ts'
import { people } from './sv/people.ts'
import { plans } from './sv/plans.ts'
import { problems } from './sv/problems.ts'
import { programmes } from './sv/programmes.ts'
import { rates } from './sv/rates.ts'
import { reports } from './sv/reports.ts'
import { shell } from './sv/shell.ts'
import { sizes } from './sv/sizes.ts'
import { stateAid } from './sv/state-aid.ts'
import { trees } from './sv/trees.ts'
import { ui } from './sv/ui.ts'

export const sv = {
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
}

/** Swedish is written first and is the type that every other language must satisfy. */
export type Messages = typeof sv
