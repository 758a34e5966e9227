-- People who would come earlier, and the freed times that they were offered.

create table wait_entry (
  referral_id uuid primary key references referral (id),
  since timestamptz not null,
  weekdays integer[] not null check (cardinality(weekdays) between 1 and 7),
  halves text[] not null check (halves <@ array['morning', 'afternoon'] and cardinality(halves) between 1 and 2)
);

-- The time that is offered is held: no desk and no other hub gives it to anybody meanwhile.
create table wait_offer (
  booking_id uuid primary key references booking (id),
  referral_id uuid not null references referral (id),
  diary_id uuid not null references diary (id),
  start timestamptz not null,
  made_at timestamptz not null,
  until timestamptz not null check (until > made_at),
  answer text check (answer in ('accepted', 'declined', 'expired')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create index wait_offer_referral on wait_offer (referral_id);
-- To one person at a time, and one time to a person.
create unique index wait_offer_open on wait_offer (referral_id) where answer is null;
create index wait_offer_until on wait_offer (until) where answer is null;
