-- Who talks to whom: what sessions said of addresses, the parties of traffic, and the traffic itself in buckets of time.

-- What a session said of an address, and when by ISE's clock: that it has it (live), with whom, or no longer. Written in
-- the transaction of the session. noted_at is Clarion's clock: what is noted long after "at" moves buckets that were
-- stored before. The number grows in the order of commits, because writers of sessions take turns; whoever follows the
-- log asks for what lies past the last number, which is always in its last pages: BRIN costs nothing.
create table address_change (
    id         bigint generated always as identity,
    at         timestamptz not null,
    ip         inet not null,
    session_id bigint not null,
    mac        macaddr,
    user_id    bigint,
    sgt_name   text,
    live       boolean not null,
    noted_at   timestamptz not null
);
create index address_change_ip on address_change (ip, at);
create index address_change_id on address_change using brin (id) with (pages_per_range = 8, autosummarize = on);

insert into address_change (at, ip, session_id, mac, user_id, sgt_name, live, noted_at)
select s.started_at, a.ip, s.id, s.mac, s.user_id, s.sgt_name, true, s.started_at
from session s join session_every_address a on a.session_id = s.id
where s.live order by s.started_at;

-- One side of traffic. DEVICE: a device or user by a session, or a device by its MAC address alone. INTERNAL: an address
-- that nobody is known to have, or the network of addresses that never answered. EXTERNAL: a group of addresses, by name.
-- GROUP: a multicast or broadcast address. anywhere: the same device and user without the address, for daily buckets.
create table flow_party (
    id       int generated always as identity primary key,
    kind     text collate "C" not null check (kind in ('DEVICE', 'INTERNAL', 'EXTERNAL', 'GROUP')),
    mac      macaddr,
    user_id  bigint,
    ip       inet,
    name     text collate "C",
    anywhere int not null,
    seen_on  date not null,
    unique nulls not distinct (kind, mac, user_id, ip, name)
);
create index flow_party_mac on flow_party (mac) where mac is not null;
create index flow_party_user on flow_party (user_id) where user_id is not null;
create index flow_party_ip on flow_party (ip) where ip is not null;

-- Exporters and what files call them.
create table flow_source (
    id   int generated always as identity primary key,
    name text collate "C" not null unique
);

-- Who writes buckets, with the number of the last batch: a batch whose outcome was lost is not added a second time.
-- figures: what the process counted since it started, for status in any process.
create table flow_writer (
    name         text primary key,
    run          uuid not null,
    batch        bigint not null,
    committed_at timestamptz,
    seen_at      timestamptz not null,
    newest_at    timestamptz,
    figures      jsonb not null default '{}'
);

-- An SGT that an exporter saw and another one that the session had.
create table flow_sgt_finding (
    id            bigint generated always as identity primary key,
    party         int not null,
    source        int not null,
    record_sgt    int not null,
    session_sgt   int not null,
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    conversations bigint not null,
    unique (party, source, record_sgt, session_sgt)
);

-- Buckets that changed and whose sum in the next coarser series has to be made anew.
create table flow_due (
    series text collate "C" not null,
    at     timestamptz not null,
    primary key (series, at)
);

-- Up to when a series has been made from the finer one; later times are read from that.
create table flow_made (
    series text collate "C" primary key,
    until  timestamptz not null
);

-- How far the late changes of sessions have been looked at.
create table flow_moves (
    only_one  boolean primary key default true check (only_one),
    change_id bigint not null
);
insert into flow_moves (change_id) select coalesce(max(id), 0) from address_change;

-- How long a partition of a series of buckets is, where TimescaleDB is not. No table: a restore needs it before there are rows.
create function flow_span(of_series text) returns interval language sql immutable as $$
    select case of_series when 'flow_5m' then interval '1 day' when 'flow_1h' then '7 days' when 'flow_1d' then '91 days' end
$$;
insert into flow_made (series, until) values
    ('flow_1h', date_bin('1 hour', now(), 'epoch')), ('flow_1d', date_bin('1 day', now(), 'epoch'));

-- Distinct peers and services of a device on a day: HyperLogLog sketches of Apache DataSketches, which can be merged.
create table flow_sketch (
    day      date not null,
    mac      macaddr not null,
    peers    bytea not null,
    services bytea not null,
    primary key (mac, day)
);
create index flow_sketch_day on flow_sketch (day);

