-- The first installation: who runs it, who works in it, the calls, what they lead to, and what desks are told.
-- Nothing newer than PostgreSQL 15. Instants are timestamptz; ids are UUIDs, but an account's (better-auth) and a venue's (its source).

create extension if not exists btree_gist;

-- The installation ---------------------------------------------------------------------------------------------------

create table installation (
  id uuid primary key,
  kind text not null check (kind in ('real', 'demonstration')),
  name text not null,
  created_at timestamptz not null,
  -- SHA-256 of the one-time token that lets the first administrator in; null once used.
  setup_token_hash text,
  -- A demonstration shows its visitors the password of its invented accounts.
  demonstration_password text check (demonstration_password is null or kind = 'demonstration')
);
create unique index installation_is_single on installation ((true));

create table sponsor (
  id uuid primary key,
  name text not null
);

create table territory (
  id uuid primary key,
  name text not null,
  departements text[] not null
);

create table line (
  id uuid primary key,
  name text not null,
  number text,
  kind text not null check (kind in ('manual', 'training')),
  sponsor_id uuid not null references sponsor (id),
  territory_id uuid not null references territory (id),
  script_id text not null
);

-- Accounts and sessions, in the columns that better-auth wants -------------------------------------------------------

create table "user" (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  role text not null check (role in ('adviser', 'mediator', 'supervisor', 'authority', 'administrator')),
  venue_id text,
  check ((role = 'mediator') = (venue_id is not null))
);

create table session (
  id text primary key,
  token text not null unique,
  user_id text not null references "user" (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text
);
create index session_of_user on session (user_id);

create table account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references "user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_of_user on account (user_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

create table user_territory (
  user_id text not null references "user" (id) on delete cascade,
  territory_id uuid not null references territory (id),
  primary key (user_id, territory_id)
);

create table presence (
  user_id text primary key references "user" (id) on delete cascade,
  presence text not null check (presence in ('available', 'pause', 'off')),
  since timestamptz not null
);

-- Scripts: a published version never changes, so that the answers of a call keep their meaning -----------------------

create table script_version (
  hash text primary key,
  id text not null,
  version text not null,
  document jsonb not null,
  published_at timestamptz not null,
  unique (id, version)
);

-- Venues: imported in sets, one of which is searched -----------------------------------------------------------------

create table venue_set (
  id uuid primary key,
  label text not null,
  origin text not null,
  imported_at timestamptz not null,
  current boolean not null,
  counts jsonb not null
);
create unique index venue_set_current on venue_set (current) where current;

create table venue (
  set_id uuid not null references venue_set (id) on delete cascade,
  id text not null,
  name text not null,
  commune_code text,
  departement text,
  data jsonb not null,
  primary key (set_id, id)
);

-- Calls: facts here, identity in its own tables ----------------------------------------------------------------------

create table person (
  id uuid primary key,
  name text not null,
  phone text,
  email text,
  address text,
  created_at timestamptz not null
);

create table call (
  id uuid primary key,
  sponsor_id uuid not null references sponsor (id),
  territory_id uuid not null references territory (id),
  line_id uuid not null references line (id),
  adviser_id text references "user" (id),
  -- Advisers who left this call to a colleague: it is not offered to them again.
  left_by text[] not null default '{}',
  offer_expires_at timestamptz,
  state text not null check (state in ('ringing', 'live', 'wrap-up', 'closed', 'missed')),
  mode text not null check (mode in ('live', 'afterwards')),
  persona_id text,
  script_hash text references script_version (hash),
  opened_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('caller', 'adviser')),
  closed_at timestamptz,
  outcome text check (outcome in ('solved', 'partly-solved', 'referred', 'unsolved', 'cut-off')),
  no_request text check (no_request in ('silent', 'wrong-number', 'abusive', 'test')),
  service text,
  theme text,
  level text check (level in ('E0', 'E1', 'E2', 'E3')),
  fragile boolean,
  obstacles text[] not null default '{}',
  commune_code text,
  check (outcome is null or no_request is null)
);
create index call_adviser on call (adviser_id) where state in ('ringing', 'live', 'wrap-up');
create index call_last_of_adviser on call (adviser_id, ended_at);
create index call_counted on call (territory_id, opened_at);

