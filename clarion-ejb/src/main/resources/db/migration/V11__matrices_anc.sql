-- The matrices that the cells of the egress policy belong to (getEgressMatrices, ISE 3.2), as the last download that was
-- complete named them.
create table egress_matrix (
    id          text collate "C" primary key,
    number      bigint not null generated always as identity unique,
    name        text not null,
    description text not null,
    monitor_all boolean,
    received_at timestamptz not null,
    named_by    uuid not null
);

-- The history of Adaptive Network Control is listed, of one device too, in the order in which operations became known.
alter table anc_operation add column number bigint not null generated always as identity unique;
create index anc_operation_mac on anc_operation (mac, number);
