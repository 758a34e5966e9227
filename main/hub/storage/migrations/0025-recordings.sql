-- What the carrier keeps of voices: its name there, its length and its term. No sound is ever kept here.
create table recording (
  id text primary key,
  call_id uuid not null references call (id),
  kind text not null check (kind in ('conversation', 'voicemail')),
  began_at timestamptz not null,
  -- Not known while it goes on.
  seconds integer check (seconds >= 0),
  -- From then on it is deleted at the carrier, and heard no more.
  delete_after timestamptz not null,
  heard_at timestamptz,
  deleted_at timestamptz
);
create index recording_call on recording (call_id);
create index recording_due on recording (delete_after) where deleted_at is null;

insert into recording (id, call_id, kind, began_at, seconds, delete_after)
select recording_id, call_id, 'voicemail', at, length_s, at + interval '30 days' from voicemail
on conflict do nothing;
drop table voicemail;

-- Whether the carrier was asked what it recorded of a caller's end that is over.
alter table leg add column recordings_read boolean not null default false;
create index leg_recordings on leg (heard_at) where role = 'caller' and state = 'ended' and not recordings_read;

-- The caller refused to be recorded: nothing is, until the call ends.
alter table call drop constraint call_recording_check;
alter table call add constraint call_recording_check check (recording in ('on', 'paused', 'stopped'));
-- And wants nothing kept of what was recorded before, whenever the carrier tells of it.
alter table call add column recording_erased boolean not null default false;
