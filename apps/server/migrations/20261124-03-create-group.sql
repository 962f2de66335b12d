-- Who owns whom, their accounts, currency rates, and the size of companies as it was on the days that count.

-- One picture of ownership for the whole programme: the picture of a company is all that hangs together with it.
create table party (
  programme_id uuid not null references programme (id),
  id uuid not null,
  -- the company of the programme that this is: its name is read there
  company_id uuid,
  kind text not null check (kind in (
    'enterprise', 'person', 'public-body', 'local-authority', 'public-investment-corporation', 'venture-capital',
    'business-angel', 'university', 'institutional-investor'
  )),
  name text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  -- in one form for every way of writing it; may be a sole trader's own number
  number text,
  -- what the kind has beside these, such as whether its shares are quoted
  attributes jsonb not null default '{}',
  source text not null check (source in ('company', 'staff', 'register')),
  revision integer not null default 1,
  -- null where it followed from the company record
  stated_by uuid,
  stated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id)
);
create unique index party_company on party (programme_id, company_id) where company_id is not null;
create unique index party_number on party (programme_id, country, number) where removed_at is null and number is not null;

-- Who holds, decides over or stands together with whom; the parties are named by their ids in it.
create table group_fact (
  programme_id uuid not null references programme (id),
  id uuid not null,
  kind text not null check (kind in (
    'holding', 'control', 'acting-jointly', 'market', 'consolidation', 'restructuring'
  )),
  fact jsonb not null,
  note text not null default '',
  source text not null check (source in ('company', 'staff', 'register')),
  revision integer not null default 1,
  stated_by uuid not null,
  stated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id)
);

create table group_fact_party (
  programme_id uuid not null references programme (id),
  fact_id uuid not null,
  party_id uuid not null,
  primary key (programme_id, fact_id, party_id),
  foreign key (programme_id, fact_id) references group_fact (programme_id, id),
  foreign key (programme_id, party_id) references party (programme_id, id)
);
create index group_fact_party_party on group_fact_party (programme_id, party_id, fact_id);

create table party_accounts (
  programme_id uuid not null references programme (id),
  id uuid not null,
  party_id uuid not null,
  -- the last day of the year, or the day of the estimate; and whose figures: they are there once for a day
  on_day date not null,
  scope text not null check (scope in ('own', 'consolidated', 'estimate')),
  accounts jsonb not null,
  source text not null check (source in ('company', 'staff', 'register')),
  revision integer not null default 1,
  stated_by uuid not null,
  stated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, party_id) references party (programme_id, id)
);
create index party_accounts_party on party_accounts (programme_id, party_id, on_day);
create unique index party_accounts_once on party_accounts (programme_id, party_id, on_day, scope) where removed_at is null;

-- So much of a currency for one euro, digit by digit as it was published. A published rate never changes.
create table currency_rate (
  programme_id uuid not null references programme (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  every text not null check (every in ('day', 'month')),
  -- of a monthly rate, the first day of the month
  on_day date not null,
  per_euro text not null,
  source text not null,
  -- what came with one file, so that a file read by mistake can be taken back
  import_id uuid not null,
  imported_by uuid,
  imported_at timestamptz not null default now(),
  primary key (programme_id, currency, every, on_day)
);
create index currency_rate_day on currency_rate (programme_id, on_day desc, currency);
create index currency_rate_import on currency_rate (programme_id, import_id);

-- The size of a company on a day the law asks about, with everything it was decided from.
create table size_snapshot (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  anchor text not null check (anchor in ('grant', 'application', 'other')),
  on_day date not null,
  input jsonb not null,
  status jsonb not null,
  verdict text not null check (verdict in ('pass', 'block', 'review')),
  category text check (category in ('micro', 'small', 'medium', 'not_sme')),
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_verdict text check (review_verdict in ('pass', 'block')),
  review_reason text,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id),
  check ((reviewed_at is null) = (review_verdict is null) and (reviewed_at is null) = (review_reason is null)),
  check (reviewed_at is null or verdict = 'review')
);
create index size_snapshot_company on size_snapshot (programme_id, company_id, taken_at desc, id desc);

call protect_tenant_table('party');
call protect_tenant_table('group_fact');
call protect_tenant_table('group_fact_party');
call protect_tenant_table('party_accounts');
call protect_tenant_table('currency_rate');
call protect_tenant_table('size_snapshot');

-- A snapshot stands as it was taken; the one thing that can be added is what a person decided.
revoke update, delete on size_snapshot from stegvis_app;
grant update (reviewed_by, reviewed_at, review_verdict, review_reason) on size_snapshot to stegvis_app;
revoke update on currency_rate from stegvis_app;
