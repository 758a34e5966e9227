-- The supervisor who listens to a call, so that its adviser is told for as long as they may.
alter table call add column listener_id text references "user" (id) on delete set null;
