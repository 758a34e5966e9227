-- Which third party an end is, where it is one's: what its carrier says when it is asked does not name it.
alter table leg add column party_id uuid;
