import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '../kernel/ids.ts'
import {
  type Action,
  type Actor,
  CONDITIONS,
  type CompanySubject,
  can,
  canEverywhere,
  type Grant,
  may,
  PERMISSIONS,
} from './permissions.ts'
import { printRoles } from './print-roles.ts'
import { ROLES, Role } from './roles.ts'

const DOCUMENT = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/roles.md'), 'utf8')
const ACTIONS = Object.keys(PERMISSIONS) as Action[]

const COMPANY = 'c0000000-0000-4000-8000-000000000001' as CompanyId
const OTHER_COMPANY = 'c0000000-0000-4000-8000-000000000002' as CompanyId
const SUB_PROJECT = 'd0000000-0000-4000-8000-000000000001' as SubProjectId
const ME = 'a0000000-0000-4000-8000-000000000001' as PersonId

function holder(role: Role): Actor {
  const { scope } = ROLES[role]
  const grant: Grant = {
    role,
    partnerId: scope === 'partner' ? ('b0000000-0000-4000-8000-000000000001' as PartnerId) : null,
    subProjectId: scope === 'sub-project' ? SUB_PROJECT : null,
    companyId: scope === 'company' ? COMPANY : null,
  }
  const programmeId = 'e0000000-0000-4000-8000-000000000001' as ProgrammeId
  return { personId: ME, name: 'Anna', language: 'sv', programmeId, timeZone: 'Europe/Stockholm', grants: [grant] }
}

/** A company that has nothing to do with the actor. */
const STRANGE: CompanySubject = { companyId: OTHER_COMPANY, partnerId: null, subProjectId: null, coachId: null }

/** The same company, after what each condition asks for has come true. */
const FULFILLED: Record<string, CompanySubject> = {
  always: STRANGE,
  'own company': { ...STRANGE, companyId: COMPANY },
  'assigned companies': { ...STRANGE, coachId: ME },
  'own sub-project': { ...STRANGE, subProjectId: SUB_PROJECT },
  'with a stated reason, logged': { ...STRANGE, openedWithReason: true },
  'their own': { ...STRANGE, companyId: COMPANY, ownerId: ME },
}

/** What the printed table says of an action: condition by role name. */
function printed(action: Action): Map<string, string> {
  const line = DOCUMENT.split('\n').find((text) => text.startsWith(`| \`${action}\` |`))
  const cell = line?.split(' | ')[2]?.replace(/ \|$/, '') ?? ''
  return new Map(
    cell.split('; ').map((holding) => {
      const [name, condition = 'always'] = holding.split(': ')
      return [name!, condition]
    }),
  )
}

test('docs/roles.md is what the table prints', () => {
  expect(DOCUMENT, 'run node scripts/roles.mjs').toBe(printRoles())
})

describe.each(Role.options)('%s', (role) => {
  test.each(ACTIONS)('%s as the document says', (action) => {
    const condition = printed(action).get(ROLES[role].name.en)
    const actor = holder(role)
    expect(may(actor, action)).toBe(condition !== undefined)
    if (condition === undefined) {
      for (const subject of Object.values(FULFILLED)) expect(can(actor, action, subject)).toBe(false)
      return
    }
    expect(can(actor, action, FULFILLED[condition]!)).toBe(true)
    expect(can(actor, action, STRANGE)).toBe(condition === CONDITIONS.always.en)
    expect(canEverywhere(actor, action)).toBe(condition === CONDITIONS.always.en)
  })
})

test('somebody without a role may do nothing', () => {
  const nobody = { ...holder('coach'), grants: [] }
  for (const action of ACTIONS) expect(may(nobody, action)).toBe(false)
})

test('a role in one company opens no other', () => {
  for (const role of ['company-manager', 'company-member', 'expert'] as const) {
    for (const action of ACTIONS.filter((name) => !canEverywhere(holder(role), name))) {
      expect(can(holder(role), action, STRANGE)).toBe(false)
    }
  }
})

test('nobody outside the team reads answers without a company of their own or a stated reason', () => {
  for (const role of ['economist', 'communicator', 'funder', 'auditor', 'evaluator', 'model-author'] as const) {
    for (const action of ['assessment.read', 'note.team'] as const) expect(may(holder(role), action)).toBe(false)
  }
})
