package clarion.ejb.users;

import clarion.ejb.DatabaseText;
import clarion.ejb.IdBlocks;
import clarion.ejb.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps {@code network_user} and {@code user_device} for ingest, a batch at a time. */
public final class UserTable {

    private static final String FIND =
            "select u.identity, u.id from unnest(?::text[]) k join network_user u on u.identity = k";

    private static final String INSERT = """
            insert into network_user (id, identity, name, realm, kind, user_name, first_seen, last_seen)
            select * from unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                ?::timestamptz[])""";

    private static final String UPDATE = """
            update network_user u
            set first_seen = least(u.first_seen, n.first_seen), last_seen = greatest(u.last_seen, n.last_seen),
                user_name = case when n.last_seen >= u.last_seen then coalesce(n.user_name, u.user_name)
                    else u.user_name end
            from unnest(?::int8[], ?::text[], ?::timestamptz[], ?::timestamptz[]) n(id, user_name, first_seen, last_seen)
            where u.id = n.id""";

    private static final String COUNT = """
            update network_user u
            set live_sessions = u.live_sessions + n.delta, online = u.live_sessions + n.delta > 0
            from unnest(?::int8[], ?::int4[]) n(id, delta) where u.id = n.id""";

    private static final String LINK = """
            insert into user_device as l (user_id, mac, first_seen, last_seen)
            select * from unnest(?::int8[], ?::macaddr[], ?::timestamptz[], ?::timestamptz[])
            on conflict (user_id, mac) do update
            set first_seen = least(l.first_seen, excluded.first_seen),
                last_seen = greatest(l.last_seen, excluded.last_seen)
            where excluded.first_seen < l.first_seen or excluded.last_seen > l.last_seen""";

    private final Connection connection;

    public UserTable(Connection connection) {
        this.connection = connection;
    }

    private static final class Fold {
        final SeenUser first;
        Instant firstSeen;
        Instant lastSeen;

        @Nullable
        String userName;

        Fold(SeenUser seen) {
            first = seen;
            firstSeen = seen.at();
            lastSeen = seen.at();
            userName = seen.userName();
        }

        void add(SeenUser seen) {
            if (seen.at().isBefore(firstSeen)) {
                firstSeen = seen.at();
            }
            if (!seen.at().isBefore(lastSeen)) {
                lastSeen = seen.at();
                userName = seen.userName() == null ? userName : seen.userName();
            }
        }
    }

    /** Makes users that are new and updates the others; the ids of all of them, by key. */
    public Map<String, Long> save(List<SeenUser> seen) throws SQLException {
        Map<String, Fold> folds = new LinkedHashMap<>();
        for (SeenUser user : seen) {
            Fold fold = folds.get(user.key());
            if (fold == null) {
                folds.put(user.key(), new Fold(user));
            } else {
                fold.add(user);
            }
        }
        Map<String, Long> ids = find(folds.keySet().stream().toList());
        List<Fold> known = new ArrayList<>();
        List<Fold> unknown = new ArrayList<>();
        folds.forEach((key, fold) -> (ids.containsKey(key) ? known : unknown).add(fold));
        long[] fresh = IdBlocks.take(connection, "network_user_seq", unknown.size());
        for (int i = 0; i < fresh.length; i++) {
            ids.put(unknown.get(i).first.key(), fresh[i]);
        }
        insert(unknown, ids);
        update(known, ids);
        return ids;
    }

    private Map<String, Long> find(List<String> keys) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        if (keys.isEmpty()) {
            return ids;
        }
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            new SqlArrays(select).add("text", keys, key -> key);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    ids.put(found.getString(1), found.getLong(2));
                }
            }
        }
        return ids;
    }

    private void insert(List<Fold> users, Map<String, Long> ids) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            new SqlArrays(insert)
                    .add("int8", users, user -> ids.get(user.first.key()))
                    .add("text", users, user -> user.first.key())
                    .add(
                            "text",
                            users,
                            user -> DatabaseText.text(user.first.identity().name()))
                    .add(
                            "text",
                            users,
                            user -> DatabaseText.text(user.first.identity().realm()))
                    .add("text", users, user -> user.first.identity().kind().name())
                    .add("text", users, user -> user.userName)
                    .add("timestamptz", users, user -> user.firstSeen)
                    .add("timestamptz", users, user -> user.lastSeen);
            insert.executeUpdate();
        }
    }

    private void update(List<Fold> users, Map<String, Long> ids) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            new SqlArrays(update)
                    .add("int8", users, user -> ids.get(user.first.key()))
                    .add("text", users, user -> user.userName)
                    .add("timestamptz", users, user -> user.firstSeen)
                    .add("timestamptz", users, user -> user.lastSeen);
            update.executeUpdate();
        }
    }

    /** Adds to the number of live sessions. */
    public void count(Map<Long, Integer> deltas) throws SQLException {
        List<Map.Entry<Long, Integer>> rows =
                deltas.entrySet().stream().filter(e -> e.getValue() != 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            new SqlArrays(count).add("int8", rows, Map.Entry::getKey).add("int4", rows, Map.Entry::getValue);
            count.executeUpdate();
        }
    }

    private record Link(long user, String mac) {}

    private record Span(Instant first, Instant last) {
        Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /** Notes on which devices the users were seen; the devices must be there. */
    public void link(List<SeenUser> seen, Map<String, Long> ids) throws SQLException {
        Map<Link, Span> links = new LinkedHashMap<>();
        for (SeenUser user : seen) {
            if (user.mac() != null) {
                long id = java.util.Objects.requireNonNull(ids.get(user.key()));
                links.merge(new Link(id, user.mac()), new Span(user.at(), user.at()), Span::with);
            }
        }
        if (links.isEmpty()) {
            return;
        }
        List<Map.Entry<Link, Span>> rows = List.copyOf(links.entrySet());
        try (PreparedStatement link = connection.prepareStatement(LINK)) {
            new SqlArrays(link)
                    .add("int8", rows, row -> row.getKey().user())
                    .add("macaddr", rows, row -> row.getKey().mac())
                    .add("timestamptz", rows, row -> row.getValue().first())
                    .add("timestamptz", rows, row -> row.getValue().last());
            link.executeUpdate();
        }
    }
}
