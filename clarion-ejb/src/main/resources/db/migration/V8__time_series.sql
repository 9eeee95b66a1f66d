-- What grows with time alone is kept as hypertables where TimescaleDB is: old chunks are then dropped instead of rows
-- deleted, and what is asked of the last hour reads the last chunk. The same statements work on plain tables.
--
-- The audit record stays a plain table: its trigger must hold for all of it, and chunks can be written to past it.

-- How the totals of the ledger stood at each full minute, so that a rate can be told of times before.
create table topic_history (
    topic       text collate "C" not null,
    at          timestamptz not null,
    live        bigint not null,
    recovered   bigint not null,
    bulk        bigint not null,
    applied     bigint not null,
    duplicates  bigint not null,
    superseded  bigint not null,
    quarantined bigint not null,
    primary key (topic, at)
);
create index topic_history_at on topic_history (at);

-- A hypertable's keys have its time in them. Nothing looks an attempt up by its number.
alter table login_attempt drop constraint login_attempt_pkey, add primary key (id, at);

-- Makes hypertables of them, if TimescaleDB is in this database and they are none yet. Gives the names of those that it
-- made. Whoever adds TimescaleDB to a database later calls it: select use_hypertables();
create function use_hypertables() returns setof text language plpgsql as $$
declare
    series record;
begin
    if not exists (select from pg_extension where extname = 'timescaledb') then
        return;
    end if;
    for series in
        select * from (values
            ('topic_history', 'at', interval '7 days'),
            ('login_attempt', 'at', interval '1 day')) as v(name, time_column, chunk)
    loop
        if not exists (select from timescaledb_information.hypertables h
                where h.hypertable_schema = current_schema() and h.hypertable_name = series.name) then
            perform create_hypertable(series.name::regclass, series.time_column::name,
                chunk_time_interval => series.chunk, create_default_indexes => false, migrate_data => true);
            return next series.name;
        end if;
    end loop;
end $$;

select use_hypertables();
