-- Calls that come over a network wait for somebody, ring at one desk after the other, and are held by legs that join.

alter table line drop constraint line_kind_check;
alter table line add constraint line_kind_check check (kind in ('manual', 'training', 'twilio', 'sip'));
-- How its calls wait and ring: src/routing/line-rules.ts. Null on lines without a queue.
alter table line add column rules jsonb;
-- Closed by hand: calls are answered as outside its hours.
alter table line add column closed_at timestamptz;
-- The number called says which line it is.
create unique index line_called on line (number) where kind in ('twilio', 'sip');

alter table call drop constraint call_state_check;
alter table call add constraint call_state_check
  check (state in ('waiting', 'ringing', 'live', 'wrap-up', 'call-back', 'closed', 'missed'));

create table adviser_skill (
  user_id text primary key references "user" (id) on delete cascade,
  skills text[] not null default '{}',
  languages text[] not null default '{fr}'
);

alter table presence drop constraint presence_presence_check;
alter table presence add constraint presence_presence_check
  check (presence in ('available', 'pause', 'training', 'wrap-up', 'off'));
-- What the adviser chose for after the call in hand; nothing else decides it.
alter table presence add column next text check (next in ('available', 'pause', 'training', 'off'));
-- When a wrap-up ends by itself.
alter table presence add column until timestamptz;

-- The place of a call in its line's queue, from its arrival until it is answered or given up.
create table queue_entry (
  call_id uuid primary key references call (id),
  since timestamptz not null,
  priority integer not null default 0,
  skills text[] not null default '{}',
  language text,
  -- The caller hung up and keeps the place: it is they who are called when it comes.
  calls_back boolean not null default false
);
create index queue_entry_since on queue_entry (since);

-- One end of a call on its carrier: the caller's, an adviser's, a third party's.
create table leg (
  id text primary key,
  call_id uuid not null references call (id),
  role text not null check (role in ('caller', 'adviser', 'party', 'listener')),
  account_id text references "user" (id),
  state text not null check (state in ('ringing', 'joined', 'ended')),
  is_held boolean not null default false,
  began_at timestamptz not null,
  joined_at timestamptz,
  ended_at timestamptz,
  -- When its carrier last said something of it: who is silent too long is asked about.
  heard_at timestamptz not null
);
create index leg_call on leg (call_id);
create index leg_open on leg (heard_at) where state <> 'ended';

-- What carriers said, as said, each once: the order in which it came decides nothing.
create table carrier_event (
  key text primary key,
  leg_id text not null,
  sequence integer,
  status text not null,
  at timestamptz,
  received_at timestamptz not null
);
create index carrier_event_leg on carrier_event (leg_id);
create index carrier_event_received on carrier_event (received_at);
