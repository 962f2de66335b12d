// Made from the migrated database by scripts/generate-tables.mjs; never edited.
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId, CompanyId, DocumentId, FocusAreaId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { ColumnType, Generated } from 'kysely'

/** Read as it is and parsed by who reads it; written as text, since the driver makes a PostgreSQL array of a list. */
type Json<Missing = never> = ColumnType<unknown, string | Missing, string | Exclude<Missing, undefined>>

export interface ActionTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  goal_id: string | null
  focus_area_id: FocusAreaId | null
  model_id: string | null
  model_version: string | null
  model_action_id: string | null
  dimension_id: string | null
  to_level: number | null
  title: string
  description: string | null
  status: 'proposed' | 'planned' | 'ongoing' | 'done' | 'dropped'
  owner_id: PersonId | null
  owner_name: string | null
  due_on: PlainDate | null
  started_on: PlainDate | null
  done_on: PlainDate | null
  effort_hours: number | null
  cost_cents: number | null
  effect_text: string | null
  effect_key_figure_id: string | null
  effect_amount: number | null
  reason: string | null
  position: Generated<number>
  revision: Generated<number>
  created_at: Generated<string>
  removed_at: string | null
}

export interface AidDeclarationTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  state: 'draft' | 'signed' | 'superseded'
  content: Json
  revision: Generated<number>
  made_by: PersonId
  made_at: Generated<string>
  signed_on: PlainDate | null
  signed_at: string | null
  signature_id: string | null
  document_id: DocumentId | null
}

export interface AidExceptionTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  for_day: PlainDate
  reason: string
  made_by: PersonId
  made_at: Generated<string>
  removed_at: string | null
}

export interface AidGrantTable {
  programme_id: ProgrammeId
  id: string
  party_id: string
  company_id: CompanyId | null
  origin: 'programme' | 'declared' | 'imported'
  member_state: string
  regulation: string
  awarded_on: PlainDate
  currency: string
  minor: number
  rate: Json<null>
  eur_cents: number
  authority: Generated<string>
  scheme: Generated<string>
  instrument: Generated<string>
  industry_code: Generated<string>
  reference: Generated<string>
  support_id: string | null
  declaration_id: string | null
  entered_by: PersonId
  entered_at: Generated<string>
  registered_on: PlainDate | null
  register_reference: string | null
  removed_at: string | null
  revision: Generated<number>
  withdrawn_on: PlainDate | null
  register_entry: Json<null>
  registered_revision: number | null
  register_state: string | null
}

export interface AidGrantChangeTable {
  programme_id: ProgrammeId
  id: string
  grant_id: string
  kind: 'lowered' | 'withdrawn' | 'corrected' | 'removed'
  decided_on: PlainDate
  minor: number | null
  before: Json
  reason: string
  made_by: PersonId
  made_at: Generated<string>
}

export interface AidImportTable {
  programme_id: ProgrammeId
  id: string
  kind: 'register' | 'earlier-aid'
  name: string
  content: Json
  lines: number
  made_by: PersonId
  made_at: Generated<string>
}

export interface AidRegisterEntryTable {
  programme_id: ProgrammeId
  id: string
  grant_id: string
  kind: 'undone' | 'registered'
  registered_on: PlainDate | null
  reference: string | null
  entry: Json<null>
  reason: Generated<string>
  made_by: PersonId
  made_at: Generated<string>
  place: number
}

export interface AidRulesTable {
  programme_id: ProgrammeId
  gate: Generated<boolean>
  member_state: string
  regulation: string
  authority: Generated<string>
  scheme: Generated<string>
  scheme_reference: Generated<string>
  instrument: 'subsidised-services' | 'direct-grant' | 'other'
  currency: string
  hourly_minor: number | null
  payroll_ppm: Generated<number>
  flat_ppm: Generated<number>
  public_ppm: Generated<number>
  boundary_counts: boolean | null
  rate_policy: 'exact-day' | 'last-published' | 'month-of'
}

export interface AnswerTable {
  programme_id: ProgrammeId
  assessment_id: AssessmentId
  respondent_id: string
  question_id: string
  value: Json
  seconds: number | null
  revision: Generated<number>
  answered_at: Generated<string>
}

