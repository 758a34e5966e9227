-- What a place in the queue remembers beside its turn.

-- Since when the caller knows that nobody is free soon.
alter table queue_entry add column told_at timestamptz;
-- A colleague who takes it next, out of turn.
alter table queue_entry add column requested_by text references "user" (id);
alter table presence add column idle_since timestamptz;

-- The caller was told that nobody answers now: the line was closed, or too many waited already.
alter table call add column turned_away text check (turned_away in ('closed', 'full'));
-- When the caller asked to be called back rather than to wait.
alter table call add column asked_back_at timestamptz;
-- An adviser's end that was lost in mid-call is waited for until then.
alter table call add column rejoin_until timestamptz;
create index call_rejoin on call (rejoin_until) where rejoin_until is not null;
create index call_adviser_ended on call (adviser_id, ended_at);

-- What a caller said to nobody. The recording is with the carrier.
create table voicemail (
  call_id uuid primary key references call (id),
  recording_id text not null,
  length_s integer not null check (length_s >= 0),
  at timestamptz not null
);
