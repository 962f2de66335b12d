-- Sign-in, in a schema of its own. The columns are those better-auth 1.7 expects (a test asks the library
-- whether anything is missing). A person is a row of auth."user": one sign-in, roles in several programmes.

create schema auth;

create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  language text not null default 'sv' check (language in ('sv', 'en')),
  administrator boolean not null default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth.session (
  id uuid primary key,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_person on auth.session ("userId");

create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_person on auth.account ("userId");

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.rate_limit (
  id uuid primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

grant usage on schema auth to stegvis_app;
grant select, insert, update, delete on all tables in schema auth to stegvis_app;

-- One row. The secret signs sessions and, until the installation is set up, makes the set-up link.
create table installation (
  id integer primary key check (id = 1),
  auth_secret text not null,
  set_up_at timestamptz,
  -- the administrator chose the demonstration: its people are offered on the sign-in page
  demonstration_sign_in boolean not null default false,
  -- an administrator nobody named, offered there too while no other programme exists
  demonstration_administrator_id uuid references auth."user" (id)
);
grant select, insert, update on installation to stegvis_app;

-- Mail to send or sent. Without an SMTP server it is read at /admin/mail.
create table mail (
  id uuid primary key,
  created_at timestamptz not null default now(),
  to_address text not null,
  language text not null check (language in ('sv', 'en')),
  kind text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text
);
create index mail_queue on mail (next_attempt_at) where status = 'queued';
create index mail_created on mail (created_at desc, id desc);
grant select, insert, update, delete on mail to stegvis_app;

-- A role held in a programme, and where it says so within a partner, a sub-project or a company.
create table role_grant (
  programme_id uuid not null references programme (id),
  id uuid not null,
  person_id uuid not null,
  role text not null,
  partner_id uuid,
  sub_project_id uuid,
  company_id uuid,
  title text,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, partner_id) references partner (programme_id, id),
  foreign key (programme_id, sub_project_id) references sub_project (programme_id, id)
);
create unique index role_grant_once on role_grant (programme_id, person_id, role, partner_id, sub_project_id, company_id)
  nulls not distinct where revoked_at is null;
create index role_grant_person on role_grant (person_id) where revoked_at is null;
create index role_grant_partner on role_grant (programme_id, partner_id);
create index role_grant_sub_project on role_grant (programme_id, sub_project_id);
create index role_grant_company on role_grant (programme_id, company_id);

create table invitation (
  programme_id uuid not null references programme (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  language text not null default 'sv' check (language in ('sv', 'en')),
  role text not null,
  partner_id uuid,
  sub_project_id uuid,
  company_id uuid,
  title text,
  -- a line from the person who invites, shown in the mail and on the page
  message text,
  token_sha256 text not null,
  invited_by uuid,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  withdrawn_at timestamptz,
  primary key (programme_id, id),
  unique (programme_id, token_sha256),
  foreign key (programme_id, partner_id) references partner (programme_id, id),
  foreign key (programme_id, sub_project_id) references sub_project (programme_id, id)
);
create index invitation_partner on invitation (programme_id, partner_id);
create index invitation_sub_project on invitation (programme_id, sub_project_id);
create index invitation_company on invitation (programme_id, company_id);

call protect_tenant_table('role_grant');
call protect_tenant_table('invitation');

-- A person may see the roles they hold, in every programme, to choose where to go.
create policy mine on role_grant for select using (person_id = current_person());
create policy member on programme for select using (
  exists (
    select from role_grant g
    where g.programme_id = programme.id and g.person_id = current_person() and g.revoked_at is null
  )
);
create policy administrator on programme for select using (
  exists (select from auth."user" u where u.id = current_person() and u.administrator)
);