export interface AssessmentTable {
  programme_id: ProgrammeId
  id: AssessmentId
  occasion_id: string
  company_id: CompanyId
  focus_area_id: FocusAreaId
  model_id: string
  model_version: string
  status: 'self' | 'coach' | 'submitted' | 'withdrawn'
  revision: Generated<number>
  corrects_id: AssessmentId | null
  correction_reason: string | null
  started_on: PlainDate
  self_completed_on: PlainDate | null
  submitted_on: PlainDate | null
  submitted_by: PersonId | null
  result: Json<null>
  self_step: number | null
  coach_step: number | null
  verified_step: number | null
  levels: Json<null>
  model_kind: Generated<'ladder' | 'tree'>
}

export interface AssessmentFactTable {
  programme_id: ProgrammeId
  assessment_id: AssessmentId
  fact_id: string
  value: Json
  revision: Generated<number>
  said_by: PersonId
  said_at: Generated<string>
}

export interface AuthAccountTable {
  id: string
  accountId: string
  providerId: string
  userId: PersonId
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface AuthRateLimitTable {
  id: string
  key: string
  count: number
  lastRequest: number
}

export interface AuthSessionTable {
  id: string
  userId: PersonId
  token: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface AuthUserTable {
  id: PersonId
  name: string
  email: string
  emailVerified: Generated<boolean>
  image: string | null
  language: Generated<'sv' | 'en'>
  administrator: Generated<boolean>
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface AuthoredModelTable {
  programme_id: ProgrammeId
  id: string
  model_id: string
  version: string
  status: 'draft' | 'in-review' | 'published' | 'withdrawn'
  document: Json
  revision: Generated<number>
  based_on: string | null
  created_by: PersonId
  created_at: Generated<string>
  changed_by: PersonId
  changed_at: Generated<string>
  source: string | null
  sha256: string | null
  published_on: PlainDate | null
  published_by: PersonId | null
  withdrawn_on: PlainDate | null
  withdrawn_by: PersonId | null
  withdrawal_reason: string | null
}

export interface CoachAssignmentTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  coach_id: PersonId
  from_on: PlainDate
  to_on: PlainDate | null
  note: string | null
  assigned_by: PersonId | null
}

export interface CoachingSessionTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  held_on: PlainDate
  how: 'on-site' | 'video' | 'phone'
  coach_id: PersonId
  participants: Json<undefined>
  minutes: number
  note_all: string | null
  note_team: string | null
  next_step: string | null
  next_step_on: PlainDate | null
  revision: Generated<number>
  logged_at: Generated<string>
  removed_at: string | null
  aid_kind: Generated<'advice' | 'open-event'>
  aid_reason: string | null
  aid_advantage: 'none' | 'unclear' | null
  override_reason: string | null
  override_by: PersonId | null
  billable: boolean | null
}

export interface CoachingSessionFocusAreaTable {
  programme_id: ProgrammeId
  session_id: string
  focus_area_id: FocusAreaId
}

export interface CompanyTable {
  programme_id: ProgrammeId
  id: CompanyId
  organisation_number: string
  country: Generated<string>
  name: string
  municipality_code: string | null
  sub_project_id: SubProjectId | null
  partner_id: PartnerId | null
  coach_id: PersonId | null
  status: 'interest' | 'in-dialogue' | 'eligible' | 'agreed' | 'active' | 'paused' | 'completed' | 'left'
  status_since: PlainDate
  came_by: 'interest-form' | 'coach' | 'import' | 'referral'
  industry_code: string | null
  website: string | null
  legal_form: string | null
  address: string | null
  postcode: string | null
  city: string | null
  description: string | null
  next_step: string | null
  next_step_on: PlainDate | null
  last_contact_on: PlainDate | null
  interest_message: string | null
  size_class: 'micro' | 'small' | 'medium' | 'large' | null
  search_text: Generated<string>
  contact_text: Generated<string>
  revision: Generated<number>
  created_at: Generated<string>
  status_rank: Generated<number>
}

export interface CompanyFocusAreaTable {
  programme_id: ProgrammeId
  company_id: CompanyId
  focus_area_id: FocusAreaId
}

export interface CompanyIdentifierTable {
  programme_id: ProgrammeId
  company_id: CompanyId
  scheme: string
  value: string
  stated_by: PersonId
  stated_at: Generated<string>
}

export interface CompanyIndustryTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  scheme: 'sni-2007' | 'sni-2025' | 'nace-2' | 'nace-2.1'
  code: string
  rank: number
  from_on: PlainDate | null
  to_on: PlainDate | null
  revision: Generated<number>
  stated_by: PersonId
  stated_at: Generated<string>
  removed_at: string | null
}

export interface CompanyStatusChangeTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  from_status: string | null
  to_status: string
  reason: string | null
  changed_by: PersonId | null
  changed_on: PlainDate
  changed_at: Generated<string>
}

