-- What is said to the person, and to a venue that has no account here, of a referral: planned, sent once, its fate seen.

-- How who is helped wants to be written to, as they say it on the phone. It goes with the names of the call.
create table message_choice (
  call_id uuid primary key references call (id),
  language text not null,
  -- Empty: nothing is to be sent.
  channels text[] not null
);

-- Neither address nor text: both are read where they are kept, when the message leaves or somebody reads it.
create table message (
  id uuid primary key,
  referral_id uuid not null references referral (id),
  kind text not null check (kind in (
    'confirmation', 'reminder-two-days', 'reminder-two-hours', 'moved', 'cancelled', 'proposal',
    'venue-request', 'venue-reminder', 'venue-cancelled')),
  recipient text not null check (recipient in ('person', 'venue')),
  channel text not null check (channel in ('sms', 'email', 'letter')),
  language text not null,
  -- What it is about, so that nothing is said twice: the appointment's beginning, or when it was asked for.
  occasion text not null,
  -- The appointment that it tells of; null where none is.
  appointment tstzrange,
  -- The clock on which it is said.
  zone text,
  due_at timestamptz not null,
  state text not null
    check (state in ('planned', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'cancelled', 'shown')),
  attempts integer not null default 0 check (attempts >= 0),
  -- Since when it is in this state.
  state_at timestamptz not null,
  provider_id text,
  -- Of the words that are being sent: what a hub sent before it stopped is known again by them.
  text_hash text check (text_hash is null or state = 'sending'),
  failure text,
  check ((state = 'failed') = (failure is not null)),
  check ((appointment is null) = (zone is null)),
  unique (referral_id, recipient, channel, kind, occasion)
);
create index message_due on message (due_at) where state in ('planned', 'sending');

-- A translation is sent once somebody who speaks it has read it: these very words, by their SHA-256.
create table translation_signature (
  language text not null,
  hash text not null,
  name text not null,
  at timestamptz not null,
  primary key (language, hash)
);

alter table setting add column reminders boolean not null default true;
