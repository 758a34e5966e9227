-- An appointment that somebody else keeps: RDV Service Public, or the venue's own booking page.

alter table referral add column booked_on text check (booked_on in ('rdv-service-public', 'own-page'));

-- The draft on RDV Service Public: one a referral.
create table rdv_plan (
  referral_id uuid primary key references referral (id),
  state text not null check (state in ('wanted', 'asking', 'open', 'unsure', 'gone')),
  asked_at timestamptz,
  -- What the site calls it, where it is opened, and for whom it is there.
  plan_id bigint unique,
  url text,
  user_id bigint,
  -- The appointment, once its time was chosen there, and what the site said of it last.
  rdv_id bigint,
  status text,
  -- When it is looked at next, and how often it was since it last changed; no time: not any more.
  look_at timestamptz,
  looks integer not null default 0 check (looks >= 0),
  check ((plan_id is null) = (url is null)),
  check ((state in ('open', 'gone')) = (plan_id is not null)),
  check ((rdv_id is null) = (status is null)),
  check (state = 'open' or look_at is null)
);
create index rdv_plan_due on rdv_plan (look_at) where look_at is not null;
create index rdv_plan_rdv on rdv_plan (rdv_id);
create index rdv_plan_user on rdv_plan (user_id);
