-- One occasion measures one or more ladders; one assessment is one ladder of an occasion.

create table occasion (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  kind text not null check (kind in ('baseline', 'follow-up', 'closing')),
  planned_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index occasion_company on occasion (programme_id, company_id, created_at);

create table assessment (
  programme_id uuid not null references programme (id),
  id uuid not null,
  occasion_id uuid not null,
  company_id uuid not null,
  focus_area_id uuid not null,
  model_id text not null,
  model_version text not null,
  -- self: the company answers; coach: the coach validates; submitted: closed for ever
  status text not null check (status in ('self', 'coach', 'submitted', 'withdrawn')),
  revision integer not null default 1,
  -- the assessment this one corrects, and why
  corrects_id uuid,
  correction_reason text,
  started_on date not null,
  self_completed_on date,
  submitted_on date,
  submitted_by uuid,
  -- the result as it was when submitted: levels, ranges, coverage, by voice
  result jsonb,
  -- the area step of each voice, for lists and statistics
  self_step integer,
  coach_step integer,
  verified_step integer,
  -- the coach's level of each dimension, kept small so that a programme's comparison reads the index alone
  levels jsonb generated always as (result -> 'levels') stored,
  primary key (programme_id, id),
  foreign key (programme_id, occasion_id) references occasion (programme_id, id) on delete cascade,
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  foreign key (programme_id, focus_area_id) references focus_area (programme_id, id),
  foreign key (programme_id, corrects_id) references assessment (programme_id, id)
);
create index assessment_occasion on assessment (programme_id, occasion_id);
create index assessment_company on assessment (programme_id, company_id, focus_area_id, submitted_on);
create index assessment_focus_area on assessment (programme_id, focus_area_id, status);
create index assessment_corrects on assessment (programme_id, corrects_id);
create unique index assessment_correction on assessment (programme_id, corrects_id) where status <> 'withdrawn';
-- One ladder of a company is measured once at a time; a correction may be written beside it.
create unique index assessment_open on assessment (programme_id, company_id, focus_area_id)
  where status in ('self', 'coach') and corrects_id is null;
-- The newest result of each company, without touching the rows.
create index assessment_newest on assessment
  (programme_id, focus_area_id, company_id, started_on desc, occasion_id desc, revision desc) include (levels)
  where status = 'submitted';

-- A person asked to answer. Each answers for themselves, on their own phone.
create table respondent (
  programme_id uuid not null references programme (id),
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  name text not null,
  title text,
  invited_at timestamptz not null default now(),
  first_answer_at timestamptz,
  completed_at timestamptz,
  primary key (programme_id, id),
  unique (programme_id, assessment_id, person_id),
  foreign key (programme_id, assessment_id) references assessment (programme_id, id) on delete cascade
);
create index respondent_person on respondent (programme_id, person_id);

-- One respondent's answer to one question; JSON null where it was taken back. `seconds` is the time from question shown to answer.
create table answer (
  programme_id uuid not null references programme (id),
  assessment_id uuid not null,
  respondent_id uuid not null,
  question_id text not null,
  value jsonb not null,
  seconds integer,
  revision integer not null default 1,
  answered_at timestamptz not null default now(),
  primary key (programme_id, assessment_id, respondent_id, question_id),
  foreign key (programme_id, respondent_id) references respondent (programme_id, id) on delete cascade,
  foreign key (programme_id, assessment_id) references assessment (programme_id, id) on delete cascade
);
create index answer_respondent on answer (programme_id, respondent_id);

-- The coach's finding for one question, with its reason; JSON null where it was taken back.
create table finding (
  programme_id uuid not null references programme (id),
  assessment_id uuid not null,
  question_id text not null,
  value jsonb not null,
  reason text,
  evidence_class text check (evidence_class in ('E0', 'E1', 'E2', 'E3', 'E4')),
  found_by uuid not null,
  revision integer not null default 1,
  found_at timestamptz not null default now(),
  primary key (programme_id, assessment_id, question_id),
  foreign key (programme_id, assessment_id) references assessment (programme_id, id) on delete cascade
);

-- Evidence on file for one criterion: dated, with a best-before.
create table evidence (
  programme_id uuid not null references programme (id),
  id uuid not null,
  assessment_id uuid not null,
  question_id text not null,
  class text not null check (class in ('E0', 'E1', 'E2', 'E3', 'E4')),
  description text not null,
  dated_on date not null,
  best_before_on date not null,
  document_id uuid,
  added_by uuid,
  added_at timestamptz not null default now(),
  revision integer not null default 1,
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, assessment_id) references assessment (programme_id, id) on delete cascade,
  foreign key (programme_id, document_id) references document (programme_id, id)
);
create index evidence_assessment on evidence (programme_id, assessment_id, question_id);
create index evidence_document on evidence (programme_id, document_id);

call protect_tenant_table('occasion');
call protect_tenant_table('assessment');
call protect_tenant_table('respondent');
call protect_tenant_table('answer');
call protect_tenant_table('finding');
call protect_tenant_table('evidence');
