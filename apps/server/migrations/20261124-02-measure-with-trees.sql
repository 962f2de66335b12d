-- A focus area may measure with a tree model as well as with a ladder.

-- What the model is never changes, so it is kept beside its name: readers of ladders tell by it what is theirs.
alter table focus_area add column model_kind text not null default 'ladder' check (model_kind in ('ladder', 'tree'));
alter table assessment add column model_kind text not null default 'ladder' check (model_kind in ('ladder', 'tree'));

-- A fact about the company that a model reads and the company record does not hold, as it was said for one
-- assessment; JSON null where it was taken back.
create table assessment_fact (
  programme_id uuid not null references programme (id),
  assessment_id uuid not null,
  fact_id text not null,
  value jsonb not null,
  revision integer not null default 1,
  said_by uuid not null,
  said_at timestamptz not null default now(),
  primary key (programme_id, assessment_id, fact_id),
  foreign key (programme_id, assessment_id) references assessment (programme_id, id) on delete cascade
);

call protect_tenant_table('assessment_fact');
