package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The names of the security groups that ISE told. A session that names another one shows that the catalogue has grown
 * unseen, as it does where ISE has no topic for it. Safe for all threads; outlives connections.
 */
final class KnownGroups {

    /** New names come in bursts: one fetch is for all of them. */
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    /** A name that ISE did not list when it was asked, such as one that was deleted, is not asked for again so soon. */
    static final Duration IN_VAIN_FOR = Duration.ofMinutes(10);

    /** ISE has some thousand groups at most; what sessions name beyond this is forgotten, and asked for again. */
    private static final int MOST_NAMES = 20_000;

    private final LongSupplier nanos;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> askedFor = new ConcurrentHashMap<>();
    private volatile long askedNanos;

    /** @param nanos a clock for durations, as {@link System#nanoTime} */
    KnownGroups(LongSupplier nanos) {
        this.nanos = nanos;
        this.askedNanos = nanos.getAsLong();
    }

    /** Notes what was stored, whether it came of the topic or of a download. */
    void told(List<? extends IseRecord> records) {
        for (IseRecord record : records) {
            if (record instanceof SecurityGroupRecord group && !group.deleted()) {
                add(names, group.group().name());
                wanted.remove(group.group().name());
            }
        }
    }

    /** Looks at the groups that sessions name. */
    void noticed(List<SessionReport> reports) {
        for (SessionReport report : reports) {
            String group = report.securityGroup();
            if (group != null && !names.contains(group) && !isInVain(group)) {
                add(wanted, group);
            }
        }
    }

    private static void add(Set<String> set, String name) {
        if (set.size() >= MOST_NAMES) {
            set.clear();
        }
        set.add(name);
    }

    private boolean isInVain(String group) {
        Long asked = askedFor.get(group);
        return asked != null && nanos.getAsLong() - asked < IN_VAIN_FOR.toNanos();
    }

    /** True if the catalogue is to be fetched now; then not again for a while. */
    boolean isDue() {
        long now = nanos.getAsLong();
        if (wanted.isEmpty() || now - askedNanos < AT_MOST_EVERY.toNanos()) {
            return false;
        }
        if (askedFor.size() >= MOST_NAMES) {
            askedFor.clear();
        }
        wanted.forEach(name -> askedFor.put(name, now));
        wanted.clear();
        askedNanos = now;
        return true;
    }

    /** Another ISE may answer from now on, with other groups. */
    void forget() {
        names.clear();
        wanted.clear();
        askedFor.clear();
    }
}
