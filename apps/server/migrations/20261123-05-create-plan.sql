-- Target picture, goals, actions, the quarterly check; coaching sessions; key figures; reports.

create table target (
  programme_id uuid not null references programme (id),
  company_id uuid not null,
  focus_area_id uuid not null,
  dimension_id text not null,
  level integer not null check (level between 1 and 9),
  due_on date,
  set_by uuid,
  set_at timestamptz not null default now(),
  revision integer not null default 1,
  primary key (programme_id, company_id, focus_area_id, dimension_id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  foreign key (programme_id, focus_area_id) references focus_area (programme_id, id)
);
create index target_focus_area on target (programme_id, focus_area_id);

create table goal (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  title text not null,
  measure text,
  due_on date,
  position integer not null default 0,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index goal_company on goal (programme_id, company_id);

create table action (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  goal_id uuid,
  focus_area_id uuid,
  -- the model's action this came from, when it did
  model_id text,
  model_version text,
  model_action_id text,
  dimension_id text,
  to_level integer,
  title text not null,
  description text,
  status text not null check (status in ('proposed', 'planned', 'ongoing', 'done', 'dropped')),
  owner_id uuid,
  owner_name text,
  due_on date,
  started_on date,
  done_on date,
  effort_hours integer check (effort_hours >= 0),
  cost_cents bigint check (cost_cents >= 0),
  effect_text text,
  effect_key_figure_id text,
  effect_amount numeric,
  reason text,
  position integer not null default 0,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  foreign key (programme_id, goal_id) references goal (programme_id, id),
  foreign key (programme_id, focus_area_id) references focus_area (programme_id, id)
);
create index action_company on action (programme_id, company_id, position);
create index action_goal on action (programme_id, goal_id);
create index action_focus_area on action (programme_id, focus_area_id);
create index action_owner on action (programme_id, owner_id, due_on);

create table plan_check (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  checked_on date not null,
  note text not null,
  mood text not null check (mood in ('on-track', 'slow', 'stuck')),
  -- actions by status on that day
  counts jsonb not null,
  checked_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index plan_check_company on plan_check (programme_id, company_id, checked_on);

create table coaching_session (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  held_on date not null,
  how text not null check (how in ('on-site', 'video', 'phone')),
  coach_id uuid not null,
  -- names of those who took part from the company
  participants jsonb not null default '[]',
  minutes integer not null check (minutes between 1 and 1440),
  note_all text,
  note_team text,
  next_step text,
  next_step_on date,
  revision integer not null default 1,
  logged_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index coaching_session_company on coaching_session (programme_id, company_id, held_on desc, id);
create index coaching_session_coach on coaching_session (programme_id, coach_id, held_on desc, id);

create table coaching_session_focus_area (
  programme_id uuid not null references programme (id),
  session_id uuid not null,
  focus_area_id uuid not null,
  primary key (programme_id, session_id, focus_area_id),
  foreign key (programme_id, session_id) references coaching_session (programme_id, id) on delete cascade,
  foreign key (programme_id, focus_area_id) references focus_area (programme_id, id)
);
create index coaching_session_focus_area_area on coaching_session_focus_area (programme_id, focus_area_id);

create table key_figure_value (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  key_figure_id text not null,
  -- the period the value speaks of, both days included
  from_on date not null,
  to_on date not null,
  amount numeric not null,
  unit text not null,
  quality text not null check (quality in ('baseline', 'estimated', 'verified')),
  verified_by uuid,
  source text,
  note text,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  revision integer not null default 1,
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  check (to_on >= from_on)
);
create index key_figure_value_company on key_figure_value (programme_id, company_id, key_figure_id, to_on);

create table report (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  occasion_id uuid,
  kind text not null check (kind in ('baseline', 'plan', 'follow-up')),
  language text not null,
  document_id uuid not null,
  -- what the report was made from, so that it can be made again
  snapshot jsonb not null,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  foreign key (programme_id, occasion_id) references occasion (programme_id, id),
  foreign key (programme_id, document_id) references document (programme_id, id)
);
create index report_company on report (programme_id, company_id, made_at desc);
create index report_occasion on report (programme_id, occasion_id);
create index report_document on report (programme_id, document_id);

call protect_tenant_table('target');
call protect_tenant_table('goal');
call protect_tenant_table('action');
call protect_tenant_table('plan_check');
call protect_tenant_table('coaching_session');
call protect_tenant_table('coaching_session_focus_area');
call protect_tenant_table('key_figure_value');
call protect_tenant_table('report');