export interface CompanyYearTable {
  programme_id: ProgrammeId
  company_id: CompanyId
  year: number
  employees: number | null
  turnover_cents: number | null
  balance_cents: number | null
  source: Generated<string>
}

export interface ContactTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  name: string
  email: string | null
  phone: string | null
  title: string | null
  main: Generated<boolean>
  person_id: PersonId | null
  removed_at: string | null
}

export interface CurrencyRateTable {
  programme_id: ProgrammeId
  currency: string
  every: 'day' | 'month'
  on_day: PlainDate
  per_euro: string
  source: string
  import_id: string
  imported_by: PersonId | null
  imported_at: Generated<string>
}

export interface DocumentTable {
  programme_id: ProgrammeId
  id: DocumentId
  company_id: CompanyId | null
  kind: 'evidence' | 'logo' | 'report' | 'attachment' | 'declaration' | 'aid-information' | 'aid-certificate' | 'sme-declaration' | 'signature-record'
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  content: Buffer
  uploaded_by: PersonId | null
  uploaded_at: Generated<string>
  removed_at: string | null
}

export interface EventTable {
  programme_id: ProgrammeId
  id: string
  at: Generated<string>
  person_id: PersonId | null
  kind: string
  company_id: CompanyId | null
  subject_id: string | null
  detail: Json<undefined>
  audience: Generated<'all' | 'team' | 'office'>
}

export interface EvidenceTable {
  programme_id: ProgrammeId
  id: string
  assessment_id: AssessmentId
  question_id: string
  class: 'E0' | 'E1' | 'E2' | 'E3' | 'E4'
  description: string
  dated_on: PlainDate
  best_before_on: PlainDate
  document_id: DocumentId | null
  added_by: PersonId | null
  added_at: Generated<string>
  revision: Generated<number>
  removed_at: string | null
}

export interface FindingTable {
  programme_id: ProgrammeId
  assessment_id: AssessmentId
  question_id: string
  value: Json
  reason: string | null
  evidence_class: 'E0' | 'E1' | 'E2' | 'E3' | 'E4' | null
  found_by: PersonId
  revision: Generated<number>
  found_at: Generated<string>
}

export interface FocusAreaTable {
  programme_id: ProgrammeId
  id: FocusAreaId
  slug: string
  name: Json
  summary: Json<undefined>
  model_id: string
  model_version: string
  accent: Generated<number>
  position: Generated<number>
  removed_at: string | null
  model_kind: Generated<'ladder' | 'tree'>
}

export interface FunderTable {
  programme_id: ProgrammeId
  id: string
  name: string
  kind: 'eu' | 'state' | 'region' | 'municipal' | 'other'
  amount_cents: number | null
  acknowledgement: Json<null>
  logo_document_id: DocumentId | null
  position: Generated<number>
  removed_at: string | null
}

export interface GoalTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  title: string
  measure: string | null
  due_on: PlainDate | null
  position: Generated<number>
  revision: Generated<number>
  created_at: Generated<string>
  removed_at: string | null
}

export interface GroupFactTable {
  programme_id: ProgrammeId
  id: string
  kind: 'holding' | 'control' | 'acting-jointly' | 'market' | 'consolidation' | 'restructuring'
  fact: Json
  note: Generated<string>
  source: 'company' | 'staff' | 'register'
  revision: Generated<number>
  stated_by: PersonId
  stated_at: Generated<string>
  removed_at: string | null
}

export interface GroupFactPartyTable {
  programme_id: ProgrammeId
  fact_id: string
  party_id: string
}

export interface InstallationTable {
  id: number
  auth_secret: string
  set_up_at: string | null
  demonstration_sign_in: Generated<boolean>
  demonstration_administrator_id: PersonId | null
}

export interface InvitationTable {
  programme_id: ProgrammeId
  id: string
  email: string
  name: string
  language: Generated<'sv' | 'en'>
  role: string
  partner_id: PartnerId | null
  sub_project_id: SubProjectId | null
  company_id: CompanyId | null
  title: string | null
  message: string | null
  token_sha256: string
  invited_by: PersonId | null
  invited_at: Generated<string>
  expires_at: string
  accepted_at: string | null
  accepted_by: PersonId | null
  withdrawn_at: string | null
}

