-- What a programme gives as de minimis aid: its rules, planned support, declarations, and the ledger of grants.

-- A programme without this row has no gate before advice.
create table aid_rules (
  programme_id uuid primary key references programme (id),
  gate boolean not null default false,
  member_state text not null check (member_state ~ '^[A-Z]{2}$'),
  regulation text not null,
  authority text not null default '',
  scheme text not null default '',
  scheme_reference text not null default '',
  instrument text not null check (instrument in ('subsidised-services', 'direct-grant', 'other')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- pay for an hour, in the smallest unit of the currency; null until it is set
  hourly_minor bigint check (hourly_minor > 0),
  payroll_ppm integer not null default 0 check (payroll_ppm between 0 and 2000000),
  flat_ppm integer not null default 0 check (flat_ppm between 0 and 2000000),
  public_ppm integer not null default 1000000 check (public_ppm between 0 and 1000000),
  -- whether a grant of the same date three years earlier counts; null: as content/aid has it
  boundary_counts boolean,
  rate_policy text not null check (rate_policy in ('exact-day', 'last-published', 'month-of'))
);

-- Support a company is meant to receive, and what was decided about it.
create table support (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  state text not null check (state in ('planned', 'submitted', 'granted', 'refused', 'withdrawn')),
  -- the cost of the coaching with the programme's costs of the day it was planned
  planned jsonb not null,
  -- gross grant equivalent: what is planned, and from the decision on what was granted
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- of the day of the decision
  rate jsonb,
  amount_eur_cents bigint check (amount_eur_cents >= 0),
  note text not null default '',
  -- outcome, day, authority, reference, reason, and what was judged at the moment of the decision
  decision jsonb,
  decided_on date,
  decided_by uuid,
  decided_at timestamptz,
  revision integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id),
  check ((state in ('granted', 'refused')) = (decided_on is not null and decision is not null))
);
create index support_company on support (programme_id, company_id, made_at);

-- What a company declares of earlier aid before it is awarded more.
create table aid_declaration (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  state text not null check (state in ('draft', 'signed', 'superseded')),
  content jsonb not null,
  revision integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  signed_on date,
  signed_at timestamptz,
  signature_id uuid,
  document_id uuid,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id),
  foreign key (programme_id, document_id) references document (programme_id, id),
  check ((state = 'draft') = (signed_on is null))
);
create unique index aid_declaration_draft on aid_declaration (programme_id, company_id) where state = 'draft';
create index aid_declaration_company on aid_declaration (programme_id, company_id, made_at);
create index aid_declaration_document on aid_declaration (programme_id, document_id);

-- One award of de minimis aid. What changed it later stands in aid_grant_change.
create table aid_grant (
  programme_id uuid not null references programme (id),
  id uuid not null,
  party_id uuid not null,
  -- the company on whose pages it was entered; null where it came with a list
  company_id uuid,
  origin text not null check (origin in ('programme', 'declared', 'imported')),
  member_state text not null check (member_state ~ '^[A-Z]{2}$'),
  regulation text not null,
  awarded_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor bigint not null check (minor >= 0),
  -- kept with the amount for ever; null for euro
  rate jsonb,
  eur_cents bigint not null check (eur_cents >= 0),
  authority text not null default '',
  scheme text not null default '',
  instrument text not null default '',
  industry_code text not null default '',
  reference text not null default '',
  support_id uuid,
  declaration_id uuid,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  registered_on date,
  register_reference text,
  -- entered by mistake: it is in no sum, and stays in the history
  removed_at timestamptz,
  revision integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, party_id) references party (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id),
  foreign key (programme_id, support_id) references support (programme_id, id),
  foreign key (programme_id, declaration_id) references aid_declaration (programme_id, id)
);
create index aid_grant_party on aid_grant (programme_id, party_id, awarded_on);
create index aid_grant_company on aid_grant (programme_id, company_id);
create unique index aid_grant_support on aid_grant (programme_id, support_id);
create index aid_grant_declaration on aid_grant (programme_id, declaration_id);
create index aid_grant_awarded on aid_grant (programme_id, awarded_on desc, id desc);

create table aid_grant_change (
  programme_id uuid not null references programme (id),
  id uuid not null,
  grant_id uuid not null,
  kind text not null check (kind in ('lowered', 'withdrawn', 'corrected', 'removed')),
  -- of a decision that lowered or withdrew it, its day; of a correction, the day it was made
  decided_on date not null,
  -- what is left of the grant from that day on; null for a correction
  minor bigint check (minor >= 0),
  before jsonb not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, grant_id) references aid_grant (programme_id, id)
);
create index aid_grant_change_grant on aid_grant_change (programme_id, grant_id, decided_on, made_at);

-- The programme manager lets advice of one day through without the papers, and says why.
create table aid_exception (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  for_day date not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id)
);
create index aid_exception_company on aid_exception (programme_id, company_id, for_day);

call protect_tenant_table('aid_rules');
call protect_tenant_table('support');
call protect_tenant_table('aid_declaration');
call protect_tenant_table('aid_grant');
call protect_tenant_table('aid_grant_change');
call protect_tenant_table('aid_exception');

-- Aid that was awarded, and what was decided of it later, is on record for ever.
revoke delete on support, aid_declaration, aid_grant, aid_exception from stegvis_app;
revoke update, delete on aid_grant_change from stegvis_app;

-- Held while aid is awarded to an undertaking, one row for each of its enterprises: two grants against the same
-- headroom wait for each other, whichever programmes they are of. The key tells nobody which enterprise it is.
create table undertaking_lock (
  key text primary key check (key ~ '^[0-9a-f]{64}$')
);
grant select, insert, update on undertaking_lock to stegvis_app;
