package clarion.ejb.connectors.leadership;

import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes that may lead, over one connection and in the caller's transaction. When one told is by the database's
 * clock, which is the same for all of them: the clock of a process may be wrong, or jump.
 */
final class MemberTable {

    static final long TOLD_EVERY_SECONDS = 5;

    /** Who has not told for as long is gone. */
    private static final Duration GONE = Duration.ofSeconds(4 * TOLD_EVERY_SECONDS);

    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    /** Notes that a process is there, and forgets those that are gone for long. */
    void tell(Candidate candidate) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                with gone as (delete from connector_member where seen_at < clock_timestamp() - interval '1 hour' and name <> ?)
                insert into connector_member (name, url, started_at, seen_at)
                values (?, ?, ?::timestamptz, clock_timestamp())
                on conflict (name) do update set url = excluded.url, seen_at = excluded.seen_at""")) {
            upsert.setString(1, candidate.name());
            upsert.setString(2, candidate.name());
            upsert.setString(3, candidate.url());
            upsert.setString(4, candidate.startedAt().toString());
            upsert.executeUpdate();
        }
    }

    /** Forgets a process that ends in good order. */
    void leave(Candidate candidate) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from connector_member where name = ?")) {
            delete.setString(1, candidate.name());
            delete.executeUpdate();
        }
    }

    /** Those that told lately, by name. */
    List<Member> present() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select name, url, started_at, seen_at from connector_member
                where seen_at > clock_timestamp() - make_interval(secs => ?) order by name""")) {
            select.setLong(1, GONE.toSeconds());
            List<Member> members = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(new Member(
                            row.getString(1), row.getString(2), SqlValues.instant(row, 3), SqlValues.instant(row, 4)));
                }
            }
            return members;
        }
    }
}
