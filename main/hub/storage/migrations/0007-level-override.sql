-- What an adviser says instead of the level that the answers give: beside it, never in its place.

create table level_override (
  call_id uuid primary key references call (id),
  -- The level that the answers gave when it was said. Where they now give another, the override stands no more.
  measured text not null check (measured in ('E0', 'E1', 'E2', 'E3')),
  level text not null check (level in ('E0', 'E1', 'E2', 'E3')),
  reason text not null check (reason in ('says-less', 'says-more', 'answered-for-another', 'not-understood', 'other')),
  -- Of another reason. Null too once they are erased.
  words text check (words is null or reason = 'other'),
  at timestamptz not null,
  check (level <> measured)
);

-- What was asked to find the level of a closed call: the model, by its stamp, and its questions.
alter table call add column level_model text;
alter table call add column level_asked text[] not null default '{}';
