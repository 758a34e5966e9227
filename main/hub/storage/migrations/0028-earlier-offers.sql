-- The person hears of an earlier time that is kept for them; what waits to be posted or sent by hand may be taken back.

alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in (
  'confirmation', 'reminder-two-days', 'reminder-two-hours', 'moved', 'cancelled', 'proposal', 'earlier-offer',
  'venue-request', 'venue-reminder', 'venue-cancelled'));

alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in (
  'planned', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'cancelled', 'shown', 'superseded'));

-- Until when the earlier time is kept.
alter table message add column kept_until timestamptz;
alter table message add constraint message_kept_until_check
  check ((kind = 'earlier-offer') = (kept_until is not null));
