-- What an administrator decides for the whole installation: one row, there from the start.

create table setting (
  -- Holidays on which the sources disagree: not known, until somebody who knows the place says.
  disputed_holidays text not null check (disputed_holidays in ('holiday', 'working-day', 'to-check')),
  -- Null: the weights that ship.
  ranking_weights jsonb,
  -- Desks ask nothing of a server beyond the hub until they are allowed to.
  plan_tiles boolean not null
);
create unique index setting_is_single on setting ((true));

insert into setting values ('to-check', null, false);
