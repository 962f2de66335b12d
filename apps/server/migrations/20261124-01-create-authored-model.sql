-- The models a programme writes itself: drafts, their reviews, and the versions it has published.

create table authored_model (
  programme_id uuid not null references programme (id),
  id uuid not null,
  -- as the document says, kept beside it for lists and for the versions that are published
  model_id text not null,
  version text not null,
  -- published and withdrawn versions never change: see authored_model_is_kept
  status text not null check (status in ('draft', 'in-review', 'published', 'withdrawn')),
  -- as written, finished or not; json and not jsonb, so that scales and languages stay in the order of the author
  document json not null,
  -- counts the savings of the document
  revision integer not null default 1,
  -- the version it began as a copy of, such as energy-check@1.0.0
  based_on text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  -- the file as it was printed at publishing, and its hash
  source text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  published_on date,
  published_by uuid,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawal_reason text,
  primary key (programme_id, id),
  check ((status in ('published', 'withdrawn')) = (source is not null and sha256 is not null and published_on is not null))
);
-- A version is published once, also when it is withdrawn later: assessments go on naming it.
create unique index authored_model_version on authored_model (programme_id, model_id, version)
  where status in ('published', 'withdrawn');
create index authored_model_changed on authored_model (programme_id, changed_at desc, id);

-- What a second person said of one revision of a draft.
create table model_review (
  programme_id uuid not null references programme (id),
  id uuid not null,
  authored_model_id uuid not null,
  revision integer not null,
  verdict text not null check (verdict in ('approve', 'return')),
  comment text not null default '',
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, authored_model_id) references authored_model (programme_id, id) on delete cascade
);
create index model_review_model on model_review (programme_id, authored_model_id, reviewed_at);

call protect_tenant_table('authored_model');
call protect_tenant_table('model_review');
-- A review stands as it was given; it goes only with the draft it speaks of.
revoke update on model_review from stegvis_app;

-- The last word on "published versions never change", should a service ever forget to ask.
create function keep_published_model() returns trigger language plpgsql as $$
begin
  if old.status not in ('published', 'withdrawn') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.status = 'published' and new.status = 'withdrawn'
    and (new.programme_id, new.id, new.model_id, new.version, new.document::text, new.revision, new.based_on,
         new.created_by, new.created_at, new.changed_by, new.changed_at, new.source, new.sha256, new.published_on,
         new.published_by)
      is not distinct from
        (old.programme_id, old.id, old.model_id, old.version, old.document::text, old.revision, old.based_on,
         old.created_by, old.created_at, old.changed_by, old.changed_at, old.source, old.sha256, old.published_on,
         old.published_by)
  then
    return new;
  end if;
  raise exception 'a published model version never changes'
    using errcode = '23514', constraint = 'authored_model_is_kept', table = 'authored_model';
end $$;
create trigger authored_model_is_kept before update or delete on authored_model
  for each row execute function keep_published_model();
