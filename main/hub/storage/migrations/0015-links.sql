-- Doors without an account: a token in an address is the right to one thing, and only its SHA-256 is kept.

create table link (
  token_hash text primary key,
  purpose text not null check (purpose in ('venue-answer', 'person-change')),
  referral_id uuid not null references referral (id) on delete cascade,
  made_at timestamptz not null,
  -- The person's link has no day of its own: it lives until the appointment, which may move.
  expires_at timestamptz,
  -- When somebody first pressed on the page that it opens.
  opened_at timestamptz,
  -- When the venue answered, by this link or by another of the same referral.
  used_at timestamptz,
  check ((purpose = 'venue-answer') = (expires_at is not null)),
  check (used_at is null or purpose = 'venue-answer')
);
create index link_referral on link (referral_id, purpose);

-- A mediator's appointments for their own calendar program: one address each.
create table calendar_feed (
  user_id text primary key references "user" (id) on delete cascade,
  token_hash text not null unique,
  made_at timestamptz not null
);
