package clarion.domain.segmentation.campus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Users and the groups they are in. Of a user's groups one says most of what she does: her department; where no group
 * is one, the user's own attribute; else the smallest group that is not tiny and that not most users are in.
 */
final class UserDirectory {

    private static final double MOST = 0.6;
    private static final double LEAST = 0.005;

    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();
    private final Map<String, String> groupNames = new HashMap<>();
    private final Set<String> departmentGroups = new HashSet<>();
    private final Map<String, Set<String>> groupsOf = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    void user(String id, String account, String email, String department) {
        String key = id.isEmpty() ? account(account.isEmpty() ? email : account) : id;
        if (key.isEmpty()) {
            return;
        }
        idByName.put(account(key), key);
        for (String name : List.of(account, email)) {
            if (!name.isEmpty()) {
                idByName.put(account(name), key);
            }
        }
        if (!Votes.saysNothing(department)) {
            departments.put(key, department);
        }
    }

    void group(String id, String name, String type) {
        groupNames.put(id, name.isEmpty() ? id : name);
        if (type.toLowerCase(Locale.ROOT).contains("department")) {
            departmentGroups.add(id);
        }
    }

    void member(String user, String group) {
        if (!user.isEmpty()
                && !group.isEmpty()
                && groupsOf.computeIfAbsent(user, first -> new HashSet<>()).add(group)) {
            sizes.merge(group, 1, Integer::sum);
        }
    }

    int users() {
        return Math.max(groupsOf.size(), departments.size());
    }

    /** The group of the user of a session or of an endpoint, by account, mail address or id. */
    Optional<String> groupOf(String user) {
        return user.isEmpty() ? Optional.empty() : known.computeIfAbsent(user, this::find);
    }

    private Optional<String> find(String user) {
        String id = idByName.getOrDefault(account(user), user);
        List<String> groups = new ArrayList<>(groupsOf.getOrDefault(id, Set.of()));
        Comparator<String> smallest = Comparator.<String>comparingInt(group -> sizes.getOrDefault(group, 0))
                .thenComparing(this::name);
        Optional<String> department =
                groups.stream().filter(departmentGroups::contains).min(smallest).map(this::name);
        double all = Math.max(1, groupsOf.size());
        return department
                .or(() -> Optional.ofNullable(departments.get(id)))
                .or(() -> groups.stream()
                        .filter(group -> sizes.getOrDefault(group, 0) < MOST * all)
                        .filter(group -> sizes.getOrDefault(group, 0) >= Math.max(2, LEAST * all))
                        .min(smallest)
                        .map(this::name));
    }

    private String name(String group) {
        return groupNames.getOrDefault(group, group);
    }

    /** The account of {@code DOMAIN\account}, {@code account@domain}, {@code account}. */
    private static String account(String name) {
        String account = name.substring(name.lastIndexOf('\\') + 1);
        int at = account.indexOf('@');
        return (at > 0 ? account.substring(0, at) : account).toLowerCase(Locale.ROOT);
    }
}
