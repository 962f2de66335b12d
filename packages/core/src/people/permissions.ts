import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '../kernel/ids.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Role } from './roles.ts'

/** When a role may do an action. */
export type Condition =
  /** anywhere in the programme */
  | 'always'
  /** for the company the role is held in */
  | 'own-company'
  /** for companies this person is the coach of */
  | 'assigned'
  /** for companies of the sub-project the role is held in */
  | 'own-sub-project'
  /** for a company opened with a stated reason, for as long as that lasts; every opening is logged */
  | 'with-reason'
  /** for what is the person's own: their action, their answers */
  | 'own'

export const CONDITIONS: Record<Condition, Text> = {
  always: { sv: 'alltid', en: 'always' },
  'own-company': { sv: 'eget företag', en: 'own company' },
  assigned: { sv: 'egna företag', en: 'assigned companies' },
  'own-sub-project': { sv: 'eget delprojekt', en: 'own sub-project' },
  'with-reason': { sv: 'med angivet skäl, loggas', en: 'with a stated reason, logged' },
  own: { sv: 'det egna', en: 'their own' },
}

type Row = { text: Text; roles: Partial<Record<Role, Condition>> }

const team = { coach: 'assigned', 'sub-project-lead': 'own-sub-project' } as const
const aidWork = {
  ...team,
  'company-manager': 'own-company',
  'programme-manager': 'always',
  economist: 'always',
} as const
const company = { 'company-manager': 'own-company', 'company-member': 'own-company' } as const

/**
 * Everything a role may do: action x role x condition. Enforced by the server, mirrored by the screens,
 * printed to docs/roles.md. An action that is not here can be done by nobody.
 */
