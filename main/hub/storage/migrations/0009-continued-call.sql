-- A person who is to be called back may phone first: their call carries no request of its own, the waiting one goes on.

alter table call drop constraint call_no_request_check;
alter table call add constraint call_no_request_check
  check (no_request in ('silent', 'wrong-number', 'abusive', 'test', 'out-of-scope', 'continued'));
