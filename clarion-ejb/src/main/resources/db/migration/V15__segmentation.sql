-- Which endpoints belong together: runs, what each found, and what people decided about it.

-- A run is one computation over a window of flows. One at a time in a cluster: its process holds an advisory lock on a
-- session of its own as long as it runs, so a run that is RUNNING while nobody holds the lock was interrupted.
create table segment_run (
    id            bigint generated always as identity primary key,
    state         text collate "C" not null check (state in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
    step          text collate "C" not null check (step in ('READING', 'GROUPING', 'STORING')),
    percent       int not null default 0,
    reason        text collate "C" not null check (reason in ('DEMAND', 'SCHEDULE')),
    account       text not null,
    detail        text,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    seed          bigint not null,
    version       text not null,
    endpoints     bigint not null default 0,
    silent        bigint not null default 0,
    unidentified  bigint not null default 0,
    conversations bigint not null default 0,
    edges         bigint not null default 0,
    clusters      bigint not null default 0,
    review        bigint not null default 0,
    stored        boolean not null default false
);
create unique index segment_run_one on segment_run ((true)) where state = 'RUNNING';

-- The run whose results are in force, and a lock for who changes them.
create table segment_state (
    only_one boolean primary key default true check (only_one),
    run      bigint references segment_run (id)
);
insert into segment_state default values;

-- A cluster, through all runs. name, accepted and merged_into are what the decisions in force say of it; revision
-- counts what was decided about it.
create table segment_cluster (
    id          bigint generated always as identity primary key,
    first_run   bigint not null,
    name        text,
    accepted    boolean not null default false,
    merged_into bigint,
    revision    bigint not null default 0,
    x           double precision,
    y           double precision
);

-- A cluster as one run found it, with the decisions in force laid over it. found: by the run itself; a cluster that only
-- decisions made has no explanation. Traits: {"kind", "what", "far", "here", "elsewhere"}; {#N} in far is cluster N.
create table segment_result (
    number     bigint generated always as identity unique,
    run        bigint not null references segment_run (id) on delete cascade,
    cluster    bigint not null references segment_cluster (id),
    label      text not null,
    found      boolean not null,
    nearest    bigint,
    shared     jsonb not null default '[]',
    apart      jsonb not null default '[]',
    members    bigint not null default 0,
    silent     bigint not null default 0,
    review     bigint not null default 0,
    pinned     bigint not null default 0,
    confidence int not null default 0,
    primary key (run, cluster)
);

-- An endpoint in a run. found, second, confidence, unsure: by the run; cluster, next_best and cause: with decisions; cluster is null if it was
-- excluded from all that fit. What was known of it then stands here, so that a run can be understood later.
create table segment_member (
    number      bigint generated always as identity unique,
    run         bigint not null references segment_run (id) on delete cascade,
    mac         macaddr not null,
    found       bigint not null,
    second      bigint not null,
    cluster     bigint,
    next_best   bigint not null,
    cause       text collate "C" not null,
    confidence  int not null,
    silent      boolean not null,
    unsure      boolean not null,
    review      boolean not null,
    reasons     jsonb not null,
    towards     jsonb not null,
    against     jsonb not null,
    profile     text,
    os          text,
    ad_group    text,
    ad_groups   jsonb not null,
    device_type text,
    vlan        text,
    sgt_name    text,
    user_id     bigint,
    primary key (run, mac)
);
create index segment_member_of_cluster on segment_member (run, cluster, mac);
create index segment_member_review on segment_member (run, mac) where review;

-- What people decided, in order. Undone ones stay, and no longer count.
create table segment_decision (
    id        bigint generated always as identity primary key,
    kind      text collate "C" not null check (kind in ('ACCEPT', 'RENAME', 'MERGE', 'SPLIT', 'PIN', 'EXCLUDE')),
    run       bigint not null,
    cluster   bigint not null references segment_cluster (id),
    other     bigint references segment_cluster (id),
    members   macaddr[] not null default '{}',
    attribute text collate "C",
    value     text,
    name      text,
    account   text not null,
    made_at   timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
create index segment_decision_of_cluster on segment_decision (cluster);
create index segment_decision_of_other on segment_decision (other) where other is not null;
