-- Whether somebody is at their desk, and who is to be called yet.

-- Until when the desk of an account counts as there, unless it is heard of again. None: it is closed.
create table desk (
  account_id text primary key references "user" (id) on delete cascade,
  until timestamptz not null
);

-- Since when the person of a call is to be called by a hub: it may stop before it has done so.
alter table call add column calls_out_since timestamptz;
