-- Row-level security: a transaction sees the programme it named, and no other. No programme named, no rows.

create function current_programme() returns uuid language sql stable
  return nullif(current_setting('app.programme', true), '')::uuid;
create function current_person() returns uuid language sql stable
  return nullif(current_setting('app.person', true), '')::uuid;

do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id'
    where c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (programme_id = current_programme()) with check (programme_id = current_programme())',
      name
    );
    execute format('grant select, insert, update, delete on %I to stegvis_app', name);
  end loop;
end $$;

-- Events are never changed or removed by the application.
revoke update, delete on event from stegvis_app;

-- The programme row itself: read by its own transactions, and by anyone once it is open or when the
-- person holds a role in it; written only inside its own transactions.
alter table programme enable row level security;
alter table programme force row level security;
grant select, insert, update on programme to stegvis_app;
create policy own on programme using (id = current_programme()) with check (id = current_programme());
create policy open_page on programme for select using (status = 'open');
create policy member on programme for select using (
  exists (
    select from role_grant g
    where g.programme_id = programme.id and g.person_id = current_person() and g.revoked_at is null
  )
);

-- A person may see the roles they hold, in every programme, to choose where to go.
create policy mine on role_grant for select using (person_id = current_person());
