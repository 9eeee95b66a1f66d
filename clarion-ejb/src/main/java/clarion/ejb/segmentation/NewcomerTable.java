package clarion.ejb.segmentation;

import clarion.ejb.DatabaseText;
import clarion.ejb.segmentation.MemberTable.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Members that came after the run, over one connection and in the caller's transaction. */
final class NewcomerTable {

    private static final String WAITING = """
            select s.run from segment_state s join segment_run r on r.id = s.run
            where exists (select from device d where (d.last_seen >= ?::timestamptz or d.online)
                and not exists (select from segment_member m where m.run = r.id and m.mac = d.mac))""";

    private static final String COUNT = "update segment_run r set"
            + " endpoints = (select count(*) from segment_member m where m.run = r.id),"
            + " silent = (select count(*) from segment_member m where m.run = r.id and m.silent) where r.id = ?";

    private final Connection connection;

    NewcomerTable(Connection connection) {
        this.connection = connection;
    }

    /** @param since what was not seen since then is not looked at: nothing is known of it in the window */
    Optional<Long> runWithNewcomers(Instant since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setString(1, since.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Adds those who are no members yet; how many. */
    int insert(long run, List<Newcomer> newcomers, int reviewBelow) throws SQLException {
        MemberTable members = new MemberTable(connection, run);
        Set<String> missing = new HashSet<>(members.missing(
                newcomers.stream().map(newcomer -> newcomer.endpoint().mac()).toList(), 0));
        List<Row> rows = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            if (missing.contains(newcomer.endpoint().mac())) {
                boolean unsure = newcomer.percent() < reviewBelow;
                rows.add(new Row(
                        newcomer.endpoint(),
                        newcomer.cluster(),
                        newcomer.second(),
                        newcomer.percent(),
                        newcomer.isSilent(),
                        unsure,
                        DatabaseText.json(reasons(newcomer, unsure, reviewBelow)),
                        "[]",
                        "[]"));
            }
        }
        members.insert(rows);
        try (PreparedStatement update = connection.prepareStatement(COUNT)) {
            update.setLong(1, run);
            update.executeUpdate();
        }
        return rows.size();
    }

    private static List<String> reasons(Newcomer newcomer, boolean unsure, int reviewBelow) {
        List<String> reasons = new ArrayList<>();
        reasons.add("it came after the run, and was placed by what it is and did by then");
        if (unsure) {
            reasons.add("its confidence is " + newcomer.percent() + " %, below " + reviewBelow + " %");
        }
        if (newcomer.isSilent()) {
            reasons.add("it was never seen to do anything: only what it is decides");
        }
        return reasons;
    }
}
