import { type Action, CONDITIONS, type Condition, PERMISSIONS } from './permissions.ts'
import { ROLES, Role, type RoleScope } from './roles.ts'

const HELD_IN: Record<RoleScope, string> = {
  programme: 'the programme',
  partner: 'a partner',
  'sub-project': 'a sub-project',
  company: 'a company',
}

/** docs/roles.md: the roles, and each action with who may do it. Names in English, with the Swedish beside. */
export function printRoles(): string {
  return [
    '# Roles',
    '',
    '<!-- Printed from packages/core/src/people/permissions.ts by scripts/roles.mjs; never edited. -->',
    '',
    'A person signs in once and may hold roles in several programmes. The server enforces this table and the screens',
    'mirror it. An action that is not here can be done by nobody; a record a person may not know of answers 404.',
    '',
    'The administrator of the installation adds programmes, reads e-mails and appoints other administrators. That is no',
    'role in a programme, and opens no company.',
    '',
    ...rolesTable(),
    '',
    '## Who may do what',
    '',
    ...actionsTable(),
    '',
    ...conditionsTable(),
    '',
  ].join('\n')
}

function rolesTable(): string[] {
  const rows = Role.options.map((role) => {
    const { name, scope, does } = ROLES[role]
    return row([name.en, name.sv, HELD_IN[scope], does.en])
  })
  return [row(['Role', 'In Swedish', 'Held in', 'Does']), rule(4), ...rows]
}

function actionsTable(): string[] {
  const rows = (Object.keys(PERMISSIONS) as Action[]).map((action) =>
    row([`\`${action}\``, PERMISSIONS[action].text.en, holdersOf(action).join('; ')]),
  )
  return [row(['Action', 'Meaning', 'Who, and when']), rule(3), ...rows]
}

/** `Coach: assigned companies`; the condition is left out where there is none. */
function holdersOf(action: Action): string[] {
  const roles: Partial<Record<Role, Condition>> = PERMISSIONS[action].roles
  return Role.options.flatMap((role) => {
    const condition = roles[role]
    if (condition === undefined) return []
    const name = ROLES[role].name.en
    return condition === 'always' ? name : `${name}: ${CONDITIONS[condition].en}`
  })
}

function conditionsTable(): string[] {
  const rows = (Object.keys(CONDITIONS) as Condition[])
    .filter((condition) => condition !== 'always')
    .map((condition) => row([CONDITIONS[condition].en, CONDITIONS[condition].sv, MEANINGS[condition]]))
  return ['## Conditions', '', row(['Condition', 'In Swedish', 'Holds']), rule(3), ...rows]
}

const MEANINGS: Record<Condition, string> = {
  always: 'anywhere in the programme',
  'own-company': 'for the company the role is held in',
  assigned: 'for companies this person is the coach of',
  'own-sub-project': 'for companies of the sub-project the role is held in',
  'with-reason': 'for a company opened with a stated reason, while that lasts; every opening is kept',
  own: "for what is the person's own: their actions, their answers",
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const rule = (columns: number) => `|${' --- |'.repeat(columns)}`
