import type { CompanyId, SubProjectId } from '../../kernel/ids.ts'
import { type Action, type Actor, PERMISSIONS } from '../../people/permissions.ts'
import type { Role } from '../../people/roles.ts'

/** Which companies an action is allowed for, as a list can filter by: one record is judged by `can`. */
export type Reach = {
  everywhere: boolean
  /** companies this person is the coach of */
  assigned: boolean
  subProjectIds: SubProjectId[]
  companyIds: CompanyId[]
}

/** The same answer as `can`, for all companies at once. What needs a stated reason is not reached. */
export function reachOf(actor: Actor, action: Action): Reach {
  const roles: Partial<Record<Role, string>> = PERMISSIONS[action].roles
  const reach: Reach = { everywhere: false, assigned: false, subProjectIds: [], companyIds: [] }
  for (const grant of actor.grants) {
    const condition = roles[grant.role]
    if (condition === 'always') reach.everywhere = true
    if (condition === 'assigned') reach.assigned = true
    if (condition === 'own-sub-project' && grant.subProjectId) reach.subProjectIds.push(grant.subProjectId)
    if (condition === 'own-company' && grant.companyId) reach.companyIds.push(grant.companyId)
  }
  return reach
}
