-- What ISE says on its other topics, and the ledger of how completely all of them were received.
--
-- Every table of records ends with the same columns:
--   ise_at       ISE's time of the record, if ISE gave one
--   received_at  when it last changed or was confirmed by an event; Clarion's clock
--   deleted_at   when it went; until then it is null. Rows stay: what refers to a deleted thing can still name it
--   named_by     the last bulk download that named it
--   finding      what that download found wrong with it, until an event explains it
--   number       in the order of arrival, for paging
-- One key is one row, so the name, the prefix or the MAC address says all; text keys compare octet by octet.

-- Positions are kept by Clarion's own name of the topic. There was one topic until now.
delete from topic_position where topic <> (select topic from topic_position order by saved_at desc, topic limit 1);
update topic_position set topic = 'sessions';

alter table quarantined_message add column source text not null default '';
update quarantined_message set source = topic,
    topic = case when source like '%roup%' then 'security-groups' else 'sessions' end;
alter table quarantined_message alter column source drop default;

-- Downloads of all topics, and what they found.
alter table session_snapshot rename to topic_reconcile;
alter table topic_reconcile
    add column number bigint generated always as identity,
    add column topic text collate "C" not null default 'sessions',
    add column reason text not null default 'GAP',
    add column missing bigint not null default 0,
    add column different bigint not null default 0,
    alter column closed type bigint;
alter table topic_reconcile alter column topic drop default, alter column reason drop default;
create unique index topic_reconcile_number on topic_reconcile (number);
create index topic_reconcile_of_topic on topic_reconcile (topic, started_at desc);

create table topic_gap (
    number        bigint primary key generated always as identity,
    id            uuid not null unique,
    topic         text collate "C" not null,
    cause         text not null,
    from_at       timestamptz not null,
    noticed_at    timestamptz not null,
    last_sequence bigint,
    next_sequence bigint,
    detail        text not null,
    closed_at     timestamptz,
    how           text,
    fetched       bigint,
    repaired      bigint,
    check ((closed_at is null) = (how is null))
);
create index topic_gap_open on topic_gap (topic) where closed_at is null;
create index topic_gap_of_topic on topic_gap (topic, number);

-- Totals since the database was made. One small row per topic, updated with every batch: room for HOT updates.
create table topic_ledger (
    topic            text collate "C" primary key,
    live             bigint not null default 0,
    recovered        bigint not null default 0,
    bulk             bigint not null default 0,
    applied          bigint not null default 0,
    duplicates       bigint not null default 0,
    superseded       bigint not null default 0,
    quarantined      bigint not null default 0,
    last_received_at timestamptz
) with (fillfactor = 10);

-- Security groups. A deleted one stays, and its name can be taken by another.
alter table security_group
    drop constraint security_group_name_key,
    add column ise_at timestamptz,
    add column received_at timestamptz not null default 'epoch',
    add column deleted_at timestamptz,
    add column named_by uuid,
    add column finding text,
    add column number bigint not null generated always as identity unique;
alter table security_group alter column received_at drop default, alter column id type text collate "C";
alter table security_group drop column updated_at;
create index security_group_by_name on security_group ((lower(name) collate "C"), id);

-- By which names groups are known: the present one, and former ones until another group takes them. Sessions carry
-- names; one that was opened before a group was renamed still finds its number here.
create table security_group_name (
    name     text primary key,
    group_id text collate "C" not null,
    sgt      int not null
);
create index security_group_name_folded on security_group_name ((lower(name) collate "C"));
create index security_group_name_group on security_group_name (group_id);

create function keep_group_name() returns trigger language plpgsql as $$
begin
    update security_group_name set sgt = new.sgt where group_id = new.id and sgt <> new.sgt;
    insert into security_group_name as n (name, group_id, sgt) values (new.name, new.id, new.sgt)
    on conflict (name) do update set group_id = excluded.group_id, sgt = excluded.sgt;
    return null;
end $$;

create trigger security_group_is_known_by_name after insert or update of name, sgt on security_group
    for each row when (new.deleted_at is null and new.name <> '') execute function keep_group_name();

insert into security_group_name (name, group_id, sgt) select name, id, sgt from security_group;

create table security_group_acl (
    id            text collate "C" primary key,
    number bigint not null generated always as identity unique,
    name          text not null,
    description   text not null,
    ip_version    text,
    aces          text not null,
    generation_id text,
    read_only     boolean,
    ise_at        timestamptz,
    received_at   timestamptz not null,
    deleted_at    timestamptz,
    named_by      uuid,
    finding       text
);
create index security_group_acl_by_name on security_group_acl ((lower(name) collate "C"), id);

create table egress_policy (
    id                   text collate "C" primary key,
    number bigint not null generated always as identity unique,
    name                 text not null,
    description          text not null,
    matrix_id            text,
    source_group_id      text collate "C",
    destination_group_id text collate "C",
    status               text,
    acl_ids              jsonb not null,
    default_rule         text,
    ise_at               timestamptz,
    received_at          timestamptz not null,
    deleted_at           timestamptz,
    named_by             uuid,
    finding              text
);
create index egress_policy_source on egress_policy (source_group_id);
create index egress_policy_destination on egress_policy (destination_group_id);
create index egress_policy_acls on egress_policy using gin (acl_ids jsonb_path_ops);

