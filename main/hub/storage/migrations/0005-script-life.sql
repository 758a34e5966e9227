-- The life of scripts: what came with the program, what was published when, by whom and why, and drafts of the next version.

-- Whether the version came with the program. Those of before all did.
alter table script_version add column ships boolean not null default true;
alter table script_version alter column ships drop default;
-- As it is written: an author finds the questions again in the order that they gave them.
alter table script_version alter column document type json using document::json;

-- When each version became the one that new calls run, in that order. The last of a script is its published one; a version
-- that is not here never ran.
create table script_publication (
  position bigint generated always as identity primary key,
  hash text not null unique references script_version (hash),
  at timestamptz not null,
  -- Null where the program did it, when it started with a newer version than it had.
  author text references "user" (id),
  reason text,
  check ((author is null) = (reason is null))
);
insert into script_publication (hash, at) select hash, published_at from script_version order by published_at, version;
alter table script_version drop column published_at;

create function keep_script_version() returns trigger language plpgsql as $$
begin
  raise exception 'A version of a script never changes: calls are pinned to it.';
end $$;
create trigger script_version_is_kept before update or delete on script_version
  for each row execute function keep_script_version();

create table script_draft (
  script_id text primary key,
  -- One more at each saving: who saves names the one that they read.
  revision integer not null check (revision > 0),
  document json not null,
  -- The version that it began as a copy of; null for a script that was never published.
  base text references script_version (hash),
  saved_at timestamptz not null,
  saved_by text not null references "user" (id)
);

-- Scripts that the line ran before: a desk that was away may still tell of a call that ran one.
alter table line add column former_scripts text[] not null default '{}';
-- How the calls of a version stand, and the newest of them that are closed.
create index call_script on call (script_hash, closed_at);
