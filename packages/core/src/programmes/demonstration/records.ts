/**
 * What a demonstration writes: records by table, each with the columns it fills, in camel case and without the
 * programme. The database checks them as it checks everything else.
 */
export const RECORD_KINDS = [
  'person',
  'company',
  'roleGrant',
  'companyFocusArea',
  'companyYear',
  'workplace',
  'contact',
  'companyStatusChange',
  'coachAssignment',
  'occasion',
  'assessment',
  'respondent',
  'answer',
  'finding',
  'evidence',
  'target',
  'goal',
  'action',
  'planCheck',
  'coachingSession',
  'coachingSessionFocusArea',
  'keyFigureValue',
  'event',
  'party',
  'groupFact',
  'groupFactParty',
  'partyAccounts',
  'sizeSnapshot',
  'support',
  'aidDeclaration',
  'aidGrant',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
export type DemonstrationRecord = Readonly<Record<string, unknown>>
export type Records = Record<RecordKind, DemonstrationRecord[]>

export function noRecords(): Records {
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, []])) as unknown as Records
}
