-- Which process holds the connection to ISE. One row.
create table connector_term (
    only_one boolean primary key default true check (only_one),
    -- Raised by each process that comes to lead; what an earlier one delivers is refused.
    epoch bigint not null default 0,
    holder text,
    url text,
    since timestamptz,
    -- What an operator wants: a process that takes over stays stopped where its predecessor was stopped.
    started boolean not null default true,
    started_changed_at timestamptz
);

insert into connector_term default values;

-- The processes that hold the connection or stand by to take it over.
create table connector_member (
    name text primary key,
    url text,
    started_at timestamptz not null,
    seen_at timestamptz not null
);