export const PERMISSIONS = {
  'programme.read': {
    text: { sv: 'Se programmet och dess delar', en: 'See the programme and its parts' },
    roles: {
      ...company,
      coach: 'always',
      expert: 'always',
      'sub-project-lead': 'always',
      'programme-manager': 'always',
      economist: 'always',
      communicator: 'always',
      funder: 'always',
      auditor: 'always',
      evaluator: 'always',
      'model-author': 'always',
    },
  },
  'programme.configure': {
    text: { sv: 'Ändra programmet', en: 'Change the programme' },
    roles: { 'programme-manager': 'always' },
  },
  'programme.texts': {
    text: { sv: 'Ändra programmets texter och logotyper', en: 'Change the programme’s texts and logos' },
    roles: { 'programme-manager': 'always', communicator: 'always' },
  },
  'people.read': {
    text: { sv: 'Se programmets medarbetare', en: 'See the staff of the programme' },
    roles: {
      coach: 'always',
      'sub-project-lead': 'always',
      'programme-manager': 'always',
      economist: 'always',
      communicator: 'always',
    },
  },
  'people.invite': {
    text: { sv: 'Bjuda in medarbetare och ge roller', en: 'Invite staff and grant roles' },
    roles: { 'programme-manager': 'always' },
  },
  'company-people.invite': {
    text: { sv: 'Bjuda in företagets medarbetare', en: 'Invite people from the company' },
    roles: { ...team, 'company-manager': 'own-company', 'programme-manager': 'always' },
  },
  'company.list': {
    text: { sv: 'Se företagsregistret', en: 'See the company register' },
    roles: {
      coach: 'always',
      'sub-project-lead': 'always',
      'programme-manager': 'always',
      economist: 'always',
    },
  },
  'company.create': {
    text: { sv: 'Lägga till ett företag', en: 'Add a company' },
    roles: { coach: 'always', 'sub-project-lead': 'always', 'programme-manager': 'always' },
  },
  'company.read': {
    text: { sv: 'Se allt om företaget', en: 'See the full record of a company' },
    roles: { ...team, ...company, expert: 'own-company', 'programme-manager': 'always', economist: 'always' },
  },
  'company.edit': {
    text: { sv: 'Ändra företagets uppgifter', en: 'Change the details of a company' },
    roles: { ...team, 'company-manager': 'own-company', 'programme-manager': 'always' },
  },
  'company.assign': {
    text: { sv: 'Utse och byta utvecklare', en: 'Assign and change the coach' },
    roles: { ...team, 'programme-manager': 'always' },
  },
  'company.status': {
    text: { sv: 'Ändra företagets status', en: 'Change the status of a company' },
    roles: { ...team, 'programme-manager': 'always' },
  },
  'company.open-answers': {
    text: { sv: 'Öppna ett företags svar med skäl', en: 'Open the answers of a company with a reason' },
    roles: { 'programme-manager': 'always' },
  },
  'note.team': {
    text: { sv: 'Läsa teamets anteckningar', en: 'Read the notes of the team' },
    roles: { ...team, 'programme-manager': 'with-reason' },
  },
  'assessment.read': {
    text: { sv: 'Se svar, steg och underlag', en: 'See answers, steps and evidence' },
    roles: { ...team, ...company, expert: 'own-company', 'programme-manager': 'with-reason' },
  },
  'assessment.plan': {
    text: { sv: 'Starta en mätning och bjuda in svarande', en: 'Start an assessment and invite respondents' },
    roles: { ...team, 'company-manager': 'own-company' },
  },
  'assessment.answer': {
    text: { sv: 'Svara i företagets egen bedömning', en: 'Answer in the company’s own assessment' },
    roles: { ...company },
  },
  'assessment.facts': {
    text: {
      sv: 'Ange de uppgifter om företaget som en mätning frågar efter',
      en: 'State the facts a measurement asks for',
    },
    roles: { ...team, ...company },
  },
  'assessment.validate': {
    text: { sv: 'Göra utvecklarens bedömning och lämna in', en: 'Make the coach’s assessment and submit' },
    roles: { ...team },
  },
  'result.read': {
    text: { sv: 'Se trappor, resultat och förändring', en: 'See ladders, results and change' },
    roles: { ...team, ...company, expert: 'own-company', 'programme-manager': 'always' },
  },
  'plan.read': {
    text: { sv: 'Se målbild och plan', en: 'See target picture and plan' },
    roles: { ...team, ...company, expert: 'own-company', 'programme-manager': 'always' },
  },
  'plan.edit': {
    text: { sv: 'Ändra målbild, mål och åtgärder', en: 'Change targets, goals and actions' },
    roles: { ...team, 'company-manager': 'own-company' },
  },
  'action.update': {
    text: { sv: 'Uppdatera en åtgärd', en: 'Update an action' },
    roles: { ...team, 'company-manager': 'own-company', 'company-member': 'own' },
  },
  'session.log': {
    text: { sv: 'Logga möten', en: 'Log sessions' },
    roles: { ...team },
  },
  'session.read': {
    text: { sv: 'Se möten', en: 'See sessions' },
    roles: { ...team, 'company-manager': 'own-company', 'programme-manager': 'always' },
  },
  'key-figure.read': {
    text: { sv: 'Se nyckeltal', en: 'See key figures' },
    roles: { ...team, ...company, 'programme-manager': 'always', economist: 'always' },
  },
  'key-figure.write': {
    text: { sv: 'Ange nyckeltal', en: 'Enter key figures' },
    roles: { ...team, 'company-manager': 'own-company' },
  },
  'report.make': {
    text: { sv: 'Göra företagets rapport', en: 'Make the report of a company' },
    roles: { ...team, 'company-manager': 'own-company' },
  },
  'report.read': {
    text: { sv: 'Läsa företagets rapporter', en: 'Read the reports of a company' },
    roles: { ...team, ...company, 'programme-manager': 'with-reason' },
  },
  'model.read': {
    text: { sv: 'Se programmets modeller, även utkast', en: 'See the models of the programme, drafts too' },
    roles: {
      coach: 'always',
      expert: 'always',
      'sub-project-lead': 'always',
      'programme-manager': 'always',
      economist: 'always',
      communicator: 'always',
      evaluator: 'always',
      'model-author': 'always',
    },
  },
  'model.write': {
    text: { sv: 'Skriva och publicera modeller', en: 'Write and publish models' },
    roles: { 'programme-manager': 'always', 'model-author': 'always' },
  },
  'model.review': {
    text: { sv: 'Granska modeller som någon annan skrivit', en: 'Review models that somebody else wrote' },
    roles: { 'programme-manager': 'always', 'model-author': 'always' },
  },
  'aid.read': {
    text: { sv: 'Se ägare, storlek och stöd', en: 'See owners, size and aid' },
    roles: aidWork,
  },
  'aid.edit': {
    text: { sv: 'Ändra ägare, räkenskaper och tidigare stöd', en: 'Change owners, accounts and earlier aid' },
    roles: aidWork,
  },
  'aid.sign': {
    text: { sv: 'Skriva under för företaget', en: 'Sign for the company' },
    roles: { 'company-manager': 'own-company' },
  },
  'aid.plan': {
    text: { sv: 'Planera stöd till företaget', en: 'Plan the support of a company' },
    roles: { ...team, 'programme-manager': 'always' },
  },
  'aid.eligibility': {
    text: { sv: 'Avgöra om företaget får delta', en: 'Decide whether a company may take part' },
    roles: { 'sub-project-lead': 'own-sub-project', 'programme-manager': 'always' },
  },
  'aid.grant': {
    text: { sv: 'Registrera beslut om stöd', en: 'Record decisions on aid' },
    roles: { 'programme-manager': 'always', economist: 'always' },
  },
  'aid.override': {
    text: { sv: 'Gå förbi stödspärren med skäl', en: 'Pass the aid gate with a reason' },
    roles: { 'programme-manager': 'always' },
  },
  'aid.register': {
    text: { sv: 'Se och föra stödregistret', en: 'See and keep the aid register' },
    roles: { 'programme-manager': 'always', economist: 'always', auditor: 'always' },
  },
  'rates.write': {
    text: { sv: 'Läsa in valutakurser', en: 'Import currency rates' },
    roles: { 'programme-manager': 'always', economist: 'always' },
  },
  'history.read': {
    text: { sv: 'Se ändringshistoriken', en: 'See the history of changes' },
    roles: { ...team, 'company-manager': 'own-company', 'programme-manager': 'always' },
  },
} as const satisfies Record<string, Row>

