package clarion.ejb.flows;

import clarion.domain.devices.MacAddress;
import clarion.ejb.SqlValues;
import clarion.ejb.flows.FlowGroups.By;
import clarion.ejb.flows.FlowGroups.TrafficGroup;
import clarion.ejb.flows.FlowWindow.Resolution;
import clarion.ejb.listing.GroupedList;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers who talks to whom. */
@Stateless
public class FlowQueryService {

    /** What groups can be ranked by. */
    public static final List<String> RANKS = List.of("bytes", "conversations", "answered", "refused");

    private static final String OF_DEVICE = "b.%s IN (SELECT id FROM flow_party WHERE mac = ?::macaddr)";
    private static final String OF_USER = "b.%s IN (SELECT id FROM flow_party WHERE user_id = ?)";
    private static final int MOST_POINTS = 1_000;

    private final Lists lists;
    private final FlowSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected FlowQueryService() {
        this(null, null, null);
    }

    @Inject
    public FlowQueryService(Lists lists, FlowSettings settings, Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    /** The window that a request asks about. */
    public FlowWindow window(@Nullable String from, @Nullable String to) {
        return FlowWindow.parse(from, to, Resolution.FIVE_MINUTES, settings, clock.instant());
    }

    /** The columns of conversations in a window. */
    public ListDefinition conversationColumns(FlowWindow window) {
        return FlowLists.conversations(window.series()).definition();
    }

    /** The columns of the buckets in a window. */
    public ListDefinition bucketColumns(FlowWindow window) {
        return FlowLists.buckets(window.series()).definition();
    }

    /** A page of conversations. */
    public Page<Row> conversations(FlowWindow window, ListQuery query) {
        return page(FlowLists.conversations(window.series()), query.within(window.scope()));
    }

    /** A page of the conversations of a window that had not begun before a time. */
    public Page<Row> newSince(Instant since, FlowWindow window, ListQuery query) {
        return page(
                FlowLists.conversations(window.series()).having("min(b.first_at) >= ?", since.atOffset(ZoneOffset.UTC)),
                query.within(window.scope()));
    }

    /** A page of the buckets behind one conversation, by its id. */
    public Page<Row> buckets(ConversationId id, FlowWindow window, ListQuery query) {
        return page(FlowLists.buckets(window.series()), query.within(id.scope(window)));
    }

    private Page<Row> page(GroupedList list, ListQuery query) {
        return lists.read(connection -> list.page(connection, query, row -> row));
    }

    /** A page of contradictions about SGTs. */
    public Page<Row> findings(ListQuery query) {
        return lists.page(query, row -> row);
    }

    /**
     * The largest groups.
     *
     * @param query of {@link #conversationColumns}; only its filter counts
     * @param rank one of {@code bytes}, {@code conversations}, {@code answered}, {@code refused}
     */
    public FlowGroups groups(FlowWindow window, ListQuery query, By by, String rank, int most) {
        return groups(query.within(window.scope()), by, rank, most);
    }

    private FlowGroups groups(ListQuery scoped, By by, String rank, int most) {
        return lists.read(connection -> {
            FlowGroups groups = FlowGroupQuery.read(connection, scoped, by, rank, most);
            return by == By.SGTS ? named(groups, sgtNames(connection)) : groups;
        });
    }

    /** Traffic of one device, whatever its addresses were. */
    public FlowTraffic ofDevice(MacAddress mac, FlowWindow window, int most) {
        return traffic(window, OF_DEVICE, mac.toString(), most);
    }

    /** Traffic of one user, from whatever device. */
    public FlowTraffic ofUser(long userId, FlowWindow window, int most) {
        return traffic(window, OF_USER, userId, most);
    }

    private FlowTraffic traffic(FlowWindow window, String condition, Object argument, int most) {
        ListQuery all = ListQuery.of(conversationColumns(window));
        ListQuery asClient = all.within(window.scope(condition.formatted("client"), argument));
        ListQuery asServer = all.within(window.scope(condition.formatted("server"), argument));
        FlowGroups servers = groups(asClient, By.SERVER, "bytes", most);
        FlowGroups clients = groups(asServer, By.CLIENT, "bytes", most);
        return new FlowTraffic(
                window,
                servers.all(),
                clients.all(),
                servers,
                groups(asClient, By.SERVICE, "bytes", most),
                clients,
                groups(asServer, By.SERVICE, "bytes", most),
                points(window, condition, argument));
    }

    private List<FlowTraffic.TrafficPoint> points(FlowWindow window, String condition, Object argument) {
        String view = window.series().view();
        String sql = "SELECT at, sum(sent)::int8, sum(received)::int8, sum(n)::int8 FROM ("
                + side(view, window.scope(condition.formatted("client")), "request", "reply")
                + " UNION ALL "
                + side(view, window.scope(condition.formatted("server")), "reply", "request")
                + ") sides GROUP BY at ORDER BY at DESC LIMIT " + MOST_POINTS;
        return lists.read(connection -> {
            List<FlowTraffic.TrafficPoint> points = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                List<Object> window4 = window.scope().arguments();
                for (int side = 0; side < 2; side++) {
                    select.setObject(3 * side + 1, window4.get(0));
                    select.setObject(3 * side + 2, window4.get(1));
                    select.setObject(3 * side + 3, argument);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        points.add(
                                0,
                                new FlowTraffic.TrafficPoint(
                                        SqlValues.instant(row, 1), row.getLong(2), row.getLong(3), row.getLong(4)));
                    }
                }
            }
            return points;
        });
    }

    private static String side(String view, Scope scope, String sent, String received) {
        return "SELECT b.at, b." + sent + "_bytes AS sent, b." + received + "_bytes AS received,"
                + " b.conversations + b.replies AS n FROM " + view + " b WHERE " + scope.condition();
    }

    private static Map<Integer, String> sgtNames(Connection connection) throws SQLException {
        Map<Integer, String> names = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT sgt, min(name) FROM security_group WHERE deleted_at IS NULL GROUP BY sgt");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.put(row.getInt(1), row.getString(2));
            }
        }
        return names;
    }

    private static FlowGroups named(FlowGroups groups, Map<Integer, String> names) {
        return new FlowGroups(
                groups.groups(),
                groups.top().stream().map(group -> named(group, names)).toList(),
                groups.rest(),
                groups.all());
    }

    private static TrafficGroup named(TrafficGroup g, Map<Integer, String> names) {
        return new TrafficGroup(
                g.kind(),
                g.mac(),
                g.ip(),
                g.network(),
                g.userId(),
                g.user(),
                g.clientSgt(),
                name(g.clientSgt(), names),
                g.serverSgt(),
                name(g.serverSgt(), names),
                g.protocol(),
                g.service(),
                g.serviceLast(),
                g.exporter(),
                g.counts());
    }

    private static @Nullable String name(@Nullable Integer sgt, Map<Integer, String> names) {
        return sgt == null ? null : names.get(sgt);
    }
}
