-- Somebody came to a venue whom nobody had sent: what for and what it came to, never who.

create table walk_in (
  id uuid primary key,
  venue_id text not null,
  -- Where the venue was: figures count it there. Null where its sheet did not say.
  departement text,
  noted_by text not null references "user" (id),
  at timestamptz not null,
  service text not null,
  result text not null check (result in ('solved', 'partly-solved', 'next-appointment', 'passed-on')),
  minutes integer check (minutes between 1 and 480)
);
create index walk_in_venue on walk_in (venue_id, at);
create index walk_in_departement on walk_in (departement, at);

alter table change drop constraint change_entity_check;
alter table change add constraint change_entity_check
  check (entity in ('call', 'referral', 'diary', 'booking', 'walk-in', 'presence', 'reference'));