-- conversations: those of which the request was seen; answered and refused are among them. replies: those of which only
-- the reply was. met: answered because request and reply, reported apart, met in the bucket. service to service_last:
-- one port, or a range where single ports mean nothing. sgt_origin: 1 the client's SGT is an exporter's, 2 the server's;
-- -1 is an SGT that nobody said. evidence, marks: bits of Orientation and Mark, of any of the conversations.
do $$
declare
    series record;
begin
    for series in select name from (values ('flow_5m'), ('flow_1h'), ('flow_1d')) as v(name) loop
        execute format('create table %I (
            at              timestamptz not null,
            first_at        timestamptz not null,
            last_at         timestamptz not null,
            request_bytes   bigint not null,
            request_packets bigint not null,
            reply_bytes     bigint not null,
            reply_packets   bigint not null,
            client          int not null,
            server          int not null,
            service         int not null,
            service_last    int not null,
            exporter        int not null,
            client_sgt      int not null,
            server_sgt      int not null,
            conversations   int not null,
            answered        int not null,
            refused         int not null,
            replies         int not null,
            met             int not null,
            sampling        int not null,
            protocol        smallint not null,
            sgt_origin      smallint not null,
            evidence        smallint not null,
            marks           smallint not null,
            primary key (at, client, server, protocol, service, service_last, exporter, client_sgt, server_sgt, sgt_origin)
        )', series.name)
            || case when exists (select from pg_extension where extname = 'timescaledb') then '' else ' partition by range (at)' end;
        execute format('create index on %I (server, at)', series.name);
        if series.name <> 'flow_5m' then
            execute format('create index on %I (client, at)', series.name);
        end if;
    end loop;
end $$;

-- The series as they are read: what is not yet made of the finer one is read from that, and halves of a conversation
-- that were reported apart (REPLY_ONLY by one exporter, unanswered by another) count as answered, each once.
create function flow_views() returns void language plpgsql as $$
begin
    drop view if exists flow_by_day;
    drop view if exists flow_by_hour;
    drop view if exists flow_by_5m;
    create view flow_by_5m as
    select at, first_at, last_at, request_bytes, request_packets, reply_bytes, reply_packets, client, server, service,
        service_last, exporter, client_sgt, server_sgt, conversations, answered + met_here as answered, refused,
        replies - taken_here as replies, met_here as met, sampling, protocol, sgt_origin, evidence, marks
    from (
        select b.*,
            greatest(0, least(open, meeting - (sum(open) over upto - open)))::int as met_here,
            greatest(0, least(replies, meeting - (sum(replies) over upto - replies)))::int as taken_here
        from (
            select s.*, conversations - answered - refused as open,
                least(sum(conversations - answered - refused) over half, sum(replies) over half) as meeting
            from flow_5m s
            window half as (partition by at, client, server, protocol, service, service_last)) b
        window upto as (partition by at, client, server, protocol, service, service_last
            order by exporter, client_sgt, server_sgt, sgt_origin)) settled;
    create view flow_by_hour as
    select * from flow_1h where at < (select until from flow_made where series = 'flow_1h')
    union all
    select date_bin('1 hour', at, 'epoch') as at, first_at, last_at, request_bytes, request_packets, reply_bytes,
        reply_packets, client, server, service, service_last, exporter, client_sgt, server_sgt, conversations, answered,
        refused, replies, met, sampling, protocol, sgt_origin, evidence, marks
    from flow_by_5m where at >= (select until from flow_made where series = 'flow_1h');
    create view flow_by_day as
    select * from flow_1d where at < (select until from flow_made where series = 'flow_1d')
    union all
    select date_bin('1 day', at, 'epoch') as at, first_at, last_at, request_bytes, request_packets, reply_bytes,
        reply_packets, c.anywhere, s.anywhere, service, service_last, exporter, client_sgt, server_sgt, conversations,
        answered, refused, replies, met, sampling, protocol, sgt_origin, evidence, marks
    from flow_by_hour join flow_party c on c.id = client join flow_party s on s.id = server
    where at >= (select until from flow_made where series = 'flow_1d');
end $$;
select flow_views();

-- Makes the partitions of a series that cover a time; gives how many it made. They are attached, not created in place:
-- that would lock everybody out. A partition is named by the day on which it begins.
create function flow_cover(of_series text, from_at timestamptz, until_at timestamptz) returns int language plpgsql as $$
declare
    width interval;
    begins_at timestamptz;
    partition_name text;
    made int := 0;
