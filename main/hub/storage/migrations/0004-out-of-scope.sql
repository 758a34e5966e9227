-- An emergency, or something that this line does not do: the call carries no request for it.

alter table call drop constraint call_no_request_check;
alter table call add constraint call_no_request_check
  check (no_request in ('silent', 'wrong-number', 'abusive', 'test', 'out-of-scope'));
