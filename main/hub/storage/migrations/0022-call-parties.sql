-- Who else is in a call, from when they are rung until they leave it. Nothing of them is kept then.
create table call_party (
  id uuid primary key,
  call_id uuid not null references call (id),
  adviser_id text references "user" (id) on delete cascade,
  -- A person's: it goes with the row.
  number text,
  added_by text not null references "user" (id) on delete cascade,
  state text not null check (state in ('ringing', 'joined')),
  since timestamptz not null,
  check ((adviser_id is null) <> (number is null))
);
create index call_party_call on call_party (call_id);
-- Nobody is in two conversations.
create unique index call_party_adviser on call_party (adviser_id) where adviser_id is not null;

alter table call add column held_since timestamptz;
alter table call add column recording text check (recording in ('on', 'paused'));
