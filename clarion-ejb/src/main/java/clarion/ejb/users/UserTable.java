package clarion.ejb.users;

import static java.util.Objects.requireNonNull;

import clarion.ejb.CopyRows;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps {@code network_user} for ingest; one is made for each batch, and remembers which of its users are new. */
public final class UserTable {

    private static final String FIND =
            "select u.identity, u.id from unnest(?::text[]) k join network_user u on u.identity = k";

    /** A report that only repeats what is known moves the time once a minute, not each time. */
    private static final String UPDATE = """
            update network_user u
            set first_seen = least(u.first_seen, n.first_seen), last_seen = greatest(u.last_seen, n.last_seen),
                user_name = case when n.last_seen >= u.last_seen then coalesce(n.user_name, u.user_name)
                    else u.user_name end,
                live_sessions = u.live_sessions + n.delta, online = u.live_sessions + n.delta > 0
            from unnest(?::int8[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int4[])
                n(id, user_name, first_seen, last_seen, delta)
            where u.id = n.id and (n.delta <> 0 or n.first_seen < u.first_seen
                or n.last_seen >= u.last_seen + interval '1 minute'
                or (n.last_seen >= u.last_seen and n.user_name <> coalesce(u.user_name, '')))""";

    private final Connection connection;
    private final Set<String> unknown = new HashSet<>();

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

    /** The ids of all users that were seen, by key; those that are new get one, and are made by {@link #save}. */
    public Map<String, Long> resolve(List<SeenUser> seen) throws SQLException {
        List<String> keys = seen.stream().map(SeenUser::key).distinct().toList();
        Map<String, Long> ids = find(keys);
        List<String> fresh = keys.stream().filter(key -> !ids.containsKey(key)).toList();
        long[] numbers = IdBlocks.take(connection, "network_user_seq", fresh.size());
        for (int i = 0; i < numbers.length; i++) {
            ids.put(fresh.get(i), numbers[i]);
        }
        unknown.addAll(fresh);
        return ids;
    }

    /**
     * Makes users that are new and updates the others.
     *
     * @param seen what the batch says of users, who are resolved
     * @param ids of the users, by key
     * @param deltas by how much the batch moves their numbers of live sessions, by id
     */
    public void save(List<SeenUser> seen, Map<String, Long> ids, Map<Long, Integer> deltas) throws SQLException {
        Map<Long, @Nullable Fold> folds = new LinkedHashMap<>();
        List<Fold> fresh = new ArrayList<>();
        fold(seen).forEach((key, fold) -> {
            if (unknown.contains(key)) {
                fresh.add(fold);
            } else {
                folds.put(requireNonNull(ids.get(key)), fold);
            }
        });
        insert(fresh, ids, deltas);
        Set<Long> made = fresh.stream().map(fold -> ids.get(fold.first.key())).collect(Collectors.toSet());
        // A session that changed its user: the user that it left is in no report.
        deltas.forEach((id, delta) -> {
            if (delta != 0 && !made.contains(id)) {
                folds.putIfAbsent(id, null);
            }
        });
        update(List.copyOf(folds.keySet()), folds, deltas);
    }

    private static Map<String, Fold> fold(List<SeenUser> seen) {
        Map<String, Fold> folds = new LinkedHashMap<>();
        for (SeenUser user : seen) {
            Fold fold = folds.get(user.key());
            if (fold == null) {
                folds.put(user.key(), new Fold(user));
            } else {
                fold.add(user);
            }
        }
        return folds;
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

    private void insert(List<Fold> users, Map<String, Long> ids, Map<Long, Integer> deltas) throws SQLException {
        new CopyRows<Fold>("network_user")
                .column("id", "int8", user -> ids.get(user.first.key()))
                .column("identity", "text", user -> user.first.key())
                .column(
                        "name",
                        "text",
                        user -> DatabaseText.text(user.first.identity().name()))
                .column(
                        "realm",
                        "text",
                        user -> DatabaseText.text(user.first.identity().realm()))
                .column("kind", "text", user -> user.first.identity().kind().name())
                .column("user_name", "text", user -> user.userName)
                .column("first_seen", "timestamptz", user -> user.firstSeen)
                .column("last_seen", "timestamptz", user -> user.lastSeen)
                .column("live_sessions", "int4", user -> live(user, ids, deltas))
                .column("online", "bool", user -> live(user, ids, deltas) > 0)
                .insert(connection, users);
    }

    private static int live(Fold user, Map<String, Long> ids, Map<Long, Integer> deltas) {
        return deltas.getOrDefault(requireNonNull(ids.get(user.first.key())), 0);
    }

    private void update(List<Long> users, Map<Long, @Nullable Fold> folds, Map<Long, Integer> deltas)
            throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            new SqlArrays(update)
                    .add("int8", users, id -> id)
                    .add("text", users, id -> of(folds.get(id), fold -> fold.userName))
                    .add("timestamptz", users, id -> of(folds.get(id), fold -> fold.firstSeen))
                    .add("timestamptz", users, id -> of(folds.get(id), fold -> fold.lastSeen))
                    .add("int4", users, id -> deltas.getOrDefault(id, 0));
            update.executeUpdate();
        }
    }

    private static @Nullable Object of(@Nullable Fold fold, Function<Fold, @Nullable Object> part) {
        return fold == null ? null : part.apply(fold);
    }
}