export type Action = keyof typeof PERMISSIONS

/** A role somebody holds now: neither revoked nor expired. */
export type Grant = {
  role: Role
  partnerId: PartnerId | null
  subProjectId: SubProjectId | null
  companyId: CompanyId | null
}

/** Who asks, in the programme they ask in. */
export type Actor = {
  personId: PersonId
  name: string
  language: Language
  programmeId: ProgrammeId
  timeZone: string
  grants: readonly Grant[]
}

/** The company a question is about, as far as the conditions need it. */
export type CompanySubject = {
  companyId: CompanyId
  partnerId: PartnerId | null
  subProjectId: SubProjectId | null
  coachId: PersonId | null
  /** true while this person has the company's answers open with a stated reason */
  openedWithReason?: boolean
  /** the person the thing itself belongs to, for the condition `own` */
  ownerId?: PersonId | null
}

const rolesOf = (action: Action): Partial<Record<Role, Condition>> => PERMISSIONS[action].roles

/** Whether the actor holds a role that may do this at all; the record itself is judged by `can`. */
export function may(actor: Actor, action: Action): boolean {
  const roles = rolesOf(action)
  return actor.grants.some((grant) => roles[grant.role] !== undefined)
}

/** Whether the actor may do this to this company. */
export function can(actor: Actor, action: Action, subject: CompanySubject): boolean {
  const roles = rolesOf(action)
  return actor.grants.some((grant) => {
    const condition = roles[grant.role]
    return condition !== undefined && holds(condition, grant, actor, subject)
  })
}

/** Whether the actor may do this anywhere in the programme, whichever company it is about. */
export function canEverywhere(actor: Actor, action: Action): boolean {
  const roles = rolesOf(action)
  return actor.grants.some((grant) => roles[grant.role] === 'always')
}

function holds(condition: Condition, grant: Grant, actor: Actor, subject: CompanySubject): boolean {
  switch (condition) {
    case 'always':
      return true
    case 'own-company':
      return grant.companyId === subject.companyId
    case 'assigned':
      return subject.coachId === actor.personId
    case 'own-sub-project':
      return grant.subProjectId !== null && grant.subProjectId === subject.subProjectId
    case 'with-reason':
      return subject.openedWithReason === true
    case 'own':
      return grant.companyId === subject.companyId && subject.ownerId === actor.personId
  }
}
