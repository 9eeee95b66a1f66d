-- Sessions, and the devices, users and groups that they are about.
-- ISE's clock: started_at, updated_at, first_seen, last_seen, event_time. Clarion's clock: received_at, saved_at.
-- Sequences step by 50, which is the allocation size of the entities.
-- Keys are compared octet by octet (collation C), which costs less than a language's order.
-- Every index here is paid by each event that changes its column, so what changes with every event
-- (updated_at, last_seen) has none: such an update stays in its page (HOT).
-- Child rows that only ingest writes, in the transaction of their parents, have no foreign key: checking it takes
-- longer than writing the row. Who deletes a session, device or user deletes them too.

create sequence session_seq increment 50 start 50;
create sequence network_user_seq increment 50 start 50;
create sequence quarantined_message_seq increment 50 start 50;

create table network_user (
    id            bigint primary key,
    identity      text collate "C" not null unique,
    name          text not null,
    realm         text,
    kind          text not null check (kind in ('PERSON', 'MACHINE')),
    user_name     text,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    live_sessions int not null default 0,
    online        boolean not null default false
) with (fillfactor = 80);

create index network_user_name on network_user (name text_pattern_ops, id);
create index network_user_realm on network_user (realm, id);
create index network_user_user_name on network_user (lower(user_name) text_pattern_ops);

create table session (
    id                     bigint primary key,
    session_key            text collate "C" not null,
    latest                 boolean not null,
    live                   boolean not null,
    state                  text not null,
    mac                    macaddr,
    ip                     inet,
    user_id                bigint references network_user (id),
    user_name              text,
    nas_ip                 inet,
    nas_port               text,
    nas_port_type          text,
    nas_identifier         text,
    called_station_id      text,
    calling_station_id     text,
    ssid                   text,
    endpoint_profile       text,
    endpoint_os            text,
    sgt_name               text,
    auth_method            text,
    posture_status         text,
    audit_session_id       text,
    authorization_profiles jsonb not null default '[]',
    attributes             jsonb not null default '{}',
    started_at             timestamptz not null,
    updated_at             timestamptz not null,
    ended_at               timestamptz,
    end_reason             text check (end_reason in ('DISCONNECTED', 'UNSEEN')),
    received_at            timestamptz not null,
    content_hash           bytea not null,
    check (live = (ended_at is null)),
    check (live = (end_reason is null)),
    check (latest or not live)
) with (fillfactor = 80);

-- At most one row per key is the present one; the others are its history.
create unique index session_latest on session (session_key) where latest;
create index session_live on session (id) where live;
create index session_mac on session (mac, id);
create index session_ip on session (ip, id);
create index session_of_user on session (user_id, id);
create index session_ended_at on session (ended_at, id) where ended_at is not null;
create index session_nas_ip on session (nas_ip, id);
create index session_sgt_name on session (sgt_name, id);
create index session_user_name on session (lower(user_name) text_pattern_ops);

create table session_address (
    session_id bigint not null,
    position   int not null,
    ip         inet not null,
    primary key (session_id, ip)
);

create index session_address_ip on session_address (ip);

create table device (
    mac           macaddr primary key,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    live_sessions int not null default 0,
    online        boolean not null default false,
    ip            inet,
    profile       text,
    os            text,
    nas_ip        inet,
    nas_port      text,
    ssid          text,
    sgt_name      text,
    user_id       bigint references network_user (id),
    user_name     text,
    auth_method   text
) with (fillfactor = 70);

create index device_ip on device (ip);
create index device_user on device (user_id);
create index device_profile on device (profile, mac);
create index device_sgt_name on device (sgt_name, mac);
create index device_nas_ip on device (nas_ip, mac);

create table device_sighting (
    mac        macaddr not null,
    kind       text collate "C" not null check (kind in ('ADDRESS', 'PROFILE', 'PLACE', 'SGT', 'USER')),
    value      text collate "C" not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (mac, kind, value)
) with (fillfactor = 70);

create table user_device (
    user_id    bigint not null,
    mac        macaddr not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (user_id, mac)
) with (fillfactor = 70);

create index user_device_mac on user_device (mac);

create table security_group (
    id          text primary key,
    name        text not null unique deferrable initially deferred,
    sgt         int not null check (sgt between 0 and 65535),
    description text not null default '',
    updated_at  timestamptz not null
);

create index security_group_sgt on security_group (sgt);
create index security_group_name_prefix on security_group (lower(name) text_pattern_ops);

create table topic_position (
    topic      text primary key,
    sequence   bigint,
    event_time timestamptz not null,
    saved_at   timestamptz not null
);

create table quarantined_message (
    id          bigint primary key,
    topic       text not null,
    received_at timestamptz not null,
    reason      text not null,
    body        text not null
);

-- Bulk downloads. A completed one is remembered, so that completing it again changes nothing.
create table session_snapshot (
    id           uuid primary key,
    started_at   timestamptz not null,
    seen         bigint not null default 0,
    closed       int not null default 0,
    completed_at timestamptz
);

-- Sessions that a bulk download under way has named without changing them: they are no ghosts.
create table session_snapshot_named (
    snapshot_id uuid not null references session_snapshot (id) on delete cascade,
    session_id  bigint not null references session (id) on delete cascade,
    primary key (snapshot_id, session_id)
);
