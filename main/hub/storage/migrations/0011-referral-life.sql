-- A referral is followed to its end: whether the person came, what it came to, or who cancelled it.

alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check
  check (state in ('sent', 'accepted', 'refused', 'attended', 'missed', 'cancelled'));

-- Cancelled before the venue answered, it was never decided on.
alter table referral drop constraint referral_check1;
alter table referral add constraint referral_decided_check
  check (state = 'cancelled' or (state = 'sent') = (decided_at is null));

alter table referral add column attendance_at timestamptz;
alter table referral add constraint referral_attendance_check
  check ((state in ('attended', 'missed')) = (attendance_at is not null));

alter table referral add column result text
  check (result in ('solved', 'partly-solved', 'next-appointment', 'passed-on'));
alter table referral add column result_at timestamptz;
alter table referral add constraint referral_result_said_check
  check ((result is null) = (result_at is null) and (result is null or state = 'attended'));

alter table referral add column cancelled_by text check (cancelled_by in ('person', 'venue', 'adviser'));
alter table referral add column cancel_reason text
  check (cancel_reason in ('cannot-come', 'needs-no-more', 'helped-elsewhere', 'nobody-to-receive', 'mistake'));
alter table referral add column cancelled_at timestamptz;
alter table referral add constraint referral_cancelled_check
  check (((state = 'cancelled') = (cancelled_by is not null)) and ((cancelled_by is null) = (cancelled_at is null))
    and (cancel_reason is null or cancelled_by is not null));

-- Where it was refused or cancelled, the call may be sent to another.
drop index referral_that_stands;
create unique index referral_that_stands on referral (call_id) where state not in ('refused', 'cancelled');
