-- The ends of calls that the hub holds on the operator's own network, while they last: a hub that starts anew goes on with them. What
-- is saved names who calls; the row goes with the end.
create table sip_leg (
  id text primary key,
  call_id uuid not null references call (id),
  saved jsonb not null
);
create index sip_leg_call on sip_leg (call_id);
