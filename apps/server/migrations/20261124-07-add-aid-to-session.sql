-- Whether a session was advice to the company, and so aid, or an open event; and how it passed the gate.
alter table coaching_session add column aid_kind text not null default 'advice' check (aid_kind in ('advice', 'open-event'));
alter table coaching_session add column aid_reason text;
alter table coaching_session add column aid_advantage text check (aid_advantage in ('none', 'unclear'));
alter table coaching_session add column override_reason text;
alter table coaching_session add column override_by uuid;
-- null where no gate stood before it
alter table coaching_session add column billable boolean;
