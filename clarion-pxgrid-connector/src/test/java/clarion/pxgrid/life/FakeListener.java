package clarion.pxgrid.life;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Gap;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.SnapshotPage;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.IseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Stores in memory by the listener's rules, and fails on demand like a database. */
final class FakeListener implements PxGridListener {

    final Map<String, SessionReport> stored = new TreeMap<>();
    final Map<Topic, TopicPosition> positions = new HashMap<>();
    final List<QuarantinedMessage> quarantined = new ArrayList<>();
    final List<Integer> batchSizes = new ArrayList<>();
    final Map<String, IseRecord> records = new TreeMap<>();
    private final Map<String, Topic> known = new HashMap<>();
    private final Map<Topic, Set<String>> said = new HashMap<>();
    private final Map<Topic, UUID> downloads = new HashMap<>();
    final List<Gap> gaps = new ArrayList<>();
    final List<Gap.Closure> closures = new ArrayList<>();
    int snapshots;

    private final Map<UUID, Set<String>> named = new HashMap<>();
    private final Map<String, Instant> touched = new HashMap<>();
    private volatile boolean away;
    private volatile Predicate<SessionReport> poison = report -> false;
    private volatile Runnable beforeBatch = () -> {};

    void goAway(boolean gone) {
        away = gone;
    }

    void refuse(Predicate<SessionReport> bad) {
        poison = bad;
    }

    /** Runs before each batch or page, outside the lock. */
    void beforeBatch(Runnable action) {
        beforeBatch = action;
    }

    synchronized Optional<SessionReport> find(String mac) {
        return stored.values().stream()
                .filter(report -> String.valueOf(report.mac()).equals(mac))
                .findFirst();
    }

    synchronized List<String> liveKeys() {
        return stored.values().stream()
                .filter(report -> report.state().isLive())
                .map(report -> report.key().text())
                .sorted()
                .toList();
    }

    synchronized int quarantinedCount() {
        return quarantined.size();
    }

    synchronized boolean hasRecord(Predicate<IseRecord> wanted) {
        return records.values().stream().anyMatch(wanted);
    }

    /** Gaps of a cause that were opened, and of these how many were closed in a way. */
    synchronized boolean wasClosed(Topic topic, Gap.Cause cause, Gap.How how) {
        return gaps.stream()
                .filter(gap -> gap.topic() == topic && gap.cause() == cause)
                .anyMatch(gap ->
                        closures.stream().anyMatch(closure -> closure.gap().equals(gap.id()) && closure.how() == how));
    }

    synchronized boolean hasGap(Topic topic, Gap.Cause cause) {
        return gaps.stream().anyMatch(gap -> gap.topic() == topic && gap.cause() == cause);
    }

    synchronized int recordCount() {
        return records.size();
    }

    synchronized int snapshotCount() {
        return snapshots;
    }

    synchronized int largestBatch() {
        return batchSizes.stream().mapToInt(size -> size).max().orElse(0);
    }

    private void work() {
        if (away) {
            throw new ClarionException(ProblemType.DATABASE_UNAVAILABLE, "The database does not answer.");
        }
    }

    @Override
    public synchronized Optional<TopicPosition> savedPosition(Topic topic) {
        work();
        return Optional.ofNullable(positions.get(topic));
    }

    @Override
    public synchronized void savePosition(TopicPosition position) {
        work();
        positions.put(position.topic(), position);
    }

    @Override
    public BatchOutcome onSessions(SessionBatch batch) {
        beforeBatch.run();
        synchronized (this) {
            work();
            BatchOutcome outcome = apply(batch.reports(), true);
            batch.reports().forEach(report -> touched.put(report.key().text(), batch.receivedAt()));
            positions.put(batch.position().topic(), batch.position());
            batchSizes.add(batch.reports().size());
            return outcome;
        }
    }

    @Override
    public BatchOutcome onSnapshotPage(SnapshotPage page) {
        beforeBatch.run();
        synchronized (this) {
            work();
            batchSizes.add(page.reports().size());
            Set<String> keys = named.computeIfAbsent(page.snapshot().id(), id -> new HashSet<>());
            page.reports().forEach(report -> keys.add(report.key().text()));
            return apply(page.reports(), false);
        }
    }

    private BatchOutcome apply(List<SessionReport> reports, boolean events) {
        if (reports.stream().anyMatch(poison)) {
            throw new IllegalStateException("value out of range");
        }
        int applied = 0;
        int duplicates = 0;
        int superseded = 0;
        for (SessionReport report : reports) {
            String key = report.key().text();
            SessionReport known = stored.get(key);
            int order = known == null ? 1 : report.timestamp().compareTo(known.timestamp());
            if (report.equals(known)) {
                duplicates++;
            } else if (order > 0 || order == 0 && events) {
                stored.put(key, report);
                applied++;
            } else {
                superseded++;
            }
        }
        return new BatchOutcome(applied, duplicates, superseded);
    }

    @Override
    public synchronized SnapshotOutcome onSnapshotComplete(Snapshot snapshot) {
        work();
        snapshots++;
        int before = stored.size();
        Set<String> keys = named.getOrDefault(snapshot.id(), Set.of());
        stored.keySet()
                .removeIf(key -> !keys.contains(key)
                        && touched.getOrDefault(key, Instant.MIN).isBefore(snapshot.startedAt()));
        return new SnapshotOutcome(keys.size(), 0, 0, before - stored.size());
    }

    @Override
    public synchronized BatchOutcome onRecords(RecordBatch batch) {
        work();
        batch.records().forEach(record -> keep(batch.topic(), record));
        positions.put(batch.topic(), batch.position());
        return new BatchOutcome(batch.records().size(), 0, 0);
    }

    @Override
    public synchronized BatchOutcome onRecordPage(RecordPage page) {
        work();
        Set<String> unused = saidSince(page.snapshot());
        page.records().forEach(record -> keep(page.snapshot().topic(), record));
        return new BatchOutcome(page.records().size(), 0, 0);
    }

    /** The keys that came since the snapshot's first page. */
    private Set<String> saidSince(Snapshot snapshot) {
        if (!snapshot.id().equals(downloads.put(snapshot.topic(), snapshot.id()))) {
            said.put(snapshot.topic(), new HashSet<>());
        }
        return said.getOrDefault(snapshot.topic(), Set.of());
    }

    private void keep(Topic topic, IseRecord record) {
        known.put(record.key(), topic);
        said.computeIfAbsent(topic, any -> new HashSet<>()).add(record.key());
        if (record.deleted()) {
            records.remove(record.key());
        } else {
            records.put(record.key(), record);
        }
    }

    @Override
    public synchronized SnapshotOutcome onRecordsComplete(Snapshot snapshot) {
        work();
        Set<String> seen = saidSince(snapshot);
        known.forEach((key, topic) -> {
            if (topic == snapshot.topic() && !seen.contains(key)) {
                records.remove(key);
            }
        });
        return new SnapshotOutcome(0, 0, 0, 0);
    }

    @Override
    public synchronized void onGap(Gap gap) {
        work();
        gaps.add(gap);
    }

    @Override
    public synchronized void onGapClosed(Gap.Closure closure) {
        work();
        closures.add(closure);
    }

    @Override
    public void onEarlierGapsClosed(Topic topic, Instant at, Gap.How how) {
        work();
    }

    @Override
    public synchronized void onQuarantined(QuarantinedMessage message) {
        work();
        quarantined.add(message);
    }
}
