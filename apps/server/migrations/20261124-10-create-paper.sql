-- Papers on aid, as they were made, and the signatures under them. They are kept for ten years.

alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check check (kind in (
  'evidence', 'logo', 'report', 'attachment',
  'declaration', 'aid-information', 'aid-certificate', 'sme-declaration', 'signature-record'
));

-- What a paper says is frozen when it is ordered; its file is set from that once, and never again.
create table paper (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  kind text not null check (
    kind in ('declaration', 'aid-information', 'aid-certificate', 'sme-declaration', 'signature-record')
  ),
  language text not null check (language in ('sv', 'en')),
  -- what the paper is about, and which state of it: a declaration, a size snapshot, an aid grant, a signature
  subject_id uuid not null,
  subject_revision integer not null default 1,
  material jsonb not null,
  -- null until the file is set
  document_id uuid,
  -- the last day it has to be kept
  keep_until date not null,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id),
  foreign key (programme_id, document_id) references document (programme_id, id)
);
-- The same state of the same thing, in the same language, is one paper however often somebody asks for it.
create unique index paper_subject on paper (programme_id, kind, subject_id, subject_revision, language);
create index paper_company on paper (programme_id, company_id, made_at desc, id desc);
create index paper_document on paper (programme_id, document_id);

-- Somebody's signature under the bytes of one document.
create table signature (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  subject_kind text not null check (subject_kind in ('declaration', 'size-snapshot')),
  subject_id uuid not null,
  document_id uuid not null,
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  -- in every language of the product; `language` is the one that was shown
  consent_text jsonb not null,
  language text not null check (language in ('sv', 'en')),
  signed_by uuid not null,
  signer_name text not null,
  -- by what right the person signs for the company, in the person's own statement
  stated_authority text not null check (stated_authority in ('alone', 'jointly', 'power-of-attorney')),
  method text not null,
  -- how the person was known
  assurance jsonb not null,
  signed_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id),
  foreign key (programme_id, document_id) references document (programme_id, id)
);
create unique index signature_signer on signature (programme_id, subject_kind, subject_id, signed_by);
create index signature_company on signature (programme_id, company_id, signed_at);
create index signature_document on signature (programme_id, document_id);

-- A signature begun with a provider elsewhere. No secret stands here: what proves the round trip is made again from
-- the state that comes back.
create table signing_session (
  programme_id uuid not null references programme (id),
  id uuid not null,
  company_id uuid not null,
  paper_id uuid not null,
  signed_by uuid not null,
  stated_authority text not null,
  language text not null check (language in ('sv', 'en')),
  consent_text jsonb not null,
  state_sha256 text not null check (state_sha256 ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, company_id) references company (programme_id, id) on delete cascade,
  foreign key (programme_id, paper_id) references paper (programme_id, id)
);
create unique index signing_session_state on signing_session (programme_id, state_sha256);
create index signing_session_company on signing_session (programme_id, company_id);
create index signing_session_paper on signing_session (programme_id, paper_id);
create index signing_session_expires on signing_session (programme_id, expires_at);

call protect_tenant_table('paper');
call protect_tenant_table('signature');
call protect_tenant_table('signing_session');
-- A paper is what it was: its file is added once, and it may have to be kept for longer.
revoke update, delete on paper from stegvis_app;
grant update (document_id, keep_until) on paper to stegvis_app;
revoke update, delete on signature from stegvis_app;

create function keep_paper() returns trigger language plpgsql as $$
begin
  if old.document_id is distinct from new.document_id and old.document_id is not null or new.keep_until < old.keep_until
  then
    raise exception 'a paper never changes'
      using errcode = '23514', constraint = 'paper_is_kept', table = 'paper';
  end if;
  return new;
end $$;
create trigger paper_is_kept after update on paper for each row execute function keep_paper();

-- Source: Regulation (EU) 2023/2831, Art. 6: records of aid are kept for ten years.
create function keep_paper_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (
    select from paper where programme_id = old.programme_id and document_id = old.id and keep_until >= current_date
  ) then
    return old;
  end if;
  raise exception 'the paper has to be kept'
    using errcode = '23514', constraint = 'paper_document_is_kept', table = 'document';
end $$;
create trigger paper_document_is_kept before update or delete on document
  for each row
  when (old.kind in ('declaration', 'aid-information', 'aid-certificate', 'sme-declaration', 'signature-record'))
  execute function keep_paper_document();