create table virtual_network (
    id          text collate "C" primary key,
    number bigint not null generated always as identity unique,
    name        text not null,
    attributes  text,
    ise_at      timestamptz,
    received_at timestamptz not null,
    deleted_at  timestamptz,
    named_by    uuid,
    finding     text
);

-- One row per cell that a switch fetched, or one without a cell. latest: nothing newer is known of this cell at this
-- switch; in_force: the newest that the switch took over.
create sequence policy_download_seq increment 50 start 50;
create table policy_download (
    id                     bigint primary key,
    download               text collate "C" not null,
    position               int not null,
    nas_ip                 inet not null,
    server                 text,
    status                 text not null,
    failure_reason         text,
    matrix                 text,
    source_list            text,
    source_sgt             int,
    source_generation      text,
    destination_sgt        int,
    destination_generation text,
    acl_name               text,
    acl_generation         text,
    downloaded_at          timestamptz not null,
    received_at            timestamptz not null,
    latest                 boolean not null default false,
    in_force               boolean not null default false,
    unique (download, position)
);
create index policy_download_cell on policy_download (nas_ip, source_sgt, destination_sgt, downloaded_at desc);
create index policy_download_in_force on policy_download ((lower(acl_name) collate "C")) where in_force;
create index policy_download_old on policy_download (received_at) where not latest and not in_force;

create table sxp_binding (
    id            text collate "C" primary key,
    number        bigint not null generated always as identity unique,
    prefix        inet not null,
    vpn           text not null,
    sgt           int,
    source        text,
    peer_sequence text,
    ise_at        timestamptz,
    received_at   timestamptz not null,
    deleted_at    timestamptz,
    named_by      uuid,
    finding       text
);
create index sxp_binding_prefix on sxp_binding (prefix, number);
create index sxp_binding_sgt on sxp_binding (sgt);

create table radius_failure (
    id               text collate "C" primary key,
    number           bigint not null generated always as identity unique,
    mac              macaddr,
    user_name        text,
    nas_ip           inet,
    nas_port         text,
    reason           text,
    message_code     int,
    server           text,
    audit_session_id text,
    attributes       jsonb not null,
    ise_at           timestamptz,
    received_at      timestamptz not null,
    deleted_at       timestamptz,
    named_by         uuid,
    finding          text
);
create index radius_failure_mac on radius_failure (mac, number);
create index radius_failure_nas_ip on radius_failure (nas_ip, number);
create index radius_failure_received_at on radius_failure (received_at);

create table anc_operation (
    id             text collate "C" primary key,
    mac            macaddr,
    nas_ip         inet,
    policy_name    text,
    status         text not null,
    failure_reason text,
    received_at    timestamptz not null
);
create index anc_operation_received_at on anc_operation (received_at);

-- Endpoints that are under an ANC policy now, by the operations that succeeded.
create table anc_endpoint (
    mac          macaddr primary key,
    policy_name  text not null,
    operation_id text not null,
    nas_ip       inet,
    since        timestamptz not null
);

create table endpoint_profile (
    id          text collate "C" primary key,
    number bigint not null generated always as identity unique,
    name        text not null,
    full_name   text,
    ise_at      timestamptz,
    received_at timestamptz not null,
    deleted_at  timestamptz,
    named_by    uuid,
    finding     text
);

create table endpoint (
    mac            macaddr primary key,
    profile        text,
    identity_group text,
    attributes     jsonb not null,
    ise_at         timestamptz,
    received_at    timestamptz not null,
    deleted_at     timestamptz,
    named_by       uuid,
    finding        text
);
create index endpoint_by_profile on endpoint ((lower(profile) collate "C"), mac);

create table endpoint_asset (
    id            text collate "C" primary key,
    number bigint not null generated always as identity unique,
    name          text not null,
    mac           macaddr,
    ip            inet,
    vendor        text,
    product_id    text,
    serial_number text,
    device_type   text,
    protocol      text,
    attributes    jsonb not null,
    ise_at        timestamptz,
    received_at   timestamptz not null,
    deleted_at    timestamptz,
    named_by      uuid,
    finding       text
);
create index endpoint_asset_mac on endpoint_asset (mac);

-- Groups that users are in: [{"name": …, "type": …}]. identity is the user's, as sessions normalise it.
create table user_membership (
    user_name   text collate "C" primary key,
    identity    text collate "C",
    groups      jsonb not null,
    ise_at      timestamptz,
    received_at timestamptz not null,
    deleted_at  timestamptz,
    named_by    uuid,
    finding     text
);
create index user_membership_user_name on user_membership ((lower(user_name) collate "C"));
create index user_membership_identity on user_membership (identity);
create index user_membership_groups on user_membership using gin (groups jsonb_path_ops);
