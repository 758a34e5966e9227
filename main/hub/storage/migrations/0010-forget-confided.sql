-- PR-9: what was confided goes with a record that is closed without consent. Records that were closed before still have it.

create temporary table closed_without_consent on commit drop as
select id, script_hash from call
where state = 'closed' and not coalesce((
  select given from consent
  join answer on answer.operation_id = consent.operation_id
  where consent.call_id = call.id
  order by answer.position desc limit 1), false);

update call set obstacles = '{}' where id in (select id from closed_without_consent) and obstacles <> '{}';

delete from answer
using closed_without_consent as closed
join script_version on script_version.hash = closed.script_hash
cross join json_each(script_version.document -> 'nodes') as node
where answer.call_id = closed.id
  and node.value ->> 'fact' in ('obstacles', 'wishes')
  and node.key = regexp_replace(answer.question, '#[0-9]+', '', 'g');
