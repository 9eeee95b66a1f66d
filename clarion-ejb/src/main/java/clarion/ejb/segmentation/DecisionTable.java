package clarion.ejb.segmentation;

import clarion.domain.segmentation.decisions.Decision;
import clarion.domain.segmentation.decisions.Decision.Kind;
import clarion.domain.segmentation.decisions.Decision.Selection;
import clarion.ejb.DatabaseText;
import clarion.ejb.SqlValues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions, over one connection and in the caller's transaction. */
final class DecisionTable {

    private static final String SELECT =
            "select id, kind, cluster, coalesce(other, 0), members::text[], attribute, value,"
                    + " name, undone_at from segment_decision ";

    private final Connection connection;

    DecisionTable(Connection connection) {
        this.connection = connection;
    }

    /** Those that count, in their order. */
    List<Decision> inForce() throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where undone_at is null order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                decisions.add(read(row));
            }
        }
        return decisions;
    }

    /** A decision that counts. */
    Optional<Decision> find(long id) throws SQLException {
        return inForce().stream().filter(decision -> decision.id() == id).findFirst();
    }

    /** When a decision was undone, if there is such a decision and it was. */
    Optional<Instant> undoneAt(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(SqlValues.instantOrNull(row, 9)) : Optional.empty();
            }
        }
    }

    private static Decision read(ResultSet row) throws SQLException {
        String attribute = row.getString(6);
        String value = row.getString(7);
        return new Decision(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                Set.copyOf(EndpointReader.texts(row.getArray(5))),
                attribute == null || value == null ? null : new Selection(attribute, value),
                row.getString(8));
    }

    /** Keeps a decision; its id is given by the database. */
    long insert(Decision decision, long run, String account, Instant now) throws SQLException {
        Selection selection = decision.selection();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segment_decision (kind, run, cluster, other, members, attribute, value, name, account, made_at)"
                        + " values (?, ?, ?, nullif(?, 0), ?::macaddr[], ?, ?, ?, ?, ?::timestamptz) returning id")) {
            insert.setString(1, decision.kind().name());
            insert.setLong(2, run);
            insert.setLong(3, decision.cluster());
            insert.setLong(4, decision.other());
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", decision.members().stream().sorted().toArray()));
            insert.setString(6, selection == null ? null : selection.attribute());
            insert.setString(7, selection == null ? null : DatabaseText.text(selection.value()));
            insert.setString(8, decision.name());
            insert.setString(9, account);
            insert.setString(10, now.toString());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void undo(long id, String account, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segment_decision set undone_by = ?, undone_at = ?::timestamptz where id = ?")) {
            update.setString(1, account);
            update.setString(2, now.toString());
            update.setLong(3, id);
            update.executeUpdate();
        }
    }
}
