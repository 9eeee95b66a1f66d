-- A change of an indexed column writes the row anew and gives it an entry in every index of its table: twelve of a
-- session, six of a device. What changes most often, the address, is therefore in no index of these tables any more.
-- The address that a row began with is, and never changes; who has another one now stands in a narrow table beside it.
-- Such a change stays in its page (HOT), as does that of the time of what is seen again.

-- A user's plain name and realm are compared without case by lists, which cannot use these.
drop index network_user_name;
drop index network_user_realm;

-- The address is not in the text that is searched: free text finds a beginning of an address, or a network, by itself.
-- Added in one command, so that the table is written anew once.
alter table session_snapshot_named drop constraint session_snapshot_named_session_id_fkey;
alter table session drop constraint session_pkey;
drop index session_ip;
alter table session
    drop column search_text,
    add column ip_at_start inet generated always as (ip) stored,
    add column search_text text collate "C" not null generated always as (lower(
        left(coalesce(user_name, '') || E'\n' || coalesce(sgt_name, '') || E'\n' || coalesce(endpoint_profile, '')
            || E'\n' || coalesce(nas_port, '') || E'\n' || coalesce(nas_identifier, '') || E'\n' || coalesce(ssid, '')
            || E'\n' || coalesce(host(nas_ip), ''), 580)
        || E'\n' || coalesce(replace(mac::text, ':', ''), '------------')
    )) stored;
alter table session alter column ip_at_start drop expression;
alter table session add constraint session_pkey primary key (id) include (search_text);
alter table session_snapshot_named add constraint session_snapshot_named_session_id_fkey
    foreign key (session_id) references session (id) on delete cascade;
create index session_ip_at_start on session (ip_at_start, id);

create table session_moved (
    session_id bigint primary key,
    ip         inet not null
) with (fillfactor = 80);
create index session_moved_ip on session_moved (ip);

create or replace view session_every_address as
select id as session_id, ip_at_start as ip from session where ip = ip_at_start
union all
select session_id, ip from session_moved
union all
select session_id, ip from session_address;

drop index device_ip;
alter table device add column ip_at_start inet generated always as (ip) stored;
alter table device alter column ip_at_start drop expression;
create index device_ip_at_start on device (ip_at_start);

create table device_moved (
    mac macaddr primary key,
    ip  inet not null
) with (fillfactor = 80);
create index device_moved_ip on device_moved (ip);

create view device_address as
select mac, ip_at_start as ip from device where ip = ip_at_start
union all
select mac, ip from device_moved;

-- Indexes that the first download into an empty database put off, until they are there again.
create table deferred_index (
    name       text primary key,
    definition text not null
);
