-- Free text looked for a part of a MAC address by spelling out the address of every row, which took longer than all the
-- rest of the search. The bare digits are now the last twelve characters of the one column that is searched; who has no
-- address has dashes there. 580 characters of the rest are searched: an index row has room for no more.
--
-- The column stands in the index of the primary key as well: a search reads that, an eighth of the table. The column is
-- computed, so adding it writes the table anew: about three seconds for 100,000 sessions.
alter table session drop column search_text;
alter table session add column search_text text collate "C" not null generated always as (lower(
    left(coalesce(user_name, '') || E'\n' || coalesce(sgt_name, '') || E'\n' || coalesce(endpoint_profile, '')
        || E'\n' || coalesce(nas_port, '') || E'\n' || coalesce(nas_identifier, '') || E'\n' || coalesce(ssid, '')
        || E'\n' || coalesce(host(ip), '') || E'\n' || coalesce(host(nas_ip), ''), 580)
    || E'\n' || coalesce(replace(mac::text, ':', ''), '------------')
)) stored;
alter table session_snapshot_named drop constraint session_snapshot_named_session_id_fkey;
alter table session drop constraint session_pkey;
alter table session add constraint session_pkey primary key (id) include (search_text);
alter table session_snapshot_named add constraint session_snapshot_named_session_id_fkey
    foreign key (session_id) references session (id) on delete cascade;

-- An index serves a search by itself only on pages that were vacuumed since they last changed, and a plan is as good as
-- its statistics. A fifth of a large table, PostgreSQL's own measure of when to look, is hours of changes here.
alter table session set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02);
alter table device set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02);
