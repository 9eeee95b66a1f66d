package clarion.ejb.segmentation;

import clarion.domain.segmentation.Findings;
import clarion.domain.segmentation.Grouping;
import clarion.domain.segmentation.Matching;
import clarion.domain.segmentation.Trait;
import clarion.domain.segmentation.campus.GroupLabels;
import clarion.domain.segmentation.decisions.Overlay;
import clarion.ejb.DatabaseText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores what a run found, under the ids that clusters had before, and puts it in force: one transaction. */
final class Publication {

    /** Traits that are kept of a member; of a cluster all are. */
    private static final int MEMBER_TRAITS = 3;

    private final Connection connection;
    private final SegmentationSettings settings;
    private final Instant now;

    Publication(Connection connection, SegmentationSettings settings, Instant now) {
        this.connection = connection;
        this.settings = settings;
        this.now = now;
    }

    void publish(long run, Campus campus, Findings findings, @Nullable String detail) throws SQLException {
        SegmentRunTable runs = new SegmentRunTable(connection);
        Long before = runs.lockInForce();
        Overlay overlay = new Overlay(new DecisionTable(connection).inForce());
        long[] ids = identify(run, campus.endpoints(), findings.grouping(), before, overlay);
        clusters(run, ids, findings, overlay);
        List<MemberTable.Row> members = members(campus, ids, findings);
        new MemberTable(connection, run).insert(members);
        runs.complete(run, counts(campus, members), detail, now);
        new Effective(connection).apply(run, overlay);
        new MapReader(connection, run).keep();
        runs.forget(settings.keep());
    }

    private long[] identify(
            long run, List<Endpoint> endpoints, Grouping grouping, @Nullable Long before, Overlay overlay)
            throws SQLException {
        Map<String, Integer> groups = new HashMap<>();
        for (int i = 0; i < endpoints.size(); i++) {
            groups.put(endpoints.get(i).mac(), grouping.group(i));
        }
        Map<String, Long> known = new HashMap<>();
        if (before != null) {
            for (MemberTable.Placed placed : new MemberTable(connection, before).read()) {
                known.put(placed.member().endpoint(), overlay.origin(placed.member()));
            }
        }
        Map<Integer, Long> matched = Matching.match(groups, known);
        ClusterTable clusters = new ClusterTable(connection);
        long[] ids = new long[grouping.groups()];
        for (int g = 0; g < ids.length; g++) {
            Long id = matched.get(g);
            ids[g] = id == null ? clusters.create(run) : id;
        }
        return ids;
    }

    private void clusters(long run, long[] ids, Findings findings, Overlay overlay) throws SQLException {
        Labels labels = new Labels();
        overlay.names().values().forEach(labels::take);
        List<String> found = new GroupLabels(findings, group -> ids[group]).labels();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segment_result (run, cluster, label, found, nearest, shared, apart) values (?, ?, ?, true, ?,"
                        + " ?::jsonb, ?::jsonb)")) {
            for (int g = 0; g < ids.length; g++) {
                List<Trait> shared = findings.shared(g, group -> Traits.reference(ids[group]));
                int nearest = findings.nearest(g);
                insert.setLong(1, run);
                insert.setLong(2, ids[g]);
                insert.setString(3, DatabaseText.text(labels.free(found.get(g))));
                insert.setObject(4, nearest == g ? null : ids[nearest], java.sql.Types.BIGINT);
                insert.setString(5, Traits.json(shared));
                insert.setString(
                        6,
                        Traits.json(
                                nearest == g
                                        ? List.of()
                                        : findings.apart(g, nearest, group -> Traits.reference(ids[group]))));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<MemberTable.Row> members(Campus campus, long[] ids, Findings findings) {
        Grouping grouping = findings.grouping();
        List<MemberTable.Row> rows = new ArrayList<>();
        List<Endpoint> endpoints = campus.endpoints();
        for (int i = 0; i < endpoints.size(); i++) {
            int percent = (int) Math.round(100 * grouping.confidence(i));
            boolean unsure = percent < settings.reviewBelow();
            boolean silent = campus.isSilent(endpoints.get(i));
            Findings.Reason reason = findings.reason(i, group -> Traits.reference(ids[group]));
            rows.add(new MemberTable.Row(
                    endpoints.get(i),
                    ids[grouping.group(i)],
                    ids[grouping.second(i)],
                    percent,
                    silent,
                    unsure,
                    DatabaseText.json(reasons(percent, unsure, silent, endpoints.get(i))),
                    Traits.texts(reason.towards(), MEMBER_TRAITS),
                    Traits.texts(reason.against(), MEMBER_TRAITS)));
        }
        return rows;
    }

    private List<String> reasons(int percent, boolean unsure, boolean silent, Endpoint endpoint) {
        List<String> reasons = new ArrayList<>();
        if (unsure) {
            reasons.add("its confidence is " + percent + " %, below " + settings.reviewBelow() + " %");
        }
        if (silent) {
            reasons.add("it was never seen to do anything: only what it is decides");
        }
        if (endpoint.isUnidentified()) {
            reasons.add("neither profile nor AD group is known: only what it does decides");
        }
        return reasons;
    }

    private static SegmentRunTable.Counts counts(Campus campus, List<MemberTable.Row> members) {
        return new SegmentRunTable.Counts(
                members.size(),
                members.stream().filter(MemberTable.Row::silent).count(),
                members.stream().filter(row -> row.endpoint().isUnidentified()).count(),
                campus.conversations(),
                campus.edges(),
                0,
                0);
    }
}
