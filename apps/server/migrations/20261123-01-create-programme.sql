-- The programme (the tenant), its partners, sub-projects, funders and focus areas.

-- Row-level security: a transaction sees the programme it named, and no other. No programme named, no rows.
create function current_programme() returns uuid language sql stable
  return nullif(current_setting('app.programme', true), '')::uuid;
create function current_person() returns uuid language sql stable
  return nullif(current_setting('app.person', true), '')::uuid;

-- Every migration that creates a tenant table calls this for it.
create procedure protect_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (programme_id = current_programme()) with check (programme_id = current_programme())',
    name
  );
  execute format('grant select, insert, update, delete on %s to stegvis_app', name);
end $$;

create table programme (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 3 and 60),
  name jsonb not null,
  -- draft: being set up, seen by its managers only; open: the public page answers; closed: read only
  status text not null check (status in ('draft', 'open', 'closed')),
  demonstration boolean not null default false,
  time_zone text not null default 'Europe/Stockholm',
  country text not null default 'SE' check (country ~ '^[A-Z]{2}$'),
  starts_on date,
  ends_on date,
  -- texts a visitor meets: summary, about, offer, contact, visibility; each { sv, en }
  texts jsonb not null default '{}',
  -- settings the programme changes: comparison threshold, silent days, target shares
  settings jsonb not null default '{}',
  logo_document_id uuid,
  created_at timestamptz not null default now(),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);

create table partner (
  programme_id uuid not null references programme (id),
  id uuid not null,
  name text not null,
  organisation_number text,
  kind text not null check (kind in ('owner', 'partner')),
  budget_cents bigint check (budget_cents >= 0),
  target_companies jsonb not null default '{}',
  position integer not null default 0,
  removed_at timestamptz,
  primary key (programme_id, id)
);

create table funder (
  programme_id uuid not null references programme (id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('eu', 'state', 'region', 'municipal', 'other')),
  amount_cents bigint check (amount_cents >= 0),
  -- the sentence the funder asks for next to its mark; { sv, en }
  acknowledgement jsonb,
  logo_document_id uuid,
  position integer not null default 0,
  removed_at timestamptz,
  primary key (programme_id, id)
);

create table sub_project (
  programme_id uuid not null references programme (id),
  id uuid not null,
  name text not null,
  partner_id uuid not null,
  position integer not null default 0,
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, partner_id) references partner (programme_id, id)
);
create index sub_project_partner on sub_project (programme_id, partner_id);

-- A municipality belongs to one sub-project of a programme: that is how an interest finds its partner.
create table sub_project_municipality (
  programme_id uuid not null references programme (id),
  municipality_code text not null,
  sub_project_id uuid not null,
  primary key (programme_id, municipality_code),
  foreign key (programme_id, sub_project_id) references sub_project (programme_id, id)
);
create index sub_project_municipality_sub_project on sub_project_municipality (programme_id, sub_project_id);

create table focus_area (
  programme_id uuid not null references programme (id),
  id uuid not null,
  slug text not null,
  name jsonb not null,
  summary jsonb not null default '{"sv":"","en":""}',
  model_id text not null,
  model_version text not null,
  accent integer not null default 1 check (accent between 1 and 8),
  position integer not null default 0,
  removed_at timestamptz,
  primary key (programme_id, id),
  unique (programme_id, slug)
);

-- What may be attached to anything: evidence, logos, reports. The bytes are kept as they came.
create table document (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid,
  kind text not null check (kind in ('evidence', 'logo', 'report', 'attachment')),
  name text not null,
  media_type text not null,
  size_bytes integer not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id)
);
create index document_company on document (programme_id, company_id) where company_id is not null;

alter table programme add foreign key (id, logo_document_id) references document (programme_id, id);
create index programme_logo on programme (id, logo_document_id);
alter table funder add foreign key (programme_id, logo_document_id) references document (programme_id, id);
create index funder_logo on funder (programme_id, logo_document_id);

-- Everything that happened, append only. `detail` holds what changed, never secrets.
create table event (
  programme_id uuid not null references programme (id),
  id uuid not null,
  at timestamptz not null default now(),
  person_id uuid,
  kind text not null,
  company_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}',
  -- who may read it on a timeline: all (the company too), team, office
  audience text not null default 'team' check (audience in ('all', 'team', 'office')),
  primary key (programme_id, id)
);
create index event_company on event (programme_id, company_id, at desc, id desc) where company_id is not null;
create index event_subject on event (programme_id, subject_id, at desc, id desc) where subject_id is not null;
create index event_at on event (programme_id, at desc, id desc);

call protect_tenant_table('partner');
call protect_tenant_table('funder');
call protect_tenant_table('sub_project');
call protect_tenant_table('sub_project_municipality');
call protect_tenant_table('focus_area');
call protect_tenant_table('document');
call protect_tenant_table('event');

-- Events are never changed or removed by the application.
revoke update, delete on event from stegvis_app;

-- The programme row itself: written only inside its own transactions; read there, and by anyone once it is open.
-- Its members and the administrators of the installation are added where those are created.
alter table programme enable row level security;
alter table programme force row level security;
grant select, insert, update on programme to stegvis_app;
create policy own on programme using (id = current_programme()) with check (id = current_programme());
create policy open_page on programme for select using (status = 'open');
