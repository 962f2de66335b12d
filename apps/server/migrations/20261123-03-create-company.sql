-- The company record: one per organisation number in a programme.

create table company (
  programme_id uuid not null references programme (id),
  id uuid not null,
  organisation_number text not null,
  country text not null default 'SE',
  name text not null,
  -- municipality of the workplace the programme meets; null until known
  municipality_code text,
  sub_project_id uuid,
  partner_id uuid,
  coach_id uuid,
  status text not null check (status in ('interest', 'in-dialogue', 'eligible', 'agreed', 'active', 'paused', 'completed', 'left')),
  status_since date not null,
  came_by text not null check (came_by in ('interest-form', 'coach', 'import', 'referral')),
  industry_code text,
  website text,
  legal_form text,
  address text,
  postcode text,
  city text,
  description text,
  next_step text,
  next_step_on date,
  last_contact_on date,
  interest_message text,
  -- size class of the latest year whose size is known, kept by the service
  size_class text check (size_class in ('micro', 'small', 'medium', 'large')),
  -- what may be searched for, folded to lower case without accents, kept by the service: the register's words
  -- for everybody, the contacts only for those who may see the record
  search_text text not null default '',
  contact_text text not null default '',
  -- changed by every write: tells two writers apart
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  -- the order of the journey, for sorting by status
  status_rank integer not null generated always as (
    case status
      when 'interest' then 1 when 'in-dialogue' then 2 when 'eligible' then 3 when 'agreed' then 4
      when 'active' then 5 when 'paused' then 6 when 'completed' then 7 else 8
    end
  ) stored,
  primary key (programme_id, id),
  unique (programme_id, country, organisation_number),
  foreign key (programme_id, sub_project_id) references sub_project (programme_id, id),
  foreign key (programme_id, partner_id) references partner (programme_id, id)
);
create index company_name on company (programme_id, name collate "sv-SE-x-icu", id);
create index company_status on company (programme_id, status, name collate "sv-SE-x-icu", id);
create index company_coach on company (programme_id, coach_id, name collate "sv-SE-x-icu", id);
create index company_partner on company (programme_id, partner_id, name collate "sv-SE-x-icu", id);
create index company_sub_project on company (programme_id, sub_project_id, name collate "sv-SE-x-icu", id);
create index company_status_rank on company (programme_id, status_rank, name collate "sv-SE-x-icu", id);
create index company_last_contact on company (programme_id, last_contact_on nulls first, id);
create index company_next_step on company (programme_id, next_step_on, id);
create index company_created on company (programme_id, created_at desc, id);

alter table role_grant add foreign key (programme_id, company_id) references company (programme_id, id);
alter table invitation add foreign key (programme_id, company_id) references company (programme_id, id);
alter table document add foreign key (programme_id, company_id) references company (programme_id, id);
alter table event add foreign key (programme_id, company_id) references company (programme_id, id);

create table company_focus_area (
  programme_id uuid not null references programme (id),
  company_id uuid not null,
  focus_area_id uuid not null,
  primary key (programme_id, company_id, focus_area_id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  foreign key (programme_id, focus_area_id) references focus_area (programme_id, id)
);
create index company_focus_area_area on company_focus_area (programme_id, focus_area_id, company_id);

-- Size by financial year: the size class follows from it.
create table company_year (
  programme_id uuid not null references programme (id),
  company_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  employees numeric(10, 2) check (employees >= 0),
  turnover_cents bigint check (turnover_cents >= 0),
  balance_cents bigint check (balance_cents >= 0),
  source text not null default 'company',
  primary key (programme_id, company_id, year),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);

create table workplace (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  name text not null,
  workplace_number text,
  municipality_code text,
  address text,
  employees integer check (employees >= 0),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index workplace_company on workplace (programme_id, company_id);

create table contact (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  name text not null,
  email text check (email = lower(email)),
  phone text,
  title text,
  main boolean not null default false,
  -- the person this contact signs in as, once invited
  person_id uuid,
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index contact_company on contact (programme_id, company_id);
create index contact_email on contact (programme_id, email);

create table company_status_change (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  from_status text,
  to_status text not null,
  reason text,
  changed_by uuid,
  changed_on date not null,
  changed_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index company_status_change_company on company_status_change (programme_id, company_id, changed_at);

create table coach_assignment (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  coach_id uuid not null,
  from_on date not null,
  to_on date,
  note text,
  assigned_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index coach_assignment_company on coach_assignment (programme_id, company_id, from_on);

-- Someone entitled to ask opened a company's answers, and why.
create table opened_record (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  person_id uuid not null,
  reason text not null,
  opened_at timestamptz not null default now(),
  until_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);
create index opened_record_company on opened_record (programme_id, company_id, person_id, until_at);

call protect_tenant_table('company');
call protect_tenant_table('company_focus_area');
call protect_tenant_table('company_year');
call protect_tenant_table('workplace');
call protect_tenant_table('contact');
call protect_tenant_table('company_status_change');
call protect_tenant_table('coach_assignment');
call protect_tenant_table('opened_record');
