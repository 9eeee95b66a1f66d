package clarion.ejb.flows;

import clarion.ejb.DatabaseText;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports and what they set aside, over one connection and in the caller's transaction. */
final class FlowImportTable {

    private final Connection connection;

    FlowImportTable(Connection connection) {
        this.connection = connection;
    }

    /** How far an import is. */
    public record Progress(long bytesRead, long lines, long records, long faulty, long conversations, long outOfTime) {}

    /** What an import was. */
    public record Result(
            Progress progress,
            long staged,
            @Nullable Instant first,
            @Nullable Instant last,
            String fingerprint,
            List<String> errors) {}

    long insert(String name, String account, String process, long size, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into flow_import (name, account, process, state, created_at, seen_at, size) values"
                        + " (?, ?, ?, 'WAITING', ?::timestamptz, ?::timestamptz, ?) returning id")) {
            insert.setString(1, DatabaseText.text(name));
            insert.setString(2, account);
            insert.setString(3, process);
            insert.setString(4, now.toString());
            insert.setString(5, now.toString());
            insert.setLong(6, size);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** False if it is no longer under way: somebody gave it up. */
    boolean note(long id, Progress progress, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update flow_import set state = 'RUNNING', seen_at = ?::timestamptz, bytes_read = ?, lines = ?, records = ?,"
                        + " faulty = ?, conversations = ?, out_of_time = ? where id = ? and state in ('WAITING', 'RUNNING')")) {
            update.setString(1, now.toString());
            set(update, 2, progress);
            update.setLong(8, id);
            return update.executeUpdate() == 1;
        }
    }

    private static void set(PreparedStatement update, int from, Progress p) throws SQLException {
        update.setLong(from, p.bytesRead());
        update.setLong(from + 1, p.lines());
        update.setLong(from + 2, p.records());
        update.setLong(from + 3, p.faulty());
        update.setLong(from + 4, p.conversations());
        update.setLong(from + 5, p.outOfTime());
    }

    /** The import that has this content. */
    @Nullable
    Long find(String fingerprint) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id from flow_import where fingerprint = ? and state = 'DONE'")) {
            select.setString(1, fingerprint);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    /**
     * Adds all that an import set aside and says that it is done. Two with the same content meet at the unique index,
     * and the second fails as a whole.
     */
    void complete(long id, Result result, Instant now) throws SQLException {
        long buckets = 0;
        long found = 0;
        BucketTable table = new BucketTable(connection);
        for (Series series : Series.values()) {
            List<Instant> due = new ArrayList<>();
            Series coarser = series == Series.FINE ? Series.HOUR : Series.DAY;
            try (PreparedStatement select = connection.prepareStatement(
                    "select min(at), max(at), count(*) from flow_import_bucket where import = ? and series = ?")) {
                select.setLong(1, id);
                select.setString(2, series.table());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    found += row.getLong(3);
                    if (row.getLong(3) == 0) {
                        continue;
                    }
                    table.cover(
                            series,
                            SqlValues.instant(row, 1).toEpochMilli(),
                            SqlValues.instant(row, 2).toEpochMilli());
                }
            }
            if (series != Series.DAY) {
                try (PreparedStatement select =
                        connection.prepareStatement("select distinct date_bin(make_interval(secs => ?), at,"
                                + " 'epoch') from flow_import_bucket where import = ? and series = ? order by 1")) {
                    select.setLong(1, coarser.width().toSeconds());
                    select.setLong(2, id);
                    select.setString(3, series.table());
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            due.add(SqlValues.instant(row, 1));
                        }
                    }
                }
                table.markDue(coarser, due);
            }
            try (PreparedStatement add = connection.prepareStatement(BucketSql.addStaged(series))) {
                add.setLong(1, id);
                add.setString(2, series.table());
                buckets += add.executeUpdate();
            }
        }
        if (found != result.staged()) {
            throw new SQLException("of " + result.staged() + " buckets that were set aside " + found
                    + " are there: the database was restarted meanwhile; send the file again");
        }
        discard(id);
        end(id, "DONE", null, null, result, buckets, now);
    }

    /** Says how an import ended that adds nothing. */
    void end(
            long id,
            String state,
            @Nullable String detail,
            @Nullable Long duplicateOf,
            @Nullable Result result,
            long buckets,
            Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update flow_import set state = ?, detail = ?,"
                        + " duplicate_of = ?, buckets = ?, ended_at = ?::timestamptz, seen_at = ?::timestamptz,"
                        + " bytes_read = coalesce(?, bytes_read), lines = coalesce(?, lines), records = coalesce(?, records),"
                        + " faulty = coalesce(?, faulty), conversations = coalesce(?, conversations),"
                        + " out_of_time = coalesce(?, out_of_time), first_at = ?::timestamptz, last_at = ?::timestamptz,"
                        + " fingerprint = ?, errors = coalesce(?::jsonb, errors) where id = ? and state in ('WAITING', 'RUNNING')")) {
            update.setString(1, state);
            update.setString(2, detail == null ? null : DatabaseText.text(detail));
            update.setObject(3, duplicateOf);
            update.setLong(4, buckets);
            update.setString(5, now.toString());
            update.setString(6, now.toString());
            for (int i = 7; i <= 12; i++) {
                update.setObject(i, null, java.sql.Types.BIGINT);
            }
            if (result != null) {
                set(update, 7, result.progress());
            }
            update.setString(
                    13,
                    result == null || result.first() == null
                            ? null
                            : result.first().toString());
            update.setString(
                    14,
                    result == null || result.last() == null
                            ? null
                            : result.last().toString());
            update.setString(15, result == null ? null : result.fingerprint());
            update.setString(16, result == null ? null : DatabaseText.json(result.errors()));
            update.setLong(17, id);
            if (update.executeUpdate() != 1) {
                throw new SQLException("import " + id + " was given up before it ended; send the file again");
            }
        }
    }

    void discard(long id) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from flow_import_bucket where import = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    /** Gives up those of which nothing was heard since a time; how many. */
    int giveUp(Instant before, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update flow_import set state = 'FAILED',"
                + " ended_at = ?::timestamptz, detail = 'The process that imported it is gone. Nothing was added; send the"
                + " file again.' where state in ('WAITING', 'RUNNING') and seen_at < ?::timestamptz")) {
            update.setString(1, now.toString());
            update.setString(2, before.toString());
            int given = update.executeUpdate();
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from flow_import_bucket b where not exists"
                            + " (select from flow_import i where i.id = b.import and i.state in ('WAITING', 'RUNNING'))")) {
                delete.executeUpdate();
            }
            return given;
        }
    }
}
