-- What a company is called by registers, beside its organisation number, and what it does by official classifications.

-- A number that follows from the organisation number is not kept, unless it is another than the one that follows.
create table company_identifier (
  programme_id uuid not null references programme (id),
  company_id uuid not null,
  scheme text not null,
  -- as it is written
  value text not null,
  stated_by uuid not null,
  stated_at timestamptz not null default now(),
  primary key (programme_id, company_id, scheme),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade
);

-- Industry codes by scheme, with the days they held: during a change of classifications a company has codes of both.
create table company_industry (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  scheme text not null check (scheme in ('sni-2007', 'sni-2025', 'nace-2', 'nace-2.1')),
  code text not null,
  -- 1 is the main activity
  rank integer not null check (rank between 1 and 20),
  from_on date,
  to_on date,
  revision integer not null default 1,
  stated_by uuid not null,
  stated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  check (to_on >= from_on)
);
create index company_industry_company on company_industry (programme_id, company_id, scheme, rank);

call protect_tenant_table('company_identifier');
call protect_tenant_table('company_industry');