export interface KeyFigureValueTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  key_figure_id: string
  from_on: PlainDate
  to_on: PlainDate
  amount: number
  unit: string
  quality: 'baseline' | 'estimated' | 'verified'
  verified_by: PersonId | null
  source: string | null
  note: string | null
  entered_by: PersonId | null
  entered_at: Generated<string>
  revision: Generated<number>
  removed_at: string | null
}

export interface MailTable {
  id: string
  created_at: Generated<string>
  to_address: string
  language: 'sv' | 'en'
  kind: string
  subject: string
  body_text: string
  body_html: string
  status: Generated<'queued' | 'sent' | 'failed' | 'kept'>
  attempts: Generated<number>
  next_attempt_at: Generated<string>
  sent_at: string | null
  last_error: string | null
}

export interface ModelReviewTable {
  programme_id: ProgrammeId
  id: string
  authored_model_id: string
  revision: number
  verdict: 'approve' | 'return'
  comment: Generated<string>
  reviewed_by: PersonId
  reviewed_at: Generated<string>
}

export interface OccasionTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  kind: 'baseline' | 'follow-up' | 'closing'
  planned_on: PlainDate | null
  created_by: PersonId | null
  created_at: Generated<string>
}

export interface OpenedRecordTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  person_id: PersonId
  reason: string
  opened_at: Generated<string>
  until_at: string
}

export interface PaperTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  kind: 'declaration' | 'aid-information' | 'aid-certificate' | 'sme-declaration' | 'signature-record'
  language: 'sv' | 'en'
  subject_id: string
  subject_revision: Generated<number>
  material: Json
  document_id: DocumentId | null
  keep_until: PlainDate
  made_by: PersonId | null
  made_at: Generated<string>
}

export interface PartnerTable {
  programme_id: ProgrammeId
  id: PartnerId
  name: string
  organisation_number: string | null
  kind: 'owner' | 'partner'
  budget_cents: number | null
  target_companies: Json<undefined>
  position: Generated<number>
  removed_at: string | null
}

export interface PartyTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId | null
  kind: 'enterprise' | 'person' | 'public-body' | 'local-authority' | 'public-investment-corporation' | 'venture-capital' | 'business-angel' | 'university' | 'institutional-investor'
  name: string
  country: string | null
  number: string | null
  attributes: Json<undefined>
  source: 'company' | 'staff' | 'register'
  revision: Generated<number>
  stated_by: PersonId | null
  stated_at: Generated<string>
  removed_at: string | null
}

export interface PartyAccountsTable {
  programme_id: ProgrammeId
  id: string
  party_id: string
  on_day: PlainDate
  scope: 'own' | 'consolidated' | 'estimate'
  accounts: Json
  source: 'company' | 'staff' | 'register'
  revision: Generated<number>
  stated_by: PersonId
  stated_at: Generated<string>
  removed_at: string | null
}

export interface PlanCheckTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  checked_on: PlainDate
  note: string
  mood: 'on-track' | 'slow' | 'stuck'
  counts: Json
  checked_by: PersonId | null
}

export interface ProgrammeTable {
  id: ProgrammeId
  slug: string
  name: Json
  status: 'draft' | 'open' | 'closed'
  demonstration: Generated<boolean>
  time_zone: Generated<string>
  country: Generated<string>
  starts_on: PlainDate | null
  ends_on: PlainDate | null
  texts: Json<undefined>
  settings: Json<undefined>
  logo_document_id: DocumentId | null
  created_at: Generated<string>
}

export interface ReportTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  occasion_id: string | null
  kind: 'baseline' | 'plan' | 'follow-up'
  language: string
  document_id: DocumentId
  snapshot: Json
  made_by: PersonId | null
  made_at: Generated<string>
}

export interface RespondentTable {
  programme_id: ProgrammeId
  id: string
  assessment_id: AssessmentId
  person_id: PersonId
  name: string
  title: string | null
  invited_at: Generated<string>
  first_answer_at: string | null
  completed_at: string | null
}

export interface RoleGrantTable {
  programme_id: ProgrammeId
  id: string
  person_id: PersonId
  role: string
  partner_id: PartnerId | null
  sub_project_id: SubProjectId | null
  company_id: CompanyId | null
  title: string | null
  granted_by: PersonId | null
  granted_at: Generated<string>
  expires_at: string | null
  revoked_at: string | null
}

export interface SignatureTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  subject_kind: 'declaration' | 'size-snapshot'
  subject_id: string
  document_id: DocumentId
  document_sha256: string
  consent_text: Json
  language: 'sv' | 'en'
  signed_by: PersonId
  signer_name: string
  stated_authority: 'alone' | 'jointly' | 'power-of-attorney'
  method: string
  assurance: Json
  signed_at: Generated<string>
}

