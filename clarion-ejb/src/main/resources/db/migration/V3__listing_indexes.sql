-- Lists compare and sort text without regard to case, as lower(x) collate "C": one index of that form serves equality,
-- prefix, range and order. It replaces the indexes on the bare columns that lists cannot use.

drop index if exists session_sgt_name;
drop index if exists session_user_name;
create index session_sgt_name on session ((lower(sgt_name) collate "C"), id);
create index session_user_name on session ((lower(user_name) collate "C"), id);
create index session_endpoint_profile on session ((lower(endpoint_profile) collate "C"), id);
create index session_state on session ((lower(state) collate "C"), id);
-- A start never changes, so this index costs nothing but the insert; the activity picture reads it all the time.
create index if not exists session_started_at on session (started_at, id);

drop index if exists device_profile;
drop index if exists device_sgt_name;
create index device_profile on device ((lower(profile) collate "C"), mac);
create index device_sgt_name on device ((lower(sgt_name) collate "C"), mac);
create index device_user_name on device ((lower(user_name) collate "C"), mac);

drop index if exists network_user_identity_prefix;
drop index if exists network_user_user_name;
create index network_user_identity_folded on network_user ((lower(identity) collate "C"), id);
create index network_user_user_name on network_user ((lower(user_name) collate "C"), id);

-- What free text searches besides MAC addresses, in lower case with a line break between values: one pass over one
-- column instead of one over each.
alter table session add column search_text text collate "C" generated always as (lower(
    coalesce(user_name, '') || E'\n' || coalesce(sgt_name, '') || E'\n' || coalesce(endpoint_profile, '')
    || E'\n' || coalesce(nas_port, '') || E'\n' || coalesce(nas_identifier, '') || E'\n' || coalesce(ssid, '')
    || E'\n' || coalesce(host(ip), '') || E'\n' || coalesce(host(nas_ip), '')
)) stored;
