-- What each collector has heard of each exporter, written every ten seconds; counts are since that process started.
create table flow_exporter (
    id                 bigint generated always as identity,
    -- Host and process of the collector.
    process            text collate "C" not null,
    address            inet not null,
    known              boolean not null,
    accepted           boolean not null,
    first_seen_at      timestamptz not null,
    last_seen_at       timestamptz not null,
    -- Such as '9, 10'.
    versions           text not null,
    domains            integer not null,
    templates          integer not null,
    packets            bigint not null,
    refused            bigint not null,
    records            bigint not null,
    -- Over the time since it was written before.
    packets_per_second bigint not null,
    records_per_second bigint not null,
    decode_errors      bigint not null,
    -- Such as 'truncated 3, bad-length 1'.
    errors             text not null,
    waiting            integer not null,
    missing_template   bigint not null,
    sequence_missing   bigint not null,
    corrected          bigint not null,
    unknown_samplers   bigint not null,
    -- By how many milliseconds the exporter's clock is behind.
    clock_offset       bigint not null,
    updated_at         timestamptz not null,
    primary key (process, address)
);
create unique index flow_exporter_id on flow_exporter (id);