create table call_identity (
  call_id uuid primary key references call (id),
  number text,
  caller_id uuid references person (id),
  beneficiary_id uuid references person (id)
);
create index call_identity_number on call_identity (number);
create index call_identity_caller on call_identity (caller_id);
create index call_identity_beneficiary on call_identity (beneficiary_id);

-- What was done at a desk. Payloads hold identity and are not kept: the hash tells whether an id comes back unchanged.
create table operation (
  id uuid primary key,
  hash text not null,
  kind text not null,
  user_id text not null references "user" (id),
  at timestamptz not null,
  received_at timestamptz not null,
  status text not null check (status in ('applied', 'refused')),
  code text,
  place text,
  check ((status = 'refused') = (code is not null))
);

create table answer (
  position bigint generated always as identity primary key,
  call_id uuid not null references call (id),
  operation_id uuid not null references operation (id),
  question text not null,
  value jsonb not null,
  at timestamptz not null
);
create index answer_call on answer (call_id, position);

create table note (
  call_id uuid primary key references call (id),
  text text not null,
  at timestamptz not null
);

-- The trace of each consent asked: what was said is in the script of that hash.
create table consent (
  call_id uuid not null references call (id),
  operation_id uuid not null references operation (id),
  question text not null,
  script_hash text not null references script_version (hash),
  given boolean not null,
  at timestamptz not null,
  primary key (call_id, operation_id)
);

-- Diaries, bookings, referrals ---------------------------------------------------------------------------------------

create table diary (
  id uuid primary key,
  venue_id text not null unique,
  zone text not null,
  slot_minutes integer not null check (slot_minutes between 10 and 240)
);

-- Times on the venue's clock; weekday 1 is Monday.
create table diary_range (
  diary_id uuid not null references diary (id),
  weekday integer not null check (weekday between 1 and 7),
  from_time text not null,
  to_time text not null,
  primary key (diary_id, weekday, from_time),
  check (from_time < to_time)
);

create table booking (
  id uuid primary key,
  diary_id uuid not null references diary (id),
  call_id uuid not null references call (id),
  adviser_id text not null references "user" (id),
  sponsor_id uuid not null references sponsor (id),
  territory_id uuid not null references territory (id),
  line_id uuid not null references line (id),
  period tstzrange not null check (not isempty(period)),
  state text not null check (state in ('held', 'booked', 'released')),
  hold_expires_at timestamptz,
  check ((state = 'held') = (hold_expires_at is not null)),
  constraint booking_apart exclude using gist (diary_id with =, period with &&) where (state in ('held', 'booked'))
);
create index booking_call on booking (call_id);

create table referral (
  id uuid primary key,
  call_id uuid not null references call (id),
  sponsor_id uuid not null references sponsor (id),
  territory_id uuid not null references territory (id),
  line_id uuid not null references line (id),
  venue_id text not null,
  venue_name text not null,
  adviser_id text not null references "user" (id),
  booking_id uuid unique references booking (id),
  wishes text[] not null,
  -- Facts only; the person's identity is read from call_identity.
  summary jsonb not null,
  state text not null check (state in ('sent', 'accepted', 'refused')),
  refusal_reason text check (refusal_reason in ('full', 'not-our-service', 'too-far', 'closed-that-day', 'other')),
  refusal_note text,
  sent_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'refused') = (refusal_reason is not null)),
  check ((state = 'sent') = (decided_at is null))
);
create index referral_venue on referral (venue_id, sent_at);
-- Where a venue refused, the call may be sent to another.
create unique index referral_that_stands on referral (call_id) where state <> 'refused';
create index referral_call on referral (call_id);

-- What desks are told to read again, in one order for the installation -----------------------------------------------

create table change (
  seq bigint generated always as identity primary key,
  entity text not null check (entity in ('call', 'referral', 'diary', 'booking', 'presence')),
  entity_id text not null,
  -- The sides that decide who sees it.
  territory_id uuid,
  adviser_id text,
  venue_id text,
  at timestamptz not null
);
