-- The rest of a call may be put off: the person is called back, and it stays one record.

alter table call drop constraint call_state_check;
alter table call add constraint call_state_check
  check (state in ('ringing', 'live', 'wrap-up', 'call-back', 'closed', 'missed'));
drop index call_adviser;
create index call_adviser on call (adviser_id) where state in ('ringing', 'live', 'wrap-up', 'call-back');

-- answered_at is of the first conversation, resumed_at of the present or last one where it is another, ended_at of the last.
alter table call add column resumed_at timestamptz;
-- How long the conversations before it lasted together, in seconds.
alter table call add column spoken_before_s integer not null default 0 check (spoken_before_s >= 0);
-- When to call back; null where no time was agreed on.
alter table call add column call_back_at timestamptz check (call_back_at is null or state = 'call-back');
-- How often nobody answered a call back.
alter table call add column attempts integer not null default 0 check (attempts >= 0);

-- Where the person wants to be called, if not at the number that phoned. It goes when the record is closed.
alter table call_identity add column call_back_number text;