begin
    if not exists (select from pg_class where oid = of_series::regclass and relkind = 'p') then
        return 0;
    end if;
    width := flow_span(of_series);
    for begins_at, partition_name in
        select t, of_series || '_' || to_char(t at time zone 'UTC', 'YYYYMMDD')
        from generate_series(date_bin(width, from_at, '2024-01-01Z'), until_at, width) t
    loop
        if to_regclass(partition_name) is null then
            perform pg_advisory_xact_lock(1129070930, 5);
            if to_regclass(partition_name) is null then
                execute format('create table %I (like %I including all)', partition_name, of_series);
                execute format('alter table %I attach partition %I for values from (%L) to (%L)',
                    of_series, partition_name, begins_at, begins_at + width);
                made := made + 1;
            end if;
        end if;
    end loop;
    return made;
end $$;

-- Drops what lies wholly before a time; gives how many pieces those were.
create function flow_drop(of_series text, before timestamptz) returns int language plpgsql as $$
declare
    width interval;
    old record;
    dropped int := 0;
begin
    if exists (select from pg_class where oid = of_series::regclass and relkind = 'p') then
        width := flow_span(of_series);
        for old in
            select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = of_series::regclass
                and (right(c.relname, 8)::date::timestamp at time zone 'UTC') + width <= before
            order by 1
        loop
            execute format('drop table %I', old.name);
            dropped := dropped + 1;
        end loop;
    elsif exists (select from pg_extension where extname = 'timescaledb') then
        select count(*) into dropped from drop_chunks(of_series::regclass, older_than => before);
    end if;
    return dropped;
end $$;

-- As V8 has it, with the series of flows: those that were native partitions are copied.
create or replace function use_hypertables() returns setof text language plpgsql as $$
declare
    series record;
begin
    if not exists (select from pg_extension where extname = 'timescaledb') then
        return;
    end if;
    for series in
        select * from (values
            ('topic_history', 'at', interval '7 days'),
            ('login_attempt', 'at', interval '1 day'),
            ('flow_5m', 'at', interval '1 day'),
            ('flow_1h', 'at', interval '7 days'),
            ('flow_1d', 'at', interval '91 days')) as v(name, time_column, chunk)
    loop
        if not exists (select from timescaledb_information.hypertables h
                where h.hypertable_schema = current_schema() and h.hypertable_name = series.name) then
            if exists (select from pg_class where oid = series.name::regclass and relkind = 'p') then
                drop view if exists flow_by_day;
                drop view if exists flow_by_hour;
                drop view if exists flow_by_5m;
                execute format('alter table %I rename to %I', series.name, series.name || '_native');
                execute format('create table %I (like %I including all)', series.name, series.name || '_native');
                execute format('insert into %I select * from %I', series.name, series.name || '_native');
                execute format('drop table %I', series.name || '_native');
            end if;
            perform create_hypertable(series.name::regclass, series.time_column::name,
                chunk_time_interval => series.chunk, create_default_indexes => false, migrate_data => true);
            return next series.name;
        end if;
    end loop;
    perform flow_views();
end $$;

select use_hypertables();

-- Files of flows. A file is imported whole or not at all, and its content once.
create table flow_import (
    id             bigint generated always as identity primary key,
    name           text not null,
    account        text not null,
    process        text not null,
    state          text collate "C" not null check (state in ('WAITING', 'RUNNING', 'DONE', 'DUPLICATE', 'FAILED')),
    detail         text,
    created_at     timestamptz not null,
    seen_at        timestamptz not null,
    ended_at       timestamptz,
    size           bigint not null,
    bytes_read     bigint not null default 0,
    lines          bigint not null default 0,
    records        bigint not null default 0,
    faulty         bigint not null default 0,
    conversations  bigint not null default 0,
    buckets        bigint not null default 0,
    out_of_time    bigint not null default 0,
    first_at       timestamptz,
    last_at        timestamptz,
    fingerprint    text collate "C",
    duplicate_of   bigint,
    errors         jsonb not null default '[]'
);
create unique index flow_import_content on flow_import (fingerprint) where state = 'DONE';
create index flow_import_open on flow_import (state) where state in ('WAITING', 'RUNNING');

-- What imports under way have made so far; it becomes part of the series with the import's last transaction. Unlogged: an
-- import does not outlive the process that runs it, and counts its rows before it adds them.
create unlogged table flow_import_bucket (like flow_5m);
alter table flow_import_bucket add column import bigint not null, add column series text collate "C" not null;
create index flow_import_bucket_import on flow_import_bucket (import);
