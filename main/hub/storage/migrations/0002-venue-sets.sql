-- Sets of venues that wait for an administrator, that keep their file and report, and that are fetched from an address.

-- The state of a set takes the place of `current`. One is current, one may wait, one may be being imported: whoever
-- imports second is stopped by the index. What is past is about to be removed.
alter table venue_set add column state text check (state in ('importing', 'waiting', 'current', 'past'));
update venue_set set state = case when current then 'current' else 'past' end;
alter table venue_set alter column state set not null;
drop index venue_set_current;
alter table venue_set drop column current;
alter table venue_set drop column label;
create unique index venue_set_single on venue_set (state) where state <> 'past';

-- How far an import is, in bytes of the whole where the whole is known, and when it was last heard of.
alter table venue_set add column done bigint not null default 0;
alter table venue_set add column total bigint;
alter table venue_set add column touched_at timestamptz;
-- What a producer would need in order to mend the file; null for a set of before this migration.
alter table venue_set add column report jsonb;
-- Against the set that was current when it was read, in numbers and as a person reads it; null for the first set.
alter table venue_set add column difference jsonb;
alter table venue_set add column difference_list jsonb;

-- The file a set was read from, compressed by gzip, in pieces: findings and the repaired file are read from it again.
create table venue_set_piece (
  set_id uuid not null references venue_set (id) on delete cascade,
  position integer not null,
  bytes bytea not null,
  primary key (set_id, position)
);

-- Of a place that several producers list, one record is shown; the others name it here. Null: it is shown itself.
alter table venue add column shown_as text;

-- Venues imported before say less: the same, in the shape of the later ones.
update venue set data =
  (data - 'source') || jsonb_build_object(
    'detail', null, 'typologies', '[]'::jsonb, 'parentStructure', null, 'labels', '[]'::jsonb, 'otherLabels', '[]'::jsonb,
    'withdrawnOn', null,
    'sources', jsonb_build_array(
      jsonb_build_object('id', data -> 'id', 'source', data -> 'source', 'updatedOn', data -> 'updatedOn')));

-- Where a set may be fetched from, and what became of the last import: one row, there from the start.
create table venue_feed (
  -- Null: the address that ships.
  url text,
  is_on boolean not null,
  -- What the address said of what was last taken from it, so that the same is not fetched twice.
  etag text,
  last_modified text,
  checked_at timestamptz,
  last jsonb
);
create unique index venue_feed_is_single on venue_feed ((true));
insert into venue_feed (is_on) values (false);

-- Sets that a desk reads whole are told of like any other record: it reads the set again.
alter table change drop constraint change_entity_check;
alter table change add constraint change_entity_check
  check (entity in ('call', 'referral', 'diary', 'booking', 'presence', 'reference'));
