-- A venue has several diaries, some of them one mediator's own. What a diary offers is set whole and read whole: it is
-- one document. A booking says what it is for, and takes its rest with its time.

alter table diary drop constraint diary_venue_id_key;
create index diary_venue on diary (venue_id);
alter table diary add column mediator_id text references "user" (id);
-- Whose public holidays it keeps.
alter table diary add column territory text not null default 'mainland';
alter table diary add column rules jsonb;
update diary set
  territory = coalesce((
    select case
      when left(venue.commune_code, 2) in ('57', '67', '68') then 'alsace-moselle'
      else case left(venue.commune_code, 3)
        when '971' then 'guadeloupe' when '972' then 'martinique' when '973' then 'guyane' when '974' then 'reunion'
        when '975' then 'saint-pierre-et-miquelon' when '976' then 'mayotte' when '977' then 'saint-barthelemy'
        when '978' then 'saint-martin' when '986' then 'wallis-et-futuna' when '987' then 'polynesie'
        when '988' then 'nouvelle-caledonie'
      end
    end
    from venue join venue_set on venue_set.id = venue.set_id and venue_set.state = 'current'
    where venue.id = diary.venue_id), 'mainland'),
  rules = jsonb_build_object(
    'kinds', jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'name', 'Accompagnement individuel', 'minutes', slot_minutes, 'restMinutes', 0,
      'places', 1, 'where', jsonb_build_array('venue'))),
    'ranges', coalesce((
      select jsonb_agg(jsonb_build_object(
        'weekday', weekday, 'from', from_time, 'to', to_time, 'since', null, 'until', null, 'kindId', null)
        order by weekday, from_time)
      from diary_range where diary_id = diary.id), '[]'),
    'exceptions', '[]'::jsonb, 'absences', '[]'::jsonb,
    'window', jsonb_build_object('soonestMinutes', 30, 'furthestDays', 60),
    'opensOnHolidays', false);
alter table diary alter column territory drop default;
alter table diary alter column rules set not null;
alter table diary drop column slot_minutes;
drop table diary_range;

alter table booking add column kind_id uuid;
alter table booking add column kind_name text;
alter table booking add column meeting_place text not null default 'venue'
  check (meeting_place in ('venue', 'phone', 'video', 'home'));
-- The time with its rest, which nothing else of the diary may touch.
alter table booking add column taken tstzrange;
-- Who meets together: a booking's own id, or the kind and the beginning of a workshop.
alter table booking add column session text;
alter table booking add column seat integer not null default 1;
alter table booking add column places integer not null default 1;
update booking set
  kind_id = (diary.rules #>> '{kinds,0,id}')::uuid,
  kind_name = diary.rules #>> '{kinds,0,name}',
  taken = booking.period,
  session = booking.id::text
from diary where diary.id = booking.diary_id;
alter table booking alter column kind_id set not null;
alter table booking alter column kind_name set not null;
alter table booking alter column taken set not null;
alter table booking alter column session set not null;
alter table booking alter column meeting_place drop default;
alter table booking alter column seat drop default;
alter table booking alter column places drop default;
alter table booking add constraint booking_taken_check check (taken @> period);
alter table booking add constraint booking_seat_check check (seat between 1 and places);

alter table booking drop constraint booking_apart;
alter table booking add constraint booking_apart
  exclude using gist (diary_id with =, taken with &&, session with <>) where (state in ('held', 'booked'));
create unique index booking_seat on booking (diary_id, session, seat) where state in ('held', 'booked');
-- A call holds one time. Of several that are left from before, none is worth keeping: they last minutes.
update booking set state = 'released', hold_expires_at = null where state = 'held';
create unique index booking_held on booking (call_id) where state = 'held';
create index booking_held_by on booking (adviser_id) where state = 'held';
