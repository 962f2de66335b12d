-- What stands in the central register about the awards of a programme, and lists that are compared with the ledger.

alter table aid_grant
  -- the day of the decision that took it back for good
  add column withdrawn_on date,
  -- the award as the register has it
  add column register_entry jsonb,
  -- the revision that the register agrees with; a lower one than the row's own: the register has to be changed
  add column registered_revision integer;

update aid_grant g set withdrawn_on = c.decided_on
from aid_grant_change c
where c.programme_id = g.programme_id and c.grant_id = g.id and c.minor = 0;

-- Only what the programme itself awards is registered by it. An award that was taken back before it was registered
-- leaves nothing to register. The duty itself and its last day follow from the law, and are not stored.
alter table aid_grant add column register_state text generated always as (
  case
    when origin <> 'programme' or removed_at is not null then null
    when registered_on is null and withdrawn_on is not null then 'void'
    when registered_on is null then 'open'
    when registered_revision < revision then 'changed'
    else 'registered'
  end
) stored;

create index aid_grant_register on aid_grant (programme_id, register_state, awarded_on, id) where origin = 'programme';
create index aid_grant_register_amount on aid_grant (programme_id, register_state, eur_cents, id)
  where origin = 'programme';
create index aid_grant_own on aid_grant (programme_id, awarded_on, id) where origin = 'programme';
create index aid_grant_own_amount on aid_grant (programme_id, eur_cents, id) where origin = 'programme';
create index aid_grant_withdrawn on aid_grant (programme_id, awarded_on, id) where withdrawn_on is not null;

-- Each time somebody said that an award stands in the register, or took that back.
create table aid_register_entry (
  programme_id uuid not null references programme (id),
  id uuid not null,
  grant_id uuid not null,
  kind text not null check (kind in ('undone', 'registered')),
  registered_on date,
  reference text,
  -- the award as it was written in the register
  entry jsonb,
  reason text not null default '',
  made_by uuid not null,
  made_at timestamptz not null default now(),
  -- tells two of the same moment apart
  place integer not null,
  primary key (programme_id, id),
  foreign key (programme_id, grant_id) references aid_grant (programme_id, id),
  check ((kind = 'registered') = (registered_on is not null and reference is not null and entry is not null))
);
create unique index aid_register_entry_grant on aid_register_entry (programme_id, grant_id, place);

-- An extract of the register or a list of earlier aid, as it was read. What became of it is read from the ledger.
create table aid_import (
  programme_id uuid not null references programme (id),
  id uuid not null,
  kind text not null check (kind in ('register', 'earlier-aid')),
  name text not null,
  -- headings and what each is taken for, and the rows with what was understood of each
  content jsonb not null,
  lines integer not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (programme_id, id)
);
create index aid_import_made on aid_import (programme_id, made_at desc, id);

call protect_tenant_table('aid_register_entry');
call protect_tenant_table('aid_import');

-- What was said of the register is on record for ever. A list that was read may be thrown away.
revoke update, delete on aid_register_entry from stegvis_app;
revoke update on aid_import from stegvis_app;
