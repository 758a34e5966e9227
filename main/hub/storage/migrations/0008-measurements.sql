-- How far somebody is, found out again by a venue that received them. It goes with the person.

create table measurement (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  referral_id uuid not null references referral (id),
  sponsor_id uuid not null references sponsor (id),
  territory_id uuid not null references territory (id),
  line_id uuid not null references line (id),
  venue_id text not null,
  measured_by text not null references "user" (id),
  -- When the person said that it may be kept.
  agreed_at timestamptz not null,
  at timestamptz not null,
  -- The model: its stamp, and the SHA-256 of its questions and table.
  model text not null,
  model_hash text not null,
  -- By question, those that were asked.
  answers jsonb not null,
  level text not null check (level in ('E0', 'E1', 'E2', 'E3')),
  fragile boolean not null
);
create index measurement_person on measurement (person_id, at);
create index measurement_referral on measurement (referral_id);
