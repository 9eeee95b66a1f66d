package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of the security groups that ISE told. A session that names another one shows that the catalogue has grown
 * unseen, as it does where ISE has no topic for it.
 */
final class KnownGroups {

    /** A name that ISE does not list either must not make Clarion ask all the time. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private volatile boolean wanted;
    private volatile long askedNanos = System.nanoTime();

    /** Notes what came of the topic, by whichever way. */
    void told(List<? extends IseRecord> records) {
        for (IseRecord record : records) {
            if (record instanceof SecurityGroupRecord group && !group.deleted()) {
                names.add(group.group().name());
            }
        }
    }

    /** Looks at the groups that sessions name. */
    void noticed(List<SessionReport> reports) {
        for (SessionReport report : reports) {
            String group = report.securityGroup();
            if (group != null && !names.contains(group)) {
                wanted = true;
                return;
            }
        }
    }

    /** True if the catalogue is to be fetched now; then not again for a while. */
    boolean isDue() {
        if (!wanted || System.nanoTime() - askedNanos < AT_MOST_EVERY.toNanos()) {
            return false;
        }
        wanted = false;
        askedNanos = System.nanoTime();
        return true;
    }
}
