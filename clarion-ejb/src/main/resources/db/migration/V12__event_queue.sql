-- How far the events that wait in the message queue are stored. One row, written with the data: an entry of the stream
-- is stored once, however often it is delivered.
create table queue_progress (
    only_one boolean primary key default true check (only_one),
    -- Which stream the offset counts in; another one after the broker has lost it.
    stream text,
    stream_offset bigint not null default -1,
    -- The latest term of a leader that was seen in the stream, and the latest number that it gave.
    term bigint not null default 0,
    sequence bigint not null default 0,
    -- Terms before this one are refused: a later leader has stored events without the queue.
    refuse_below bigint not null default 0,
    published_at timestamptz,
    stored_at timestamptz,
    stored bigint not null default 0,
    repeated bigint not null default 0,
    refused bigint not null default 0
);

insert into queue_progress default values;

-- Entries of leaders that had been replaced; a replay leaves them out too.
create table queue_refused (
    stream text not null,
    stream_offset bigint not null,
    primary key (stream, stream_offset)
);

-- Requests to apply again what is in the stream since some time.
create table queue_replay (
    id uuid primary key,
    from_at timestamptz not null,
    requested_at timestamptz not null,
    requested_by text not null,
    stream text,
    -- The last entry that it applied again, and the last that it has to.
    stream_offset bigint,
    until_offset bigint,
    started_at timestamptz,
    completed_at timestamptz,
    entries bigint not null default 0,
    applied bigint not null default 0,
    duplicates bigint not null default 0,
    superseded bigint not null default 0
);

create index queue_replay_open on queue_replay (requested_at) where completed_at is null;
