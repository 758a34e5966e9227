-- A venue sees a referral, proposes other times, or does not answer in time; an appointment gets another time.

alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (state in
  ('sent', 'received', 'proposed', 'accepted', 'refused', 'expired', 'attended', 'missed', 'cancelled'));

alter table referral drop constraint referral_decided_check;
alter table referral add constraint referral_decided_check check (state = 'cancelled'
  or (state in ('sent', 'received', 'proposed', 'expired')) = (decided_at is null));

-- The clock of the venue, and the time agreed on with one that has no diary here.
alter table referral add column zone text;
update referral set zone = coalesce(
  (select diary.zone from booking join diary on diary.id = booking.diary_id where booking.id = referral.booking_id),
  'Europe/Paris');
alter table referral alter column zone set not null;
alter table referral add column agreed_period tstzrange check (not isempty(agreed_period));
alter table referral add constraint referral_one_time_check check (booking_id is null or agreed_period is null);

-- Since when the next word has been awaited, and when somebody last phoned to ask.
alter table referral add column awaited_since timestamptz;
update referral set awaited_since = coalesce(decided_at, sent_at);
alter table referral alter column awaited_since set not null;
alter table referral add column heard_at timestamptz;
alter table referral add column reminders integer not null default 0 check (reminders >= 0);
alter table referral add column reminded_at timestamptz;
alter table referral add constraint referral_reminded_check check ((reminders = 0) = (reminded_at is null));
create index referral_awaited on referral (state) where state in ('sent', 'received', 'proposed');

alter table referral add column proposal_note text;
alter table referral add constraint referral_proposal_note_check
  check ((state = 'proposed') = (proposal_note is not null));

-- The times that stand proposed. One of a venue with a diary is booked there until the person has answered.
create table referral_proposal (
  id uuid primary key,
  referral_id uuid not null references referral (id),
  period tstzrange not null check (not isempty(period)),
  booking_id uuid unique references booking (id)
);
create index referral_proposal_referral on referral_proposal (referral_id);

alter table referral add column moves integer not null default 0 check (moves >= 0);
alter table referral add column moved_by text check (moved_by in ('person', 'venue', 'adviser'));
alter table referral add column move_reason text
  check (move_reason in ('cannot-come', 'nobody-to-receive', 'earlier-time', 'mistake'));
alter table referral add column moved_at timestamptz;
alter table referral add column moved_from tstzrange;
alter table referral add constraint referral_moved_check check (((moves = 0) = (moved_by is null))
  and ((moves = 0) = (moved_at is null)) and (moves > 0 or (move_reason is null and moved_from is null)));

-- Where nobody answered in time, the call may be sent to another.
drop index referral_that_stands;
create unique index referral_that_stands on referral (call_id) where state not in ('refused', 'expired', 'cancelled');

-- Working days of the venue's territory after which it is reminded, and after the last of which it is asked no more.
alter table setting add column venue_reminders jsonb not null default '{"afterDays": [2, 5], "thenDays": 2}';
alter table setting alter column venue_reminders drop default;