export interface SigningSessionTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  paper_id: string
  signed_by: PersonId
  stated_authority: string
  language: 'sv' | 'en'
  consent_text: Json
  state_sha256: string
  started_at: Generated<string>
  expires_at: string
  used_at: string | null
}

export interface SizeSnapshotTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  anchor: 'grant' | 'application' | 'other'
  on_day: PlainDate
  input: Json
  status: Json
  verdict: 'pass' | 'block' | 'review'
  category: 'micro' | 'small' | 'medium' | 'not_sme' | null
  taken_by: PersonId
  taken_at: Generated<string>
  reviewed_by: PersonId | null
  reviewed_at: string | null
  review_verdict: 'pass' | 'block' | null
  review_reason: string | null
}

export interface SubProjectTable {
  programme_id: ProgrammeId
  id: SubProjectId
  name: string
  partner_id: PartnerId
  position: Generated<number>
  removed_at: string | null
}

export interface SubProjectMunicipalityTable {
  programme_id: ProgrammeId
  municipality_code: string
  sub_project_id: SubProjectId
}

export interface SupportTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  state: 'planned' | 'submitted' | 'granted' | 'refused' | 'withdrawn'
  planned: Json
  amount_minor: number
  currency: string
  rate: Json<null>
  amount_eur_cents: number | null
  note: Generated<string>
  decision: Json<null>
  decided_on: PlainDate | null
  decided_by: PersonId | null
  decided_at: string | null
  revision: Generated<number>
  made_by: PersonId
  made_at: Generated<string>
}

export interface TargetTable {
  programme_id: ProgrammeId
  company_id: CompanyId
  focus_area_id: FocusAreaId
  dimension_id: string
  level: number
  due_on: PlainDate | null
  set_by: PersonId | null
  set_at: Generated<string>
  revision: Generated<number>
}

export interface UndertakingLockTable {
  key: string
}

export interface WorkplaceTable {
  programme_id: ProgrammeId
  id: string
  company_id: CompanyId
  name: string
  workplace_number: string | null
  municipality_code: string | null
  address: string | null
  employees: number | null
  removed_at: string | null
}

export interface DB {
  action: ActionTable
  aid_declaration: AidDeclarationTable
  aid_exception: AidExceptionTable
  aid_grant: AidGrantTable
  aid_grant_change: AidGrantChangeTable
  aid_import: AidImportTable
  aid_register_entry: AidRegisterEntryTable
  aid_rules: AidRulesTable
  answer: AnswerTable
  assessment: AssessmentTable
  assessment_fact: AssessmentFactTable
  'auth.account': AuthAccountTable
  'auth.rate_limit': AuthRateLimitTable
  'auth.session': AuthSessionTable
  'auth.user': AuthUserTable
  'auth.verification': AuthVerificationTable
  authored_model: AuthoredModelTable
  coach_assignment: CoachAssignmentTable
  coaching_session: CoachingSessionTable
  coaching_session_focus_area: CoachingSessionFocusAreaTable
  company: CompanyTable
  company_focus_area: CompanyFocusAreaTable
  company_identifier: CompanyIdentifierTable
  company_industry: CompanyIndustryTable
  company_status_change: CompanyStatusChangeTable
  company_year: CompanyYearTable
  contact: ContactTable
  currency_rate: CurrencyRateTable
  document: DocumentTable
  event: EventTable
  evidence: EvidenceTable
  finding: FindingTable
  focus_area: FocusAreaTable
  funder: FunderTable
  goal: GoalTable
  group_fact: GroupFactTable
  group_fact_party: GroupFactPartyTable
  installation: InstallationTable
  invitation: InvitationTable
  key_figure_value: KeyFigureValueTable
  mail: MailTable
  model_review: ModelReviewTable
  occasion: OccasionTable
  opened_record: OpenedRecordTable
  paper: PaperTable
  partner: PartnerTable
  party: PartyTable
  party_accounts: PartyAccountsTable
  plan_check: PlanCheckTable
  programme: ProgrammeTable
  report: ReportTable
  respondent: RespondentTable
  role_grant: RoleGrantTable
  signature: SignatureTable
  signing_session: SigningSessionTable
  size_snapshot: SizeSnapshotTable
  sub_project: SubProjectTable
  sub_project_municipality: SubProjectMunicipalityTable
  support: SupportTable
  target: TargetTable
  undertaking_lock: UndertakingLockTable
  workplace: WorkplaceTable
}
