-- What most events repeat is written once. The value that a device has at present stands in the device itself, with
-- the time since when; a sighting is made when another value takes its place. The first address of a session stands in
-- the session itself; session_address has the further ones.

alter table device
    add column place         text collate "C",
    add column user_key      text collate "C",
    add column address_since timestamptz,
    add column profile_since timestamptz,
    add column place_since   timestamptz,
    add column sgt_since     timestamptz,
    add column user_since    timestamptz;

-- The present values of devices that are known already; the times come from their sightings.
update device d set
    place = (select value from device_sighting s where s.mac = d.mac and s.kind = 'PLACE'
        order by last_seen desc, value limit 1),
    user_key = (select identity from network_user u where u.id = d.user_id);
update device d set
    address_since = coalesce((select first_seen from device_sighting s
        where s.mac = d.mac and s.kind = 'ADDRESS' and s.value = host(d.ip)), case when ip is not null then last_seen end),
    profile_since = coalesce((select first_seen from device_sighting s
        where s.mac = d.mac and s.kind = 'PROFILE' and s.value = d.profile), case when profile is not null then last_seen end),
    place_since = (select first_seen from device_sighting s
        where s.mac = d.mac and s.kind = 'PLACE' and s.value = d.place),
    sgt_since = coalesce((select first_seen from device_sighting s
        where s.mac = d.mac and s.kind = 'SGT' and s.value = d.sgt_name), case when sgt_name is not null then last_seen end),
    user_since = coalesce((select first_seen from device_sighting s
        where s.mac = d.mac and s.kind = 'USER' and s.value = d.user_key), case when user_key is not null then last_seen end);

-- Everything that a device was ever seen with, past and present. A present value was last seen when the device was.
create view device_seen_with as
select mac, kind, value, min(first_seen) as first_seen, max(last_seen) as last_seen
from (
    select mac, kind, value, first_seen, last_seen from device_sighting
    union all
    select d.mac, v.kind, v.value, v.since, d.last_seen
    from device d
        cross join lateral (values
            ('ADDRESS', host(d.ip), d.address_since),
            ('PROFILE', d.profile, d.profile_since),
            ('PLACE', d.place, d.place_since),
            ('SGT', d.sgt_name, d.sgt_since),
            ('USER', d.user_key, d.user_since)) as v(kind, value, since)
    where v.value is not null and v.since is not null
) as every_value
group by mac, kind, value;

delete from session_address a using session s where s.id = a.session_id and a.position = 0 and s.ip = a.ip;

create view session_every_address as
select id as session_id, ip from session where ip is not null
union all
select session_id, ip from session_address;

-- A handful of values, each with very many sessions: no search is faster by it, and every change of state paid for it.
drop index session_state;

-- Ingest makes the user in the same transaction, before the session and the device that name it: to look it up again
-- and lock it for every row costs more than the row. Who deletes a user clears these columns first.
alter table session drop constraint session_user_id_fkey;
alter table device drop constraint device_user_id_fkey;

-- Devices are found by user through user_id.
drop index device_user_name;
